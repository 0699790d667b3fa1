"""The scanner's child process as its owner sees it: start, facts by callback, cancel, and an end that always comes."""

import contextlib
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Self

import msgspec

from scanning.drivers import ScanRequest
from scanning.drivers.files import MOST_FATAL_PAGES
from scanning.errors import Fault, ScanError
from scanning.events import Device, Failed, FileRefused, Finished, Opened, Opening, PageRead, ScanEvent
from scanning.worker import CANCEL_LINE, FindOrder, ScanOrder

WORKER_COMMAND = (sys.executable, "-m", "scanning.worker")
CANCEL_GRACE_S = 0.7
"""A driver gets this long to stop by itself; then its whole process group is killed (cancel < 1 s)."""

PAGE_DEADLINE_S = 30.0
"""The largest page takes a few seconds on an old machine; nobody stands longer before one made to take for ever.

It is kept here and not in the child: a decoder that hangs holds every thread of its process.
"""

_ROOM_PARENT = Path(__file__).resolve().parent.parent


class WorkerSession:
    """One child process over one order; `close()` it, or use it as a context manager.

    `on_event` is called on the session's own thread, in order, and ends with exactly one Finished or Failed.
    """

    def __init__(
        self,
        order: ScanOrder | FindOrder,
        on_event: Callable[[ScanEvent], None],
        command: Sequence[str] = WORKER_COMMAND,
    ) -> None:
        self._order = order
        self._on_event = on_event
        self._command = command
        self._cancelled = threading.Event()
        self._ended = threading.Event()
        self._one_at_a_time = threading.Lock()
        self._pages = 0
        self._worker: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @property
    def worker_pid(self) -> int | None:
        """The child's process id once started."""
        return self._worker.pid if self._worker else None

    def start(self) -> None:
        """Start the child and hand it the order; returns at once."""
        self._worker = _start_worker(self._command, self._order)
        threading.Thread(target=self._listen, args=(self._worker,), name="scan-session", daemon=True).start()

    def wait(self, timeout_s: float | None = None) -> bool:
        """Whether the last event has been delivered within the time."""
        return self._ended.wait(timeout_s)

    def cancel(self) -> None:
        """Ask the child to stop and make sure of it within a second; returns at once."""
        with self._one_at_a_time:  # a child that is just being followed by another is the one to be told
            if self._worker is None or self._cancelled.is_set():
                return
            self._cancelled.set()
        _write(self._worker, CANCEL_LINE)
        reaper = threading.Timer(CANCEL_GRACE_S, self._kill_unless_ended, (self._worker,))
        reaper.daemon = True
        reaper.start()

    def close(self) -> None:
        """Cancel if still running and wait for the end."""
        self.cancel()
        if self._worker is not None:
            self._ended.wait()

    def _kill_unless_ended(self, worker: subprocess.Popen[bytes]) -> None:
        if not self._ended.is_set():
            _kill_group(worker)

    def _listen(self, worker: subprocess.Popen[bytes]) -> None:
        """Deliver the facts of one child after another, until one comes to an end of its own or nobody may follow."""
        try:
            end, clock = self._hear(worker)
            while not end and clock.opening and (follower := self._pass_over(clock.opening, slow=clock.ran_out)):
                end, clock = self._hear(follower)
            self._on_event(end or self._sudden_end(slow=clock.ran_out))
        finally:
            self._ended.set()

    def _hear(self, worker: subprocess.Popen[bytes]) -> "tuple[Finished | Failed | None, _PageClock]":
        """A child's facts; the end it came to, or the clock that holds the page over which it ended."""
        end, clock = None, _PageClock(worker)
        for event in _facts(worker):
            clock.hear(event)
            if isinstance(event, Finished | Failed):
                end = msgspec.structs.replace(event, pages=self._pages)
            elif not isinstance(event, Opening | Opened):
                self._pages += isinstance(event, PageRead)
                self._on_event(event)
        clock.stop()
        _bury(worker)
        return end, clock

    def _pass_over(self, page: Opening, *, slow: bool) -> subprocess.Popen[bytes] | None:
        """Name the page that took too long or killed its reader, and have a fresh child read what lies behind it.

        None where nothing does: a device feeds its sheet again, and whoever cancelled wants no more.
        """
        if not page.file or not isinstance(self._order, ScanOrder) or self._cancelled.is_set():
            return None
        before = [each for each in self._order.fatal if msgspec.structs.replace(each, page=page.page) == page]
        too_slow = Fault.FILE_TOO_SLOW if len(before) + 1 >= MOST_FATAL_PAGES else Fault.PAGE_TOO_SLOW
        self._on_event(FileRefused(page.file, too_slow if slow else Fault.FILE_UNREADABLE, page.page))
        self._order = msgspec.structs.replace(self._order, fatal=(*self._order.fatal, page))
        with self._one_at_a_time:
            if not self._cancelled.is_set():
                self._worker = _start_worker(self._command, self._order)
                return self._worker
        return None

    def _sudden_end(self, *, slow: bool) -> Finished | Failed:
        """A child killed to keep a cancel's deadline has finished; any other silent death is a fault."""
        if self._cancelled.is_set():
            return Finished(self._pages, cancelled=True)
        return Failed(Fault.CORRUPT_PAGE if slow else Fault.WORKER_DIED, self._pages)


