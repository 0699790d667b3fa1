"""When to come back and why: the date, the sets, the longer time the law allows, the reasons, and what soon changes."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from desktop.i18n import t
from desktop.screens.intake.form import Form
from desktop.screens.intake.showing import WholeWords
from desktop.screens.intake.state import IntakeState
from desktop.theme import tokens
from desktop.theme.tokens import Tone
from desktop.widgets import Line, LinkButton, muted, text

LONGEST_DUE = "00:00 00/00/0000"
SETS_WIDTH = 68


class TimeBox(QWidget):
    """`due` and `sets` are lines of the screen's; "Vì sao?" opens all reasons in place."""

    extended = Signal(bool)
    vouched = Signal(bool)

    def __init__(self) -> None:
        super().__init__()
        self.due, self.sets = Line(longest=30), Line("1", longest=2)
        self.sets.setFixedWidth(SETS_WIDTH)
        self._sentences: tuple[str, ...] = ()
        self.reasons = WholeWords("caption")
        self.why = LinkButton(t("&Vì sao?"))
        self.why.setCheckable(True)
        self.why.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.why.toggled.connect(self._show_reasons)
        self.second_stage, self.later = text(), text()
        self.later.setProperty("tone", Tone.WARN.value)
        self.longer, self.vouch = QCheckBox(), QCheckBox()
        self.longer.clicked.connect(self.extended)
        self.vouch.clicked.connect(self.vouched)
        self._lay_out()

    def show_state(self, form: Form, state: IntakeState) -> None:
        """Show the date, how it was counted, and what the clerk may still choose."""
        if not self.due.hasFocus() and not self.due.isModified():
            self.due.setText(state.due)
        if state.reasons != self._sentences:
            self._sentences = state.reasons
            self._show_reasons()
        self.why.setVisible(len(state.reasons) > 1)
        for label, words in ((self.second_stage, state.second_stage), (self.later, state.later)):
            label.setText(words)
            label.setVisible(bool(words))
        for box, words, on in ((self.longer, state.extension, form.extended), (self.vouch, state.unsure, form.vouched)):
            box.setText(words)
            box.setVisible(bool(words))
            box.setChecked(on)

    def fit(self) -> None:
        """The date whole: in any language, at any size of letters."""
        self.due.ensurePolished()
        self.due.setMinimumWidth(self.due.fontMetrics().horizontalAdvance(LONGEST_DUE) + tokens.CONTROL_HEIGHT)

    def parts(self) -> tuple[QWidget, ...]:
        """What takes the cursor, in reading order."""
        return (self.due, self.sets, self.longer, self.vouch)

    def _show_reasons(self) -> None:
        """The first of them, or all."""
        self.reasons.setText("\n".join(self._sentences if self.why.isChecked() else self._sentences[:1]))
        self.reasons.fit()

    def _lay_out(self) -> None:
        date, told, column = QHBoxLayout(), QHBoxLayout(), QVBoxLayout(self)
        for words, name, line in (
            (t("Hẹn trả kết &quả"), t("Hẹn trả kết quả"), self.due), (t("Số &bộ"), t("Số bộ hồ sơ"), self.sets),
        ):  # fmt: skip
            label = muted(words)
            label.setBuddy(line)
            line.setAccessibleName(name)
            date.addWidget(label)
            date.addWidget(line)
            date.addStretch(1)
        date.takeAt(date.count() - 1)
        told.addWidget(self.reasons, 1)
        told.addWidget(self.why, 0, Qt.AlignmentFlag.AlignTop)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(tokens.SMALL_GAP)
        column.addLayout(date)
        column.addWidget(self.second_stage)
        column.addLayout(told)
        column.addWidget(self.later)
        column.addWidget(self.longer)
        column.addWidget(self.vouch)
        self.fit()
