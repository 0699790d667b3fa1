"""What is to be paid and how: fees set by the clerk, the sum, who pays less on what paper, the way of paying."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from desktop import keys
from desktop.i18n import t
from desktop.screens.intake.form import Form
from desktop.screens.intake.money import FeeRow, Money
from desktop.screens.intake.showing import WholeWords
from desktop.theme import tokens
from desktop.widgets import Line, LinkButton, muted, strong
from dossiers.dossier import PaymentMode

PAYMENTS = {
    PaymentMode.CASH: "Thu tiền mặt",
    PaymentMode.TRANSFER: "Thu chuyển khoản",
    PaymentMode.ONLINE: "Thu trực tuyến",
    PaymentMode.LATER: "Để thu sau",
}
AMOUNT_WIDTH = 136
SHORTEST_CHOICE = 8
"""Characters of a choice that stay readable where others need the room."""


class MoneyBox(QWidget):
    """Rebuilds the fee lines when the fees change; `paper`, what the citizen showed, is one of the screen's lines."""

    amount_typed = Signal(str, str)
    exempted = Signal(str)
    paid_by = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._fee_names: tuple[str, ...] = ()
        self._groups: tuple[tuple[str, str], ...] = ()
        self.amounts: dict[str, Line] = {}
        self.total = strong()
        self.less = LinkButton(t("Miễn, giảm ({key})", key=keys.PAY_LESS))
        self.less.setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # reached by its key; Enter walks past it
        self.less.clicked.connect(self.ask_group)
        self.payment, self.group, self.paper = _choice(t("Cách thu")), _choice(t("Đối tượng miễn, giảm")), Line()
        for mode, words in PAYMENTS.items():
            self.payment.addItem(t(words), mode)
        self.payment.activated.connect(self._on_payment)
        self.group.activated.connect(self._on_group)
        self.paper.setAccessibleName(t("Giấy tờ chứng minh"))
        self.paper.setPlaceholderText(t("Giấy tờ đã xem"))
        self.paper.textChanged.connect(self._on_paper)
        self._lay_out()

    def show_money(self, form: Form, money: Money) -> None:
        """Show it all; the ways of paying are there once there is something to pay."""
        self._show_fees(money.fees)
        self.total.setText(money.total)
        self.payment.setVisible(money.charged)
        self.less.setVisible(money.charged and not self.reducing.isVisible())
        if money.exemptions != self._groups:
            self._groups = money.exemptions
            self.group.clear()
            for slug, words in (("", t("Thu đủ")), *money.exemptions):
                self.group.addItem(words, slug)
        self.group.setCurrentIndex(max(self.group.findData(form.exemption), 0))
        if form.exemption or not money.charged:
            self.reducing.setVisible(bool(form.exemption))
            self.less.setVisible(False)
        self.paper.setVisible(bool(form.exemption))

    def show_payment(self, mode: PaymentMode) -> None:
        """Show the way of paying chosen."""
        self.payment.setCurrentIndex(max(self.payment.findData(mode), 0))

    def begin(self) -> None:
        """The next citizen: nobody pays less until said so."""
        self.reducing.hide()

    def ask_group(self) -> None:
        """Open the choice of who pays less."""
        self.reducing.show()
        self.less.hide()
        self.group.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def parts(self) -> tuple[QWidget, ...]:
        """What takes the cursor, in reading order."""
        return (*self.amounts.values(), self.payment, self.group, self.paper)

    def _lay_out(self) -> None:
        self._fees, self.reducing = QVBoxLayout(), QWidget()
        self._fees.setSpacing(tokens.SMALL_GAP)
        sums, less, column = QHBoxLayout(), QHBoxLayout(self.reducing), QVBoxLayout(self)
        for part in (muted(t("Phí, lệ phí")), self.total, self.less):
            sums.addWidget(part)
        sums.addWidget(self.payment, 1)
        sums.addStretch(0)
        less.addWidget(self.group, 3)
        less.addWidget(self.paper, 2)
        for box in (less, column):
            box.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(tokens.GAP)
        column.addLayout(self._fees)
        column.addLayout(sums)
        column.addWidget(self.reducing)
        self.reducing.hide()

    def _on_paper(self) -> None:
        """A name that was filled in is read from its beginning."""
        if not self.paper.hasFocus():
            self.paper.setCursorPosition(0)

    def _on_payment(self, index: int) -> None:
        self.paid_by.emit(PaymentMode(self.payment.itemData(index)))

    def _on_group(self, index: int) -> None:
        self.exempted.emit(self.group.itemData(index))

    def _show_fees(self, fees: tuple[FeeRow, ...]) -> None:
        """Only fees the clerk types, or several of them, need lines of their own; one fixed fee is the total."""
        shown = tuple(fee for fee in fees if fee.typed) or (fees if len(fees) > 1 else ())
        names = tuple(fee.name for fee in shown)
        if names == self._fee_names:
            return
        self._fee_names = names
        self.amounts = {}
        while item := self._fees.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        for fee in shown:
            self._fees.addWidget(self._fee_line(fee))

    def _fee_line(self, fee: FeeRow) -> QWidget:
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(WholeWords(words=fee.name), 1)
        amount = self.amounts[fee.name] = Line(fee.amount, longest=12)
        amount.setAccessibleName(fee.name)
        amount.setFixedWidth(AMOUNT_WIDTH)
        amount.setAlignment(Qt.AlignmentFlag.AlignRight)
        amount.setReadOnly(not fee.typed)
        amount.textEdited.connect(partial(self.amount_typed.emit, fee.name))
        row.addWidget(amount)
        return line


def _choice(name: str) -> QComboBox:
    box = QComboBox()
    box.setAccessibleName(name)
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    box.setMinimumContentsLength(SHORTEST_CHOICE)
    return box
