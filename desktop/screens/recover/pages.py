"""The pages of a pile of office copies: looked at in the pool a few at a time, kept in the feeder's order."""

from collections.abc import Callable
from dataclasses import dataclass

from desktop.jobs import Failure, Jobs
from desktop.screens.scan.binding import PREVIEW_SIDE_PX, ReadPage
from desktop.screens.scan.looking import Looking, key_of
from desktop.slip_pile import Lies, Sheet, is_proven, judge
from dossiers.errors import KnownError
from scanning.events import PageRead


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
    sheet = jobs.wait(lambda desk: judge(desk, key_of(read), texts))
    return Seen(sheet, texts, thumbnail(picture, PREVIEW_SIDE_PX), look.blank and sheet.lies is Lies.BARE)


class Pages:
    """The pages in hand; `seen` is called with each one's picture, `judged` when the register changed their verdicts.

    Blank backs are let go of at once by `blank`.
    """

    def __init__(
        self, jobs: Jobs, read_page: ReadPage, *, seen: Callable[[str, bytes], None],
        blank: Callable[[PageRead], None], judged: Callable[[], None], failed: Callable[[Failure], None],
    ) -> None:  # fmt: skip
        self._jobs, self._seen, self._blank, self._judged, self._failed = jobs, seen, blank, judged, failed
        self.looking = Looking[Seen](jobs, lambda read: see(read, read_page, jobs), self._on_seen, self._on_unopened)
        self._sheets: dict[str, Sheet] = {}
        self._texts: dict[str, tuple[str, ...]] = {}

    def judge_again(self) -> None:
        """The register has changed: every sheet is judged anew by what was read on it."""
        texts = dict(self._texts)
        self._jobs.ask(
            lambda desk: [judge(desk, key, told) for key, told in texts.items()], self._on_judged, self._failed
        )

    def clear(self) -> None:
        """The pile is done with."""
        self.looking.clear()
        self._sheets.clear()
        self._texts.clear()

    @property
    def sheets(self) -> tuple[Sheet, ...]:
        """What has been looked at, in the order of the pile."""
        return tuple(self._sheets[key] for key in self.looking.reads if key in self._sheets)

    def _on_seen(self, key: str, found: Seen) -> None:
        if found.blank:
            self._blank(self.looking.drop(key))
        else:
            self._texts[key], self._sheets[key] = found.texts, found.sheet
        self._seen(key, found.jpeg)

    def _on_judged(self, sheets: list[Sheet]) -> None:
        self._sheets |= {sheet.key: sheet for sheet in sheets if sheet.key in self.looking.reads}
        self._judged()

    def _on_unopened(self, key: str, failure: Failure) -> None:
        """A page nobody can open brings nothing back, and says so."""
        why = failure.error if isinstance(failure.error, KnownError) else KnownError(failure.sentence)
        self._sheets[key] = Sheet(key=key, lies=Lies.REFUSED, why=why)
        self._seen(key, b"")
