"""Who may come in: sign-in, lock-out, idle lock, change of clerk, first run, training."""

from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.app import Reception
from desktop.entrance import TRAINING_WORD, training_home
from desktop.jobs import Failure
from desktop.screens.signin.presenter import say_left
from dossiers.store.vault import seats, unlock
from tests.desktop.conftest import ADMINISTRATOR, CLERK, LEADER, SECRET, HandClock, HandRunning, inside, sign_in
from tests.desktop.driving import Driver, wait_for

FIELD = "Mật khẩu hoặc mã PIN"


def said(clerk: Driver) -> str:
    """The sentence under the secret, as assistive technology reads it."""
    return clerk.find(FIELD).accessibleDescription()


def try_secret(clerk: Driver, secret: str) -> str:
    """Type a secret and wait for what the desk says."""
    wait_for(lambda: ADMINISTRATOR in clerk.names(), "the names")
    clerk.field(FIELD).type(secret)
    clerk.press("Return")
    wait_for(lambda: said(clerk) and not clerk.find(FIELD).property("text"), "an answer, which empties the field")
    return said(clerk)


def test_the_sign_in_is_painted_before_the_database_is_opened(reception: Reception) -> None:
    clerk = Driver(reception.window)
    wait_for(lambda: {ADMINISTRATOR, CLERK, LEADER, FIELD} <= clerk.names(), "the names")
    assert reception.sitting is None


def test_the_right_secret_opens_the_desk_under_that_name(reception: Reception) -> None:
    sitting = sign_in(reception, CLERK)
    assert sitting.here.clerk.name == CLERK
    assert sitting.here.may_act


def test_a_wrong_secret_says_how_many_tries_are_left(reception: Reception) -> None:
    assert "Còn 4 lần" in try_secret(Driver(reception.window), "không phải")
    assert not inside(reception)


def test_after_five_wrong_tries_the_slot_waits_and_says_how_long(
    reception: Reception, clock: HandClock, machine: HandRunning
) -> None:
    clerk = Driver(reception.window)
    for left in (4, 3, 2, 1):
        wait_for(lambda left=left: f"Còn {left} lần" in try_secret(clerk, "sai sai"), "a count")  # type: ignore[misc]
    try_secret(clerk, "sai sai")
    wait_for(lambda: "Nhập lại được sau" in said(clerk), "the waiting time")
    clock.now += timedelta(days=2)
    try_secret(clerk, SECRET)
    assert not inside(reception), "a clock set on ends no wait"
    machine.seconds += 60
    sign_in(reception)
    assert inside(reception)


@pytest.mark.parametrize(
    ("left", "words"),
    [(timedelta(seconds=9), "9 giây"), (timedelta(seconds=65), "1 phút 5 giây"), (timedelta(hours=2), "2 giờ 0 phút")],
)
def test_a_waiting_time_reads_as_people_say_it(left: timedelta, words: str) -> None:
    assert say_left(left) == words


def test_caps_lock_is_noticed_from_what_it_types(reception: Reception) -> None:
    clerk = Driver(reception.window)
    secret = clerk.find(FIELD)
    capital = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_H, Qt.KeyboardModifier.NoModifier, "H")
    QApplication.sendEvent(secret, capital)
    wait_for(lambda: "Caps Lock" in said(clerk), "the notice")
    QTest.keyClick(secret, Qt.Key.Key_H)
    wait_for(lambda: not said(clerk), "the notice to go")


def test_the_desk_locks_when_nobody_touches_it_and_returns_to_the_same_place(reception: Reception) -> None:
    sitting = sign_in(reception)
    sitting.frame.open("settings")
    reception.idle.start(0.05)
    wait_for(lambda: not inside(reception), "the lock")
    sign_in(reception)
    assert sitting is reception.sitting
    assert sitting.frame.front == "settings"


def test_another_clerk_may_take_over_and_writes_under_their_own_name(reception: Reception) -> None:
    sitting = sign_in(reception, CLERK)
    Driver(reception.window).press("Ctrl+L")
    wait_for(lambda: not inside(reception), "the lock")
    sign_in(reception, LEADER)
    assert sitting.here.clerk.name == LEADER
    assert not sitting.here.may_act
    authors: list[str] = []
    told: list[Failure] = []
    sitting.session.jobs.ask(lambda desk: desk.clerk.name, authors.append, told.append)
    wait_for(lambda: authors, "the author")
    assert (authors, told) == ([LEADER], [])


def test_the_first_run_asks_and_makes_an_office_that_opens_again(
    qapp: QApplication, tmp_path: Path, clock: HandClock
) -> None:
    home = tmp_path / "new" / "office"
    reception = Reception(qapp, home, clock)
    reception.start()
    clerk = Driver(reception.window)
    clerk.field("Mã định danh cơ quan").type("H99.7")
    clerk.field("Tên cơ quan").type("ỦY BAN NHÂN DÂN XÃ MẪU ĐÔNG")
    clerk.click("Tiếp tục")
    clerk.field("Họ và tên").type("Đặng Thị Ngọc Ánh")
    clerk.field(FIELD).type("mưa phùn tháng hai")
    clerk.field("Nhập lại").type("mưa phùn tháng hai")
    clerk.click("Tiếp tục")
    clerk.click("Tạo quầy và vào làm việc")
    wait_for(lambda: inside(reception), "the new desk")
    assert reception.sitting is not None
    assert reception.sitting.here.office.unit == "H99.7"
    reception.close()
    assert unlock(home, "Đặng Thị Ngọc Ánh", "mưa phùn tháng hai", clock).clerk.name == "Đặng Thị Ngọc Ánh"


def test_the_first_run_says_what_is_wrong_under_its_field(qapp: QApplication, tmp_path: Path, clock: HandClock) -> None:
    reception = Reception(qapp, tmp_path / "office", clock)
    reception.start()
    clerk = Driver(reception.window)
    clerk.field("Mã định danh cơ quan").type("XX-1")
    clerk.field("Giờ làm việc").type("17:00-08:00")
    clerk.click("Tiếp tục")
    assert "H55.242" in clerk.find("Mã định danh cơ quan").accessibleDescription()
    assert "Chưa có tên" in clerk.find("Tên cơ quan").accessibleDescription()
    assert "07:00-11:30" in clerk.find("Giờ làm việc").accessibleDescription()
    assert not (tmp_path / "office").exists()
    reception.close()


def test_training_is_one_press_away_in_a_home_of_its_own(qapp: QApplication, tmp_path: Path, clock: HandClock) -> None:
    home = tmp_path / "office"
    reception = Reception(qapp, home, clock)
    reception.start()
    Driver(reception.window).click("Mở bàn tập huấn, không cần thiết lập")
    wait_for(lambda: inside(reception), "the training desk", 60)
    assert reception.sitting is not None
    assert reception.sitting.here.office.training
    assert "TẬP HUẤN" in reception.sitting.frame.training.words
    assert "TẬP HUẤN" in reception.window.windowTitle()
    assert not home.exists()
    reception.close()
    assert [seat.name for seat in seats(training_home(home))]
    assert unlock(training_home(home), ADMINISTRATOR, TRAINING_WORD, clock).clerk.name == ADMINISTRATOR


def test_tab_walks_the_sign_in_in_reading_order(reception: Reception) -> None:
    clerk = Driver(reception.window)
    clerk.find(FIELD).setFocus()
    QTest.keyClick(clerk.find(FIELD), Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is clerk.find("Vào quầy")
