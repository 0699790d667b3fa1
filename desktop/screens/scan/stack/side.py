"""What stands beside the page on the stack screen: the question, a dossier's code, its component lines, the count."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QListWidget, QSizePolicy, QVBoxLayout, QWidget

from desktop.i18n import t
from desktop.screens.scan.stack.question_card import QuestionCard
from desktop.screens.scan.stack.state import StackState
from desktop.theme import tokens
from desktop.theme.tokens import Tone
from desktop.widgets import Card, Count, Field, Line, LinkButton, caption

WIDTH = 290


class StackSide(QWidget):
    """The screen listens to `code`, `laid_in` and `dossier`, the way to what lies in the dossier looked at."""

    def __init__(self, question: QuestionCard) -> None:
        super().__init__()
        self._question, self._lines = question, QListWidget()
        self.code, self.laid_in = Line(t("Quét hoặc gõ mã hồ sơ"), longest=60), Count()
        self._papers = Card(t("Giấy tờ của hồ sơ"))
        self.dossier = LinkButton(t("Xem, gỡ, chuyển bản quét đã lưu"))
        self._short, self._short_strip = QLabel(), QFrame()
        self.setFixedWidth(WIDTH)
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(question)
        self._code = Field(t("Mã &hồ sơ nhận trang"), self.code)
        column.addWidget(self._code)
        self._lay_papers()
        column.addWidget(self._papers, 1)
        column.addStretch()
        self._count = Field(t("&Số hồ sơ đã đặt vào (0: không đếm)"), self.laid_in)
        column.addWidget(self._count)
        for field in (self._code, self._count):
            field.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._short.setWordWrap(True)
        self._short_strip.setObjectName("banner")
        self._short_strip.setProperty("kind", Tone.WARN.value)
        QVBoxLayout(self._short_strip).addWidget(self._short)
        column.addWidget(self._short_strip)
        self._papers.hide()
        self._short_strip.hide()

    def show_state(self, state: StackState) -> None:
        """Everything but the lines anew; while pages are edited nothing is asked."""
        asked = None if state.pile else state.asked
        self._question.show_question(asked)
        # A question and the field below it fill a low screen.
        self._column.setSpacing(tokens.SMALL_GAP if asked else tokens.CARD_GAP)
        self._code.setVisible(state.pile is None)
        self._show_papers()
        self._count.setVisible(asked is None and state.pile is None)
        self._short.setText(state.short)
        self._short_strip.setVisible(bool(state.short))
        self.laid_in.setValue(state.laid_in)

    def show_lines(self, lines: tuple[str, ...]) -> None:
        """The component lines of the dossier looked at."""
        self._lines.clear()
        self._lines.addItems(lines)
        self._show_papers()

    def _show_papers(self) -> None:
        """Where no dossier is looked at there is nothing to give a page to."""
        self._papers.setVisible(self._question.isHidden() and self._lines.count() > 0)

    def _lay_papers(self) -> None:
        self._lines.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._lines.setWordWrap(True)
        self._lines.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._lines.setAccessibleName(t("Giấy tờ của hồ sơ"))
        self._papers.body.addWidget(self._lines, 1)
        self._papers.body.addWidget(caption(t("Bấm số để gán trang đang chọn; bấm lần nữa để bỏ gán."), wrap=True))
        self._papers.body.addWidget(self.dossier)
