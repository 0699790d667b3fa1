"""Books on paper and as spreadsheets, read back line by line against the dossiers."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from desktop.book_files import Progress, Wanted, draw_book, save_pdf, save_xlsx
from dossiers.acting import Act
from dossiers.books import Book, BookKind
from dossiers.certify import certify
from dossiers.clock import local_date, say_date, say_time
from dossiers.dossier import Appointment, Dossier, FeeLine, PaperLine, PaymentMode, Receiver, ResultPaper
from dossiers.errors import KnownError
from dossiers.manage_books import open_book, spoil_number
from dossiers.people import Person
from dossiers.procedure import FeeKind
from dossiers.receive import Intake, receive
from dossiers.result_ready import make_result_ready
from dossiers.return_result import Returned, return_result
from dossiers.take_fee import refund_fee, take_fee, void_fee
from dossiers.void import void
from tests.desktop_screens.conftest import Counter
from tests.printing.pdf_reading import outside, overlapping, read_pages

COPIES, BIRTH = "2.000815", "1.001193"
FEE = FeeLine(name="Phí chứng thực bản sao", kind=FeeKind.FEE, amount_vnd=12_000)
CHARGE = FeeLine(name="Lệ phí đăng ký khai sinh", kind=FeeKind.CHARGE, amount_vnd=8_000)
ENOUGH_FOR_30_PAGES = 330


def person(number: int) -> Person:
    """Somebody invented."""
    names = ("Nguyễn Thị Thùy Dương", "Đặng Văn Khuể", "Trương Hữu Phước Ưu")
    return Person(
        name=f"{names[number % 3]} {number}", id_number=f"0361860{number:05}", phone=f"0912{number:06}",
        address=f"Thôn {number % 9 + 1}, xã Mỹ Đức",
    )  # fmt: skip


def intake(number: int, procedure: str = BIRTH, fees: tuple[FeeLine, ...] = ()) -> Intake:
    """An intake without an appointment, or with two papers to certify."""
    papers = (PaperLine(name="Bằng tốt nghiệp", pages=2, copies=3), PaperLine(name="Căn cước", pages=1, copies=2))
    return Intake(
        procedure_code=procedure, owner=person(number), papers=papers if procedure == COPIES else (),
        fees=fees, appointment=Appointment(due_at=None), payment=PaymentMode.CASH,
    )  # fmt: skip


def wanted(counter: Counter, kind: BookKind, **more: Any) -> Wanted:
    """The newest book of a kind."""
    state = counter.desk.books.current(kind)
    assert state is not None
    return Wanted(state=state, **more)


def sheet(counter: Counter, file: Path, kind: BookKind, **more: Any) -> list[tuple[Any, ...]]:
    """The rows of a book's spreadsheet under its headings."""
    save_xlsx(counter.jobs.wait, wanted(counter, kind, **more), file, Progress())
    active = load_workbook(file).active
    assert active is not None
    return [tuple("" if cell is None else cell for cell in row) for row in active.iter_rows(values_only=True)][1:]


def paper(counter: Counter, kind: BookKind, **more: Any) -> list[str]:
    """The pages of a book's PDF, each in one word: cells may be broken anywhere."""
    pages = read_pages(draw_book(counter.jobs.wait, wanted(counter, kind, **more), Progress()))
    for page in pages:
        assert (overlapping(page), outside(page)) == ([], [])
    return [squeezed(page.text) for page in pages]


def squeezed(text: str) -> str:
    """Without spaces."""
    return "".join(text.split())


