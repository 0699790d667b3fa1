"""The line between the desks of one office, for the window: its news come home as signals."""

from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop.bridges.jobs import QtJobs
from desktop.hub_asks import change_port
from desktop.jobs import failure
from dossiers.clock import Clock
from dossiers.errors import KnownError

if TYPE_CHECKING:
    from collections.abc import Callable

    from sync.hub.discovery import Announcement, FoundDesk
    from sync.hub.office import OfficeLine, OfficeNews


class HubBridge(QObject):
    """Shut until this desk is paired or about to be; `news` carries an OfficeNews that differs from the one before.

    `code_shown` carries six digits, `paired` the other desk's name, `found` a tuple of FoundDesk, `failed` a Failure.
    """

    news = Signal(object)
    code_shown = Signal(str)
    paired = Signal(str)
    found = Signal(object)
    moved = Signal(int)
    failed = Signal(object)
    _told = Signal(object)

    def __init__(self, jobs: QtJobs, clock: Clock) -> None:
        super().__init__()
        self._jobs, self._clock = jobs, clock
        self._thread = ThreadPoolExecutor(1, "lan")
        self._line: OfficeLine | None = None
        self._announcement: Announcement | None = None
        self.last: OfficeNews | None = None
        self._told.connect(self._on_told)

    def open(self) -> None:
        """Answer the other desks and go round to them from now on."""
        self._do(self._open)

    def show_code(self) -> None:
        """Wait ten minutes for one desk to be paired with this one."""
        self._do(lambda: self.code_shown.emit(self._open().door.open()))

    def join(self, address: str, code: str) -> None:
        """Pair with the desk that shows this code."""
        self._do(lambda: self.paired.emit(self._open().join(address, code).name))

    def look(self) -> None:
        """Listen a few seconds for desks of this office that announce themselves."""
        self._do(lambda: self.found.emit(self._look()))

    def move(self, port: int) -> None:
        """Answer at another port from now on; the other desks learn of it when they are next met."""
        self._do(lambda: self._move(port))

    def wake(self) -> None:
        """Something was committed here: the other desks should see it now."""
        if self._line is not None:
            self._line.wake()

    def close(self) -> None:
        """Finish what is on the line."""
        self._thread.shutdown(wait=True, cancel_futures=True)
        self._shut()

    def _do(self, work: "Callable[[], object]") -> None:
        def guarded() -> None:
            try:
                work()
                self._announce()
            except Exception as error:  # noqa: BLE001 — the border where every fault becomes a sentence
                self.failed.emit(failure(error))

        self._thread.submit(guarded)

    def _open(self) -> "OfficeLine":
        if self._line is None:
            from sync.hub.office import OfficeLine
            from sync.hub.place import read_port

            port = self._jobs.wait(read_port)
            self._line = OfficeLine(self._jobs.wait, self._clock, port=port, tell=self._told.emit)
            self._line.begin()
        return self._line

    def _announce(self) -> None:
        """Nobody waits for this, and where a network lets no announcement through, addresses are typed."""
        from sync.hub.discovery import Announcement, NoMulticast, sign

        if self._line is not None and self._announcement is None:
            with suppress(NoMulticast):
                self._announcement = Announcement(self._jobs.wait(sign), self._line.port)

    def _look(self) -> "tuple[FoundDesk, ...]":
        from sync.hub.discovery import look, sign

        return look(self._jobs.wait(sign))

    def _move(self, port: int) -> None:
        """A port that is taken leaves everything at the old one."""
        from sync.hub.place import read_port

        before = self._jobs.wait(read_port)
        self._jobs.wait(lambda desk: change_port(desk, port))
        if self._line is not None:
            self._shut()
            try:
                self._open()
            except KnownError:
                self._jobs.wait(lambda desk: change_port(desk, before))
                self._open()
                raise
        self.moved.emit(port)

    def _shut(self) -> None:
        if self._announcement is not None:
            self._announcement.close()
        if self._line is not None:
            self._line.close()
        self._announcement = self._line = None

    def _on_told(self, told: "OfficeNews") -> None:
        if told.fresh or told != self.last:
            self.last = told
            self.news.emit(told)
