"""The desk looks itself over in the real window: sentences, a way to where each is mended, the code to read out."""

import logging
import zipfile
from collections.abc import Iterator
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtWidgets import QApplication, QFileDialog, QHBoxLayout, QPushButton, QWidget

from desktop.jobs import failure
from desktop.logbook import CRASH_FILE, FACTS_FILE, folder_of
from desktop.screens.settings.check import CheckPanel
from desktop.sitting import Sitting
from desktop.theme.tokens import Tone
from desktop.widgets import StatusChip
from dossiers.dossier import Dossier
from dossiers.errors import KnownError
from dossiers.help_code import Light, read
from dossiers.logs import log_to_file
from dossiers.receive import receive
from tests.desktop.driving import wait_for
from tests.store.homes import intake


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


@pytest.fixture
def kept_log(sitting: Sitting) -> Iterator[None]:
    """The desk's own log, as long as the test lasts."""
    root = logging.getLogger()
    before, level = list(root.handlers), root.level
    root.handlers.clear()
    log_to_file(folder_of(sitting.here.home))
    yield
    for handler in root.handlers:
        handler.close()
    root.handlers[:] = before
    root.setLevel(level)


@pytest.mark.expects_log
@pytest.mark.usefixtures("kept_log")
def test_the_log_is_saved_where_it_was_asked_for(
    sitting: Sitting, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """After a dossier, and after faults with its citizen in their words: neither is in any part of the file."""
    done: list[object] = []
    sitting.session.jobs.do(receive, intake(), UUID(int=5), on_done=done.append, on_failed=done.append)
    wait_for(lambda: done, "the dossier")
    (dossier,) = done
    assert isinstance(dossier, Dossier)
    owner = dossier.owner
    failure(ValueError(f"{owner.name} {owner.id_number}"))
    failure(KnownError("Không tìm thấy {name}.", name=owner.name))
    (folder_of(sitting.here.home) / CRASH_FILE).write_text("Segmentation fault\n", encoding="utf-8")
    target = tmp_path / "usb.zip"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    panel = opened(sitting)
    panel._save.click()
    wait_for(lambda: "Đã lưu usb.zip" in panel._answer.text(), "the log")
    with zipfile.ZipFile(target) as bundle:
        parts = {name: bundle.read(name).decode() for name in bundle.namelist()}
    assert {CRASH_FILE, FACTS_FILE} < parts.keys()
    assert "unexpected ValueError" in "".join(parts.values())
    planted = (owner.name, owner.id_number, dossier.code, sitting.here.clerk.name, str(tmp_path))
    assert [(word, name) for word in planted for name, text in parts.items() if word in text] == []


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
