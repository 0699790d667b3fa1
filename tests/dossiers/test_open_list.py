"""The list of open dossiers: good rows as they are, every bad row named by its number, nothing guessed."""

from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook

from desktop.setting_up import carry_over_all
from dossiers.carry_over import OpenCase
from dossiers.catalogue import load_builtin
from dossiers.clock import VIETNAM
from dossiers.errors import KnownError
from dossiers.open_list import COLUMNS, OpenList, read_open_list
from dossiers.receive import receive
from dossiers.status import Status
from dossiers.store.desk import Desk
from dossiers.store.verify import verify
from tests.store.homes import intake

NOW = datetime(2026, 11, 23, 1, 0, tzinfo=UTC)
HEADINGS = (
    "Mã hồ sơ", "Mã thủ tục", "Họ và tên", "Số định danh", "Điện thoại", "Địa chỉ", "Nhận lúc", "Hẹn trả", "Ghi chú",
)  # fmt: skip
GOOD: dict[str, Any] = {
    "Mã hồ sơ": "H99.001-261103-0012", "Mã thủ tục": "2.000815", "Họ và tên": "Nguyễn Thị Thử",
    "Số định danh": "036199001234", "Điện thoại": "0912000000", "Địa chỉ": "Xóm Ụ, xã Mẫu Sơn",
    "Nhận lúc": "09:30 03/11/2026", "Hẹn trả": "05/11/2026", "Ghi chú": "Chuyển từ sổ giấy",
}  # fmt: skip


def at(*parts: int) -> datetime:
    """An instant of Vietnamese wall time."""
    return datetime(*parts, tzinfo=VIETNAM)  # type: ignore[misc,arg-type]


def sheet(folder: Path, *rows: tuple[Any, ...], headings: tuple[str, ...] = HEADINGS) -> Path:
    """A spreadsheet as another program leaves it."""
    book = Workbook()
    assert book.active is not None
    for row in (headings, *rows):
        book.active.append(row)
    file = folder / "danh-sach.xlsx"
    book.save(file)
    return file


def row(**changes: Any) -> tuple[Any, ...]:
    """The good row with some cells changed, named by what they hold."""
    cells = GOOD | {heading: changes[name] for heading, name in zip(HEADINGS, COLUMNS.values(), strict=True)
                    if name in changes}  # fmt: skip
    return tuple(cells[heading] for heading in HEADINGS)


def read(folder: Path, *rows: tuple[Any, ...]) -> OpenList:
    """What the list holds."""
    return read_open_list(sheet(folder, *rows), load_builtin(), NOW)


def only(listed: OpenList) -> OpenCase:
    """The one good row of a list without faults."""
    assert listed.faults == ()
    (case,) = listed.cases
    return case


def test_a_good_row_is_taken_as_it_stands(tmp_path: Path) -> None:
    case = only(read(tmp_path, row()))
    assert (case.code, case.procedure_code, case.note) == ("H99.001-261103-0012", "2.000815", "Chuyển từ sổ giấy")
    assert (case.owner.name, case.owner.id_number) == ("Nguyễn Thị Thử", "036199001234")
    assert (case.owner.phone, case.owner.address) == ("0912000000", "Xóm Ụ, xã Mẫu Sơn")
    assert case.received_at == at(2026, 11, 3, 9, 30)
    assert case.due_at == at(2026, 11, 5, 17)


def test_only_four_columns_are_needed_in_any_order_and_case(tmp_path: Path) -> None:
    headings = ("NHẬN LÚC", "họ và tên", "Cột lạ", "mã thủ tục", "Mã hồ sơ")
    file = sheet(tmp_path, ("03/11/2026", "Thử", 7, "2.000815", "h99.001-261103-0012"), headings=headings)
    case = only(read_open_list(file, load_builtin(), NOW))
    assert (case.code, case.due_at, case.owner.id_number) == ("H99.001-261103-0012", None, "")


@pytest.mark.parametrize(
    ("cell", "instant"),
    [
        (datetime.combine(date(2026, 11, 3), datetime.min.time()), at(2026, 11, 3, 7)),
        (date(2026, 11, 3), at(2026, 11, 3, 7)),
        (at(2026, 11, 3, 14, 5).replace(tzinfo=None), at(2026, 11, 3, 14, 5)),
        ("03/11/2026", at(2026, 11, 3, 7)),
        ("03/11/2026 14:05", at(2026, 11, 3, 14, 5)),
        ("03/11/2026 14:05:30", at(2026, 11, 3, 14, 5, 30)),
        (" 14:05 03/11/2026 ", at(2026, 11, 3, 14, 5)),
    ],
)
def test_dates_as_spreadsheets_and_people_write_them(tmp_path: Path, cell: object, instant: datetime) -> None:
    assert only(read(tmp_path, row(received=cell))).received_at == instant


