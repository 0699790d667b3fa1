"""Books and till as a clerk works them: numbers looked at, series opened, numbers given up, cash counted."""

from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path

import pytest

from desktop.book_asks import Shelf, TillState
from desktop.book_files import Wanted
from desktop.screens.books.cash_presenter import CashPresenter
from desktop.screens.books.exporting import Exporting
from desktop.screens.books.presenter import BooksPresenter
from desktop.screens.books.words import book_words, count_row, gap_words, number_row, receipt_row, running_out, totals
from desktop.stage import Here
from dossiers.books import Book, BookKind
from dossiers.dossier import Dossier, PaymentMode
from dossiers.manage_books import open_book
from dossiers.office import Devices
from dossiers.people import Clerk, Role
from dossiers.receive import receive
from dossiers.store.books import BookState, NumberRow
from dossiers.take_fee import refund_fee, take_fee, void_fee
from dossiers.void import void
from tests.desktop_screens.conftest import CLERK, OFFICE, Counter
from tests.desktop_screens.test_books_files import CHARGE, intake
from tests.printing.pdf_reading import read_pages

SERIES = Book(
    kind=BookKind.FEE_RECEIPTS, volume="01", year=2026, first=101, last=125, symbol="AA-26P", template="01BLP2-001"
)


@dataclass
class HeardBooks:
    """A screen that remembers what it was shown."""

    presenter: BooksPresenter | None = None
    shelf: Shelf | None = None
    book: BookState | None = None
    rows: dict[int, NumberRow] = field(default_factory=dict)
    fault: tuple[str, str] = ("", "")
    away: int = 0

    def show_shelf(self, shelf: Shelf, chosen: int) -> None:
        """See `BooksView.show_shelf`."""
        del chosen
        self.shelf = shelf

    def show_book(self, state: BookState | None) -> None:
        """See `BooksView.show_book`; everything comes into sight at once."""
        self.book, self.rows = state, {}
        if state is not None and self.presenter is not None:
            self.presenter.fetch(state.id, state.book.first, 500)

    def show_numbers(self, first: int, rows: tuple[NumberRow, ...]) -> None:
        """See `BooksView.show_numbers`."""
        assert all(row.number >= first for row in rows)
        self.rows |= {row.number: row for row in rows}

    def show_fault(self, sentence: str, field: str) -> None:
        """See `BooksView.show_fault`."""
        self.fault = (sentence, field)

    def put_form_away(self) -> None:
        """See `BooksView.put_form_away`."""
        self.away += 1


@dataclass
class HeardTill:
    """The till's pane, heard."""

    till: TillState | None = None
    counted: tuple[int, int] = (0, 0)
    fault: str = ""
    cleared: int = 0

    def show_till(self, till: TillState) -> None:
        """See `CashView.show_till`."""
        self.till = till

    def show_count(self, counted_vnd: int, expected_vnd: int) -> None:
        """See `CashView.show_count`."""
        self.counted = (counted_vnd, expected_vnd)

    def show_fault(self, sentence: str, field: str) -> None:
        """See `CashView.show_fault`."""
        del field
        self.fault = sentence

    def clear_count(self) -> None:
        """See `CashView.clear_count`."""
        self.cleared += 1


def here(clerk: Clerk = CLERK) -> Here:
    """This desk, with somebody at it."""
    return Here(Path(), clerk, OFFICE, Devices())


@dataclass
class Books:
    """The presenter, and the screen it speaks to."""

    presenter: BooksPresenter
    view: HeardBooks

    def choose(self, kind: BookKind) -> None:
        """The newest book of a kind."""
        kinds = [state.book.kind for state in self.presenter.shelf.states]
        self.presenter.choose(kinds.index(kind))


@pytest.fixture
def books(counter: Counter) -> Books:
    """The books of an office that took two dossiers in."""
    for number in range(2):
        counter.desk.do(receive, intake(number, fees=(CHARGE,)))
    view = HeardBooks()
    presenter = view.presenter = BooksPresenter(counter.jobs, counter.stage, here(), view)
    presenter.refresh()
    return Books(presenter, view)


@pytest.fixture
def till(counter: Counter) -> tuple[CashPresenter, HeardTill]:
    """The till of an office that took nothing yet."""
    view = HeardTill()
    presenter = CashPresenter(counter.jobs, counter.stage, here(), lambda: None, view)
    presenter.refresh()
    return presenter, view


def paid(counter: Counter, number: int, mode: PaymentMode = PaymentMode.CASH) -> Dossier:
    """A dossier whose charge of 8.000 đồng was paid."""
    taken = counter.desk.do(receive, intake(number, fees=(CHARGE,)))
    return counter.desk.do(take_fee, taken.id, mode)


