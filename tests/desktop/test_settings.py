"""The settings through the window: devices answer, people come and go, nothing is kept that is wrong."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel

from desktop.looks import Looks, keep_looks, keep_widths, load_looks, load_widths
from desktop.sitting import Sitting
from dossiers.store.vault import seats
from tests.desktop.driving import Driver, settle, wait_for


def open_panel(sitting: Sitting, panel: str) -> Driver:
    sitting.frame.open("settings", panel=panel)
    settle(20)
    return Driver(sitting.frame)


def says(sitting: Sitting, words: str) -> bool:
    labels = sitting.frame.front_screen.findChildren(QLabel)
    return any(words in label.text() for label in labels if label.isVisible())


def test_a_printer_is_chosen_tried_and_kept(sitting: Sitting, tmp_path: Path) -> None:
    clerk = open_panel(sitting, "printer")
    clerk.field("Máy in").type(str(tmp_path / "slips"))
    clerk.click("Thử máy in")
    wait_for(lambda: says(sitting, "sẵn sàng"), "the printer's answer")
    wait_for(lambda: sitting.here.devices.printer == str(tmp_path / "slips"), "the printer to be kept")
    wait_for(lambda: "Máy in: sẵn sàng" in clerk.names(), "the chip")


def test_the_reader_is_tried_with_a_card_without_showing_what_is_on_it(sitting: Sitting) -> None:
    clerk = open_panel(sitting, "reader")
    clerk.click("Thử đầu đọc")
    sitting.frame.take_scan("036186001234||Đặng Thị Ngọc Ánh|02091986|Nữ|Thôn Đông|15082021")
    assert says(sitting, "chữ Việt còn nguyên")
    assert not says(sitting, "Ngọc Ánh")


def test_a_backup_is_made_proven_and_told(sitting: Sitting, tmp_path: Path) -> None:
    clerk = open_panel(sitting, "backup")
    clerk.field("Thư mục sao lưu").type(str(tmp_path / "copies"))
    clerk.click("Thử: sao lưu ngay")
    wait_for(lambda: says(sitting, "đọc lại được toàn bộ"), "the backup", 60)
    assert list((tmp_path / "copies").glob("*/manifest.json"))


def test_people_are_added_and_removed_by_an_administrator(sitting: Sitting) -> None:
    clerk = open_panel(sitting, "people")
    wait_for(lambda: "Họ và tên người mới" in clerk.names(), "the form")
    clerk.field("Họ và tên người mới").type("Hoàng Văn Thụ")
    clerk.field("Mật khẩu ban đầu").type("nắng tháng tám")
    clerk.click("Thêm người")
    wait_for(lambda: says(sitting, "Hoàng Văn Thụ"), "the new name")
    assert "Hoàng Văn Thụ" in {seat.name for seat in seats(sitting.here.home)}
    clerk.click("Xóa Hoàng Văn Thụ")
    wait_for(lambda: not says(sitting, "Hoàng Văn Thụ"), "the name to go")


def test_a_secret_too_short_is_refused_in_a_sentence(sitting: Sitting) -> None:
    clerk = open_panel(sitting, "people")
    clerk.field("Mật khẩu mới").type("123")
    clerk.field("Nhập lại").type("123")
    clerk.click("Đổi mật khẩu")
    wait_for(lambda: says(sitting, "ít nhất 6 ký tự"), "the sentence")


def test_the_letterhead_is_changed_only_with_hours_that_make_sense(sitting: Sitting) -> None:
    clerk = open_panel(sitting, "people")
    clerk.field("Giờ làm việc").type("17:00-08:00")
    clerk.click("Lưu thông tin cơ quan")
    assert says(sitting, "07:00-11:30")
    clerk.field("Giờ làm việc").type("07:30-11:30, 13:00-16:30")
    clerk.field("Tên quầy").type("Quầy Chứng thực")
    clerk.click("Lưu thông tin cơ quan")
    wait_for(lambda: sitting.here.office.desk_name == "Quầy Chứng thực", "the office to be kept")
    assert f"{sitting.here.office.hours[0].start:%H:%M}" == "07:30"


def test_looks_come_back_at_the_next_start_and_nonsense_does_no_harm(tmp_path: Path) -> None:
    keep_looks(tmp_path, Looks(dark=True, scale_percent=115, language="en", lock_after_min=9))
    assert load_looks(tmp_path) == Looks(dark=True, scale_percent=115, language="en", lock_after_min=9)
    (tmp_path / "desk.ini").write_text("[looks]\nscale_percent=many\n", encoding="utf-8")
    assert load_looks(tmp_path) == Looks()
    keep_widths(tmp_path, "register", [120, 200])
    assert load_widths(tmp_path, "register") == [120, 200]
    assert load_widths(tmp_path, "none") == []


@pytest.mark.parametrize("panel", ["line", "shortcuts", "about", "scanner"])
def test_every_panel_opens(sitting: Sitting, panel: str) -> None:
    clerk = open_panel(sitting, panel)
    assert clerk.names()
