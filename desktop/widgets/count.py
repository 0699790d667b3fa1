"""A small whole number: copies, pages, sets."""

from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QSpinBox


class Count(QSpinBox):
    """Typed or stepped with the arrows; the wheel leaves it alone, so that scrolling a form changes nothing."""

    def __init__(self, least: int = 0, most: int = 999, value: int = 0) -> None:
        super().__init__()
        self.setRange(least, most)
        self.setValue(value)
        self.lineEdit().setTextMargins(8, 0, 0, 0)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Let the page scroll."""
        event.ignore()
