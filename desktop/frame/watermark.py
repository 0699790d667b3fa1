"""The words TẬP HUẤN across everything a training office shows."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from desktop.i18n import t
from desktop.theme.fonts import font
from desktop.theme.theme import Theme


class Watermark(QWidget):
    """Lies over its parent, seen by eyes and printers but not by mouse or keyboard."""

    def __init__(self, parent: QWidget, theme: Theme) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()

    def paintEvent(self, _: QPaintEvent) -> None:
        """Large, slanted, and faint enough to read through."""
        painter = QPainter(self)
        painter.setFont(font(120, strong=True))
        ink = QColor(self._theme.colours.hold)
        ink.setAlpha(26)
        painter.setPen(ink)
        painter.translate(self.width() / 2, self.height() / 2)
        painter.rotate(-24)
        painter.drawText(QRectF(-700, -100, 1400, 200), Qt.AlignmentFlag.AlignCenter, t("TẬP HUẤN"))
        painter.end()
