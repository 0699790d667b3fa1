"""The pages of a pile: looked at in the pool, their codes asked of the register, kept in the feeder's order."""

from collections import deque
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from itertools import takewhile
from typing import TYPE_CHECKING
from uuid import UUID

from desktop.jobs import Failure, Jobs
from desktop.screens.scan.binding import PREVIEW_SIDE_PX, ReadPage
from desktop.screens.scan.pile import Page
from dossiers.codes import SlipCode
from dossiers.dossier import Dossier
from dossiers.filing import Known, Sheet, settles
from dossiers.ids import to_base32
from dossiers.paper_codes import PaperCode, weigh
from scanning.events import PageRead

if TYPE_CHECKING:
    from desktop.jobs import Desk
    from scanning.look import Look
    from scanning.picture import Picture

_AT_ONCE = 2


@dataclass(frozen=True, slots=True)
class Seen:
    """A page as a sheet of the pile, its picture upright (JPEG), its turns, and the dossiers its codes name."""

    sheet: Sheet
    jpeg: bytes
    quarters: int
    named: dict[str, Dossier]


def key_of(read: PageRead) -> str:
    """The name of a page's sheet: its file in the spool."""
    return read.path.name


def see(read: PageRead, read_page: ReadPage, jobs: Jobs) -> Seen:
    """Look at a page; runs in the pool. Raises ScanError for a page that was altered."""
    from scanning.look import look_at
    from scanning.pages import thumbnail
    from scanning.picture import decode
    from scanning.tidy import turned

    latest = jobs.wait(lambda desk: desk.business_day())
    picture = decode(read_page(read))
    look = look_at(picture, read.dpi, lambda reading: settles(reading, latest))
    quarters = 0 if look.blank else _quarters(picture, read.dpi, look, latest)
    codes = weigh(look.readings, latest)
    sheet = Sheet(key=key_of(read), codes=codes, blank=look.blank, smudged=look.smudged)
    named = jobs.wait(lambda desk: _named(desk, codes)) if codes else {}
    return Seen(sheet, thumbnail(turned(picture, quarters), PREVIEW_SIDE_PX), quarters, named)


def _quarters(picture: "Picture", dpi: int, look: "Look", latest: date) -> int:
    from scanning.tidy import quarters_of, tidy

    codes = [reading for reading in look.readings if settles(reading, latest)]
    return quarters_of(tidy(picture, dpi), dpi, lambda: codes)


def _named(desk: "Desk", codes: tuple[PaperCode, ...]) -> dict[str, Dossier]:
    found = ((code.slip.code, find_dossier(desk, code.slip)) for code in codes)
    return {code: dossier for code, dossier in found if dossier}


def find_dossier(desk: "Desk", slip: SlipCode) -> Dossier | None:
    """The dossier a paper names; one whose identity is another than the paper's is not that dossier."""
    if slip.id is None:
        return desk.register.find(slip.code)
    found = desk.register.find(f"{slip.code}/{to_base32(slip.id)}")
    return found if found and found.id == slip.id else None


@dataclass(slots=True)
class Pages:
    """The pages in hand; `seen` is called with each one's picture, `failed` where it cannot be opened."""

    jobs: Jobs
    read_page: ReadPage
    seen: Callable[[str, bytes], None]
    failed: Callable[[Failure], None]
    reads: dict[str, PageRead] = field(default_factory=dict)
    dossiers: dict[UUID, Dossier] = field(default_factory=dict)
    known: dict[str, Known] = field(default_factory=dict)
    _sheets: dict[str, Sheet] = field(default_factory=dict)
    _quarters: dict[str, int] = field(default_factory=dict)
    _waiting: deque[PageRead] = field(default_factory=deque)
    _looking: int = 0

    def add(self, reads: Iterable[PageRead]) -> None:
        """Take pages in, each file once, and look at them."""
        fresh = [read for read in reads if key_of(read) not in self.reads]
        self.reads |= {key_of(read): read for read in fresh}
        self._waiting.extend(fresh)
        self._look()

    def learn(self, dossier: Dossier, code: str = "") -> None:
        """A dossier that has a part in this pile, by the code printed on a paper where that is another."""
        self.dossiers[dossier.id] = dossier
        self.known[code or dossier.code] = Known(dossier.id, len(dossier.papers))

    def page(self, key: str) -> Page:
        """A sheet as it is kept: set upright."""
        return Page(read=self.reads[key], quarters=self._quarters.get(key, 0))

    def clear(self) -> None:
        """The pile is done."""
        self.reads.clear()
        self._sheets.clear()
        self._quarters.clear()

    @property
    def unseen(self) -> int:
        """How many are still to be looked at."""
        return len(self.reads) - len(self._sheets)

    @property
    def sheets(self) -> tuple[Sheet, ...]:
        """The sheets that may be filed: up to the first that is still being looked at, so that none is overtaken."""
        return tuple(self._sheets[key] for key in takewhile(self._sheets.__contains__, self.reads))

    def _look(self) -> None:
        """A few at a time: a slip to be printed does not wait behind a whole pile."""
        while self._waiting and self._looking < _AT_ONCE:
            read = self._waiting.popleft()
            self._looking += 1
            self.jobs.pool(
                partial(see, read, self.read_page, self.jobs), self._on_seen, partial(self._on_unopened, key_of(read))
            )

    def _on_seen(self, seen: Seen) -> None:
        for code, dossier in seen.named.items():
            self.learn(dossier, code)
        self._quarters[seen.sheet.key] = seen.quarters
        self._put(seen.sheet, seen.jpeg)

    def _on_unopened(self, key: str, failure: Failure) -> None:
        """A page nobody can open stops the pile like one nobody can read."""
        self.failed(failure)
        self._put(Sheet(key=key, smudged=True), b"")

    def _put(self, sheet: Sheet, jpeg: bytes) -> None:
        self._looking -= 1
        if sheet.key in self.reads:
            self._sheets[sheet.key] = sheet
            self.seen(sheet.key, jpeg)
        self._look()