@pytest.fixture
def many(counter: Counter) -> tuple[Dossier, ...]:
    """A register of thirty pages; one dossier of it is void, and one number was spoiled half-way."""

    def take_in(act: Act, numbers: range) -> list[Dossier]:
        return [receive(act, intake(number)) for number in numbers]

    counter.desk.do(open_book, Book(kind=BookKind.DOSSIERS, volume="02", year=2026, first=38))
    half = ENOUGH_FOR_30_PAGES // 2
    first = counter.desk.do(take_in, range(half))
    counter.desk.do(spoil_number, BookKind.DOSSIERS, "Dòng sổ giấy bị ướt")
    second = counter.desk.do(take_in, range(half, ENOUGH_FOR_30_PAGES))
    counter.desk.do(void, first[3].id, "Nhập nhầm người")
    return tuple(counter.desk.register.get(each.id) for each in (*first, *second))


def test_thirty_pages_read_back_line_by_line(counter: Counter, many: tuple[Dossier, ...]) -> None:
    pages = paper(counter, BookKind.DOSSIERS)
    assert len(pages) >= 30
    text, at = "".join(pages), 0
    for dossier in many:
        entry = dossier.entry(BookKind.DOSSIERS)
        assert entry
        owner = dossier.owner
        line = squeezed(
            f"{entry.number}{dossier.code}{dossier.procedure_name}1{owner.name}{owner.address}, {owner.phone}"
            f"{counter.desk.office.name}{say_time(dossier.received_at)}"
        )
        assert line in text[at:], entry.number
        at = text.index(line, at) + len(line)
    assert squeezed("Quyển số 02/2026, từ ngày 23/11/2026 đến ngày 23/11/2026") in pages[0]
    assert squeezed("203Bỏ số: Dòng sổ giấy bị ướt204H55") in text
    assert all(f"Trang{number}/{len(pages)}" in page for number, page in enumerate(pages[1:], start=2))


