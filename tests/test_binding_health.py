"""The Qt binding survives a desk's week of signals and texts; 6.12.0 on Python 3.11 does not."""

import subprocess
import sys

import pytest

EMITS = """
from PySide6.QtCore import QObject, Signal

class Desk(QObject):
    happened = Signal(bool, int, object)

heard = 0

def hear(yes: bool, number: int, fact: object) -> None:
    global heard
    heard += yes

desk = Desk()
desk.happened.connect(hear)
for number in range(20_000):
    desk.happened.emit(True, number, {"number": number})
print(heard)
"""

TEXTS = """
from PySide6.QtWidgets import QApplication, QLabel

app = QApplication([])
label = QLabel()
for number in range(200_000):
    label.setText(f"Nguyễn Thị Phượng {number}")
    label.setEnabled(bool(number % 2))
print(label.text())
"""


@pytest.mark.parametrize(("code", "said"), [(EMITS, "20000"), (TEXTS, "Nguyễn Thị Phượng 199999")])
def test_the_binding_survives(code: str, said: str) -> None:
    """PySide6 6.12.0 on Python 3.11 aborts in both: it gives back references to True and None it never took."""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=120)
    assert (done.returncode, done.stdout.strip(), done.stderr) == (0, said, "")
