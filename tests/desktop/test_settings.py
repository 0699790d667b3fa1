"""The settings through the window: devices answer, people come and go, nothing is kept that is wrong."""

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QComboBox, QLabel, QTableView

from desktop.looks import Looks, keep_looks, keep_widths, load_looks, load_widths
from desktop.screens.settings.catalogue import CataloguePanel
from desktop.screens.settings.forms import FormsPanel
from desktop.screens.settings.panel import Panel
from desktop.sitting import Sitting
from dossiers.catalogue import Catalogue, export_json, load_builtin
from dossiers.reader_trial import SAMPLE_TEXTS, Sample
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
    sitting.frame.take_scan(SAMPLE_TEXTS[Sample.BARS])
    sitting.frame.take_scan(SAMPLE_TEXTS[Sample.CARD])
    assert says(sitting, "✓ mã vạch · – QR biên nhận · ✓ QR thẻ căn cước")
    assert says(sitting, "đọc đúng từng ký tự")
    sitting.frame.take_scan(SAMPLE_TEXTS[Sample.CARD].replace("ễ", "\ufffd"))
    assert says(sitting, "Đặt đầu đọc về USB-COM và UTF-8")
    sitting.reader.broke_off.emit()
    assert says(sitting, "nửa mã")
    clerk.click("In tờ cài đặt")
    wait_for(lambda: says(sitting, "Tờ cài đặt đã vào hàng đợi in."), "the sheet to be queued")


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