def test_its_spreadsheet_reads_back_row_by_row(counter: Counter, many: tuple[Dossier, ...], tmp_path: Path) -> None:
    rows = sheet(counter, tmp_path / "so.xlsx", BookKind.DOSSIERS)
    assert [int(row[0]) for row in rows] == list(range(38, 38 + len(many) + 1))
    spoiled = rows.pop(ENOUGH_FOR_30_PAGES // 2)
    assert spoiled[1:3] == ("", "Bỏ số: Dòng sổ giấy bị ướt")
    for row, dossier in zip(rows, many, strict=True):
        assert row[1:5] == (dossier.code, dossier.procedure_name, "1", dossier.owner.name)
        assert row[5] == f"{dossier.owner.address}, {dossier.owner.phone}"
        assert row[7] == say_time(dossier.received_at)
    assert rows[3][14] == "Đã hủy"
    short = sheet(counter, tmp_path / "hep.xlsx", BookKind.DOSSIERS, short=True)
    assert [row[1] for row in short if row[1]] == [dossier.code for dossier in many]
    assert short[3][2].startswith("Đã hủy. ")


def test_certifications_carry_signer_copies_and_each_fee_once(counter: Counter, tmp_path: Path) -> None:
    desk = counter.desk
    dossiers = [desk.do(receive, intake(number, COPIES, (FEE,))) for number in range(2)]
    for dossier in dossiers:
        desk.do(certify, dossier.id, "Phạm Thị Lan")
        desk.do(take_fee, dossier.id, PaymentMode.CASH)
    today = say_date(local_date(dossiers[0].received_at))
    rows = sheet(counter, tmp_path / "so.xlsx", BookKind.COPIES)
    first, second = dossiers
    assert rows == [
        ("0001", today, first.owner.name, "Bằng tốt nghiệp", 3, 2, "Phạm Thị Lan", 12_000, first.code, ""),
        ("0002", today, first.owner.name, "Căn cước", 2, 1, "Phạm Thị Lan", "chung số 0001", first.code, ""),
        ("0003", today, second.owner.name, "Bằng tốt nghiệp", 3, 2, "Phạm Thị Lan", 12_000, second.code, ""),
        ("0004", today, second.owner.name, "Căn cước", 2, 1, "Phạm Thị Lan", "chung số 0003", second.code, ""),
    ]
    (page,) = paper(counter, BookKind.COPIES)
    assert squeezed("Quyển số 01/2026-SCT/BS") in page
    assert squeezed("SỔ CHỨNG THỰC BẢN SAO") in page
    assert squeezed("Cộng 10 24.000") in page


def test_money_keeps_its_numbers_and_counts_no_void(counter: Counter, tmp_path: Path) -> None:
    desk = counter.desk
    taken = [desk.do(receive, intake(number, fees=(CHARGE,))) for number in range(3)]
    receipts = [desk.do(take_fee, each.id, PaymentMode.CASH).receipts[0] for each in taken]
    desk.do(void_fee, taken[1].id, receipts[1].entry, "Ghi nhầm tên")
    desk.do(refund_fee, taken[2].id, receipts[2].entry, 3000, "Thu thừa")
    rows = sheet(counter, tmp_path / "so.xlsx", BookKind.INTERNAL_RECEIPTS)
    assert [(row[0], row[5], row[6], row[9]) for row in rows] == [
        ("0001", 0, 8000, ""), ("0002", 0, 0, "Đã hủy, 8.000 đồng: Ghi nhầm tên"),
        ("0003", 0, 8000, "Đã hoàn 3.000 đồng: Thu thừa"),
    ]  # fmt: skip
    (page,) = paper(counter, BookKind.INTERNAL_RECEIPTS)
    assert squeezed("Cộng 0 16.000") in page


def test_results_say_who_took_them(counter: Counter, tmp_path: Path) -> None:
    desk = counter.desk
    dossier = desk.do(receive, intake(1))
    given = ResultPaper(
        kind="Giấy khai sinh", number="45/2026", signer="Phạm Thị Lan", issued_on=local_date(counter.clock())
    )
    desk.do(make_result_ready, dossier.id, "", "", given)
    son = Returned(receiver=Receiver.DELEGATE, name="Lê Văn Thay", id_number="036190000001")
    returned = desk.do(return_result, dossier.id, son)
    assert returned.handover
    (row,) = sheet(counter, tmp_path / "so.xlsx", BookKind.RESULTS)
    assert row == (
        "0001", dossier.code, "Giấy khai sinh", "45/2026", "23/11/2026", "", "Phạm Thị Lan", dossier.owner.name,
        "Lê Văn Thay (được ủy quyền)", say_time(returned.handover.at), "", "",
    )  # fmt: skip
    assert "Kýnhận" in paper(counter, BookKind.RESULTS)[0]


@pytest.mark.parametrize("save", [save_pdf, save_xlsx])
def test_stopped_half_way_nothing_is_left(
    counter: Counter, many: tuple[Dossier, ...], tmp_path: Path, save: Callable[..., None]
) -> None:
    """What stood there under that name stays."""
    assert len(many) > 300
    file, progress = tmp_path / "so", Stopping()
    file.write_bytes(b"the old one")
    with pytest.raises(KnownError, match="Đã dừng theo yêu cầu"):
        save(counter.jobs.wait, wanted(counter, BookKind.DOSSIERS), file, progress)
    assert (file.read_bytes(), list(tmp_path.glob("so*"))) == (b"the old one", [file])


class Stopping(Progress):
    """Somebody presses Dừng as soon as anything is done."""

    def reached(self, lines: int) -> None:
        """See `Progress.reached`."""
        super().reached(lines)
        self.stop = True


def test_days_bound_what_is_written(counter: Counter) -> None:
    counter.desk.do(receive, intake(1))
    today = local_date(counter.clock())
    (page,) = paper(counter, BookKind.DOSSIERS, first=date(2026, 11, 1), last=today)
    assert squeezed("từ ngày 01/11/2026 đến ngày 23/11/2026") in page
    with pytest.raises(KnownError, match="chưa có số nào"):
        paper(counter, BookKind.DOSSIERS, last=date(2026, 11, 22))
