"""The list on show as a printed register or as a spreadsheet: read in pages, told as it goes, stoppable."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, TypeVar

from desktop.i18n import t
from desktop.jobs import Jobs
from desktop.people_asks import note_export
from desktop.register_asks import READ_AT_ONCE, read_dossiers, read_rows
from desktop.screens.register.progress import Progress
from desktop.screens.register.words import number_words
from desktop.slips import Letterhead, Slip, Slips
from desktop.stage import Stage
from dossiers.clock import Clock, local_date

if TYPE_CHECKING:
    from desktop.jobs import Desk

T = TypeVar("T")

FORM = "register"
PAPER = "A4"


class OutputView(Protocol):
    """The screen as its long work sees it."""

    def show_progress(self, progress: Progress, words: str) -> None:
        """Follow long work until it has ended, with a way to stop it."""
        ...


class Output:
    """Takes the keys of a list as it stands; what is written is written whole or not at all."""

    def __init__(self, *, jobs: Jobs, stage: Stage, clock: Clock, slips: Slips, view: OutputView) -> None:
        self._jobs, self._stage, self._clock, self._slips, self._view = jobs, stage, clock, slips, view

    def print_register(self, keys: Sequence[int]) -> None:
        """The register as the circular lays it out, in the order of reception."""
        in_order, progress = sorted(keys), Progress(total=len(keys))
        title = t("Sổ theo dõi {count} hồ sơ", count=number_words(len(keys)))
        slip = Slip(form=FORM, title=title, draw=lambda head: self._draw(head, in_order, progress), paper=PAPER)
        self._view.show_progress(progress, t("Đang dựng sổ theo dõi"))
        self._slips.queue(slip, lambda: self._stage.toast(t("Sổ theo dõi đã vào hàng đợi in.")))

    def export(self, keys: Sequence[int], path: Path) -> None:
        """A spreadsheet in the order on show; what stood at `path` stays until the new one is whole."""
        progress = Progress(total=len(keys))
        self._view.show_progress(progress, t("Đang ghi bảng tính"))
        self._jobs.pool(lambda: self._write(keys, path, progress), self._on_written, self._stage.complain)

    def _draw(self, head: Letterhead, keys: Sequence[int], progress: Progress) -> bytes:
        from printing.forms.register import Extent, render

        out = BytesIO()
        try:
            days = [local_date(row.received_at) for row in self._read(keys, read_rows)]
            extent, dossiers = Extent(first=min(days), last=max(days)), self._read(keys, read_dossiers)
            render(
                out, dossiers, extent, head.office, self._clock(), overrides=head.words,
                progress=lambda _, rows: progress.reached(rows), stop=lambda: progress.stop,
            )  # fmt: skip
        finally:
            progress.ended = True
        return out.getvalue()

    def _write(self, keys: Sequence[int], path: Path, progress: Progress) -> int:
        from dossiers.register_table import HEADINGS, line
        from dossiers.spreadsheet import write

        now = self._clock()
        try:
            self._jobs.wait(lambda desk: note_export(desk, f"Sổ theo dõi {len(keys)} hồ sơ"))
            rows = (line(dossier, now) for dossier in self._read(keys, read_dossiers))
            return write(path, HEADINGS, rows, progress=progress.reached, stop=lambda: progress.stop)
        finally:
            progress.ended = True

    def _read(self, keys: Sequence[int], read: "Callable[[Desk, Sequence[int]], list[T]]") -> Iterator[T]:
        """Page by page on the database thread, which serves everybody else in between."""
        for first in range(0, len(keys), READ_AT_ONCE):
            yield from self._jobs.wait(partial(_ask, read, keys[first : first + READ_AT_ONCE]))

    def _on_written(self, rows: int) -> None:
        self._stage.toast(t("Đã ghi {count} hồ sơ ra bảng tính.", count=number_words(rows)))


def _ask(read: "Callable[[Desk, Sequence[int]], list[T]]", keys: Sequence[int], desk: "Desk") -> list[T]:
    return read(desk, keys)
