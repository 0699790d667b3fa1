"""The pages of a pile: looked at in the pool, their codes asked of the register, kept in the feeder's order."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from desktop.jobs import Failure, Jobs
from desktop.screens.scan.binding import PREVIEW_SIDE_PX, ReadPage
from desktop.screens.scan.looking import Looking, key_of
from desktop.screens.scan.pages_drawing import picture_of
from desktop.screens.scan.pile import Page
from desktop.screens.scan.stack.edits import Edits, by_key, stand_ins
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


@dataclass(frozen=True, slots=True)
class Seen:
    """A page as a sheet of the pile, its picture upright (JPEG), its turns, and the dossiers its codes name."""

    sheet: Sheet
    jpeg: bytes
    quarters: int
    named: dict[str, Dossier]


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


class Pages:
    """The pages in hand and the dossiers they name.

    `seen` is called with each one's picture, `failed` where one cannot be opened.
    """

    def __init__(
        self, jobs: Jobs, read_page: ReadPage, seen: Callable[[str, bytes], None], failed: Callable[[Failure], None]
    ) -> None:
        self._jobs, self._read_page, self._seen, self._failed = jobs, read_page, seen, failed
        self.looking = Looking[Seen](jobs, lambda read: see(read, read_page, jobs), self._on_seen, self._on_unopened)
        self.dossiers: dict[UUID, Dossier] = {}
        self.known: dict[str, Known] = {}
        self._sheets: dict[str, Sheet] = {}
        self._quarters: dict[str, int] = {}

    def learn(self, dossier: Dossier, code: str = "") -> None:
        """A dossier that has a part in this pile, by the code printed on a paper where that is another."""
        self.dossiers[dossier.id] = dossier
        self.known[code or dossier.code] = Known(dossier.id, len(dossier.papers))

    def of(self, sheet: str, edits: Edits) -> dict[str, Page]:
        """The pages of a sheet by key, as they are kept: what a person made of it, else itself set upright."""
        upright = Page(read=self.looking.reads[sheet], quarters=self._quarters.get(sheet, 0))
        return by_key(sheet, edits.get(sheet, (upright,)))

    def numbers(self, edits: Edits) -> dict[str, int]:
        """The sheets of the pile with their numbers; a side that came in the place of another is none."""
        others = stand_ins(edits)
        own = (key for key in self.looking.reads if key not in others)
        return {key: number for number, key in enumerate(own, start=1)}

    def sheets(self, edits: Edits) -> tuple[Sheet, ...]:
        """What may be filed: up to the first sheet that is still being looked at, so that none is overtaken."""
        found: list[Sheet] = []
        for key in self.numbers(edits):
            pages = self.of(key, edits)
            sheet = self._sheets.get(key_of(pages[key].read) if pages else key)
            if sheet is None:
                break
            found += [replace(sheet, key=key), *(Sheet(key=other) for other in pages if other != key)]
        return tuple(found)

    def draw(self, sheet: str, edits: Edits, drawn: Callable[[str, bytes], None]) -> None:
        """The pages of a sheet that a person has edited, as they will be kept."""
        for key, page in self.of(sheet, edits).items():
            self._jobs.pool(partial(picture_of, page, self._read_page), partial(drawn, key), self._failed)

    def clear(self) -> None:
        """The pile is done."""
        self.looking.clear()
        self._sheets.clear()
        self._quarters.clear()

    def _on_seen(self, key: str, found: Seen) -> None:
        for code, dossier in found.named.items():
            self.learn(dossier, code)
        self._quarters[key], self._sheets[key] = found.quarters, found.sheet
        self._seen(key, found.jpeg)

    def _on_unopened(self, key: str, failure: Failure) -> None:
        """A page nobody can open stops the pile like one nobody can read."""
        self._failed(failure)
        self._sheets[key] = Sheet(key=key, smudged=True)
        self._seen(key, b"")
