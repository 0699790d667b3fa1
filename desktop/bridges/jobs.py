"""The database thread and the pool; results come home by one queued signal."""

import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from itertools import count
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QObject, Qt, Signal

from desktop.bridges.one_thread import OneThread
from desktop.jobs import Failed, Failure, failure

if TYPE_CHECKING:
    from dossiers.store.desk import Desk

T = TypeVar("T")
POOL_SIZE = 4
"""Two may wait for printers and one for a device's answer, and forms are still rendered."""


@dataclass(slots=True)
class _Errand:
    """A job, whom to tell, and what came of it; lives and dies in the window's thread."""

    work: Callable[[], Any]
    on_done: Callable[[Any], None]
    on_failed: Failed
    value: Any = None
    why: Failure | None = None


class QtJobs(QObject):
    """Owns the thread that owns the desk; `open` brings the desk up there, `close` takes it down there.

    A worker is given the number of an errand and holds nothing else of it once it has said that number: what a job or
    its answers refer to may be a widget, and a widget whose last reference falls in a worker thread ends in a crash.
    """

    _finished = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._database = OneThread("database")
        self._pool = ThreadPoolExecutor(POOL_SIZE, "pool")
        self._desk: Desk | None = None
        self._turns: dict[str, int] = {}
        self._errands: dict[int, _Errand] = {}
        self._numbers = count()
        self._searching = False
        self._search_lock = threading.Lock()
        self._finished.connect(self._on_finished, Qt.ConnectionType.QueuedConnection)

    def open(self, opener: "Callable[[], Desk]", on_done: "Callable[[Desk], None]", on_failed: Failed) -> None:
        """Open the desk on its thread; only then may anything be asked of it."""
        self._send(self._database.submit, partial(self._bring_up, opener), on_done, on_failed)

    def do(self, verb: Callable[..., T], *args: object, on_done: Callable[[T], None], on_failed: Failed) -> None:
        """See `Jobs.do`."""
        self._send(self._database.submit, lambda: self._open_desk.do(verb, *args), on_done, on_failed)

    def ask(self, fn: "Callable[[Desk], T]", on_done: Callable[[T], None], on_failed: Failed) -> None:
        """See `Jobs.ask`."""
        self._send(self._database.submit, lambda: fn(self._open_desk), on_done, on_failed)

    def latest(self, topic: str, fn: "Callable[[Desk], T]", on_done: Callable[[T], None], on_failed: Failed) -> None:
        """See `Jobs.latest`; overtaken questions that have not begun are not even run."""
        turn = self._turns[topic] = self._turns.get(topic, 0) + 1
        self._cut_search_short()

        def current() -> bool:
            return self._turns[topic] == turn

        def done(value: T | None) -> None:
            if value is not None and current():
                on_done(value)

        self._send(
            self._database.submit,
            lambda: self._search(fn) if current() else None,
            done,
            lambda why: on_failed(why) if current() else None,
        )

    def pool(self, fn: Callable[[], T], on_done: Callable[[T], None], on_failed: Failed) -> None:
        """See `Jobs.pool`."""
        self._send(self._pool.submit, fn, on_done, on_failed)

    def wait(self, fn: "Callable[[Desk], T]", /) -> T:
        """Run `fn(desk)` on the database thread and wait for it; for other worker threads, never for the window's."""
        return self._database.submit(lambda: fn(self._open_desk)).result()

    def serve(self) -> None:
        """Let waiting jobs go first: what long work on the database thread calls between its steps."""
        self._database.serve()

    def close(self, last: "Callable[[Desk], object]") -> None:
        """Finish what was begun, do one `last` thing, close the desk on its own thread, and end all threads."""
        self._pool.shutdown(wait=True, cancel_futures=True)
        self._database.submit(partial(self._take_down, last)).result()
        self._database.close()

    @property
    def _open_desk(self) -> "Desk":
        if self._desk is None:
            raise RuntimeError("the desk is not open")
        return self._desk

    def _bring_up(self, opener: "Callable[[], Desk]") -> "Desk":
        self._desk = opener()
        return self._desk

    def _take_down(self, last: "Callable[[Desk], object]") -> None:
        if self._desk is None:
            return
        try:
            last(self._desk)
        except Exception as error:  # noqa: BLE001 — whatever fails last, the desk is closed properly
            failure(error)
        self._desk.close()
        self._desk = None

    def _search(self, fn: "Callable[[Desk], T]") -> T:
        with self._search_lock:
            self._searching = True
        try:
            return fn(self._open_desk)
        finally:
            with self._search_lock:
                self._searching = False

    def _cut_search_short(self) -> None:
        """Under the lock, so that nothing but a search that still runs is ever interrupted."""
        with self._search_lock:
            if self._searching and self._desk is not None:
                self._desk.interrupt()

    def _send(
        self, submit: Callable[[Callable[[], None]], object], work: Callable[[], T], on_done: Callable[[T], None],
        on_failed: Failed,
    ) -> None:  # fmt: skip
        number = next(self._numbers)
        self._errands[number] = _Errand(work, on_done, on_failed)
        submit(partial(self._run, number))

    def _run(self, number: int) -> None:
        """In a worker: the last thing said of an errand is its number."""
        errand = self._errands[number]
        try:
            errand.value = errand.work()
        except Exception as error:  # noqa: BLE001 — whoever asked hears of it
            errand.why = failure(error)
        del errand
        self._finished.emit(number)

    def _on_finished(self, number: int) -> None:
        errand = self._errands.pop(number)
        if errand.why is not None:
            errand.on_failed(errand.why)
        else:
            errand.on_done(errand.value)
