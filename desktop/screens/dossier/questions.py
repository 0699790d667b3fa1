"""Two values in one field: each question as a sentence with a button for every value that may stand."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.dossier_asks import Opened
from desktop.i18n import t
from desktop.screens.dossier.words import field_words
from desktop.theme import tokens
from desktop.theme.tokens import Tone
from desktop.widgets import KeyHintButton, text
from dossiers.clock import say_date

if TYPE_CHECKING:
    from desktop.dossier_asks import Question


@dataclass(frozen=True, slots=True)
class QuestionRow:
    """One question in words; `choices` are a button's words and the value it lets stand."""

    words: str
    choices: tuple[tuple[str, str], ...]


def describe_questions(opened: Opened) -> tuple[QuestionRow, ...]:
    """What a person must decide about this dossier."""
    return tuple(_row(question) for question in opened.questions)


def _row(question: "Question") -> QuestionRow:
    values = " / ".join(_say(question.field, value) for value in question.choices)
    words = t("{field} khác với máy chủ: {values}", field=field_words(question.field), values=values)
    return QuestionRow(words, tuple((_choice(question, value), value) for value in question.choices))


def _choice(question: "Question", value: str) -> str:
    if value == question.mine:
        return t("Giữ của tôi")
    if value == question.theirs:
        return t("Lấy của máy chủ")
    by = next(rival.by for rival in question.rivals if rival.value == value)
    return t("Lấy của {who}: {value}", who=by, value=_say(question.field, value))


def _say(field: str, value: str) -> str:
    if field.endswith("birth_date") and value:
        return say_date(date.fromisoformat(value))
    return value or t("để trống")


class QuestionCard(QWidget):
    """The questions of the dossier shown, one under the other; hidden when there is none."""

    chosen = Signal(int, str)

    def __init__(self) -> None:
        super().__init__()
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(tokens.SMALL_GAP)
        self.hide()

    def present(self, rows: tuple[QuestionRow, ...]) -> None:
        """Show these and no others."""
        while (item := self._rows.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.deleteLater()
        for place, row in enumerate(rows):
            self._rows.addWidget(self._line(place, row))
        self.setVisible(bool(rows))

    def _line(self, place: int, row: QuestionRow) -> QWidget:
        line = QWidget()
        layout = QHBoxLayout(line)
        layout.setContentsMargins(0, 0, 0, 0)
        words = text(row.words, wrap=True)
        words.setProperty("tone", Tone.WARN.value)
        layout.addWidget(words, 1)
        for label, value in row.choices:
            button = KeyHintButton(label)
            button.clicked.connect(self._chooser(place, value))
            layout.addWidget(button)
        return line

    def _chooser(self, place: int, value: str) -> Callable[[], None]:
        return lambda: self.chosen.emit(place, value)
