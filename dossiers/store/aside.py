"""Slow work that needs no desk, beside the database thread: a stick takes seconds, and no clerk waits for them."""

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor, wait
from contextlib import contextmanager
from typing import TypeVar

T = TypeVar("T")

LOOK_S = 0.002
"""How long a waiting job may go unseen."""

Between = Callable[[], object]


class OneAside:
    """`do` runs one piece of work on a thread of its own and lets the database thread's other jobs go on meanwhile."""

    def __init__(self, between: Between) -> None:
        self._between = between
        self._thread = ThreadPoolExecutor(1, "backup")

    def do(self, work: Callable[[], T]) -> T:
        """The work's result, or its exception."""
        job = self._thread.submit(work)
        while not wait([job], LOOK_S).done:
            self._between()
        return job.result()

    def close(self) -> None:
        """End the thread."""
        self._thread.shutdown()


@contextmanager
def aside(between: Between) -> Iterator[OneAside]:
    """A thread beside this one for as long as the block lasts."""
    beside = OneAside(between)
    try:
        yield beside
    finally:
        beside.close()
