"""Read the days of a yearly notice from a file: the office's JSON, or a table in .csv or .xlsx; bad lines are named."""

import csv
from collections.abc import Iterator
from datetime import date, datetime
from io import StringIO
from pathlib import Path
from typing import Any

from dossiers.calendars import DayKind, DayRule, read_days
from dossiers.errors import InvalidInput
from dossiers.names import fold, nfc
from dossiers.open_list import sheet_rows
from dossiers.reading import read_small

COLUMNS = {
    "date": "date", "ngay": "date", "type": "type", "loai": "type", "note": "note", "ghi chu": "note",
    "ten": "note", "notice": "notice", "so thong bao": "notice", "van ban": "notice",
}  # fmt: skip
"""Headings as `names.fold` leaves them; others are passed over."""

REQUIRED = ("date", "type", "note")
FORMATS = ("%Y-%m-%d", "%d/%m/%Y")

Cells = dict[str, Any]


def read_calendar_file(path: Path) -> dict[date, DayRule]:
    """The days of a file, by its suffix; raises InvalidInput naming the line at fault.

    A table's first line names its columns: date (2027-01-02 or 02/01/2027), type (nghi, lam_bu, nghi_bu, nua_ngay,
    or the same in words), note, and the notice's number if there is one.
    """
    suffix = path.suffix.lower()
    if suffix == ".xlsx":
        return _read_table(enumerate(sheet_rows(path), start=1))
    try:
        data = read_small(path)
    except OSError as error:
        raise InvalidInput("Không đọc được tệp lịch. Lịch đang dùng vẫn giữ nguyên.", field="file") from error
    return _read_table(_csv_rows(data)) if suffix == ".csv" else read_days(data.removeprefix(b"\xef\xbb\xbf"))


def _csv_rows(data: bytes) -> Iterator[tuple[int, tuple[str, ...]]]:
    """The lines of a CSV, numbered as an editor does; Excel writes semicolons where commas are for decimals."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise InvalidInput("Tệp lịch không phải CSV UTF-8. Lưu lại từ Excel dạng “CSV UTF-8”.", field="file") from error
    head = text.partition("\n")[0]
    reader = csv.reader(StringIO(text, newline=""), delimiter=";" if head.count(";") > head.count(",") else ",")
    try:
        for cells in reader:
            yield reader.line_num, tuple(cells)
    except csv.Error as error:
        raise InvalidInput(
            "Bảng lịch, dòng {line}: không đúng dạng CSV.", field="file", line=reader.line_num
        ) from error


def _read_table(rows: Iterator[tuple[int, tuple[Any, ...]]]) -> dict[date, DayRule]:
    _, heading = next(rows, (1, ()))
    names = [COLUMNS.get(fold(str(cell or "")).strip(), "") for cell in heading]
    if any(name not in names for name in REQUIRED):
        raise InvalidInput("Bảng lịch thiếu cột. Dòng đầu cần có: date, type, note, notice.", field="file")
    days: dict[date, DayRule] = {}
    for number, cells in rows:
        row = {name: cell for name, cell in zip(names, cells, strict=False) if name and cell not in (None, "")}
        if not row:
            continue
        day = _day(row, number)
        if day in days:
            raise InvalidInput("Bảng lịch, dòng {line}: ngày bị lặp.", field="file", line=number)
        days[day] = _rule(row, number)
    return days


def _day(row: Cells, number: int) -> date:
    cell = row.get("date")
    if isinstance(cell, datetime):
        return cell.date()
    for form in FORMATS:
        try:
            return datetime.strptime(nfc(str(cell)), form).date()  # noqa: DTZ007 — a date without a clock has no zone
        except ValueError:
            continue
    raise InvalidInput(
        "Bảng lịch, dòng {line}: ngày không đúng dạng, ví dụ 2027-01-02 hoặc 02/01/2027.", field="file", line=number
    )


def _rule(row: Cells, number: int) -> DayRule:
    note = nfc(str(row.get("note", "")))
    if not note:
        raise InvalidInput("Bảng lịch, dòng {line}: thiếu tên ngày (note).", field="file", line=number)
    try:
        kind = DayKind(fold(nfc(str(row.get("type", "")))).replace(" ", "_"))
    except ValueError as error:
        raise InvalidInput(
            "Bảng lịch, dòng {line}: loại ngày phải là nghi, lam_bu, nghi_bu hoặc nua_ngay.", field="file", line=number
        ) from error
    return DayRule(kind=kind, note=note, notice=nfc(str(row.get("notice", ""))))
