"""The pages of a pile of office copies: looked at in the pool a few at a time, kept in the feeder's order."""

from collections import deque
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import partial

from desktop.jobs import Failure, Jobs
from desktop.screens.scan.binding import PREVIEW_SIDE_PX, ReadPage
from desktop.slip_pile import Lies, Sheet, is_proven, judge
from dossiers.errors import KnownError
from scanning.events import PageRead

_AT_ONCE = 2


@dataclass(frozen=True, slots=True)
class Seen:
    """A page as a sheet of the pile, the texts of its codes, a small JPEG of it; `blank`: there is nothing on it."""

    sheet: Sheet
    texts: tuple[str, ...]
    jpeg: bytes
    blank: bool


def see(read: PageRead, read_page: ReadPage, jobs: Jobs) -> Seen:
    """Look at a page; runs in the pool. Raises ScanError for a page that was altered."""
    from scanning.look import look_at
    from scanning.pages import thumbnail
    from scanning.picture import decode

    picture = decode(read_page(read))
    look = look_at(picture, read.dpi, lambda reading: is_proven(reading.text))
    texts = tuple(reading.text for reading in look.readings)
    sheet = jobs.wait(lambda desk: judge(desk, read.path.name, texts))
    return Seen(sheet, texts, thumbnail(picture, PREVIEW_SIDE_PX), look.blank and sheet.lies is Lies.BARE)


@dataclass(slots=True)
class Pages:
    """The pages in hand; `seen` is called with each one's picture, `judged` when the register changed their verdicts.

    Blank backs are let go of at once by `blank`.
    """

    jobs: Jobs
    read_page: ReadPage
    seen: Callable[[str, bytes], None]
    blank: Callable[[PageRead], None]
    judged: Callable[[], None]
    failed: Callable[[Failure], None]
    reads: dict[str, PageRead] = field(default_factory=dict)
    _sheets: dict[str, Sheet] = field(default_factory=dict)
    _texts: dict[str, tuple[str, ...]] = field(default_factory=dict)
    _waiting: deque[PageRead] = field(default_factory=deque)
    _looking: int = 0

    def add(self, reads: Iterable[PageRead]) -> None:
        """Take pages in, each file once, and look at them."""
        fresh = [read for read in reads if read.path.name not in self.reads]
        self.reads |= {read.path.name: read for read in fresh}
        self._waiting.extend(fresh)
        self._look()

    def judge_again(self) -> None:
        """The register has changed: every sheet is judged anew by what was read on it."""
        texts = {key: told for key, told in self._texts.items() if key in self.reads}
        self.jobs.ask(
            lambda desk: [judge(desk, key, told) for key, told in texts.items()], self._on_judged, self.failed
        )

    def clear(self) -> None:
        """The pile is done with."""
        self.reads.clear()
        self._sheets.clear()
        self._texts.clear()
        self._waiting.clear()

    @property
    def unseen(self) -> int:
        """How many are still to be looked at."""
        return len(self.reads) - len(self._sheets)

    @property
    def sheets(self) -> tuple[Sheet, ...]:
        """What has been looked at, in the order of the pile."""
        return tuple(self._sheets[key] for key in self.reads if key in self._sheets)

    def _look(self) -> None:
        while self._waiting and self._looking < _AT_ONCE:
            read = self._waiting.popleft()
            self._looking += 1
            self.jobs.pool(
                partial(see, read, self.read_page, self.jobs), self._on_seen, partial(self._on_unopened, read.path.name)
            )

    def _on_seen(self, seen: Seen) -> None:
        read = self.reads.get(seen.sheet.key)
        self._texts[seen.sheet.key] = seen.texts
        if seen.blank and read is not None:
            del self.reads[seen.sheet.key]
            self.blank(read)
        self._put(seen.sheet, seen.jpeg)

    def _on_judged(self, sheets: list[Sheet]) -> None:
        self._sheets |= {sheet.key: sheet for sheet in sheets if sheet.key in self.reads}
        self.judged()

    def _on_unopened(self, key: str, failure: Failure) -> None:
        """A page nobody can open brings nothing back, and says so."""
        why = failure.error if isinstance(failure.error, KnownError) else KnownError(failure.sentence)
        self._put(Sheet(key=key, lies=Lies.REFUSED, why=why), b"")

    def _put(self, sheet: Sheet, jpeg: bytes) -> None:
        self._looking -= 1
        if sheet.key in self.reads:
            self._sheets[sheet.key] = sheet
        self.seen(sheet.key, jpeg)
        self._look()
