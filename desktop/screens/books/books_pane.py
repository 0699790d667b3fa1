"""The books: a row each, the numbers of the chosen one, and beside them what goes out or is begun."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from desktop.book_asks import Shelf
from desktop.book_files import Wanted
from desktop.i18n import retold, t
from desktop.screens.books.export_card import ExportCard
from desktop.screens.books.exporting import Exporting
from desktop.screens.books.forms import BeginForm, SpoilForm
from desktop.screens.books.presenter import BooksPresenter
from desktop.screens.books.rows import Numbers, Words
from desktop.screens.books.words import BOOK_HEADINGS, book_words, gap_words, running_out
from desktop.stage import Session
from desktop.theme import tokens
from desktop.theme.tokens import Tone
from desktop.widgets import Card, ChipDelegate, StatusChip, Table
from dossiers.clock import local_date

if TYPE_CHECKING:
    from desktop.book_asks import BookState, NumberRow

SIDE_WIDTH = 340
BOOKS_SHOWN = (3, 4)
"""Rows of books in a low window and in an ordinary one."""

LOW = 480
BOOK_WIDTHS = (240, 190, 110, 110, 130)
NUMBER_WIDTHS = (100, 150, 190)
FILES = {"pdf": "PDF (*.pdf)", "xlsx": "Excel (*.xlsx)"}


class BooksPane(QWidget):
    """See `BooksView` in the presenter; `changed` says that other commands are possible now."""

    changed = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self.presenter = BooksPresenter(session.jobs, session.stage, session.here, self)
        self.exporting = Exporting(session.jobs, session.stage, session.printing.wake, self._on_export)
        self._rows, self._numbers = Words(BOOK_HEADINGS), Numbers(self.presenter.fetch)
        self.books, self.numbers = Table(t("Các quyển sổ"), self._rows), Table(t("Các số trong sổ"), self._numbers)
        self._chips = ChipDelegate(session.theme)
        self._gap, self._warning = StatusChip(), StatusChip()
        self.export, self.begin_form, self.spoil_form = ExportCard(), BeginForm(), SpoilForm()
        self._cards: tuple[Card, ...] = (self.export, self.begin_form, self.spoil_form)
        self.form: Card | None = None
        self._lay_out()
        self._wire()

    # BooksView.

    def show_shelf(self, shelf: Shelf, chosen: int) -> None:
        """See `BooksView.show_shelf`."""
        self._rows.show([book_words(state) for state in shelf.states])
        self._gap.say(*gap_words(tuple(retold(gap) for gap in shelf.gaps)))
        self._warning.say(running_out(shelf.states), Tone.WARN)
        self.export.short.setChecked(shelf.short)
        self.books.selectRow(chosen)

    def show_book(self, state: "BookState | None") -> None:
        """See `BooksView.show_book`."""
        self._numbers.show_book(state)
        self.export.show_kind(state.book.kind if state else None)
        self.numbers.selectRow(0)
        self.changed.emit()

    def show_numbers(self, first: int, rows: "tuple[NumberRow, ...]") -> None:
        """See `BooksView.show_numbers`."""
        self._numbers.take(first, rows)

    def show_fault(self, sentence: str, field: str) -> None:
        """See `BooksView.show_fault`."""
        for form in (self.begin_form, self.spoil_form):
            form.show_fault(sentence, field)

    def put_form_away(self) -> None:
        """See `BooksView.put_form_away`."""
        self._show_form(None)
        self.numbers.setFocus()

    # What the action bar does.

    def has_numbers(self) -> bool:
        """Whether there is anything to put out, and nothing on its way."""
        return self.form is None and not self.exporting.running and self._numbers.rowCount() > 0

    def begin_book(self) -> None:
        """Mở sổ mới."""
        office, now = self._session.here.office, self._session.clock()
        self._show_form(self.begin_form)
        self.begin_form.begin(local_date(now).year, f"{office.desk_slot:02d}")

    def spoil_number(self) -> None:
        """Bỏ một số."""
        self._show_form(self.spoil_form)
        self.spoil_form.begin(self.presenter.spoiling())

    def finish_form(self) -> None:
        """F10 on a form."""
        if self.form is self.begin_form:
            self.presenter.begin(self.begin_form.book())
        else:
            self.presenter.spoil(self.spoil_form.reason())

    def leave_off(self) -> None:
        """Esc: stop what is being written, else put the form away."""
        if self.exporting.running:
            self.exporting.stop()
        else:
            self.put_form_away()

    def open_dossier(self) -> None:
        """The dossier of the chosen number."""
        self.presenter.open(self._numbers.number(self.numbers.currentIndex().row()))

    def print_book(self) -> None:
        """In sổ."""
        wanted = self._wanted()
        if wanted is not None:
            self.exporting.print(wanted)

    def save_pdf(self) -> None:
        """Lưu PDF."""
        self._save("pdf")

    def save_xlsx(self) -> None:
        """Xuất .xlsx."""
        self._save("xlsx")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter in a table: from a book to its numbers, from a number to its dossier."""
        if not is_enter(event):
            return super().eventFilter(watched, event)
        if watched is self.books:
            self.numbers.setFocus()
        else:
            self.open_dossier()
        return True

    def resizeEvent(self, event: QResizeEvent) -> None:
        """More books where there is room."""
        super().resizeEvent(event)
        self.books.setFixedHeight((BOOKS_SHOWN[self.height() >= LOW] + 1) * tokens.ROW_HEIGHT + 4)

    def _save(self, suffix: str) -> None:
        wanted = self._wanted()
        if wanted is None:
            return
        book = wanted.state.book
        proposed = f"{book.kind.value}-{book.year}-{book.volume}.{suffix}"
        name, _ = QFileDialog.getSaveFileName(self, t("Ghi sổ ra tệp"), proposed, FILES[suffix])
        if name:
            file = Path(name)
            self.exporting.save(wanted, file if file.suffix.lower() == f".{suffix}" else Path(f"{name}.{suffix}"))

    def _wanted(self) -> Wanted | None:
        days, state = self.export.days(), self.presenter.chosen
        if days is None or state is None:
            return None
        return Wanted(state=state, first=days[0], last=days[1], short=self.export.short.isChecked())

    def _show_form(self, form: Card | None) -> None:
        """One card stands beside the numbers: a form, or else what goes out."""
        self.show_fault("", "")
        self.form = form
        for card in self._cards:
            card.setVisible(card is (form or self.export))
        self.changed.emit()

    def _on_export(self) -> None:
        self.export.follow(self.exporting)
        self.changed.emit()

    def _on_book(self, current: QModelIndex, _: QModelIndex) -> None:
        if current.isValid():
            self.presenter.choose(current.row())

    def _on_number(self, _: QModelIndex) -> None:
        self.open_dossier()

    def _on_short(self, short: bool) -> None:
        self.presenter.keep_short(short=short)

    def _wire(self) -> None:
        self.books.selectionModel().currentRowChanged.connect(self._on_book)
        self.numbers.doubleClicked.connect(self._on_number)
        self.export.short.clicked.connect(self._on_short)
        for table in (self.books, self.numbers):
            table.installEventFilter(self)

    def _lay_out(self) -> None:
        self.books.set_widths(*BOOK_WIDTHS)
        self.numbers.set_widths(*NUMBER_WIDTHS)
        self.numbers.setItemDelegateForColumn(len(NUMBER_WIDTHS), self._chips)
        side = QWidget()
        cards = QVBoxLayout(side)
        cards.setContentsMargins(0, 0, 0, 0)
        for card in self._cards:
            cards.addWidget(card)
        self._show_form(None)
        state = QHBoxLayout()
        state.setSpacing(tokens.GAP)
        for chip in (self._gap, self._warning):
            state.addWidget(chip)
        state.addStretch()
        both = QHBoxLayout()
        both.setSpacing(tokens.CARD_GAP)
        both.addWidget(self.numbers, 1)
        both.addWidget(beside(side, SIDE_WIDTH))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(tokens.GAP)
        column.addWidget(self.books)
        column.addLayout(state)
        column.addLayout(both, 1)


def is_enter(event: QEvent) -> bool:
    """Whether Enter was pressed."""
    if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
        return False
    return event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)


def beside(part: QWidget, width: int) -> QScrollArea:
    """A column beside a table that scrolls by itself where the window is low."""
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QScrollArea.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setFixedWidth(width)
    area.setWidget(part)
    return area
