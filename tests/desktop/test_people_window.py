"""People at one desk through the real window: duties, forgotten secrets, each one's own draft, and the record."""

from dataclasses import replace
from pathlib import Path
from uuid import UUID

import pytest
from openpyxl import load_workbook
from PySide6.QtWidgets import QFileDialog, QLineEdit, QPushButton, QTableView

from desktop.app import Reception
from desktop.people_asks import People, withhold
from desktop.screens.settings.record import RecordPanel
from desktop.sitting import Sitting
from dossiers.access import Access, Entry, Wanted
from dossiers.dossier import Scan
from dossiers.people import Clerk, Right
from dossiers.receive import receive
from dossiers.store.desk import Desk
from dossiers.store.rescue import new_codes
from dossiers.store.vault import unlock
from dossiers.store.vault_file import read_keys, write_keys
from tests.desktop.conftest import ADMINISTRATOR, CLERK, LEADER, SECRET, HandClock, inside, sign_in
from tests.desktop.driving import Driver, press, wait_for
from tests.desktop.test_books_window import live
from tests.desktop.test_settings import open_panel, says
from tests.scanning.test_ocr import page
from tests.store.homes import intake

FIRST, OWN = "tạm thời 1", "của riêng tôi"
FIELD = "Mật khẩu hoặc mã PIN"


def lock(reception: Reception) -> Driver:
    """Leave the desk to somebody else."""
    clerk = Driver(reception.window)
    clerk.press("Ctrl+L")
    wait_for(lambda: not inside(reception), "the lock")
    return clerk


def choose(clerk: Driver, name: str, secret: str) -> None:
    """A tile and its secret."""
    wait_for(lambda: name in clerk.names(), "the names")
    clerk.click(name)
    clerk.field(FIELD).type(secret)
    clerk.press("Return")


def choose_own(clerk: Driver, own: str = OWN) -> None:
    """Type a secret of one's own, twice."""
    wait_for(lambda: "Mật khẩu hoặc PIN mới" in clerk.names(), "the form for a secret of one's own")
    clerk.field("Mật khẩu hoặc PIN mới").type(own)
    clerk.field("Nhập lại").type(own)


def typed(clerk: Driver, field: str) -> str:
    """What stands in a field."""
    line = clerk.find(field, QLineEdit)
    assert isinstance(line, QLineEdit)
    return line.text()


def record(sitting: Sitting, wanted: Wanted) -> tuple[Entry, ...]:
    """Straight from the desk."""
    heard: list[tuple[Entry, ...]] = []
    sitting.session.jobs.ask(lambda desk: desk.access.entries(wanted, 100), heard.append, lambda _: None)
    wait_for(lambda: heard, "the record")
    return heard[0]


def test_an_administrator_resets_and_the_clerk_chooses_their_own(
    reception: Reception, home: Path, clock: HandClock
) -> None:
    sitting = sign_in(reception)
    panel = open_panel(sitting, "people")
    wait_for(lambda: f"Đặt lại mật khẩu: {CLERK}" in panel.names(), "the people")
    panel.click(f"Đặt lại mật khẩu: {CLERK}")
    panel.field(f"Mật khẩu tạm cho {CLERK}").type(FIRST)
    panel.click("Dùng mật khẩu này")
    wait_for(lambda: says(sitting, "Đã đặt lại mật khẩu"), "the answer")
    clerk = lock(reception)
    choose(clerk, CLERK, FIRST)
    choose_own(clerk, FIRST)
    clerk.click("Lưu và vào quầy")
    field = clerk.find("Mật khẩu hoặc PIN mới")
    wait_for(lambda: "người khác có thể đã biết" in field.accessibleDescription(), "the same one to be refused")
    assert reception.window.focusWidget() is field, "Enter must not go back to the tiles"
    choose_own(clerk)
    assert not inside(reception), "nobody works under a secret that another knows"
    clerk.field("Nhập lại").type("khác hẳn")
    clerk.click("Lưu và vào quầy")
    assert "chưa giống nhau" in clerk.find("Mật khẩu hoặc PIN mới").accessibleDescription()
    clerk.field("Nhập lại").type(OWN)
    clerk.click("Lưu và vào quầy")
    wait_for(lambda: inside(reception), "the frame")
    assert sitting.here.clerk == Clerk(name=CLERK)
    assert unlock(home, CLERK, OWN, clock).clerk.name == CLERK
    done = [entry.what for entry in record(sitting, Wanted(kind=Access.PEOPLE))]
    assert done == [f"Đổi mật khẩu: {CLERK}", f"Đặt lại mật khẩu: {CLERK}"]


