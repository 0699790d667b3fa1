"""The till: the shift's receipts and sums on the left, the notes counted beside them, former counts below."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QHeaderView, QLabel, QVBoxLayout, QWidget

from desktop.book_asks import TillState
from desktop.i18n import t
from desktop.screens.books.books_pane import beside, is_enter
from desktop.screens.books.cash_presenter import CashPresenter
from desktop.screens.books.rows import Words
from desktop.screens.books.words import (
    COUNT_HEADINGS,
    RECEIPT_HEADINGS,
    count_row,
    difference_words,
    of_one_day,
    receipt_row,
    receipt_tone,
    totals,
)
from desktop.stage import Session
from desktop.theme import tokens
from desktop.widgets import Card, ChipDelegate, Count, Field, Line, StatusChip, Table, caption, muted, strong
from dossiers.cash import DENOMINATIONS_VND
from dossiers.clock import say_time
from dossiers.fees import say_vnd
from dossiers.people import Right

if TYPE_CHECKING:
    from desktop.book_asks import Recorded

RECEIPT_WIDTHS = (78, 64, 112, 100, 82, 118, 92, 112)
TIME, PAYER, REMARK = 1, 3, 7
TIME_AND_DAY = 112
LEAST = 60
COUNT_WIDTHS = (146, 146, 110, 120, 120)
COUNTS_SHOWN = 3
MOST_NOTES = 99_999
SUMS = 7
SIDE_WIDTH = 330
COUNT_WIDTH = 84


class CashPane(QWidget):
    """See `CashView` in the presenter; `changed` says that other commands are possible now."""

    changed = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.presenter = CashPresenter(session.jobs, session.stage, session.here, session.printing.wake, self)
        self._receipts, self._counts = Words(RECEIPT_HEADINGS, (4,)), Words(COUNT_HEADINGS, (2, 3))
        self.receipts = Table(t("Biên lai trong ca"), self._receipts)
        self.counts = Table(t("Các lần kiểm quỹ"), self._counts)
        self._chips = ChipDelegate(session.theme)
        self.notes = {face: Count(0, MOST_NOTES) for face in DENOMINATIONS_VND}
        self._since, self._sums = muted(), [(caption(), strong()) for _ in range(SUMS)]
        self._expected, self._counted, self._difference = strong(), strong(), StatusChip()
        self._reason = Line()
        self.reason = Field(t("&Lý do chênh lệch"), self._reason)
        self._here = session.here
        self._card = self._count_card()
        self._area = beside(self._card, SIDE_WIDTH)
        self._lay_out()
        self._wire()

    # CashView.

    def show_till(self, till: TillState) -> None:
        """See `CashView.show_till`."""
        self._card.setEnabled(self._here.may(Right.MONEY))
        self._since.setText(t("Từ {time} đến nay", time=say_time(till.shift.begun_at)))
        with_day = not of_one_day(till.shift)
        self.receipts.setColumnWidth(TIME, TIME_AND_DAY if with_day else RECEIPT_WIDTHS[TIME])
        self._receipts.show(
            [receipt_row(each, with_day=with_day) for each in till.taken],
            [receipt_tone(each.receipt) for each in till.taken],
        )
        self._counts.show([count_row(each) for each in till.counts])
        for (name, amount), (words, vnd) in zip(self._sums, totals(till.shift), strict=True):
            name.setText(words)
            amount.setText(vnd)
        self.changed.emit()

    def show_count(self, counted_vnd: int, expected_vnd: int) -> None:
        """See `CashView.show_count`."""
        self._expected.setText(say_vnd(expected_vnd))
        self._counted.setText(say_vnd(counted_vnd))
        self._difference.say(*difference_words(counted_vnd - expected_vnd))

    def show_fault(self, sentence: str, field: str) -> None:
        """See `CashView.show_fault`; whatever is wrong with a count is said beside the reason."""
        del field
        if sentence:
            self.reason.set_error(sentence)
            self._reason.setFocus()
            self._area.ensureWidgetVisible(self.reason)
        else:
            self.reason.clear()

    def clear_count(self) -> None:
        """See `CashView.clear_count`."""
        for count in self.notes.values():
            count.setValue(0)
        self._reason.clear()

    # What the action bar does.

    def count(self) -> None:
        """F10: end the shift."""
        self.presenter.count(self._reason.value())

    def print_again(self) -> None:
        """The sheet of the chosen former count."""
        self.presenter.print_again(self._former())

    def has_former(self) -> bool:
        """Whether a former count is chosen."""
        return self._former() is not None

    def take_focus(self) -> None:
        """The cursor where the counting begins."""
        first = next(iter(self.notes.values()))
        (first if first.isEnabled() else self.receipts).setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter on a receipt opens its dossier."""
        if not is_enter(event):
            return super().eventFilter(watched, event)
        self._on_receipt(self.receipts.currentIndex())
        return True

    def _former(self) -> "Recorded | None":
        till, row = self.presenter.till, self.counts.currentIndex().row()
        return till.counts[row] if till is not None and 0 <= row < len(till.counts) else None

    def _on_receipt(self, index: QModelIndex) -> None:
        till = self.presenter.till
        if till is not None and index.isValid():
            self.presenter.open(till.taken[index.row()])

    def _on_former(self, *_: object) -> None:
        self.changed.emit()

    def _wire(self) -> None:
        for face, count in self.notes.items():
            count.valueChanged.connect(partial(self.presenter.type, face))
        self.receipts.doubleClicked.connect(self._on_receipt)
        self.receipts.installEventFilter(self)
        self.counts.selectionModel().currentRowChanged.connect(self._on_former)

    def _lay_out(self) -> None:
        self.receipts.set_widths(*RECEIPT_WIDTHS)
        self.receipts.setItemDelegateForColumn(REMARK, self._chips)
        header = self.receipts.horizontalHeader()
        header.setMinimumSectionSize(LEAST)
        header.setStretchLastSection(False)
        header.setSectionResizeMode(PAYER, QHeaderView.ResizeMode.Stretch)
        self.counts.set_widths(*COUNT_WIDTHS)
        self.counts.setFixedHeight((COUNTS_SHOWN + 1) * tokens.ROW_HEIGHT + 4)
        left = QVBoxLayout()
        left.setSpacing(tokens.GAP)
        left.addWidget(self._since)
        left.addWidget(self.receipts, 1)
        left.addLayout(self._sums_row())
        left.addWidget(muted(t("Các lần kiểm quỹ trong 31 ngày qua")))
        left.addWidget(self.counts)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(tokens.CARD_GAP)
        row.addLayout(left, 1)
        row.addWidget(self._area)

    def _sums_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(tokens.GAP)
        for name, amount in self._sums:
            column = QVBoxLayout()
            column.setSpacing(0)
            column.addWidget(name)
            column.addWidget(amount)
            row.addLayout(column, 1)
        return row

    def _count_card(self) -> Card:
        card, grid = Card(t("Kiểm quỹ cuối ca")), QGridLayout()
        grid.setHorizontalSpacing(tokens.GAP)
        grid.setVerticalSpacing(tokens.SMALL_GAP)
        half = len(DENOMINATIONS_VND) // 2
        for place, (face, count) in enumerate(self.notes.items()):
            label = QLabel(f"{face:,}".replace(",", "."))
            label.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            count.setFixedWidth(COUNT_WIDTH)
            count.setAccessibleName(t("Số tờ {face}", face=say_vnd(face)))
            grid.addWidget(label, place % half, 2 * (place // half))
            grid.addWidget(count, place % half, 2 * (place // half) + 1)
        card.body.addWidget(muted(t("Số tờ của mỗi mệnh giá, không kể tiền lẻ đầu ca."), wrap=True))
        card.body.addLayout(grid)
        for words, amount in ((t("Theo biên lai"), self._expected), (t("Đếm được"), self._counted)):
            card.body.addLayout(_line(words, amount))
        card.body.addLayout(_line(t("Chênh lệch"), self._difference))
        card.body.addWidget(self.reason)
        card.body.addStretch()
        return card


def _line(words: str, value: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.addWidget(muted(words))
    row.addStretch()
    row.addWidget(value)
    return row
