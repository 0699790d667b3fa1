"""Why nothing is taken in at all: one line, then the refusal on paper."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout

from desktop import keys
from desktop.i18n import t
from desktop.theme import tokens
from desktop.widgets import KeyHintButton, Line, strong


class RefusalChoice(QFrame):
    """A line in the page itself, no dialog: Enter refuses, Esc steps back."""

    refused = Signal(str)
    back = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("choice")
        self.reason = Line(longest=300)
        self.reason.setAccessibleName(t("Lý do không tiếp nhận"))
        self.refuse = KeyHintButton(t("In phiếu từ chối"), "Enter")
        self.stay = KeyHintButton(t("Quay lại"), keys.BACK)
        self.refuse.clicked.connect(self._on_refuse)
        self.stay.clicked.connect(self.back)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 12, 16, 12)
        row.setSpacing(tokens.GAP)
        row.addWidget(strong(t("Không tiếp nhận vì")))
        row.addWidget(self.reason, 1)
        row.addWidget(self.refuse)
        row.addWidget(self.stay)
        self.hide()

    def ask(self) -> None:
        """Wait for a reason; one typed before is not this citizen's."""
        self.reason.clear()
        self.show()
        self.reason.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter in the line refuses."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._on_refuse()
        else:
            super().keyPressEvent(event)

    def _on_refuse(self) -> None:
        self.refused.emit(self.reason.value())
