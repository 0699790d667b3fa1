"""Read a list of open dossiers from a spreadsheet (.xlsx): every bad row named, none guessed."""

import zipfile
import zlib
from contextlib import closing
from dataclasses import dataclass
from datetime import date, datetime, time
from itertools import islice
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import ParseError

from dossiers.carry_over import OpenCase
from dossiers.catalogue import Catalogue
from dossiers.clock import VIETNAM, local_date
from dossiers.codes import day_of
from dossiers.errors import InvalidInput, KnownError
from dossiers.names import fold, nfc
from dossiers.people import Person
from dossiers.receive import tidy_person

COLUMNS = {
    "ma ho so": "code", "ma thu tuc": "procedure", "ho va ten": "name", "so dinh danh": "id_number",
    "dien thoai": "phone", "dia chi": "address", "nhan luc": "received", "hen tra": "due", "ghi chu": "note",
}  # fmt: skip
REQUIRED = ("code", "procedure", "name", "received")
HEADINGS = "Mã hồ sơ, Mã thủ tục, Họ và tên, Số định danh, Điện thoại, Địa chỉ, Nhận lúc, Hẹn trả, Ghi chú"
UNREADABLE = (
    OSError,
    EOFError,
    LookupError,
    RuntimeError,
    TypeError,
    ValueError,
    zlib.error,
    zipfile.BadZipFile,
    ParseError,
)
"""What openpyxl and zipfile raise for files cut short, altered, encrypted, or written by nobody's rules."""

MOST_BYTES = 32 << 20
"""Of a spreadsheet unfolded; a ZIP of two kilobytes may claim gigabytes."""

MOST_ROWS = 20_000
"""A merged commune's open dossiers are some thousands."""

FORMATS = ("%d/%m/%Y %H:%M:%S", "%d/%m/%Y %H:%M", "%H:%M %d/%m/%Y", "%d/%m/%Y")


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenList:
    """What a spreadsheet holds: the good rows, and a sentence for each bad one."""

    cases: tuple[OpenCase, ...]
    faults: tuple[str, ...]


def read_open_list(path: Path, catalogue: Catalogue, now: datetime) -> OpenList:
    """Read the first sheet; the first row names the columns (see HEADINGS). Raises KnownError for no spreadsheet."""
    rows = iter(sheet_rows(path))
    names = [COLUMNS.get(fold(str(cell or "")), "") for cell in next(rows, ())]
    absent = [name for name in REQUIRED if name not in names]
    if absent:
        raise KnownError("Bảng thiếu cột. Dòng đầu cần có các cột: {headings}.", headings=HEADINGS)
    cases: list[OpenCase] = []
    faults: list[str] = []
    seen: set[str] = set()
    for number, cells in enumerate(rows, start=2):
        row = {name: cell for name, cell in zip(names, cells, strict=False) if name}
        if not any(cell not in (None, "") for cell in row.values()):
            continue
        try:
            case = read_row(row, catalogue, now)
            if case.code in seen:
                raise InvalidInput("mã hồ sơ này đã có ở một dòng trên")
            seen.add(case.code)
            cases.append(case)
        except KnownError as error:
            faults.append(f"Dòng {number}: {error}")
    return OpenList(cases=tuple(cases), faults=tuple(faults))


def sheet_rows(path: Path) -> list[tuple[Any, ...]]:
    """The rows of the first sheet as tuples of values; raises KnownError for anything but a whole spreadsheet."""
    from openpyxl import load_workbook
    from openpyxl.utils.exceptions import InvalidFileException

    try:
        with zipfile.ZipFile(path) as parts:
            if sum(part.file_size for part in parts.infolist()) > MOST_BYTES:
                raise too_large()
        with closing(load_workbook(path, read_only=True, data_only=True)) as book:
            rows = list(islice(book.worksheets[0].iter_rows(values_only=True), MOST_ROWS + 1))
    except (*UNREADABLE, InvalidFileException) as error:
        raise KnownError("Không mở được bảng tính. Cần một tệp .xlsx còn nguyên.") from error
    if len(rows) > MOST_ROWS:
        raise too_large()
    return rows


def too_large() -> KnownError:
    """The refusal of a spreadsheet that no office's list comes near."""
    return KnownError(
        "Bảng tính quá lớn: nhiều nhất {rows} dòng. Chia thành nhiều tệp rồi nhập lần lượt.", rows=MOST_ROWS
    )


def read_row(row: dict[str, Any], catalogue: Catalogue, now: datetime) -> OpenCase:
    """One row as a case; raises InvalidInput with what is wrong in it."""
    code = nfc(text_in(row.get("code"))).upper()
    if day_of(code) is None:
        raise InvalidInput("mã hồ sơ không đúng dạng, ví dụ H55.242-261121-0007", field="code")
    received = instant(row.get("received"), time(7))
    if received is None:
        raise InvalidInput("thiếu ngày nhận", field="received")
    if received > now:
        raise InvalidInput("ngày nhận nằm sau lúc này", field="received")
    due = instant(row.get("due"), time(17))
    if due is not None and due < received:
        raise InvalidInput("ngày hẹn trả sớm hơn ngày nhận", field="due")
    procedure = nfc(text_in(row.get("procedure")))
    if catalogue.find(procedure, local_date(received)) is None:
        raise InvalidInput("danh mục không có thủ tục này vào ngày nhận", field="procedure")
    owner = Person(
        name=text_in(row.get("name")), id_number=digits_in(row.get("id_number"), 12),
        phone=digits_in(row.get("phone"), 10), address=text_in(row.get("address")),
    )  # fmt: skip
    return OpenCase(
        code=code, procedure_code=procedure, owner=tidy_person(owner, "owner"), received_at=received, due_at=due,
        note=nfc(text_in(row.get("note"))),
    )  # fmt: skip


def text_in(cell: object) -> str:
    """A cell as text."""
    return "" if cell is None else str(cell)


def digits_in(cell: object, length: int) -> str:
    """A cell that holds digits: where the sheet made a number of them, the leading zeros it dropped come back."""
    whole = isinstance(cell, int) or (isinstance(cell, float) and cell.is_integer())
    return f"{cell:0{length}.0f}" if whole else text_in(cell)


def instant(cell: object, at: time) -> datetime | None:
    """A cell as an instant, a bare day meaning `at`; raises InvalidInput for a date nobody can read."""
    if cell in (None, ""):
        return None
    if isinstance(cell, datetime):
        return (datetime.combine(cell.date(), at) if cell.time() == time() else cell).replace(tzinfo=VIETNAM)
    if isinstance(cell, date):
        return datetime.combine(cell, at, tzinfo=VIETNAM)
    for pattern in FORMATS:
        try:
            moment = datetime.strptime(nfc(str(cell)), pattern)  # noqa: DTZ007 - wall time, the zone is set below
        except ValueError:
            continue
        return (datetime.combine(moment.date(), at) if ":" not in pattern else moment).replace(tzinfo=VIETNAM)
    raise InvalidInput("ngày không đọc được, cần dạng 24/11/2026 hoặc 24/11/2026 09:30", field="received")
