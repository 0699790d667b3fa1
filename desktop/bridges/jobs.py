"""The database thread and the pool; results come home by one queued signal."""

import threading
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QObject, Qt, Signal, Slot

from desktop.jobs import Failed, Failure, failure

if TYPE_CHECKING:
    from dossiers.store.desk import Desk

T = TypeVar("T")
POOL_SIZE = 3
"""One may wait for a printer and one for a backup disk, and forms are still rendered."""


@dataclass(frozen=True, slots=True)
class _Outcome:
    """A finished job on its way to the window."""

    tell: Callable[[Any], None]
    value: Any


class QtJobs(QObject):
    """Owns the thread that owns the desk; `open` brings the desk up there, `close` takes it down there."""

    _finished = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._database = ThreadPoolExecutor(1, "database")
        self._pool = ThreadPoolExecutor(POOL_SIZE, "pool")
        self._desk: Desk | None = None
        self._turns: dict[str, int] = {}
        self._searching = threading.Event()
        self._finished.connect(self._on_finished, Qt.ConnectionType.QueuedConnection)

    def open(self, opener: "Callable[[], Desk]", on_done: "Callable[[Desk], None]", on_failed: Failed) -> None:
        """Open the desk on its thread; only then may anything be asked of it."""
        self._submit(self._database, partial(self._bring_up, opener), on_done, on_failed)

    def do(self, verb: Callable[..., T], *args: object, on_done: Callable[[T], None], on_failed: Failed) -> None:
        """See `Jobs.do`."""
        self._submit(self._database, lambda: self._open_desk.do(verb, *args), on_done, on_failed)

    def ask(self, fn: "Callable[[Desk], T]", on_done: Callable[[T], None], on_failed: Failed) -> None:
        """See `Jobs.ask`."""
        self._submit(self._database, lambda: fn(self._open_desk), on_done, on_failed)

    def latest(self, topic: str, fn: "Callable[[Desk], T]", on_done: Callable[[T], None], on_failed: Failed) -> None:
        """See `Jobs.latest`; overtaken questions that have not begun are not even run."""
        turn = self._turns[topic] = self._turns.get(topic, 0) + 1
        if self._searching.is_set() and self._desk is not None:
            self._desk.interrupt()

        def current() -> bool:
            return self._turns[topic] == turn

        def search() -> T | None:
            if not current():
                return None
            self._searching.set()
            try:
                return fn(self._open_desk)
            finally:
                self._searching.clear()

        self._submit(
            self._database, search,
            lambda value: on_done(value) if current() else None,  # type: ignore[arg-type]
            lambda why: on_failed(why) if current() else None,
        )  # fmt: skip

    def pool(self, fn: Callable[[], T], on_done: Callable[[T], None], on_failed: Failed) -> None:
        """See `Jobs.pool`."""
        self._submit(self._pool, fn, on_done, on_failed)

    def wait(self, fn: "Callable[[Desk], T]") -> T:
        """Run `fn(desk)` on the database thread and wait for it; for other worker threads, never for the window's."""
        return self._database.submit(lambda: fn(self._open_desk)).result()

    def close(self) -> None:
        """Finish what was begun, close the desk on its own thread, and end both thread pools."""
        self._pool.shutdown(wait=True, cancel_futures=True)
        self._database.submit(self._take_down).result()
        self._database.shutdown(wait=True)

    @property
    def _open_desk(self) -> "Desk":
        if self._desk is None:
            raise RuntimeError("the desk is not open")
        return self._desk

    def _bring_up(self, opener: "Callable[[], Desk]") -> "Desk":
        self._desk = opener()
        return self._desk

    def _take_down(self) -> None:
        if self._desk is not None:
            self._desk.close()
            self._desk = None

    def _submit(
        self, where: ThreadPoolExecutor, fn: Callable[[], T], on_done: Callable[[T], None], on_failed: Failed
    ) -> None:
        where.submit(fn).add_done_callback(partial(self._bring_home, on_done, on_failed))

    def _bring_home(self, on_done: Callable[[T], None], on_failed: Failed, job: "Future[T]") -> None:
        if job.cancelled():
            return
        error = job.exception()
        if error is None:
            self._finished.emit(_Outcome(on_done, job.result()))
        elif isinstance(error, Exception):
            why: Failure = failure(error)
            self._finished.emit(_Outcome(on_failed, why))

    @Slot(object)
    def _on_finished(self, outcome: _Outcome) -> None:
        outcome.tell(outcome.value)
