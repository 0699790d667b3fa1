"""Card 2 of the intake: the papers handed in, what is to be paid, and when to come back."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from desktop import keys
from desktop.i18n import t
from desktop.screens.intake.form import Field, Form
from desktop.screens.intake.paper_row import CERTIFICATION, COUNT_WIDTH, GENERAL, PaperRow
from desktop.screens.intake.state import FeeRow, IntakeState
from desktop.theme import tokens
from desktop.theme.theme import Theme
from desktop.theme.tokens import Tone
from desktop.widgets import Card, Line, LinkButton, StatusChip, caption, muted, strong
from dossiers.dossier import PaymentMode

PAYMENTS = {
    PaymentMode.CASH: "Đã thu tiền mặt",
    PaymentMode.TRANSFER: "Đã chuyển khoản",
    PaymentMode.EXEMPT: "Được miễn",
    PaymentMode.LATER: "Thu khi trả kết quả",
}

LONGEST_DUE = "00:00 00/00/0000"
SHORTEST_PAYMENT = 8
"""Characters of the payment that stay readable where the date needs the room."""


class PapersCard(Card):
    """Rebuilds its rows when the procedure changes, and only refreshes them otherwise."""

    turned = Signal(int, object)
    named = Signal(int, str)
    recounted = Signal(int, str, str)
    signing = Signal(int, bool)
    amount_typed = Signal(str, str)
    rebuilt = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(t("2 · Thành phần hồ sơ"))
        self._theme = theme
        self.rows: list[PaperRow] = []
        self._headings: list[QLabel] = []
        self._shape: tuple[object, ...] = ()
        self._fee_names: tuple[str, ...] = ()
        self.amounts: dict[str, Line] = {}
        self.all_here = LinkButton(t("Đủ giấy tờ ({key})", key=keys.ALL_HERE))
        self.more = LinkButton(t("+ Thêm giấ&y tờ"))
        for link in (self.all_here, self.more):
            link.setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # reached by their letters; Enter walks past them
        self.note = StatusChip()
        self.total = strong()
        self.payment = QComboBox()
        for mode, words in PAYMENTS.items():
            self.payment.addItem(t(words), mode)
        self.due, self.sets = Line(longest=30), Line("1", longest=2)
        self.reasons = caption(wrap=True)
        self.fault = caption(wrap=True)
        self.vouch = QCheckBox()
        self._lay_out()
        theme.changed.connect(self._on_looks_changed)

    def show_papers(self, form: Form, *, certification: bool, by_document: bool) -> None:
        """Show the component table; `by_document` lets the clerk name lines and add some."""
        names = [] if by_document else [paper.name for paper in form.papers]
        shape = (certification, by_document, len(form.papers), *names)
        if shape != self._shape:
            self._shape = shape
            self._rebuild(form, certification=certification, by_document=by_document)
            self.rebuilt.emit()
        for row, paper in zip(self.rows, form.papers, strict=True):
            row.show_paper(paper)
        self.more.setVisible(by_document)

    def _on_looks_changed(self) -> None:
        if self._headings:
            self._fit_columns()

    def order_after(self, before: QWidget) -> None:
        """Tab and Enter walk as one reads: papers, then money and time."""
        parts = [part for row in self.rows for part in row.parts()]
        for part in (*parts, *self.amounts.values(), self.payment, self.due, self.sets, self.vouch):
            QWidget.setTabOrder(before, part)
            before = part

    def show_state(self, state: IntakeState) -> None:
        """Show fees, appointment and what is still to be looked at."""
        self._show_fees(state.fees)
        self.total.setText(state.total)
        if not self.due.hasFocus() and not self.due.isModified():
            self.due.setText(state.due)
        self.reasons.setText(state.reasons[0] if state.reasons else "")
        self.reasons.setToolTip("\n".join(state.reasons))
        self.vouch.setText(state.unsure)
        self.vouch.setVisible(bool(state.unsure))
        note = state.papers_note
        self.note.say(note.text if note else "", note.tone if note else Tone.IDLE)
        here = (Field.PAPERS, Field.FEES, Field.DUE, Field.SETS)
        faults = [state.hints[place].text for place in here if place in state.hints]
        self.fault.setText(" ".join(faults))
        self.fault.setVisible(bool(faults))

    def _lay_out(self) -> None:
        self._head, self._list = QHBoxLayout(), QVBoxLayout()
        self._head.setSpacing(tokens.SMALL_GAP)
        self._list.setSpacing(0)
        self._list.setContentsMargins(0, 0, 0, 0)
        inside = QWidget()
        inside.setLayout(self._list)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inside)
        area.setObjectName("bare")
        area.setStyleSheet("QScrollArea#bare { background: transparent; }")
        inside.setAutoFillBackground(False)
        links = QHBoxLayout()
        links.addWidget(self.all_here)
        links.addWidget(self.more)
        links.addStretch()
        links.addWidget(self.note)
        self.fault.setProperty("tone", Tone.BAD.value)
        self.body.addLayout(self._head)
        self.body.addWidget(area, 1)
        self.body.addLayout(links)
        self.body.addWidget(self.fault)
        self.body.addLayout(self._money_and_time())
        self.body.addWidget(self.reasons)
        self.body.addWidget(self.vouch)

    def _money_and_time(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(tokens.GAP)
        grid.setVerticalSpacing(tokens.GAP)
        self._fees = QVBoxLayout()
        self._fees.setSpacing(tokens.SMALL_GAP)
        grid.addLayout(self._fees, 0, 0, 1, 4)
        for row, (words, editor, name) in enumerate((
            (t("Phí, lệ phí"), self.total, ""),
            (t("Hẹn trả kết &quả"), self.due, t("Hẹn trả kết quả")),
        ), start=1):  # fmt: skip
            label = muted(words)
            if name:
                label.setBuddy(editor)
                editor.setAccessibleName(name)
            grid.addWidget(label, row, 0)
            grid.addWidget(editor, row, 1)
        self.payment.setAccessibleName(t("Cách thu"))
        self.payment.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.payment.setMinimumContentsLength(SHORTEST_PAYMENT)
        grid.addWidget(self.payment, 1, 2, 1, 2)
        sets = muted(t("Số &bộ"))
        sets.setBuddy(self.sets)
        self.sets.setAccessibleName(t("Số bộ hồ sơ"))
        self.sets.setFixedWidth(COUNT_WIDTH)
        grid.addWidget(sets, 2, 2, Qt.AlignmentFlag.AlignRight)
        grid.addWidget(self.sets, 2, 3)
        grid.setColumnStretch(1, 1)
        grid.setColumnStretch(2, 1)
        return grid

    def _rebuild(self, form: Form, *, certification: bool, by_document: bool) -> None:
        for row in self.rows:
            self._list.removeWidget(row)
            row.hide()
            row.deleteLater()
        while item := self._list.takeAt(0):
            del item
        self.rows = []
        for number, paper in enumerate(form.papers):
            row = PaperRow(self._theme, paper, certification=certification, named_by_clerk=by_document)
            row.turned.connect(partial(self.turned.emit, number))
            row.named.connect(partial(self.named.emit, number))
            row.recounted.connect(partial(self.recounted.emit, number))
            row.signing.connect(partial(self.signing.emit, number))
            self.rows.append(row)
            self._list.addWidget(row)
        self._list.addStretch()
        self._show_headings(certification)
        self._fit_columns()

    def _show_headings(self, certification: bool) -> None:
        while item := self._head.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        self._head.addStretch(1)
        words = [t(heading) for _, heading in (CERTIFICATION if certification else GENERAL)]
        self._headings = [caption(heading) for heading in words + [t("Điện tử")] * certification]
        for heading in self._headings:
            heading.setAlignment(Qt.AlignmentFlag.AlignRight)
            self._head.addWidget(heading)

    def _fit_columns(self) -> None:
        """Count columns as wide as the widest heading, the date whole: in any language, at any size of letters."""
        for heading in self._headings:
            heading.ensurePolished()
        widths = [heading.fontMetrics().horizontalAdvance(heading.text()) for heading in self._headings]
        width = max(COUNT_WIDTH, *(wide + tokens.SMALL_GAP for wide in widths))
        self.due.ensurePolished()
        self.due.setMinimumWidth(self.due.fontMetrics().horizontalAdvance(LONGEST_DUE) + tokens.CONTROL_HEIGHT)
        for part in (*self._headings, *(field for row in self.rows for field in row.columns())):
            part.setFixedWidth(width)

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
        label = QLabel(fee.name)
        label.setWordWrap(True)
        row.addWidget(label, 1)
        amount = self.amounts[fee.name] = Line(fee.amount, longest=12)
        amount.setAccessibleName(fee.name)
        amount.setFixedWidth(COUNT_WIDTH * 2)
        amount.setAlignment(Qt.AlignmentFlag.AlignRight)
        amount.setReadOnly(not fee.typed)
        amount.textEdited.connect(partial(self.amount_typed.emit, fee.name))
        row.addWidget(amount)
        return line
