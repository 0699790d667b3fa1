"""The strip over the pages when a stack has stopped: why, what is kept, and the button that goes on."""

from collections.abc import Callable

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel

from desktop import keys
from desktop.i18n import t
from desktop.theme import tokens
from desktop.theme.tokens import Tone
from desktop.widgets import KeyHintButton


class FaultStrip(QFrame):
    """Stays until the scanner runs again or the pages are saved."""

    def __init__(self, go_on: Callable[[], None]) -> None:
        super().__init__()
        self.setObjectName("banner")
        self.setProperty("kind", Tone.WARN.value)
        self.words, self.button = QLabel(), KeyHintButton(t("Quét tiếp"), keys.SCAN)
        self.words.setWordWrap(True)
        self.words.setProperty("kind", Tone.WARN.value)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 6, 12, 6)
        row.setSpacing(tokens.GAP)
        row.addWidget(self.words, 1)
        row.addWidget(self.button)
        self.button.clicked.connect(go_on)
        self.hide()

    def show_fault(self, fault: str, refused: str) -> None:
        """Why it stopped, and what was said of files, which no scanner goes on with; empty sentences take it away."""
        sentence = " ".join(filter(None, (fault, refused)))
        self.button.setVisible(bool(fault))
        self.words.setText(sentence)
        self.setAccessibleName(sentence)
        self.setVisible(bool(sentence))
