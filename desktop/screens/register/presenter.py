"""What the register screen decides: what to list, which page to fetch, which filters to keep, where a row leads."""

from array import array
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING, Protocol

from desktop.i18n import t
from desktop.jobs import Jobs
from desktop.register_asks import (
    Listing,
    Narrowing,
    Page,
    Saved,
    Tallies,
    Wanted,
    Worklist,
    keep_saved,
    list_handed,
    list_register,
    read_choices,
    read_page,
    read_saved,
    read_tallies,
)
from desktop.screens.register.words import number_words
from desktop.stage import Stage
from dossiers.clock import Clock
from dossiers.dossier import Dossier
from dossiers.names import nfc

if TYPE_CHECKING:
    from desktop.jobs import Desk
    from desktop.register_asks import Choices, Row

FIRST_ROWS = 256
TOPIC = "register"


@dataclass(frozen=True, slots=True)
class Handed:
    """Exactly these dossiers, which another screen counted, and what they are; `words` stand on papers of each."""

    keys: "array[int]"
    title: str
    words: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """What is chosen above the list: a worklist or a saved filter, or else a list that another screen handed over."""

    wanted: Wanted
    saved: tuple[Saved, ...] = ()
    name: str = ""
    title: str = ""

    @property
    def narrowed(self) -> bool:
        """Whether the filter line has a part in what is listed."""
        return self.wanted.narrowing != Narrowing()


class RegisterView(Protocol):
    """The screen as its presenter sees it."""

    def show_choice(self, choice: Choice) -> None:
        """Chips, filter line and title as things stand; `title` is empty unless a list was handed over."""
        ...

    def show_listing(self, listing: Listing, words: str) -> None:
        """Show what matches, with one line saying how many."""
        ...

    def show_in_papers(self, count: int, words: str) -> None:
        """How many dossiers bear these words on their papers; 0 where there are none, or nothing is asked."""
        ...

    def show_page(self, number: int, page: Page) -> None:
        """Rows of a page that was asked for."""
        ...

    def show_tallies(self, tallies: Tallies) -> None:
        """Numbers on the chips."""
        ...

    def show_choices(self, choices: "Choices") -> None:
        """What the filter line offers."""
        ...

    def preview(self, dossier: Dossier) -> None:
        """Show one dossier beside the list."""
        ...


