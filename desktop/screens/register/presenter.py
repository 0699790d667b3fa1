"""What the register screen decides: what to look for, which page to fetch, and what a chosen row leads to."""

from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Protocol

from desktop.asks import Listing, Shelf, list_register, read_calendar, read_counts, read_rows
from desktop.i18n import t
from desktop.jobs import Failure, Jobs
from desktop.slips import RECEIPT, Slips
from desktop.stage import Stage
from dossiers.calendars import WorkCalendar
from dossiers.clock import Clock
from dossiers.dossier import Dossier
from dossiers.names import nfc

if TYPE_CHECKING:
    from desktop.asks import Counts, Row
    from desktop.jobs import Desk

FIRST_ROWS = 256
TOPIC = "register"


@dataclass(frozen=True, slots=True)
class Handed:
    """Exactly these dossiers, which another screen counted, and what they are."""

    keys: "array[int]"
    title: str


class RegisterView(Protocol):
    """The screen as its presenter sees it."""

    def show_shelf(self, shelf: Shelf | None) -> None:
        """Which chip is on; none for a list that was handed over."""
        ...

    def show_listing(self, listing: Listing, calendar: WorkCalendar, words: str) -> None:
        """Show what matches, with one line saying how many."""
        ...

    def show_rows(self, page: int, rows: "list[Row]") -> None:
        """Rows of a page that was asked for."""
        ...

    def show_counts(self, counts: dict[Shelf, int]) -> None:
        """Numbers on the chips."""
        ...

    def preview(self, dossier: Dossier) -> None:
        """Show one dossier beside the list."""
        ...


class RegisterPresenter:
    """Search as you type; the last question typed is the only one answered."""

    def __init__(self, *, jobs: Jobs, stage: Stage, clock: Clock, slips: Slips, view: RegisterView) -> None:
        self._jobs, self._stage, self._clock, self._slips, self._view = jobs, stage, clock, slips, view
        self._text, self._shelf = "", Shelf.ALL
        self._handed: Handed | None = None

    def enter(self, text: str | None = None) -> None:
        """Come to the front; `text` is something the top box or a reader could not place."""
        if text is not None:
            self._text, self._handed = nfc(text), None
        self._jobs.ask(read_counts, self._on_counts, self._stage.complain)
        self.search()

    def enter_with(self, keys: "array[int]", title: str) -> None:
        """Come to the front with a list as it is; it stands until somebody types or presses a chip."""
        self._text, self._handed = "", Handed(keys, title)
        self.enter()

    def type(self, text: str) -> None:
        """The words typed so far, pre-edit included."""
        wanted = nfc(text)
        if wanted != self._text:
            self._text, self._handed = wanted, None
            self.search()

    def choose(self, shelf: Shelf) -> None:
        """Another chip."""
        self._shelf, self._handed = shelf, None
        self.search()

    def search(self) -> None:
        """Ask anew; an older search still running is cut short."""
        text, shelf, now, handed = self._text, self._shelf, self._clock(), self._handed

        def look(desk: "Desk") -> tuple[Listing, WorkCalendar]:
            if handed:
                listing = Listing(keys=handed.keys, first=read_rows(desk, handed.keys[:FIRST_ROWS]))
            else:
                listing = list_register(desk, text, shelf, now, FIRST_ROWS)
            return listing, read_calendar(desk)

        self._view.show_shelf(None if handed else shelf)
        self._jobs.latest(TOPIC, look, partial(self._on_found, text, handed), self._on_failed)

    def fetch(self, page: int, keys: Sequence[int]) -> None:
        """A page of rows came into sight."""
        self._jobs.ask(
            lambda desk: read_rows(desk, keys), partial(self._view.show_rows, page), self._stage.complain
        )

    def open(self, row: "Row | None") -> None:
        """Enter: the whole dossier."""
        if row is not None:
            self._stage.open("dossier", dossier_id=row.id)

    def look(self, row: "Row | None") -> None:
        """Space: a look beside the list."""
        if row is not None:
            self._jobs.ask(lambda desk: desk.register.get(row.id), self._view.preview, self._stage.complain)

    def reprint(self, row: "Row | None") -> None:
        """F9: the receipt of the chosen dossier once more."""
        if row is not None:
            self._jobs.ask(lambda desk: desk.register.get(row.id), self._print, self._stage.complain)

    def _print(self, dossier: Dossier) -> None:
        self._slips.print(RECEIPT, dossier, lambda: self._stage.toast(t("Giấy hẹn đã vào hàng đợi in.")))

    def _on_found(self, text: str, handed: Handed | None, found: tuple[Listing, WorkCalendar]) -> None:
        listing, calendar = found
        count = f"{len(listing.keys):,}".replace(",", ".")
        words = t("{count} hồ sơ", count=count)
        if text:
            words = t("{count} hồ sơ khớp “{words}”", count=count, words=text)
        if handed:
            words = f"{words} · {handed.title}"
        self._view.show_listing(listing, calendar, words)

    def _on_counts(self, counts: "Counts") -> None:
        self._view.show_counts({
            Shelf.ALL: counts.total, Shelf.OVERDUE: counts.overdue, Shelf.TODAY: counts.received_today,
            Shelf.AWAITING: counts.awaiting, Shelf.READY: counts.ready,
        })  # fmt: skip

    def _on_failed(self, failure: Failure) -> None:
        """A search that was cut short by a newer one is silent in `latest`; anything else is said."""
        self._stage.complain(failure)