@pytest.mark.parametrize("cell", [36199001234, 36199001234.0])
def test_zeros_that_a_sheet_dropped_come_back(tmp_path: Path, cell: float) -> None:
    case = only(read(tmp_path, row(id_number=cell, phone=912000000)))
    assert (case.owner.id_number, case.owner.phone) == ("036199001234", "0912000000")


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"code": ""}, "mã hồ sơ không đúng dạng"),
        ({"code": "HS-12"}, "mã hồ sơ không đúng dạng"),
        ({"code": "H99.001-261399-0012"}, "mã hồ sơ không đúng dạng"),
        ({"procedure": "9.999999"}, "danh mục không có thủ tục này"),
        ({"procedure": None}, "danh mục không có thủ tục này"),
        ({"name": " "}, "Chưa có họ và tên"),
        ({"id_number": "03619900123"}, "đúng 12 chữ số (đang có 11)"),
        ({"received": None}, "thiếu ngày nhận"),
        ({"received": "hôm qua"}, "ngày không đọc được"),
        ({"received": "31/02/2026"}, "ngày không đọc được"),
        ({"received": 46329}, "ngày không đọc được"),
        ({"received": "24/11/2026", "due": None}, "nằm sau lúc này"),
        ({"received": "03/11/1999", "due": None}, "danh mục không có thủ tục này vào ngày nhận"),
        ({"due": "02/11/2026"}, "sớm hơn ngày nhận"),
        ({"due": "mai"}, "ngày không đọc được"),
    ],
)
def test_a_bad_row_is_named_and_the_others_stand(tmp_path: Path, changes: dict[str, object], words: str) -> None:
    other = row(code="H99.001-261103-0099")
    listed = read(tmp_path, other, row(**changes))
    assert [case.code for case in listed.cases] == ["H99.001-261103-0099"]
    (fault,) = listed.faults
    assert fault.startswith("Dòng 3: ")
    assert words in fault
    assert "Nguyễn" not in fault


def test_a_code_twice_is_a_fault_of_the_second_row(tmp_path: Path) -> None:
    listed = read(tmp_path, row(), row(code="h99.001-261103-0012"))
    assert len(listed.cases) == 1
    assert listed.faults == ("Dòng 3: mã hồ sơ này đã có ở một dòng trên",)


def test_blank_rows_are_passed_over_and_counted(tmp_path: Path) -> None:
    blank = (None,) * len(HEADINGS)
    listed = read(tmp_path, row(), blank, blank, row(code="sai"))
    assert [fault.partition(":")[0] for fault in listed.faults] == ["Dòng 5"]


@pytest.mark.parametrize("headings", [(), ("Mã hồ sơ", "Họ và tên"), HEADINGS[1:]])
def test_a_sheet_without_its_columns_says_which_it_needs(tmp_path: Path, headings: tuple[str, ...]) -> None:
    file = sheet(tmp_path, headings=headings)
    with pytest.raises(KnownError, match="Mã hồ sơ, Mã thủ tục, Họ và tên"):
        read_open_list(file, load_builtin(), NOW)


@pytest.mark.parametrize("share", [0.0, 0.05, 0.3, 0.6, 0.9, 0.99])
def test_a_file_cut_short_or_no_spreadsheet_is_refused(tmp_path: Path, share: float) -> None:
    file = sheet(tmp_path, *(row(code=f"H99.001-261103-{number:04d}") for number in range(50)))
    whole = file.read_bytes()
    file.write_bytes(whole[: int(len(whole) * share)])
    with pytest.raises(KnownError, match="Không mở được bảng tính"):
        read_open_list(file, load_builtin(), NOW)


def test_a_flipped_byte_anywhere_is_never_a_traceback(tmp_path: Path) -> None:
    """A spreadsheet off a dying stick: refused, or read with every row accounted for."""
    file = sheet(tmp_path, row(), row(code="H99.001-261103-0013"))
    whole = file.read_bytes()
    refused = 0
    for position in range(0, len(whole), 11):
        data = bytearray(whole)
        data[position] ^= 1 << position % 8
        file.write_bytes(data)
        try:
            listed = read_open_list(file, load_builtin(), NOW)
        except KnownError:
            refused += 1
        else:
            assert len(listed.cases) + len(listed.faults) <= 2
    assert refused


def test_what_is_carried_over_keeps_its_code_and_its_promise(desk: Desk, tmp_path: Path) -> None:
    case = only(read(tmp_path, row()))
    desk.do(carry_over_all, (case,))
    dossier = desk.register.find("h99.001 261103 0012")
    assert dossier is not None
    assert (dossier.code, dossier.status, dossier.received_at) == (case.code, Status.RECEIVED, case.received_at)
    assert dossier.appointment.due_at == dossier.original_due_at == case.due_at
    assert verify(desk) == ()


def test_importing_a_list_again_changes_nothing(desk: Desk, tmp_path: Path) -> None:
    """Also when the list has grown: only what is new comes in."""
    cases = read(tmp_path, row(), row(code="H99.001-261103-0013")).cases
    desk.do(carry_over_all, cases[:1])
    before = desk.journal.head
    desk.do(carry_over_all, cases[:1])
    assert desk.journal.head == before
    desk.do(carry_over_all, cases)
    assert desk.journal.count() == 2
    assert desk.register.counts().total == 2


def test_one_case_that_cannot_come_in_keeps_them_all_out(desk: Desk, tmp_path: Path) -> None:
    """A code this desk has already given to somebody else."""
    taken = desk.do(receive, intake())
    cases = read(tmp_path, row(), row(code=taken.code, received="07:30 23/11/2026", due=None)).cases
    with pytest.raises(KnownError, match="đã có trong sổ"):
        desk.do(carry_over_all, cases)
    assert desk.register.counts().total == 1
    assert verify(desk) == ()