class _PageClock:
    """Ends a child whose page takes longer than its time; `opening` is the page, `ran_out` whether it was ended."""

    def __init__(self, worker: subprocess.Popen[bytes]) -> None:
        self.opening: Opening | None = None
        self.ran_out = False
        self._worker = worker
        self._one_at_a_time = threading.Lock()
        self._timer = threading.Timer(0, self._end, (None,))

    def hear(self, event: ScanEvent) -> None:
        """Whatever a child says after a page began has ended it."""
        self.stop()
        self.opening = event if isinstance(event, Opening) else None
        if self.opening is not None:
            self._timer = threading.Timer(PAGE_DEADLINE_S, self._end, (self.opening,))
            self._timer.daemon = True
            self._timer.start()

    def stop(self) -> None:
        """The page has come, or the child is gone: from now on nobody is ended."""
        with self._one_at_a_time:
            self._timer.cancel()

    def _end(self, opening: Opening | None) -> None:
        with self._one_at_a_time:  # a page that came in the last moment has its child go on
            if self.opening is opening and not self._timer.finished.is_set():
                self.ran_out = True
                _kill_group(self._worker)


class ScanSession(WorkerSession):
    """Pages of one request into one spool folder, sealed under the key.

    Pages announced before any end, a kill included, are in the folder: spool.recover() lists them.
    """

    def __init__(
        self,
        request: ScanRequest,
        folder: Path,
        key: bytes,
        on_event: Callable[[ScanEvent], None],
        command: Sequence[str] = WORKER_COMMAND,
    ) -> None:
        super().__init__(ScanOrder(request, str(folder.resolve()), key), on_event, command)


def drivers_here() -> tuple[str, ...]:
    """The drivers that can find devices on this system."""
    return ("wia" if sys.platform == "win32" else "sane", "escl", "camera")


def find_devices(
    drivers: tuple[str, ...], name: str = "", timeout_s: float = 30, command: Sequence[str] = WORKER_COMMAND
) -> list[Device]:
    """Devices found in a child that may hang or crash (with a `name`, the one); raises ScanError."""
    heard: list[ScanEvent] = []
    with WorkerSession(FindOrder(drivers, name), heard.append, command) as search:
        if not search.wait(timeout_s):
            raise ScanError(Fault.NO_DEVICE)
    if isinstance(heard[-1], Failed):
        raise ScanError(heard[-1].fault)
    return [event for event in heard if isinstance(event, Device)]


def _start_worker(command: Sequence[str], order: ScanOrder | FindOrder) -> subprocess.Popen[bytes]:
    """The child in a process group of its own, so that what it started dies with it."""
    worker = subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=_ROOM_PARENT, start_new_session=True
    )
    _write(worker, msgspec.json.encode(order) + b"\n")
    return worker


def _write(worker: subprocess.Popen[bytes], line: bytes) -> None:
    """A child that is already dead is reported by the listener, not here."""
    assert worker.stdin is not None
    with contextlib.suppress(BrokenPipeError, ValueError):
        worker.stdin.write(line)
        worker.stdin.flush()


def _facts(worker: subprocess.Popen[bytes]) -> Iterator[ScanEvent]:
    """The child's lines as events; half a line is what a killed child leaves."""
    assert worker.stdout is not None
    for line in worker.stdout:
        if line.endswith(b"\n"):
            yield msgspec.json.decode(line, type=ScanEvent)


def _bury(worker: subprocess.Popen[bytes]) -> None:
    """End the child, whatever it started, and close its pipes."""
    _kill_group(worker)
    with worker:
        pass


def _kill_group(worker: subprocess.Popen[bytes]) -> None:
    """The child and whatever it started; nothing happens where all are gone."""
    if sys.platform == "win32":
        worker.kill()
        return
    with contextlib.suppress(ProcessLookupError):
        os.killpg(worker.pid, signal.SIGKILL)
