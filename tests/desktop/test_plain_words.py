"""What others wrote is shown as they wrote it: no name, title or note is taken for HTML, which would open pictures."""

import subprocess
import sys
from pathlib import Path

from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QLabel, QWidget

from desktop.sitting import Sitting
from dossiers.receive import receive
from tests.desktop.driving import wait_for
from tests.desktop.test_settings import says
from tests.store.homes import intake

TIP = """
import sys
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QLabel, QToolTip, QWidget
from desktop.theme.theme import Theme
app = QApplication([])
Theme(app).apply(dark=False, scale_percent=100)
page = QWidget()
page.show()
QToolTip.showText(QPoint(9, 9), sys.argv[1], page)
print(*(label.textFormat().name for label in app.topLevelWidgets() if isinstance(label, QLabel)))
"""

GLARING = QColor(255, 0, 255)


def glares(widget: QWidget) -> bool:
    """Whether the picture is seen anywhere in it."""
    seen = widget.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    return GLARING.rgb() in set(memoryview(seen.constBits()).cast("I"))


def test_a_name_that_is_an_html_picture_stays_words(sitting: Sitting, tmp_path: Path) -> None:
    """A dossier of another desk could have the window decode any file, even one within its own words."""
    picture = QImage(60, 40, QImage.Format.Format_RGB32)
    picture.fill(GLARING)
    picture.save(str(tmp_path / "p.png"))
    words = f'<img src="{tmp_path / "p.png"}">'
    bare = QLabel(words)
    bare.setStyleSheet("qproperty-textFormat: AutoText")
    assert glares(bare), "a label as Qt makes it, by which this test would see it"
    dossier = sitting.session.jobs.wait(lambda desk: desk.do(receive, intake(name=words)))
    sitting.frame.open("dossier", dossier_id=dossier.id)
    wait_for(lambda: says(sitting, words), "the dossier")
    assert not glares(sitting.frame)
    bare.deleteLater()


def test_neither_is_what_is_said_of_a_row_under_the_mouse() -> None:
    """In a process of its own: raising a tip is more than the screenless platform can do in silence."""
    done = subprocess.run(
        [sys.executable, "-c", TIP, "<img src='p.png'>"], capture_output=True, text=True, check=True, timeout=60
    )
    assert done.stdout.split() == ["PlainText"]