def test_a_number_leads_to_its_dossier(counter: Counter, books: Books) -> None:
    row = books.view.rows[2]
    assert number_row(BookKind.DOSSIERS, row)[0] == "0002"
    books.presenter.open(row)
    assert counter.stage.opened == [("dossier", {"dossier_id": row.dossier_id})]
    assert books.view.shelf is not None
    assert gap_words(books.view.shelf.gaps)[0] == "Không thiếu số nào."


def test_a_book_goes_on_after_the_paper_one(counter: Counter, books: Books) -> None:
    books.presenter.begin(Book(kind=BookKind.DOSSIERS, volume="02", year=2026, first=38))
    assert counter.stage.said == ["Đã mở sổ. Số tiếp theo là 0038."]
    assert books.view.away == 1
    taken = counter.desk.do(receive, intake(3))
    entry = taken.entry(BookKind.DOSSIERS)
    assert entry is not None
    assert entry.cited == "0038, quyển số 02/2026"
    books.presenter.refresh()
    assert books.view.book is not None
    assert book_words(books.view.book) == ("Sổ theo dõi hồ sơ", "02/2026", "0038", "–", "0039", "–")


def test_a_series_without_its_particulars_is_refused_beside_the_form(books: Books) -> None:
    books.presenter.begin(Book(kind=BookKind.FEE_RECEIPTS, volume="01", year=2026))
    sentence, at = books.view.fault
    assert "mẫu số, ký hiệu và dải số" in sentence
    assert (at, books.view.away) == ("template", 0)


def test_the_clerk_hears_in_time_that_a_series_runs_out(counter: Counter, books: Books) -> None:
    books.presenter.begin(SERIES)
    assert running_out(books.presenter.shelf.states) == ""
    for number in range(6):
        paid(counter, number)
    books.presenter.refresh()
    assert "chỉ còn 19 số" in running_out(books.presenter.shelf.states)
    for number in range(19):
        paid(counter, number)
    books.presenter.refresh()
    assert "đã hết số" in running_out(books.presenter.shelf.states)
    books.choose(BookKind.FEE_RECEIPTS)
    assert books.view.book is not None
    assert book_words(books.view.book)[3:] == ("0000125", "Hết số", "0")


def test_a_spoiled_number_keeps_its_reason_and_a_void_dossier_its_number(counter: Counter, books: Books) -> None:
    assert books.presenter.spoiling() == "Số 0003, Sổ theo dõi hồ sơ 01/2026"
    books.presenter.spoil("  ")
    assert books.view.fault == ("Chưa ghi lý do bỏ số.", "reason")
    books.presenter.spoil("Dòng sổ giấy bị ướt")
    assert books.view.away == 1
    first = counter.desk.register.find(books.view.rows[1].code)
    assert first is not None
    counter.desk.do(void, first.id, "Nhập nhầm")
    books.presenter.refresh()
    assert [number_row(BookKind.DOSSIERS, row)[2:] for row in books.view.rows.values()] == [
        (books.view.rows[1].code, "Đã hủy"), (books.view.rows[2].code, ""), ("–", "Bỏ số: Dòng sổ giấy bị ướt"),
    ]  # fmt: skip


def test_only_the_book_in_use_gives_up_a_number(counter: Counter, books: Books) -> None:
    assert books.presenter.may_spoil()
    counter.desk.do(open_book, Book(kind=BookKind.DOSSIERS, volume="02", year=2026))
    books.presenter.refresh()
    assert books.presenter.chosen is not None
    assert (books.presenter.chosen.book.volume, books.presenter.may_spoil()) == ("01", False)


def test_a_leader_only_reads(counter: Counter) -> None:
    leader = here(Clerk(name="Phạm Thị Lan", role=Role.LEADER))
    view = HeardTill()
    till = CashPresenter(counter.jobs, counter.stage, leader, lambda: None, view)
    till.refresh()
    books = BooksPresenter(counter.jobs, counter.stage, leader, HeardBooks())
    books.refresh()
    assert (till.may_count(), books.may_act(), books.may_spoil()) == (False, False, False)
    assert view.till is not None


def test_the_till_counts_agree_and_the_sheet_is_printed(
    counter: Counter, till: tuple[CashPresenter, HeardTill]
) -> None:
    presenter, view = till
    paid(counter, 1)
    paid(counter, 2, PaymentMode.TRANSFER)
    presenter.refresh()
    presenter.type(5000, 1)
    presenter.type(1000, 3)
    assert view.counted == (8000, 8000)
    presenter.count("")
    assert (view.cleared, view.fault) == (1, "")
    (job,) = counter.desk.prints.waiting()
    assert job.form == "remittance"
    (page,) = read_pages(counter.desk.prints.pdf(job.id))
    assert "Số tiền mặt nộp: 8.000 đồng" in page.text
    assert view.till is not None
    assert [count_row(each)[1:5] for each in view.till.counts] == [(CLERK.name, "8.000 ₫", "8.000 ₫", "Khớp")]


