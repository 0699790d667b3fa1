"""The window never stands still: no handler keeps its thread busy for more than 50 ms while a clerk works."""

import time
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer

from desktop import keys
from desktop.frame_screens import SCREENS
from desktop.sitting import Sitting
from tests.desktop.driving import Driver, settle

MOST_BUSY_S = 0.05


class Heartbeat:
    """Beats every 5 ms and keeps how much processor time the window's own thread used between two beats.

    Processor time, not wall time: what else this machine does must not fail a test of ours. That nothing waits
    on a disk or a line in this thread is the architecture's rule, tested there.
    """

    def __init__(self) -> None:
        self.busy_s: list[float] = []
        self._last_s = time.thread_time()
        self._timer = QTimer()
        self._timer.setInterval(5)
        self._timer.timeout.connect(self._beat)
        self._timer.start()

    def _beat(self) -> None:
        now_s = time.thread_time()
        self.busy_s.append(now_s - self._last_s)
        self._last_s = now_s

    def stop(self) -> float:
        """The busiest stretch."""
        self._timer.stop()
        return max(self.busy_s)


@pytest.mark.parametrize("screen", ["sync", "settings", "prints"])
def test_opening_and_using_a_screen_is_never_felt(sitting: Sitting, screen: str, tmp_path: Path) -> None:
    del tmp_path
    for name in SCREENS:
        sitting.frame.prepare(name)
    sitting.frame.open(screen)
    settle(300)
    sitting.frame.open("prints" if screen != "prints" else "sync")
    settle(100)
    heart = Heartbeat()
    settle(20)
    sitting.frame.open(screen)
    settle(100)
    clerk = Driver(sitting.frame)
    clerk.press(keys.TOP_BOX)
    for letter in "nguyen thi":
        clerk.type(letter)
        settle(10)
    clerk.press(keys.REFRESH)
    settle(200)
    assert heart.stop() <= MOST_BUSY_S
