"""One thread that does one job at a time, in order; long work on it can let the waiting jobs go first."""

import threading
from collections.abc import Callable
from concurrent.futures import Future
from queue import Empty, SimpleQueue
from typing import Any, TypeVar

T = TypeVar("T")


class OneThread:
    """Like an executor with one worker, with `serve` for the worker itself."""

    def __init__(self, name: str) -> None:
        self._jobs: SimpleQueue[tuple[Callable[[], Any], Future[Any]] | None] = SimpleQueue()
        self._thread = threading.Thread(target=self._run, name=name, daemon=True)
        self._thread.start()

    def submit(self, fn: Callable[[], T]) -> "Future[T]":
        """Do `fn` after everything submitted before it."""
        future: Future[T] = Future()
        self._jobs.put((fn, future))
        return future

    def serve(self) -> None:
        """Called by a long job on this thread: do everything that waits now, then go on with the long job."""
        for _ in range(self._jobs.qsize()):
            try:
                job = self._jobs.get_nowait()
            except Empty:
                return
            if job is None:
                self._jobs.put(None)
                return
            _do(*job)

    def close(self) -> None:
        """Do what was submitted, then end; waits for it."""
        self._jobs.put(None)
        self._thread.join()

    def _run(self) -> None:
        while (job := self._jobs.get()) is not None:
            _do(*job)


def _do(fn: Callable[[], Any], future: "Future[Any]") -> None:
    try:
        future.set_result(fn())
    except BaseException as error:  # noqa: BLE001 — whoever waits for the job hears of it
        future.set_exception(error)
