"""The yearly notice as offices write it down: a table from Excel, read whole or refused with its line."""

from datetime import date
from pathlib import Path

import pytest
from openpyxl import Workbook

from dossiers.calendar_diff import compare_calendars
from dossiers.calendar_files import read_calendar_file
from dossiers.calendars import DayKind, DayRule, vietnam_calendar, write_days
from dossiers.errors import InvalidInput, KnownError
from dossiers.office import ORDINARY_HOURS, Hours

NOTICE = "TB 61/BNV"
SWAP = {
    date(2026, 1, 2): DayRule(kind=DayKind.OFF_IN_LIEU, note="nghỉ thay ngày 10/01", notice=NOTICE),
    date(2026, 1, 10): DayRule(kind=DayKind.MAKE_UP, note="làm bù cho ngày 02/01", notice=NOTICE),
}


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Where a CSV is written."""
    return tmp_path / "lich.csv"


PLAIN = """date,type,note,notice
2026-01-02,nghi_bu,nghỉ thay ngày 10/01,TB 61/BNV
2026-01-10,lam_bu,làm bù cho ngày 02/01,TB 61/BNV
"""
SEMICOLONS = """\ufeffdate;type;note;notice\r
02/01/2026;Nghỉ bù;nghỉ thay ngày 10/01;TB 61/BNV\r
10/01/2026;LÀM BÙ;làm bù cho ngày 02/01;TB 61/BNV\r
;;;\r
"""
OTHER_COLUMNS = """\ufeffSố thông báo,Ngày,Loại,Ghi chú,Người ghi
TB 61/BNV,2026-01-02,nghi bu,"nghỉ thay  ngày 10/01",ai
TB 61/BNV,10/01/2026,lam bu,làm bù cho ngày 02/01,
"""


@pytest.mark.parametrize("text", [PLAIN, SEMICOLONS, OTHER_COLUMNS])
def test_a_table_is_read_however_excel_saved_it(file: Path, text: str) -> None:
    file.write_text(text, encoding="utf-8", newline="")
    assert read_calendar_file(file) == SWAP


def test_a_spreadsheet_and_the_office_s_own_json_say_the_same(tmp_path: Path) -> None:
    book = Workbook()
    assert book.active is not None
    rows = (
        ("Ngày", "Loại", "Ghi chú", "Văn bản"),
        (date(2026, 1, 2), "Nghỉ bù", "nghỉ thay ngày 10/01", NOTICE),
        (None, None, None, None),
        ("10/01/2026", "làm bù", "làm bù cho ngày 02/01", NOTICE),
    )
    for row in rows:
        book.active.append(row)
    book.save(tmp_path / "lich.xlsx")
    (tmp_path / "lich.json").write_bytes(b"\xef\xbb\xbf" + write_days(SWAP))
    assert read_calendar_file(tmp_path / "lich.xlsx") == read_calendar_file(tmp_path / "lich.json") == SWAP


HEAD = "date,type,note,notice\n"


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "thiếu cột"),
        (b"\x00\x00", "thiếu cột|không đúng dạng CSV"),
        ("ngày,tên\n".encode(), "thiếu cột"),
        (HEAD.encode() + b"2026-13-01,nghi,x,\n", "dòng 2: ngày không đúng dạng"),
        (HEAD.encode() + b"2026-01-01,nghi,x,\n,nghi,x,\n", "dòng 3: ngày không đúng dạng"),
        (HEAD.encode() + b"2026-01-01,nghi,x,\n\n01/01/2026,nghi,y,\n", "dòng 4: ngày bị lặp"),
        (HEAD.encode() + b"2026-01-01,off,x,\n", "dòng 2: loại ngày phải là nghi, lam_bu"),
        (HEAD.encode() + b"2026-01-01,nghi\n", "dòng 2: thiếu tên ngày"),
        (HEAD.encode("utf-16"), "CSV UTF-8"),
        (HEAD.encode() + b"2026-01-01,nghi,Qu\xf3c kh\xe1nh,\n", "CSV UTF-8"),
        (HEAD.encode() + b'2026-01-01,nghi,"' + b"x" * 200_000 + b'",\n', "dòng 2: không đúng dạng CSV"),
    ],
)
def test_a_bad_table_is_refused_with_its_line(file: Path, data: bytes, words: str) -> None:
    file.write_bytes(data)
    with pytest.raises(InvalidInput, match=words):
        read_calendar_file(file)


def test_what_is_no_file_is_said_so(tmp_path: Path) -> None:
    with pytest.raises(InvalidInput, match="vẫn giữ nguyên"):
        read_calendar_file(tmp_path / "khong-co.csv")
    (tmp_path / "hong.xlsx").write_bytes(b"PK not a spreadsheet")
    with pytest.raises(KnownError, match="xlsx"):
        read_calendar_file(tmp_path / "hong.xlsx")


# The difference


def test_only_days_with_other_hours_are_listed_old_and_new_in_words() -> None:
    renamed = {date(2026, 11, 24): DayRule(kind=DayKind.OFF, note="Ngày Văn hóa")}
    half = {date(2026, 12, 31): DayRule(kind=DayKind.HALF, note="nghỉ chiều")}
    after = vietnam_calendar(overrides=SWAP | renamed | half)
    changes = compare_calendars(vietnam_calendar(), after, date(2026, 1, 1), date(2026, 12, 31))
    assert [change.sentence for change in changes] == [
        "Thứ sáu 02/01/2026: trước làm việc 07:00–11:30, 13:30–17:00; nay nghỉ: nghỉ thay ngày 10/01, theo TB 61/BNV.",
        "Thứ bảy 10/01/2026: trước nghỉ; nay làm bù 07:00–11:30, 13:30–17:00: làm bù cho ngày 02/01, theo TB 61/BNV.",
        "Thứ năm 31/12/2026: trước làm việc 07:00–11:30, 13:30–17:00; nay làm việc 07:00–11:30: nghỉ chiều.",
    ]  # fmt: skip


def test_other_office_hours_change_every_working_day_and_no_other() -> None:
    late = (Hours(start=ORDINARY_HOURS[0].start, end=ORDINARY_HOURS[1].end),)
    days = (date(2026, 11, 20), date(2026, 11, 25))
    changes = compare_calendars(vietnam_calendar(), vietnam_calendar(late), *days)
    assert [change.day.day for change in changes] == [20, 23, 25]
    assert not compare_calendars(vietnam_calendar(), vietnam_calendar(), *days)
