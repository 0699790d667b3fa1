"""A citizen's card by camera, by file and by drop: the form is filled, and what went wrong is said."""

from pathlib import Path

import cv2
import numpy as np
import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication

from desktop.screens.intake.form import Field
from desktop.screens.intake.screen import IntakeScreen
from desktop.sitting import Sitting
from tests.desktop.driving import Driver, settle, wait_for
from tests.scanning.films import card_frame, desk_frame, write_film

CARD = "036186001234||Đặng Thị Ngọc Ánh|02091986|Nữ|Thôn Đông, Mẫu Sơn|15082021"
NAME = "Đặng Thị Ngọc Ánh"


@pytest.fixture
def intake(sitting: Sitting) -> IntakeScreen:
    sitting.frame.open("intake")
    settle(20)
    screen = sitting.frame.front_screen
    assert isinstance(screen, IntakeScreen)
    return screen


def film_of(tmp_path: Path, text: str) -> str:
    """An empty desk, then something with this code."""
    rng = np.random.default_rng(4)
    frames = [desk_frame(rng) for _ in range(3)] + [card_frame(text, rng) for _ in range(4)]
    return str(write_film(tmp_path / "the.avi", frames))


def name_in(intake: IntakeScreen) -> str:
    return intake.person.line(Field.NAME).text()


def test_a_card_under_the_camera_fills_the_form_and_what_goes_wrong_is_said(
    sitting: Sitting, intake: IntakeScreen, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    panel, after_frames = intake.cards.panel, list[str]()
    # The film may be over, and that be said, before anybody looks.
    panel.camera.framed.connect(lambda _: after_frames.append(panel.said.text()))
    panel.present(film_of(tmp_path, "https://vneid.example/abcdefghijklmnop"))
    wait_for(lambda: any("VNeID" in text for text in after_frames), "the sentence about a code that is no card")
    assert name_in(intake) == ""
    panel.put_away()
    panel.present(film_of(tmp_path, CARD))
    wait_for(lambda: name_in(intake) == NAME, "the form to be filled")
    wait_for(lambda: not panel.isVisible(), "the picture to go")
    assert panel.camera.is_closed
    with monkeypatch.context() as broken:
        broken.setattr("scanning.card_camera.sys.executable", "/bin/false")
        clerk = Driver(sitting.frame)
        clerk.press("Ctrl+D")
        assert panel.isVisible()
        wait_for(lambda: "Máy chụp vừa dừng" in panel.said.text(), "the sentence about a camera that stopped")
        clerk.press("Esc")
    assert not panel.isVisible()
    assert name_in(intake) == NAME


def drop(intake: IntakeScreen, file: Path) -> bool:
    """Drag a file onto the screen and let it go; whether the screen takes it."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file))])
    actions, buttons, no_keys = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    entering = QDragEnterEvent(QPointF(5, 5).toPoint(), actions, data, buttons, no_keys)
    entering.ignore()
    QApplication.sendEvent(intake, entering)
    if entering.isAccepted():
        QApplication.sendEvent(intake, QDropEvent(QPointF(5, 5), actions, data, buttons, no_keys))
    return entering.isAccepted()


def test_a_dropped_photo_fills_the_form_and_one_without_a_card_is_said(
    sitting: Sitting, intake: IntakeScreen, tmp_path: Path
) -> None:
    photo, empty, words = tmp_path / "the.jpg", tmp_path / "ban.png", tmp_path / "chu.txt"
    cv2.imwrite(str(empty), desk_frame(np.random.default_rng(2)))
    cv2.imwrite(str(photo), card_frame(CARD, np.random.default_rng(2), turn_degrees=97))
    words.write_text("xin chào", encoding="utf-8")
    assert not drop(intake, words)
    assert drop(intake, empty)
    wait_for(lambda: "Không thấy mã QR của thẻ" in sitting.frame.said, "the sentence about a picture without a card")
    empty.write_bytes(photo.read_bytes()[:300])
    assert drop(intake, empty)
    wait_for(lambda: "tệp" in sitting.frame.said.lower(), "the sentence about a torn file")
    assert name_in(intake) == ""
    assert drop(intake, photo)
    wait_for(lambda: name_in(intake) == NAME, "the form to be filled")
