"""The one question of an intake: papers are missing, so take it in with a condition, or only guide."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from desktop import keys
from desktop.i18n import t
from desktop.theme import tokens
from desktop.widgets import KeyHintButton, strong


class MissingChoice(QFrame):
    """Three keys in the page itself, no dialog: N, B or Esc."""

    conditional = Signal()
    guide = Signal()
    back = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("choice")
        self._words = strong()
        self._words.setWordWrap(True)
        self.take = KeyHintButton(t("Nhận có điều kiện"), keys.TAKE_CONDITIONALLY)
        self.refuse = KeyHintButton(t("Chưa nhận, in phiếu hướng dẫn"), keys.GUIDE_ONLY)
        self.stay = KeyHintButton(t("Quay lại"), keys.BACK)
        self.take.clicked.connect(self.conditional)
        self.refuse.clicked.connect(self.guide)
        self.stay.clicked.connect(self.back)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.addWidget(self._words)
        row = QHBoxLayout()
        row.setSpacing(tokens.GAP)
        for button in (self.take, self.refuse, self.stay):
            row.addWidget(button)
        row.addStretch()
        column.addLayout(row)
        self.hide()

    def ask(self, papers: tuple[str, ...]) -> None:
        """Name what is missing and wait for a key."""
        self._words.setText(t("Còn thiếu: {papers}.", papers="; ".join(papers)))
        self.show()
        self.take.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The letters on the buttons."""
        match event.key():
            case Qt.Key.Key_N:
                self.take.click()
            case Qt.Key.Key_B:
                self.refuse.click()
            case _:
                super().keyPressEvent(event)
