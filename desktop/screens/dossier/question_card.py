"""The questions of a dossier on its screen: a sentence each, and a button for every value that may stand."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.screens.dossier.questions import QuestionRow
from desktop.theme import tokens
from desktop.theme.tokens import Tone
from desktop.widgets import KeyHintButton, text


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
