"""Reads the print on scanned papers while nobody is at the desk, and stops at the first touch."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop.jobs import Failure, Jobs
from desktop.stage import Here
from dossiers.errors import KnownError
from printing import raster
from printing.raster import Unreadable
from scanning.ocr import READ_DPI, Stopped, TextReader, Unread, Word, find_program, reads_vietnamese

if TYPE_CHECKING:
    from desktop.jobs import Desk
    from dossiers.store.paper_text import UnreadPage

QUIET_S = 60
"""So long nobody has touched anything before the first page is read."""


class PaperReader(QObject):
    """`page_read` after each page; `failed` where the database refuses."""

    page_read = Signal()
    failed = Signal(object)

    def __init__(self, jobs: Jobs, here: Here) -> None:
        super().__init__()
        self._jobs, self._here = jobs, here
        self._reader: TextReader | None = None

    def begin(self) -> None:
        """Nobody is here: read on, where the office wants it and the programme is installed."""
        devices = self._here.devices
        program = find_program(devices.text_program) if devices.reads_papers else None
        if program and self._reader is None:
            reader = self._reader = TextReader(program)
            self._jobs.pool(
                lambda: read_vietnamese(program, reader, self._jobs, self.page_read.emit),
                lambda _: self._on_done(reader), partial(self._on_failed, reader),
            )  # fmt: skip

    def pause(self) -> None:
        """Somebody is back: the child is killed, and its page is read another time."""
        if self._reader is not None:
            self._reader.stop()
            self._reader = None

    def _on_done(self, reader: TextReader) -> None:
        if self._reader is reader:
            self._reader = None

    def _on_failed(self, reader: TextReader, failure: Failure) -> None:
        self._on_done(reader)
        self.failed.emit(failure)


def read_vietnamese(program: Path, reader: TextReader, jobs: Jobs, told: Callable[[], None]) -> None:
    """Read page after page until all are read or the reader is stopped; runs in the pool.

    A page that cannot be read, or whose file is spoilt, is passed over.
    """
    if not reads_vietnamese(program):
        return
    while page := jobs.wait(lambda desk: desk.paper_text.next()):
        try:
            words = reader.read(_draw(jobs.wait(partial(_bytes_of, page=page)), page.page))
        except (Unread, Unreadable, KnownError):
            words = None
        except Stopped:
            return
        jobs.wait(partial(_keep, page=page, words=words))
        told()


def _draw(pdf: bytes, page: int) -> bytes:
    """A page without its colours, as the reader takes it."""
    from scanning.picture import encode_pnm, grey

    return encode_pnm(grey(raster.page(pdf, page, READ_DPI)))


def _bytes_of(desk: "Desk", page: "UnreadPage") -> bytes:
    return desk.files.get(page.sha256)


def _keep(desk: "Desk", page: "UnreadPage", words: tuple[Word, ...] | None) -> None:
    desk.paper_text.keep(page, words)