def test_a_code_read_out_by_the_province_lets_somebody_in_who_forgot(
    reception: Reception, home: Path, clock: HandClock
) -> None:
    codes = new_codes()
    unlock(home, ADMINISTRATOR, SECRET, clock).keep_rescue("0a1b2c3d", "7F3K", codes)
    clerk = Driver(reception.window)
    wait_for(lambda: CLERK in clerk.names(), "the names")
    clerk.click(CLERK)
    clerk.click("Quên mật khẩu")
    wait_for(lambda: "Mã cứu, hoặc khóa phục hồi" in clerk.names(), "the card")
    clerk.field("Mã cứu, hoặc khóa phục hồi").type("0000-0000-0000-0000")
    choose_own(clerk)
    clerk.click("Đặt lại mật khẩu")
    code = clerk.find("Mã cứu, hoặc khóa phục hồi", QLineEdit)
    wait_for(lambda: "không mở được" in code.accessibleDescription(), "the refusal")
    clerk.field("Mã cứu, hoặc khóa phục hồi").type(codes[0].lower())
    clerk.click("Đặt lại mật khẩu")
    wait_for(lambda: inside(reception), "the frame")
    assert reception.sitting is not None
    assert reception.sitting.here.clerk.name == CLERK
    came = record(reception.sitting, Wanted(clerk=CLERK))
    assert [(entry.kind, entry.what) for entry in came] == [
        (Access.SIGNED_IN, "mã cứu 7F3K-1"), (Access.FAILED, ""),
    ]  # fmt: skip


def test_the_square_of_the_recovery_sheet_is_read_where_it_is_asked_for(reception: Reception) -> None:
    """At a locked desk a reader's burst was swallowed, and fourteen words had to be typed with the sheet in hand."""
    sign_in(reception, CLERK)
    clerk = lock(reception)
    assert reception.wedge is not None
    wait_for(lambda: CLERK in clerk.names(), "the names")
    reception.wedge.scanned.emit("036186001234||Nguyễn Thị Thử")
    assert typed(clerk, FIELD) == ""
    clerk.click(CLERK)
    clerk.click("Quên mật khẩu")
    wait_for(lambda: "Mã cứu, hoặc khóa phục hồi" in clerk.names(), "the card")
    reception.wedge.scanned.emit("BUỔI SÁNG QUA CẦU")
    assert typed(clerk, "Mã cứu, hoặc khóa phục hồi") == "BUỔI SÁNG QUA CẦU"


@pytest.fixture
def new_office(home: Path) -> Path:
    """Nobody has printed its recovery sheet."""
    write_keys(home, replace(read_keys(home), recovery=None))
    return home


def test_without_any_way_only_the_administrator_is_named(new_office: Path, reception: Reception) -> None:
    assert new_office.exists()
    clerk = Driver(reception.window)
    wait_for(lambda: CLERK in clerk.names(), "the names")
    clerk.click(CLERK)
    clerk.click("Quên mật khẩu")
    wait_for(lambda: "Quay lại" in clerk.names(), "the card")
    wait_for(lambda: "Mã cứu, hoặc khóa phục hồi" not in clerk.names(), "the ways to be looked for")
    press("Esc", reception.window)
    wait_for(lambda: FIELD in clerk.names(), "the names again")