def test_a_difference_stands_only_with_its_reason(counter: Counter, till: tuple[CashPresenter, HeardTill]) -> None:
    presenter, view = till
    paid(counter, 1)
    presenter.refresh()
    presenter.type(5000, 1)
    presenter.count("")
    assert "Ghi lý do chênh lệch" in view.fault
    assert counter.desk.records.latest("cash_counted") is None
    presenter.count("Trả nhầm tiền lẻ")
    assert view.till is not None
    assert count_row(view.till.counts[0])[4:] == ("Thiếu 3.000 ₫", "Trả nhầm tiền lẻ")


def test_the_next_shift_begins_where_the_last_was_counted(
    counter: Counter, till: tuple[CashPresenter, HeardTill]
) -> None:
    """Also the next morning: what came in after the evening's count is in nobody's sum yet."""
    presenter, view = till
    paid(counter, 1)
    presenter.type(2000, 4)
    presenter.count("")
    late = paid(counter, 2)
    counter.clock.now += timedelta(days=1)
    presenter.refresh()
    assert view.till is not None
    assert [each.code for each in view.till.taken] == [late.code]
    assert view.counted == (0, 8000)


def test_what_was_counted_prints_again_as_it_was(counter: Counter, till: tuple[CashPresenter, HeardTill]) -> None:
    presenter, view = till
    first = paid(counter, 1)
    presenter.type(2000, 4)
    presenter.count("")
    counter.desk.do(void_fee, first.id, first.receipts[0].entry, "Ghi nhầm tên")
    paid(counter, 2)
    assert view.till is not None
    presenter.print_again(view.till.counts[0])
    was, again = [counter.desk.prints.pdf(job.id) for job in counter.desk.prints.waiting()]
    assert again == was


def test_voids_and_refunds_are_marked_and_sums_know_them(
    counter: Counter, till: tuple[CashPresenter, HeardTill]
) -> None:
    presenter, view = till
    voided, refunded = paid(counter, 1), paid(counter, 2)
    paid(counter, 3, PaymentMode.TRANSFER)
    counter.desk.do(void_fee, voided.id, voided.receipts[0].entry, "Ghi nhầm tên")
    counter.desk.do(refund_fee, refunded.id, refunded.receipts[0].entry, 3000, "Thu thừa")
    presenter.refresh()
    assert view.till is not None
    assert [(row[0], row[4], row[7]) for row in map(receipt_row, view.till.taken)] == [
        ("0001", "8.000 ₫", "Đã hủy: Ghi nhầm tên"), ("0002", "8.000 ₫", "Đã hoàn 3.000 ₫"), ("0003", "8.000 ₫", ""),
    ]  # fmt: skip
    assert dict(totals(view.till.shift)) == {
        "Phí đã thu": "0 ₫", "Lệ phí đã thu": "16.000 ₫", "Trả lại": "3.000 ₫", "Tiền mặt": "5.000 ₫",
        "Chuyển khoản": "8.000 ₫", "Trực tuyến": "0 ₫", "Còn lại": "13.000 ₫",
    }  # fmt: skip


def test_a_receipt_leads_to_its_dossier(counter: Counter, till: tuple[CashPresenter, HeardTill]) -> None:
    presenter, view = till
    dossier = paid(counter, 1)
    presenter.refresh()
    assert view.till is not None
    presenter.open(view.till.taken[0])
    assert counter.stage.opened == [("dossier", {"dossier_id": dossier.id})]


def test_a_book_goes_to_the_printer_or_to_a_file(counter: Counter, books: Books, tmp_path: Path) -> None:
    told: list[bool] = []
    exporting = Exporting(counter.jobs, counter.stage, lambda: None, lambda: told.append(exporting.running))
    assert books.presenter.chosen is not None
    wanted = Wanted(state=books.presenter.chosen)
    exporting.print(wanted)
    assert [(job.form, job.title) for job in counter.desk.prints.waiting()] == [
        ("register", "Sổ theo dõi hồ sơ 01/2026")
    ]
    for name in ("so.pdf", "so.xlsx"):
        exporting.save(wanted, tmp_path / name)
    assert (tmp_path / "so.pdf").read_bytes().startswith(b"%PDF")
    assert (tmp_path / "so.xlsx").read_bytes().startswith(b"PK")
    assert counter.stage.said == ["Sổ đã vào hàng đợi in.", *["Đã ghi 2 số ra tệp."] * 2]
    assert told == [True, False] * 3
    exporting.save(wanted, tmp_path / "mất" / "so.pdf")
    assert counter.stage.complaints
    assert told[-2:] == [True, False]
