"""The line between the desks of one office, for the window: its news come home as signals."""

from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop.bridges.jobs import QtJobs
from desktop.jobs import failure
from dossiers.clock import Clock

if TYPE_CHECKING:
    from collections.abc import Callable

    from sync.hub.office import OfficeLine, OfficeNews


class HubBridge(QObject):
    """Shut until this desk is paired or about to be; `news` carries an OfficeNews that differs from the one before.

    `code_shown` carries six digits, `paired` the other desk's name, `failed` a Failure.
    """

    news = Signal(object)
    code_shown = Signal(str)
    paired = Signal(str)
    failed = Signal(object)
    _told = Signal(object)

    def __init__(self, jobs: QtJobs, clock: Clock) -> None:
        super().__init__()
        self._jobs, self._clock = jobs, clock
        self._thread = ThreadPoolExecutor(1, "lan")
        self._line: OfficeLine | None = None
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

    def wake(self) -> None:
        """Something was committed here: the other desks should see it now."""
        if self._line is not None:
            self._line.wake()

    def close(self) -> None:
        """Finish what is on the line."""
        self._thread.shutdown(wait=True, cancel_futures=True)
        if self._line is not None:
            self._line.close()

    def _do(self, work: "Callable[[], object]") -> None:
        def guarded() -> None:
            try:
                work()
            except Exception as error:  # noqa: BLE001 — the border where every fault becomes a sentence
                self.failed.emit(failure(error))

        self._thread.submit(guarded)

    def _open(self) -> "OfficeLine":
        if self._line is None:
            from sync.hub.office import OfficeLine

            line = OfficeLine(self._jobs.wait, self._clock, tell=self._told.emit)
            line.begin()
            self._line = line
        return self._line

    def _on_told(self, told: "OfficeNews") -> None:
        if told.fresh or told != self.last:
            self.last = told
            self.news.emit(told)
