"""The screen that installers are watched on wakes whoever waits for a window, and for nothing else."""

import os
import subprocess
import sys

import pytest

from tests.installer.shown import colours, picture, screen, settle, wait_until

WINDOW = """
import sys
from PySide6.QtWidgets import QApplication, QLabel
app = QApplication([])
sys.stdin.readline()
label = QLabel("Một cửa")
label.setStyleSheet("background: #2266aa; color: white")
label.resize(300, 200)
label.show()
app.exec()
"""


def test_a_window_is_noticed_when_it_is_painted() -> None:
    with screen() as display:
        with pytest.raises(AssertionError, match="the window did not come"):
            wait_until(display, lambda: colours(display) > 1, "the window", within_s=0.2)
        environment = os.environ | {"DISPLAY": display, "QT_QPA_PLATFORM": "xcb"}
        child = subprocess.Popen([sys.executable, "-c", WINDOW], env=environment, stdin=subprocess.PIPE, text=True)
        try:
            assert child.stdin is not None
            child.stdin.write("show\n")
            child.stdin.flush()
            wait_until(display, lambda: colours(display) > 10, "the window", within_s=60)
            settle(display)
            seen = picture(display).tobytes()
            assert picture(display).tobytes() == seen
        finally:
            child.kill()
            with child:
                child.wait()