class RegisterPresenter:
    """Search as you type; the last question typed is the only one answered."""

    def __init__(self, *, jobs: Jobs, stage: Stage, clock: Clock, view: RegisterView) -> None:
        self._jobs, self._stage, self._clock, self._view = jobs, stage, clock, view
        self._wanted, self._name = Wanted(), ""
        self._saved: tuple[Saved, ...] = ()
        self._handed: Handed | None = None
        self._in_papers: array[int] = array("q")

    def enter(self, text: str | None = None) -> None:
        """Come to the front; `text` is something the top box or a reader could not place, looked for everywhere."""
        if text is not None:
            self._wanted, self._name, self._handed = Wanted(text=nfc(text)), "", None
        self._jobs.ask(read_saved, self._on_saved, self._stage.complain)
        self.search()

    def enter_with(self, keys: "array[int]", title: str, words: str = "") -> None:
        """Come to the front with a list that another screen counted, shown in its own order.

        With `words`, a dossier of it is opened at the paper that bears them.
        """
        self._wanted, self._name, self._handed = Wanted(), "", Handed(keys, title, words)
        self.enter()

    def type(self, text: str) -> None:
        """The words typed so far, pre-edit included."""
        if nfc(text) != self._wanted.text:
            self._wanted = replace(self._wanted, text=nfc(text))
            self.search()

    def choose(self, worklist: Worklist) -> None:
        """Another chip; the filter line and the words stay."""
        self._wanted = replace(self._wanted, worklist=worklist)
        self._leave_lists()

    def narrow(self, narrowing: Narrowing) -> None:
        """The filter line was changed."""
        if narrowing != self._wanted.narrowing:
            self._wanted = replace(self._wanted, narrowing=narrowing)
            self._leave_lists()

    def widen(self) -> None:
        """The filter line is closed: nothing of it goes on working unseen, nor a saved filter made with it."""
        self._name = ""
        self.narrow(Narrowing())
        self._show_choice()

    def choose_saved(self, name: str) -> None:
        """A filter that was kept, just as it was."""
        self._wanted = next(each.wanted for each in self._saved if each.name == name)
        self._name, self._handed = name, None
        self.search()

    def save(self, name: str) -> None:
        """Keep what is listed now under a name; the same name again replaces it."""
        kept = tuple(each for each in self._saved if each.name != nfc(name))
        self._name, self._handed = nfc(name), None
        self._keep((*kept, Saved(name=nfc(name), wanted=self._wanted)))
        self._stage.toast(t("Đã lưu bộ lọc “{name}” ở quầy này.", name=nfc(name)))

    def forget(self) -> None:
        """Drop the saved filter that is chosen; what it lists stays on show."""
        kept = tuple(each for each in self._saved if each.name != self._name)
        self._name = ""
        self._keep(kept)

    def search(self) -> None:
        """Ask anew; an older search still running is cut short."""
        wanted, handed, now = self._wanted, self._handed, self._clock()

        def look(desk: "Desk") -> Listing:
            if handed:
                return list_handed(desk, handed.keys, wanted.text, FIRST_ROWS)
            return list_register(desk, wanted, now, FIRST_ROWS)

        self._show_choice()
        self._jobs.latest(TOPIC, look, partial(self._on_found, wanted.text), self._stage.complain)

    def count(self) -> None:
        """The numbers on the chips as of now."""
        saved, now = self._saved, self._clock()
        self._jobs.ask(lambda desk: read_tallies(desk, saved, now), self._view.show_tallies, self._stage.complain)

    def offer_choices(self) -> None:
        """The filter line opens."""
        self._jobs.ask(read_choices, self._view.show_choices, self._stage.complain)

    def fetch(self, number: int, keys: Sequence[int]) -> None:
        """A page of rows came into sight."""
        self._jobs.ask(
            lambda desk: read_page(desk, keys), partial(self._view.show_page, number), self._stage.complain
        )

    def open(self, row: "Row | None") -> None:
        """Enter: the whole dossier, and the paper where words on papers were looked for."""
        if row is not None and self._handed and self._handed.words:
            self._stage.open("dossier", dossier_id=row.id, words=self._handed.words)
        elif row is not None:
            self._stage.open("dossier", dossier_id=row.id)

    def open_in_papers(self) -> None:
        """The dossiers that bear the typed words on their papers, as a list of its own."""
        words = self._wanted.text
        self._stage.open(
            "register", keys=self._in_papers, title=t("Giấy tờ đã quét có “{words}”", words=words), words=words
        )

    def look(self, row: "Row | None") -> None:
        """Space: a look beside the list."""
        if row is not None:
            self._jobs.ask(lambda desk: desk.register.get(row.id), self._view.preview, self._stage.complain)

    def _leave_lists(self) -> None:
        self._name, self._handed = "", None
        self.search()

    def _keep(self, saved: tuple[Saved, ...]) -> None:
        self._saved = saved
        self._show_choice()
        self._jobs.ask(lambda desk: keep_saved(desk, saved), lambda _: self.count(), self._stage.complain)

    def _show_choice(self) -> None:
        title = self._handed.title if self._handed else ""
        self._view.show_choice(Choice(wanted=self._wanted, saved=self._saved, name=self._name, title=title))

    def _on_saved(self, saved: tuple[Saved, ...]) -> None:
        self._saved = saved
        self._show_choice()
        self.count()

    def _on_found(self, text: str, listing: Listing) -> None:
        words = t("{count} hồ sơ", count=number_words(len(listing.keys)))
        if text:
            words = t("{count} hồ sơ khớp “{words}”", count=number_words(len(listing.keys)), words=text)
        self._view.show_listing(listing, words)
        self._look_in_papers(text)

    def _look_in_papers(self, text: str) -> None:
        """Once the list stands; what is typed meanwhile makes it silent."""

        def found(keys: "array[int]") -> None:
            self._in_papers = keys
            self._view.show_in_papers(len(keys), text)

        if not text or self._handed:
            found(array("q"))
        else:
            self._jobs.latest(TOPIC, lambda desk: desk.paper_text.keys(text), found, self._stage.complain)