def cells_of(sitting: Sitting, name: str) -> list[list[str]]:
    """What a table shows, row by row."""
    table = Driver(sitting.frame).find(name, QTableView)
    assert isinstance(table, QTableView)
    model = table.model()
    return [
        [str(model.index(row, column).data()) for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]  # fmt: skip


def panel_of(sitting: Sitting, kind: type[Panel]) -> Any:
    """The panel in front, for what a file chooser would hand it."""
    return next(each for each in sitting.frame.front_screen.findChildren(kind) if each.isVisible())


def test_receipts_are_sent_to_a_roll_and_a_trial_is_printed(sitting: Sitting, tmp_path: Path) -> None:
    clerk = open_panel(sitting, "printer")
    place = clerk.find("Giấy hẹn in trên", QComboBox)
    place.setFocus()
    clerk.press("Down")
    assert place.currentText() == "Máy in nhiệt, giấy 80 mm"  # type: ignore[attr-defined]
    clerk.field("Máy in nhiệt").type(str(tmp_path / "rolls"))
    clerk.click("Thử: in một phiếu")
    wait_for(lambda: says(sitting, "đã in xong phiếu thử"), "the trial")
    assert sitting.here.devices.receipt_roll == "80mm"
    assert [file.suffix for file in (tmp_path / "rolls").iterdir()] == [".png"]


def test_a_day_is_written_weighed_and_kept(sitting: Sitting) -> None:
    clerk = open_panel(sitting, "calendar")
    wait_for(lambda: says(sitting, "249 ngày làm việc"), "the year")
    clerk.field("Ngày").type("27/11/2026")
    clerk.field("Tên ngày").type("Nghỉ theo thông báo")
    clerk.field("Căn cứ").type("TB 15/TB-UBND")
    clerk.click("Ghi ngày này")
    assert says(sitting, "248 ngày làm việc")
    assert says(sitting, "1 ngày chưa lưu")
    clerk.click("Xem hồ sơ bị ảnh hưởng")
    wait_for(lambda: says(sitting, "1 ngày thay đổi, 0 hồ sơ đang mở bị ảnh hưởng. Chưa có gì được ghi."), "the sweep")
    clerk.click("Lưu lịch")
    wait_for(lambda: says(sitting, "Đã lưu lịch. Không ngày hẹn nào đổi."), "the days to be kept")
    clerk.click("Quay lại lịch")
    wait_for(lambda: says(sitting, "Đúng như lịch đang dùng"), "the year as it is now")
    assert ["27/11/2026", "Thứ Sáu", "Nghỉ lễ", "Nghỉ theo thông báo", "TB 15/TB-UBND", "Cơ quan ghi"] in cells_of(
        sitting, "Ngày nghỉ và làm bù"
    )


def test_a_catalogue_is_looked_at_and_put_into_force(sitting: Sitting, tmp_path: Path) -> None:
    known = load_builtin()
    ended = tuple(
        replace(each, effective_to=date(2026, 11, 23)) if each.code == "1.004222" else each
        for each in known.procedures
    )  # fmt: skip
    (tmp_path / "dm.json").write_bytes(export_json(Catalogue(ended, 1)))
    clerk = open_panel(sitting, "catalogue")
    wait_for(lambda: says(sitting, "133 thủ tục có hiệu lực"), "the catalogue in force")
    panel_of(sitting, CataloguePanel).read(str(tmp_path / "dm.json"))
    wait_for(lambda: says(sitting, "Tệp dm.json"), "the file")
    clerk.field("Số quyết định hoặc nơi lấy tệp").type("QĐ 3086/QĐ-BTP")
    clerk.click("Xem thay đổi")
    wait_for(lambda: says(sitting, "Chưa ghi gì."), "the comparison")
    assert [row[:3] for row in cells_of(sitting, "Thay đổi của danh mục")] == [
        ["Bãi bỏ", "1.004222", "Đăng ký thường trú"]
    ]  # fmt: skip
    clerk.click("Dùng danh mục mới")
    wait_for(lambda: says(sitting, "132 thủ tục có hiệu lực"), "the new catalogue")


def test_a_series_and_an_account_are_set_up(sitting: Sitting) -> None:
    clerk = open_panel(sitting, "money")
    wait_for(lambda: says(sitting, "PHIẾU THU NỘI BỘ"), "what holds without a series")
    for name, words in (
        ("Mẫu số", "01BLP"),
        ("Ký hiệu", "AB-26T"),
        ("Quyển số", "01"),
        ("Từ số", "1"),
        ("Đến số", "500"),
    ):
        clerk.field(name).type(words)
    clerk.click("Mở dải số")
    wait_for(lambda: says(sitting, "đã dùng 0, số kế 0000001"), "the series")
    clerk.field("Mã số thuế").type("0101234567")
    clerk.field("Ngân hàng hoặc mã BIN").type("970418")
    clerk.field("Số tài khoản").type("21510000123")
    clerk.field("Chủ tài khoản").type("UBND XA MAU SON")
    clerk.click("Thử mã VietQR")
    assert "Mã VietQR để thử" in clerk.names()
    clerk.click("Lưu")
    wait_for(lambda: sitting.here.office.account is not None, "the account to be kept")
    assert sitting.here.office.tax_code == "0101234567"


def test_the_offices_own_words_are_loaded_shown_and_removed(sitting: Sitting, tmp_path: Path) -> None:
    clerk = open_panel(sitting, "forms")
    wait_for(lambda: says(sitting, "đúng câu chữ kèm phần mềm"), "forms as shipped")
    (tmp_path / "good.toml").write_text('[[form]]\nslug = "receipt"\nsector = "Hộ tịch"\nfooter = "A"\n', "utf-8")
    (tmp_path / "bad.toml").write_text('[[form]]\nslug = "receipt"\n\nfoter = "A"\n', "utf-8")
    panel_of(sitting, FormsPanel).load(str(tmp_path / "good.toml"))
    wait_for(lambda: says(sitting, "1 mục riêng"), "the entry")
    assert cells_of(sitting, "Câu chữ riêng của cơ quan")[0][1:] == ["Hộ tịch", "", "chân trang"]
    panel_of(sitting, FormsPanel).load(str(tmp_path / "bad.toml"))
    wait_for(lambda: says(sitting, "Dòng 4: không có mục “foter”."), "the refusal with its line")
    assert says(sitting, "1 mục riêng")
    clerk.click("Bỏ câu chữ riêng")
    wait_for(lambda: says(sitting, "đúng câu chữ kèm phần mềm"), "forms as shipped again")


@pytest.mark.parametrize("panel", ["line", "shortcuts", "about", "scanner", "old_rules"])
def test_every_panel_opens(sitting: Sitting, panel: str) -> None:
    clerk = open_panel(sitting, panel)
    assert clerk.names()
