"""The sync engine in its own thread: it asks the database thread, and its report comes home as a signal."""

import threading
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.bridges.jobs import QtJobs
from desktop.jobs import failure
from dossiers.clock import Clock

if TYPE_CHECKING:
    from sync.progress import SyncReport

EVERY_MS = 15 * 60 * 1000


class SyncBridge(QObject):
    """Runs by itself every 15 minutes once begun, and whenever asked; never two runs at a time.

    `finished` carries a SyncReport, also when the line broke (`report.fault`); `failed` a Failure when there was
    no run at all.
    """

    started = Signal()
    progressed = Signal(object)
    finished = Signal(object)
    failed = Signal(object)
    enrolled = Signal()
    stopped_by_province = Signal()
    """A proven revocation was obeyed, whichever way it came: the desk opens no more."""

    def __init__(self, jobs: QtJobs, clock: Clock) -> None:
        super().__init__()
        self._jobs, self._clock = jobs, clock
        self._thread = ThreadPoolExecutor(1, "sync")
        self._stopped = threading.Event()
        self.running = False
        self.offline_since: datetime | None = None
        self.last: SyncReport | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(EVERY_MS)
        self._timer.timeout.connect(self.run_now)
        self.finished.connect(self._on_finished)
        self.failed.connect(self._on_failed)
        self.enrolled.connect(self._on_enrolled)

    @property
    def closing(self) -> bool:
        """Whether the desk is being left; other work for the province ends at this too."""
        return self._stopped.is_set()

    def begin(self) -> None:
        """Run now and from now on."""
        self._timer.start()
        self.run_now()

    def run_now(self, *, asked_for: bool = False) -> None:
        """Send what waits and fetch what is new; a run that is under way is enough.

        `asked_for`: scans too, at whatever hour (sync.budget).
        """
        if self._claim():
            self._thread.submit(self._work, asked_for=asked_for)

    def enrol(self, url: str, code: str, ca: bytes | None) -> None:
        """Join a province with a one-time code; `enrolled` and a first run follow, or `failed` says why not."""
        if self._claim():
            self._thread.submit(self._enrol, url, code, ca)

    def close(self) -> None:
        """Stop after the block that is on the line; what was not acknowledged goes out next time."""
        self._stopped.set()
        self._timer.stop()
        self._thread.shutdown(wait=True, cancel_futures=True)

    def _claim(self) -> bool:
        if self.running or self._stopped.is_set():
            return False
        self.running = True
        self.started.emit()
        return True

    def _work(self, *, asked_for: bool) -> None:
        from sync import reclaim
        from sync.membership import connect

        try:
            client = self._jobs.wait(connect)
            try:
                report = reclaim.run(
                    self._jobs.wait, client, self._clock, self.progressed.emit, self._stopped.is_set,
                    asked_for=asked_for,
                )  # fmt: skip
            finally:
                client.close()
        except Exception as error:  # noqa: BLE001 — the border where every fault becomes a sentence
            self.failed.emit(failure(error))
        else:
            self.finished.emit(report)

    def _enrol(self, url: str, code: str, ca: bytes | None) -> None:
        from sync.client import Client
        from sync.enrolment import enrol

        try:
            client = Client(url, ca)
            try:
                enrol(self._jobs.wait, client, code, self._clock)
            finally:
                client.close()
        except Exception as error:  # noqa: BLE001 — the border where every fault becomes a sentence
            self.failed.emit(failure(error))
        else:
            self.enrolled.emit()

    def _on_enrolled(self) -> None:
        self.running = False
        self.begin()

    def _on_finished(self, report: "SyncReport") -> None:
        self.running, self.last = False, report
        self.offline_since = (self.offline_since or report.ended_at) if report.fault else None
        if report.shut:
            self.stopped_by_province.emit()

    def _on_failed(self, _: object) -> None:
        self.running = False
