"""Widgets caught in a cycle die in the window's thread, whichever thread is busiest."""

import gc
import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from desktop.bridges.garbage import WindowGarbage
from tests.desktop.driving import wait_for


@pytest.fixture
def garbage(qapp: QApplication) -> Iterator[WindowGarbage]:
    """The collector of a running desk."""
    del qapp
    made = WindowGarbage()
    yield made
    made.close()


def test_a_busy_worker_never_collects_what_belongs_to_the_window(garbage: WindowGarbage) -> None:
    """A cyclic QObject collected by a worker left its timer behind: the window's loop then crashed."""
    del garbage
    died_in: list[str] = []

    class Cyclic(QObject):
        def __del__(self) -> None:
            died_in.append(threading.current_thread().name)

    lost = Cyclic()
    lost.me = lost  # type: ignore[attr-defined]
    del lost

    def work() -> None:
        for _ in range(200):
            _ = [[number] for number in range(1000)]

    worker = threading.Thread(target=work, name="worker")
    worker.start()
    worker.join()
    assert died_in == []
    keep = [[number] for number in range(gc.get_threshold()[0] + 100)]
    wait_for(lambda: died_in or gc.get_count()[0] < len(keep), "a collection")
    gc.collect()
    assert set(died_in) == {"MainThread"}
