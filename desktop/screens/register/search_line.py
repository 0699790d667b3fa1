"""The line that searches as one types."""

from PySide6.QtGui import QInputMethodEvent

from desktop.i18n import t
from desktop.widgets import Line


class SearchLine(Line):
    """Tells what is typed including the word an input method still holds (UX C.7)."""

    def __init__(self) -> None:
        super().__init__(t("Tên không dấu, mã hồ sơ, số giấy tờ, số điện thoại"))
        self.setAccessibleName(t("Tìm trong sổ"))
        self.held = ""

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Composing counts as typing."""
        super().inputMethodEvent(event)
        self.held = event.preeditString()
        self.textEdited.emit(self.text())

    @property
    def typed(self) -> str:
        """What stands there, the composed word at its end."""
        return self.text() + self.held
