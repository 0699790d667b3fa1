"""The line that chooses the span: ready-made periods, their neighbours in time, and two days to type."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from desktop.i18n import t
from desktop.screens.statistics.periods import Period
from desktop.screens.statistics.state import State
from desktop.theme import tokens
from desktop.theme.tokens import Tone
from desktop.widgets import Chip, DateLine, text

PERIODS = {
    Period.DAY: "Hôm nay", Period.WEEK: "Tuần", Period.MONTH: "Tháng", Period.QUARTER: "Quý", Period.YEAR: "Năm",
    Period.FREE: "Từ … đến",
}  # fmt: skip
LONGEST_DAY = "00/00/0000"
DAY_PADDING = 28


class SpanBar(QWidget):
    """`period_chosen` carries a Period, `moved` whether to a later one, `days_typed` the two days or None."""

    period_chosen = Signal(object)
    moved = Signal(bool)
    days_typed = Signal(object, object)

    def __init__(self) -> None:
        super().__init__()
        self.chips = {period: Chip(t(words)) for period, words in PERIODS.items()}
        self._group = QButtonGroup(self)
        self.first, self.last = DateLine(), DateLine()
        self.earlier, self.later = _arrow("‹", t("Kỳ trước")), _arrow("›", t("Kỳ sau"))
        self.words, self._fault = text("", "strong"), text(wrap=True)
        self._fault.setProperty("tone", Tone.BAD.value)
        self._lay_out()
        self._wire()

    def show_state(self, state: State) -> None:
        """What is chosen, and the days it means."""
        self.chips[state.period].setChecked(True)
        free = state.period is Period.FREE
        for part in (self.first, self.last, self._to):
            part.setVisible(free)
        for line in (self.first, self.last):
            line.setFixedWidth(line.fontMetrics().horizontalAdvance(LONGEST_DAY) + DAY_PADDING)
        if not state.fault:
            self.first.set_day(state.span.first)
            self.last.set_day(state.span.last)
        self.words.setText(state.span.words)
        self.words.setVisible(not free)
        self._fault.setText(state.fault)
        self._fault.setVisible(bool(state.fault))
        self.last.setAccessibleDescription(state.fault)

    def _lay_out(self) -> None:
        column, row = QVBoxLayout(self), QHBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(tokens.SMALL_GAP)
        column.addLayout(row)
        column.addWidget(self._fault)
        row.setSpacing(tokens.GAP)
        for chip in self.chips.values():
            self._group.addButton(chip)
            row.addWidget(chip)
        row.addSpacing(tokens.GAP)
        row.addWidget(self.earlier)
        row.addWidget(self.words)
        self._to = QLabel("–")
        for line, name in ((self.first, t("Từ ngày")), (self.last, t("Đến ngày"))):
            line.setAccessibleName(name)
        for part in (self.first, self._to, self.last, self.later):
            row.addWidget(part)
        row.addStretch()

    def _wire(self) -> None:
        self._group.buttonClicked.connect(self._on_chip)
        self.earlier.clicked.connect(self._on_earlier)
        self.later.clicked.connect(self._on_later)
        for line in (self.first, self.last):
            line.editingFinished.connect(self._on_typed)

    def _on_chip(self, pressed: QAbstractButton) -> None:
        self.period_chosen.emit(next(period for period, chip in self.chips.items() if chip is pressed))

    def _on_earlier(self) -> None:
        self.moved.emit(False)

    def _on_later(self) -> None:
        self.moved.emit(True)

    def _on_typed(self) -> None:
        """A line that is hidden while it has the cursor tells of it too."""
        if self.chips[Period.FREE].isChecked():
            self.days_typed.emit(self.first.day(), self.last.day())


def _arrow(sign: str, name: str) -> QToolButton:
    made = QToolButton()
    made.setText(sign)
    made.setAccessibleName(name)
    made.setToolTip(name)
    made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    return made