def test_duties_are_taken_from_one_clerk(reception: Reception) -> None:
    sitting = sign_in(reception)
    panel = open_panel(sitting, "people")
    wait_for(lambda: f"Việc được giao: {CLERK}" in panel.names(), "the people")
    panel.click(f"Việc được giao: {CLERK}")
    panel.click(f"Xuất dữ liệu ra tệp: {CLERK}")
    panel.click("Lưu việc được giao")
    wait_for(lambda: says(sitting, "không: xuất dữ liệu ra tệp"), "what stands now")
    choose(lock(reception), CLERK, SECRET)
    wait_for(lambda: inside(reception), "the frame")
    assert sitting.here.clerk.withheld == {Right.EXPORT}


EXPORTS = (
    ("register", "Xuất .xlsx"), ("books", "Xuất .xlsx"), ("books", "Lưu PDF"), ("statistics", "Xuất .xlsx"),
    ("prints", "Lưu ra PDF"),
)  # fmt: skip


def find_button(reception: Reception, words: str) -> QPushButton:
    """The visible button with these words on it, waited for."""

    def shown() -> list[QPushButton]:
        return [b for b in reception.window.findChildren(QPushButton) if b.isVisible() and b.text().startswith(words)]

    wait_for(shown, f"“{words}”")
    return shown()[0]


def test_whoever_may_not_export_sees_whom_to_ask(reception: Reception, monkeypatch: pytest.MonkeyPatch) -> None:
    sitting = sign_in(reception)
    live(reception, 1)
    kept: list[People] = []
    sitting.session.jobs.ask(lambda desk: withhold(desk, CLERK, frozenset({Right.EXPORT})), kept.append, lambda _: None)
    wait_for(lambda: kept, "the duties")
    sitting.frame.open("register")
    wait_for(find_button(reception, "Xuất .xlsx").isEnabled, "the list that an administrator may put out")
    choose(lock(reception), CLERK, SECRET)
    wait_for(lambda: inside(reception), "the frame")
    for screen, words in EXPORTS:
        sitting.frame.open(screen)
        button = find_button(reception, words)
        wait_for(button.toolTip, f"“{words}” on {screen} to say whom to ask")
        assert not button.isEnabled()
        assert "Nhờ người quản trị giao" in button.toolTip()
        assert button.accessibleDescription() == button.toolTip()
    sitting.frame.open("books")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: pytest.fail("its key works"))
    Driver(reception.window).press("Ctrl+P")
    choose(lock(reception), ADMINISTRATOR, SECRET)
    wait_for(lambda: inside(reception), "the frame")
    sitting.frame.open("statistics")
    button = find_button(reception, "Xuất .xlsx")
    assert (button.isEnabled(), button.toolTip()) == (True, "")


def test_a_scan_is_saved_only_by_whoever_may_export(reception: Reception) -> None:
    sitting = sign_in(reception)

    def prepare(desk: Desk) -> UUID:
        withhold(desk, CLERK, frozenset({Right.EXPORT}))
        data = page()
        scan = Scan(sha256=desk.files.put(data), title="Giấy tờ", mime="application/pdf", size=len(data), pages=1)
        return desk.do(receive, intake(scans=(scan,))).id

    dossier = sitting.session.jobs.wait(prepare)
    choose(lock(reception), CLERK, SECRET)
    wait_for(lambda: inside(reception), "the frame")
    sitting.frame.open("dossier", dossier_id=dossier)
    wait_for(lambda: says(sitting, "H99.001-"), "the dossier")
    Driver(reception.window).press("Ctrl+6")
    find_button(reception, "&Xem bản quét").click()
    button = find_button(reception, "&Lưu tệp")
    assert not button.isEnabled()
    assert "Nhờ người quản trị giao" in button.toolTip()
    assert button.accessibleDescription() == button.toolTip()
    choose(lock(reception), ADMINISTRATOR, SECRET)
    wait_for(lambda: inside(reception), "the frame")
    sitting.frame.open("dossier", dossier_id=dossier)
    wait_for(button.isEnabled, "the scan that an administrator may save")
    assert button.toolTip() == ""


