"""A keyboard-type reader: its burst is withdrawn from the field in focus; a person loses no key."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from desktop.bridges.wedge import WedgeFilter
from tests.desktop.driving import hear, settle, wait_for

CODE = "H99.001-261123-0001"
ROOT = Path(__file__).parents[2]


@pytest.fixture
def line(qapp: QApplication) -> Iterator[QLineEdit]:
    """A field with the cursor in it."""
    del qapp
    page = QWidget()
    made = QLineEdit(page)
    page.show()
    made.setFocus()
    wait_for(made.hasFocus, "the cursor")
    yield made
    page.deleteLater()


@pytest.fixture
def prefix() -> list[str]:
    """What the settings say the readers type first; changed in place."""
    return [""]


@pytest.fixture
def wedge(line: QLineEdit, prefix: list[str]) -> Iterator[WedgeFilter]:
    """A filter at the door of the line's window."""
    made = WedgeFilter(line.window().windowHandle(), lambda: prefix[0])
    yield made
    made.close()


def burst(line: QLineEdit, text: str) -> None:
    """Keys as fast as a reader sends them, with Enter at the end."""
    for letter in text:
        press_letter(line, letter)
    QTest.keyClick(line.window().windowHandle(), Qt.Key.Key_Return)


def press_letter(line: QLineEdit, letter: str) -> None:
    """A key as the platform delivers it: to the window."""
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        event = QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter)
        QApplication.sendEvent(line.window().windowHandle(), event)


def test_a_burst_becomes_a_scan_and_leaves_the_field_alone(wedge: WedgeFilter, line: QLineEdit) -> None:
    line.setText("Nguyễn ")
    entered, scanned = hear(line.returnPressed), hear(wedge.scanned)
    burst(line, CODE)
    settle(120)
    assert (scanned, line.text(), entered) == ([CODE], "Nguyễn ", [])


def test_a_person_gets_every_key_in_order(wedge: WedgeFilter, line: QLineEdit) -> None:
    scanned = hear(wedge.scanned)
    for letter in "0912345":
        press_letter(line, letter)
        settle(75)
    QTest.keyClick(line.window().windowHandle(), Qt.Key.Key_Backspace)
    wait_for(lambda: line.text() == "091234", "the keys")
    assert scanned == []


def test_a_short_burst_with_enter_is_typing(wedge: WedgeFilter, line: QLineEdit) -> None:
    entered, scanned = hear(line.returnPressed), hear(wedge.scanned)
    burst(line, "0912")
    wait_for(lambda: entered, "Enter")
    assert (line.text(), scanned) == ("0912", [])


def test_a_prefix_set_while_the_desk_is_open_counts_from_the_next_key(
    wedge: WedgeFilter, line: QLineEdit, prefix: list[str]
) -> None:
    """With a prefix only what begins with it is a scan, and nobody's letters wait."""
    scanned = hear(wedge.scanned)
    prefix[0] = "~"
    burst(line, f"~{CODE}")
    assert (scanned, line.text()) == ([CODE], "")
    press_letter(line, "H")
    assert line.text() == "H"


def test_two_scans_in_a_row_stay_two(wedge: WedgeFilter, line: QLineEdit) -> None:
    scanned = hear(wedge.scanned)
    burst(line, CODE)
    burst(line, "H99.001-261123-0002")
    assert scanned == [CODE, "H99.001-261123-0002"]


LISTENER = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QLineEdit
from desktop.bridges.wedge import WedgeFilter

app = QApplication([])
line = QLineEdit("Trần")
line.show()
line.activateWindow()
line.setFocus()
wedge = WedgeFilter(line.windowHandle(), str)

def say(text):
    QTimer.singleShot(150, lambda: (print(text + "|" + line.text(), flush=True), app.quit()))

wedge.scanned.connect(say)
QTimer.singleShot(0, lambda: print("ready", line.winId(), flush=True))
QTimer.singleShot(20000, app.quit)
app.exec()
"""


def test_a_real_keyboard_burst_under_x(tmp_path: Path) -> None:
    """xdotool types through the X server as a reader's keyboard does; the field keeps what it had."""
    assert shutil.which("Xvfb"), "Xvfb is part of the test set-up"
    assert shutil.which("xdotool"), "xdotool is part of the test set-up"
    read_end, write_end = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(write_end), "-screen", "0", "800x600x24", "-nolisten", "tcp"],
        pass_fds=(write_end,), stderr=subprocess.DEVNULL,
    )  # fmt: skip
    os.close(write_end)
    try:
        with os.fdopen(read_end) as told:
            display = f":{told.readline().strip()}"
        environment = {**os.environ, "DISPLAY": display, "QT_QPA_PLATFORM": "xcb", "HOME": str(tmp_path)}
        listener = subprocess.Popen(
            [sys.executable, "-c", LISTENER], cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True
        )
        assert listener.stdout is not None
        with listener:
            window = listener.stdout.readline().split()[1]
            focus = ["windowfocus", "--sync", window]
            keys = ["type", "--delay", "4", f"{CODE}\n"]
            subprocess.run(["xdotool", *focus, *keys], env=environment, check=True, timeout=30)
            heard = listener.stdout.readline().strip()
        assert heard == f"{CODE}|Trần"
    finally:
        server.terminate()
        server.wait(10)
