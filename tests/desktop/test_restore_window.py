"""An office comes back from a stick through the real window: chosen, opened, restored, entered."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QListWidget, QWidget

from desktop import restoring
from desktop.app import Reception
from dossiers import recovery_words
from dossiers.receive import receive
from dossiers.store.backup import back_up
from dossiers.store.desk import Desk
from dossiers.store.vault import unlock
from sync.courier import stick
from tests.desktop.conftest import ADMINISTRATOR, SECRET, HandClock, HandRunning, sign_in
from tests.desktop.driving import Driver, wait_for
from tests.store.homes import intake

WORDS = recovery_words.say(bytes(range(16)))
SECRET_FIELD = "Mật khẩu, mã PIN hoặc các từ trên tờ khóa"


@pytest.fixture
def usb(home: Path, tmp_path: Path, clock: HandClock, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A stick with one backup of three dossiers, plugged in; two more were received since."""
    vault = unlock(home, ADMINISTRATOR, SECRET, clock)
    vault.keep_recovery(recovery_words.read(WORDS), clock)
    desk = Desk.open(home, vault, clock, "may-cu", ballast_bytes=4096)
    for _ in range(3):
        desk.do(receive, intake())
    back_up(desk, tmp_path / "usb" / "motcua-sao-luu")
    for _ in range(2):
        desk.do(receive, intake())
    desk.close()
    monkeypatch.setattr(stick, "removable", lambda: (tmp_path / "usb",))
    return tmp_path / "usb"


def restored(clerk: Driver, secret: str, answer: str, seat: str = "") -> str:
    """Fill in the page and press Enter; what it says at the end."""
    listed = clerk.find("Các bản sao lưu", QListWidget)
    assert isinstance(listed, QListWidget)
    wait_for(lambda: listed.count() == 1 and "3 hồ sơ" in listed.item(0).text(), "the backup on the stick")
    ways = clerk.find("Mở bằng", QComboBox)
    assert isinstance(ways, QComboBox)
    ways.setCurrentText(seat or ways.itemText(0))
    clerk.field(SECRET_FIELD).type(secret)
    clerk.press("Return")
    wait_for(lambda: answer in said(listed.window()), answer)
    return said(listed.window())


def said(window: QWidget) -> str:
    """Every sentence that stands on the page."""
    return " ".join(label.text() for label in window.findChildren(QLabel) if label.isVisible())


def test_from_the_sign_in_the_old_home_is_kept_aside(
    reception: Reception, usb: Path, home: Path, clock: HandClock
) -> None:
    clerk = Driver(reception.window)
    wait_for(lambda: "Khôi phục từ bản sao lưu" in clerk.names(), "the way to the backups")
    clerk.click("Khôi phục từ bản sao lưu")
    restored(clerk, "không phải", "chưa đúng")
    answer = restored(clerk, SECRET, "Đã khôi phục")
    assert "3 hồ sơ" in answer
    assert "truoc-khi-khoi-phuc" in answer
    clerk.click("Vào quầy")
    sitting = sign_in(reception)
    assert reception.jobs.wait(lambda desk: desk.register.counts().total) == 3
    assert reception.jobs.wait(lambda desk: desk.journal.reason) == "restore"
    assert sitting.here.clerk.name == ADMINISTRATOR
    (aside,) = home.parent.glob("office.truoc-khi-khoi-phuc-*")
    old = Desk.open(aside, unlock(aside, ADMINISTRATOR, SECRET, clock), clock, "may-cu", ballast_bytes=4096)
    assert old.register.counts().total == 5
    old.close()


def test_on_another_pc_the_recovery_sheet_opens_it(
    qapp: QApplication, usb: Path, tmp_path: Path, clock: HandClock, machine: HandRunning
) -> None:
    """The first run of a machine that knows nobody: the words of the sheet are enough."""
    running = Reception(qapp, tmp_path / "other" / "office", clock, machine)
    try:
        running.start()
        clerk = Driver(running.window)
        wait_for(lambda: "Khôi phục từ bản sao lưu" in clerk.names(), "the first run")
        clerk.click("Khôi phục từ bản sao lưu")
        restored(clerk, WORDS, "Đã khôi phục 3 hồ sơ", "Tờ khóa phục hồi (máy khác, hoặc quên mật khẩu)")
        clerk.click("Vào quầy")
        wait_for(lambda: ADMINISTRATOR in clerk.names(), "the names of the restored office")
        sign_in(running)
        assert running.jobs.wait(lambda desk: desk.register.counts().total) == 3
    finally:
        running.close()
        running.window.deleteLater()


def test_a_stick_without_a_backup_is_said(tmp_path: Path) -> None:
    (tmp_path / "photos").mkdir()
    (tmp_path / "keys.json").write_text("{}", encoding="utf-8")
    assert restoring.find_backups(tmp_path) == ()
    assert restoring.find_backups(tmp_path / "gone") == ()