def test_the_record_goes_into_a_file_only_for_those_who_lead(reception: Reception) -> None:
    sitting = sign_in(reception, CLERK)
    open_panel(sitting, "record")
    button = find_button(reception, "&Xuất .xlsx")
    assert not button.isEnabled()
    assert "dành cho lãnh đạo và người quản trị" in button.toolTip()
    assert button.accessibleDescription() == button.toolTip()
    choose(lock(reception), LEADER, SECRET)
    wait_for(lambda: inside(reception), "the frame")
    open_panel(sitting, "record")
    button = find_button(reception, "&Xuất .xlsx")
    assert (button.isEnabled(), button.toolTip()) == (True, "")


def test_each_clerk_goes_on_with_their_own_half_typed_form(reception: Reception) -> None:
    sitting = sign_in(reception, CLERK)
    sitting.frame.open("intake")
    clerk = Driver(reception.window)
    clerk.field("Họ và tên người nộp").type("Nguyễn Thị Thùy Dương")
    lock(reception)
    sign_in(reception, ADMINISTRATOR)
    wait_for(lambda: name_typed(clerk) == "", "an empty form for somebody else")
    clerk.field("Họ và tên người nộp").type("Đặng Văn Khuể")
    lock(reception)
    sign_in(reception, CLERK)
    wait_for(lambda: name_typed(clerk) == "Nguyễn Thị Thùy Dương", "one's own form")
    lock(reception)
    sign_in(reception, ADMINISTRATOR)
    wait_for(lambda: name_typed(clerk) == "Đặng Văn Khuể", "the other's own form")


def name_typed(clerk: Driver) -> str:
    """What stands in the name of the intake."""
    line = clerk.find("Họ và tên người nộp", QLineEdit)
    assert isinstance(line, QLineEdit)
    return line.text()


def test_the_record_is_shown_to_those_who_lead_filtered_and_written_out(reception: Reception, tmp_path: Path) -> None:
    sitting = sign_in(reception, LEADER)
    open_panel(sitting, "record")
    table = sitting.frame.front_screen.findChild(RecordPanel).findChild(QTableView)  # type: ignore[union-attr]
    assert isinstance(table, QTableView)
    wait_for(lambda: table.model().rowCount() >= 1, "the rows")
    panel = sitting.frame.front_screen.findChild(RecordPanel)
    assert isinstance(panel, RecordPanel)
    file = tmp_path / "nhat-ky.xlsx"
    panel.presenter.export(file)
    wait_for(lambda: says(sitting, "ra tệp"), "the file")
    rows = [[cell.value for cell in row] for row in load_workbook(file).active.iter_rows()]  # type: ignore[union-attr]
    assert rows[0] == ["Lúc", "Người", "Việc", "Hồ sơ, nội dung", "Số lần"]
    assert rows[1][1:4] == [LEADER, "Xuất ra tệp", "Nhật ký truy cập"]
    assert record(sitting, Wanted(kind=Access.EXPORTED))[0].clerk == LEADER


def test_a_clerk_is_told_whose_the_record_is(reception: Reception) -> None:
    sitting = sign_in(reception, CLERK)
    open_panel(sitting, "record")
    wait_for(lambda: says(sitting, "dành cho lãnh đạo và người quản trị"), "the refusal")


@pytest.mark.parametrize("name", [CLERK, LEADER])
def test_others_see_who_works_here_and_change_nobody(reception: Reception, name: str) -> None:
    sitting = sign_in(reception, name)
    panel = open_panel(sitting, "people")
    wait_for(lambda: says(sitting, ADMINISTRATOR), "the people")
    assert not {each for each in panel.names() if each.startswith(("Xóa", "Đặt lại", "Việc được giao"))}
