"""The books' screen in the real window: by its keys, by what its parts are called, with hundreds of numbers."""

from collections import Counter
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QComboBox, QFileDialog, QLabel, QLineEdit, QSpinBox, QTableView, QWidget

from desktop.app import Reception
from desktop.screens.books.screen import BooksScreen
from desktop.sitting import Sitting
from dossiers.acting import Act
from dossiers.books import BookKind
from dossiers.dossier import PaymentMode
from dossiers.receive import receive
from dossiers.take_fee import take_fee
from tests.desktop.conftest import LEADER, sign_in
from tests.desktop.driving import Driver, settle, wait_for
from tests.desktop_screens.test_books_files import CHARGE, intake

MANY = 380


def live(reception: Reception, dossiers: int) -> None:
    """Take dossiers in and their charge in cash, as one deed."""

    def deed(act: Act) -> int:
        for number in range(dossiers):
            take_fee(act, receive(act, intake(number, fees=(CHARGE,))).id, PaymentMode.CASH)
        return dossiers

    done: list[int] = []
    reception.jobs.do(deed, on_done=done.append, on_failed=lambda why: pytest.fail(why.sentence))
    wait_for(lambda: done, "the dossiers")


def screen_of(reception: Reception) -> BooksScreen:
    """Alt+9."""
    Driver(reception.window).press("Alt+9")
    assert reception.sitting is not None
    screen = reception.sitting.frame.front_screen
    assert isinstance(screen, BooksScreen)
    return screen


def show_book(screen: BooksScreen, words: str) -> None:
    """Choose a book by its name."""
    model = screen.books.books.model()
    wait_for(lambda: model.rowCount() > 0, "the books")
    names = [model.index(row, 0).data() for row in range(model.rowCount())]
    screen.books.books.selectRow(names.index(words))


def cell(table: QTableView, row: int, column: int) -> str:
    """What a cell says."""
    return str(table.model().index(row, column).data())


def test_hundreds_of_numbers_come_as_they_come_into_sight(reception: Reception, sitting: Sitting) -> None:
    live(reception, MANY)
    screen = screen_of(reception)
    show_book(screen, "Sổ theo dõi hồ sơ")
    numbers = screen.books.numbers
    wait_for(lambda: cell(numbers, 0, 2).startswith("H99"), "the newest numbers")
    assert (numbers.model().rowCount(), cell(numbers, 0, 0)) == (MANY, "0380")
    numbers.scrollToBottom()
    wait_for(lambda: cell(numbers, MANY - 1, 2).startswith("H99"), "the oldest numbers")
    assert cell(numbers, MANY - 1, 0) == "0001"
    numbers.selectRow(MANY - 1)
    numbers.setFocus()
    code = cell(numbers, MANY - 1, 2)
    Driver(reception.window).press("Return")
    assert sitting.frame.front == "dossier"
    wait_for(lambda: any(code in label.text() for label in reception.window.findChildren(QLabel)), "the dossier")


def test_a_registered_series_is_opened_from_the_form(reception: Reception, sitting: Sitting) -> None:
    assert sitting.frame.front
    screen, clerk = screen_of(reception), Driver(reception.window)
    clerk.click("Mở sổ mới")
    kind = clerk.find("Loại sổ", QComboBox)
    assert isinstance(kind, QComboBox)
    kind.setCurrentIndex(kind.findData(BookKind.FEE_RECEIPTS))
    for name, number in (("Số đầu", 101), ("Số cuối", 150)):
        box = clerk.find(name, QSpinBox)
        assert isinstance(box, QSpinBox)
        box.setValue(number)
    clerk.press("F10")
    wait_for(lambda: "mẫu số, ký hiệu" in screen.books.begin_form.fields["template"].sentence, "what is lacking")
    clerk.field("Mẫu số").type("01BLP2-001")
    clerk.field("Ký hiệu").type("AA-26P")
    clerk.press("F10")
    wait_for(lambda: "0000101" in sitting.frame.said, "the book")
    assert screen.books.form is None
    assert [cell(screen.books.books, 0, column) for column in range(6)] == [
        "Biên lai thu phí, lệ phí", "01/2026-AA-26P", "0000101", "0000150", "0000101", "50",
    ]  # fmt: skip


def test_esc_puts_a_form_away_and_then_goes_back(reception: Reception, sitting: Sitting) -> None:
    sitting.frame.open("sync")
    screen, clerk = screen_of(reception), Driver(reception.window)
    clerk.click("Mở sổ mới")
    assert screen.books.begin_form.isVisible()
    clerk.press("Esc")
    assert not screen.books.begin_form.isVisible()
    assert sitting.frame.front == "books"
    clerk.press("Esc")
    assert sitting.frame.front == "sync"


