"""Reads the print on scanned papers while nobody is at the desk, and stops at the first touch."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop.jobs import Failure, Jobs
from desktop.paper_door import PaperDoor
from desktop.stage import Here
from dossiers.errors import KnownError
from scanning.errors import ScanError
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
        self._door = PaperDoor()

    def begin(self) -> None:
        """Nobody is here: read on, where the office wants it and the programme is installed."""
        devices = self._here.devices
        program = find_program(devices.text_program) if devices.reads_papers else None
        if program and self._reader is None:
            reader, door = TextReader(program), PaperDoor()
            self._reader, self._door = reader, door
            self._jobs.pool(
                lambda: read_vietnamese(program, reader, door, self._jobs, self.page_read.emit),
                lambda _: self._on_done(reader), partial(self._on_failed, reader),
            )  # fmt: skip

    def pause(self) -> None:
        """Somebody is back: both children are killed, and their page is read another time."""
        if self._reader is not None:
            self._reader.stop()
            self._door.close()
            self._reader = None

    def _on_done(self, reader: TextReader) -> None:
        if self._reader is reader:
            self._door.close()
            self._reader = None

    def _on_failed(self, reader: TextReader, failure: Failure) -> None:
        self._on_done(reader)
        self.failed.emit(failure)


def read_vietnamese(
    program: Path, reader: TextReader, door: PaperDoor, jobs: Jobs, told: Callable[[], None]
) -> None:
    """Read page after page until all are read, or the reader is stopped and the door closed; runs in the pool.

    A page that cannot be read, or whose file is spoilt, is passed over.
    """
    if not reads_vietnamese(program):
        return
    while page := jobs.wait(lambda desk: desk.paper_text.next()):
        try:
            words = reader.read(_draw(door, jobs.wait(partial(_bytes_of, page=page)), page.page))
        except (Unread, ScanError, KnownError):
            if door.closed:
                return
            words = None
        except Stopped:
            return
        jobs.wait(partial(_keep, page=page, words=words))
        told()


def _draw(door: PaperDoor, document: bytes, page: int) -> bytes:
    """A page without its colours, as the reader takes it."""
    import numpy as np

    from scanning.picture import encode_pnm, grey

    drawn = door.draw(document, page, READ_DPI)
    return encode_pnm(grey(np.frombuffer(drawn.rgb, np.uint8).reshape(drawn.height_px, drawn.width_px, 3)))


def _bytes_of(desk: "Desk", page: "UnreadPage") -> bytes:
    return desk.files.get(page.sha256)


def _keep(desk: "Desk", page: "UnreadPage", words: tuple[Word, ...] | None) -> None:
    desk.paper_text.keep(page, words)
