"""The desk looks itself over in the real window: sentences, a way to where each is mended, the code to read out."""

import zipfile
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QFileDialog, QHBoxLayout, QPushButton, QWidget

from desktop.logbook import CRASH_FILE, folder_of
from desktop.screens.settings.check import CheckPanel
from desktop.sitting import Sitting
from desktop.theme.tokens import Tone
from desktop.widgets import StatusChip
from dossiers.help_code import Light, read
from tests.desktop.driving import wait_for


def opened(sitting: Sitting) -> CheckPanel:
    """The panel after it has looked."""
    sitting.frame.open("settings", panel="check")
    panel = sitting.frame.findChild(CheckPanel)
    assert isinstance(panel, CheckPanel)
    wait_for(panel._code.text, "the help code")
    return panel


def test_every_thing_is_told_and_what_must_be_mended_is_a_click_away(sitting: Sitting) -> None:
    panel = opened(sitting)
    state = read(panel._code.text())
    assert state.lights["disk"] is Light.GOOD
    assert state.lights["printer"] is not Light.UNKNOWN
    [way] = [each for each in panel.findChildren(QPushButton) if "máy quét" in each.accessibleName().lower()]
    way.click()
    assert not panel.isVisible()


def test_the_log_is_saved_where_it_was_asked_for(
    sitting: Sitting, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder_of(sitting.here.home).mkdir()
    (folder_of(sitting.here.home) / CRASH_FILE).write_text("Segmentation fault\n", encoding="utf-8")
    target = tmp_path / "usb.zip"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    panel = opened(sitting)
    panel._save.click()
    wait_for(lambda: "Đã lưu usb.zip" in panel._answer.text(), "the log")
    with zipfile.ZipFile(target) as bundle:
        assert CRASH_FILE in bundle.namelist()
    assert sitting.here.clerk.name not in target.read_bytes().decode(errors="replace")


def test_a_chip_is_never_a_window_of_its_own(qapp: QApplication) -> None:
    before = set(qapp.topLevelWindows())
    row, told, later = QWidget(), StatusChip("Ổn", Tone.OK), StatusChip()
    later.say("Lưu ý", Tone.WARN)
    assert {window for window in qapp.topLevelWindows() if window.isVisible()} <= before
    line = QHBoxLayout(row)
    line.addWidget(told)
    line.addWidget(later)
    assert told.isVisibleTo(row)
    assert later.isVisibleTo(row)
    later.say("", Tone.OK)
    assert not later.isVisibleTo(row)
