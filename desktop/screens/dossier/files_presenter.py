"""Looking at the scans of a dossier: what is here is drawn, what is not is fetched first, and nothing waits for it."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Protocol
from uuid import UUID

from desktop.i18n import t
from desktop.jobs import Failure, Jobs
from desktop.paper_door import DrawnPage, PaperDoor
from desktop.scan_asks import (
    SCREEN_DPI,
    ScanFile,
    check_signatures,
    draw_side,
    export_scan,
    fetch_scan,
    read_file,
    require_sight,
    save_scan,
)
from desktop.signature_words import say_checked, tone_of
from desktop.stage import Here
from desktop.theme.tokens import Tone
from dossiers.clock import Clock
from scanning.events import PageRead

if TYPE_CHECKING:
    from desktop.scan_asks import Checked, FoundPage

Found = Sequence["FoundPage"]


class FilesView(Protocol):
    """The list of scans as its presenter sees it."""

    def open_pages(self, title: str, first: int, found: Found) -> None:
        """Make room for the pages of a scan; `first` (0-based) is being drawn, and what was `found` is to be marked."""
        ...

    def show_page(self, number: int, page: DrawnPage) -> None:
        """Show a page that was drawn."""
        ...

    def say_undrawn(self, sentence: str) -> None:
        """Why the page asked for does not show; the clerk may try again."""
        ...

    def say_signatures(self, sentence: str, tone: Tone) -> None:
        """Who signed the scan on show, and whether it holds."""
        ...

    def say(self, sentence: str, tone: Tone) -> None:
        """How far it is, or why it cannot be; empty takes it away."""
        ...


class Sides(Protocol):
    """Where scanned sides are kept until their dossier is closed."""

    def sides_behind(self, sha256: str) -> list[PageRead]:
        """The sides a file was made of; none where they were let go of."""
        ...

    def read_page(self, page: PageRead) -> bytes:
        """One of them as a picture; raises ScanError where it is spoilt."""
        ...


DrawPage = Callable[[int], DrawnPage]
"""What draws a page (0-based) of the scan on show; in the pool."""


class FilesPresenter:
    """One scan at a time; a dossier opened meanwhile is not shown the scan of another."""

    def __init__(
        self, *, jobs: Jobs, clock: Clock, here: Here, sides: Sides, door: PaperDoor, view: FilesView,
        fetched: Callable[[], None],
    ) -> None:  # fmt: skip
        """`fetched` is called when a scan has come, so that the list is read anew."""
        self._jobs, self._clock, self._sides, self._view, self._fetched = jobs, clock, sides, view, fetched
        self._door, self._here = door, here
        self._wanted: ScanFile | None = None
        self._leaf: DrawPage | None = None
        self._next: int | None = None
        self._drawing = False

    @property
    def shown(self) -> ScanFile | None:
        """The scan that is looked at."""
        return self._wanted

    def look_for(self, words: str, dossier_id: UUID, files: Sequence[ScanFile]) -> None:
        """Show the first scan of a dossier that bears these words, at the page that does."""

        def found(pages: Found) -> None:
            first = next((file for page in pages for file in files if _bears(file, page)), None)
            if first:
                self.look(first, tuple(page for page in pages if _bears(first, page)))

        self._wanted = None
        self._jobs.ask(lambda desk: desk.paper_text.pages(dossier_id, words), found, self._complain)

    def look(self, file: ScanFile, found: Found = ()) -> None:
        """Show a scan, fetched back where it does not lie here; words `found` on it are marked."""
        self._wanted = file
        if file.here:
            self._read(file, found)
            return
        self._view.say(t("Đang lấy bản quét về… Việc ở quầy vẫn tiếp tục bình thường."), Tone.INFO)
        self._jobs.pool(
            lambda: fetch_scan(self._jobs, self._clock, file), lambda _: self._on_fetched(file, found),
            self._on_failed(file),
        )  # fmt: skip

    def look_behind(self, file: ScanFile) -> None:
        """Show the sides as the scanner gave them, before they were levelled, cut and made small."""

        def show(sides: list[PageRead]) -> None:
            if self._wanted is file and sides:
                self._open(t("{title} · bản gốc", title=file.scan.title), partial(self._draw_side, sides))
            elif self._wanted is file:
                self._view.say(t("Bản gốc không còn ở máy này: hồ sơ đã xong, hoặc quầy khác đã quét."), Tone.INFO)

        def draw(_: object) -> None:
            self._jobs.pool(lambda: self._sides.sides_behind(file.scan.unsigned), show, self._on_failed(file))

        self._wanted = file
        self._jobs.ask(lambda desk: require_sight(desk, file), draw, self._on_failed(file))

    def turn(self, number: int) -> None:
        """Draw a page of the scan on show; of those asked for while one is drawn only the last is drawn."""
        self._next = number
        if not self._drawing:
            self._draw()

    def save(self, code: str, path: Path, saved: Callable[[Path], None], failed: Callable[[Failure], None]) -> None:
        """Write the scan on show into a file, the words that were read on it laid in."""
        if file := self._wanted:
            self._jobs.ask(
                lambda desk: export_scan(desk, code, file),
                lambda exported: self._jobs.pool(lambda: save_scan(exported, self._door, path), saved, failed), failed,
            )  # fmt: skip

    def leave(self) -> None:
        """Another dossier is shown: what still comes is not for it."""
        self._wanted = self._leaf = self._next = None
        self._view.say("", Tone.IDLE)

    def _on_fetched(self, file: ScanFile, found: Found) -> None:
        if self._wanted is file:
            self._read(file, found)
        self._fetched()

    def _read(self, file: ScanFile, found: Found) -> None:
        def show(data: bytes) -> None:
            if self._wanted is file:
                self._open(file.scan.title, partial(self._door.draw, data, dpi=SCREEN_DPI), found)
                self._check(file, data)

        self._jobs.ask(lambda desk: read_file(desk, file), show, self._on_failed(file))

    def _draw_side(self, sides: list[PageRead], number: int) -> DrawnPage:
        side = sides[number]
        return draw_side(self._sides.read_page(side), side.dpi, len(sides))

    def _open(self, title: str, draw: DrawPage, found: Found = ()) -> None:
        first = min((page.page for page in found), default=0)
        self._view.say("", Tone.IDLE)
        self._view.open_pages(title, first, found)
        self._leaf = draw
        self.turn(first)

    def _draw(self) -> None:
        leaf, number, self._next = self._leaf, self._next, None
        if leaf is None or number is None:
            return
        self._drawing = True
        drawn, undrawn = partial(self._on_drawn, leaf, number), partial(self._on_undrawn, leaf)
        self._jobs.pool(lambda: leaf(number), drawn, undrawn)

    def _on_drawn(self, leaf: DrawPage, number: int, page: DrawnPage) -> None:
        self._drawing = False
        if self._leaf is leaf:
            self._view.show_page(number, page)
        self._draw()

    def _on_undrawn(self, leaf: DrawPage, failure: Failure) -> None:
        self._drawing = False
        if self._leaf is leaf:
            self._view.say_undrawn(failure.sentence)
        self._draw()

    def _check(self, file: ScanFile, data: bytes) -> None:
        """The pages are there first: whoever signed them is told beside."""

        def tell(checked: "Checked") -> None:
            if self._wanted is file and (checked.signatures or checked.trouble):
                self._view.say_signatures(say_checked(checked), tone_of(checked))

        folder, at = self._here.devices.trust_folder, self._clock()
        self._jobs.pool(lambda: check_signatures(data, folder, at), tell, self._on_failed(file))

    def _complain(self, failure: Failure) -> None:
        self._view.say(failure.sentence, Tone.WARN)

    def _on_failed(self, file: ScanFile) -> Callable[[Failure], None]:
        def say(failure: Failure) -> None:
            if self._wanted is file:
                self._view.say(failure.sentence, Tone.WARN)

        return say


def _bears(file: ScanFile, page: "FoundPage") -> bool:
    """Whether a page that was read is one of this file; a signed one has the pages of its scan."""
    return page.sha256 in {file.scan.sha256, file.scan.unsigned}