def test_the_shift_is_counted_from_the_keyboard(reception: Reception, sitting: Sitting) -> None:
    live(reception, 2)
    screen, clerk = screen_of(reception), Driver(reception.window)
    clerk.click("Quỹ")
    wait_for(lambda: screen.cash.receipts.model().rowCount() == 2, "the receipts")
    box = clerk.find("Số tờ 5.000 ₫", QSpinBox)
    assert isinstance(box, QSpinBox)
    box.setValue(3)
    assert "Thiếu 1.000 ₫" in clerk.names()
    clerk.press("F10")
    wait_for(lambda: "Ghi lý do chênh lệch" in screen.cash.reason.sentence, "the question why")
    clerk.field("Lý do chênh lệch").type("Thối nhầm 1.000 đồng")
    clerk.press("F10")
    wait_for(lambda: "Bảng kê nộp tiền" in sitting.frame.said, "the sheet")
    wait_for(lambda: screen.cash.receipts.model().rowCount() == 0, "the next shift")
    assert box.value() == 0
    assert cell(screen.cash.counts, 0, 4) == "Thiếu 1.000 ₫"


def test_a_book_is_written_where_somebody_chose(
    reception: Reception, sitting: Sitting, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    live(reception, 3)
    screen, clerk = screen_of(reception), Driver(reception.window)
    show_book(screen, "Sổ theo dõi hồ sơ")
    settle(20)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "so"), ""))
    clerk.click("Xuất .xlsx")
    wait_for(lambda: "3 số" in sitting.frame.said, "the spreadsheet")
    clerk.press("Ctrl+P")
    wait_for((tmp_path / "so.pdf").exists, "the PDF")
    assert sorted(file.name for file in tmp_path.iterdir() if file.is_file()) == ["so.pdf", "so.xlsx"]


def test_days_that_are_none_are_said_beside_their_field(reception: Reception, sitting: Sitting) -> None:
    live(reception, 1)
    screen, clerk = screen_of(reception), Driver(reception.window)
    show_book(screen, "Sổ theo dõi hồ sơ")
    clerk.field("Từ ngày").type("31/02/2026")
    clerk.press("F10")
    assert not screen.books.exporting.running
    assert any("Ghi ngày dạng" in label.text() for label in screen.findChildren(QLabel) if label.isVisible())
    clerk.field("Từ ngày").type("01/01/2020")
    clerk.field("Đến ngày").type("02/01/2020")
    clerk.press("F10")
    wait_for(lambda: "chưa có số nào" in sitting.frame.said, "the sentence")


def test_a_leader_looks_and_changes_nothing(reception: Reception) -> None:
    sign_in(reception, LEADER)
    screen, clerk = screen_of(reception), Driver(reception.window)
    settle(50)
    shown = {button.accessibleName(): button.isEnabled() for button in reception.window.findChildren(QAbstractButton)}
    assert (shown["Mở sổ mới"], shown["Bỏ một số"]) == (False, False)
    clerk.click("Quỹ")
    wait_for(lambda: screen.cash.presenter.till is not None, "the money")
    settle(20)
    assert not clerk.find("Ghi kiểm quỹ, in bảng kê").isEnabled()
    assert not clerk.find("Số tờ 500.000 ₫").isEnabled()


@pytest.mark.parametrize("part", ["numbers", "begin", "spoil", "till"])
def test_everything_has_a_name_and_each_letter_is_claimed_once(
    reception: Reception, sitting: Sitting, part: str
) -> None:
    assert sitting.frame.front
    live(reception, 1)
    screen = screen_of(reception)
    wait_for(lambda: screen.books.books.model().rowCount() > 0, "the books")
    if part == "till":
        sitting.frame.open("books", till=True)
    elif part != "numbers":
        (screen.books.begin_book if part == "begin" else screen.books.spoil_number)()
    settle(20)
    nameless = [
        type(widget).__name__
        for kind in (QLineEdit, QAbstractButton, QTableView, QSpinBox, QComboBox)
        for widget in screen.findChildren(kind)
        if widget.isVisible() and not widget.accessibleName() and not inner(widget)
    ]
    assert nameless == []
    texts = [label.text() for label in screen.findChildren(QLabel) if label.isVisible()]
    texts += [button.text() for button in screen.findChildren(QAbstractButton) if button.isVisible()]
    letters = Counter(text[text.index("&") + 1].lower() for text in texts if "&" in text)
    assert [letter for letter, count in letters.items() if count > 1] == []


def inner(widget: QWidget) -> bool:
    """Whether it is a part of a part: the corner of a table, the line of a number field."""
    return isinstance(widget.parent(), QTableView | QSpinBox) or widget.focusPolicy() == Qt.FocusPolicy.NoFocus
