"""A pad to sign on, with a mouse, a pen or a finger; what is drawn leaves as a small picture."""

from PySide6.QtCore import QBuffer, QIODevice, QPointF, Qt, Signal
from PySide6.QtGui import QColor, QImage, QMouseEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.theme import tokens

WIDTH, HEIGHT = 300, 120
INK_WIDTH = 2.0
SCALE = 2
"""Picture pixels to a logical pixel: sharp at the size the receipt prints it."""


class SignaturePad(QWidget):
    """Ink on white in either scheme, as on the paper it goes to; Qt turns pen and finger into the same strokes."""

    signed = Signal()
    """A stroke has ended, or everything was wiped off."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._strokes: list[QPolygonF] = []
        self.setAccessibleName(name)
        self.setCursor(Qt.CursorShape.CrossCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFixedSize(WIDTH, HEIGHT)

    def wipe(self) -> None:
        """Empty again."""
        self._strokes = []
        self.update()
        self.signed.emit()

    def png(self) -> bytes:
        """The signature as a PNG, black on white; empty where nobody signed."""
        if not self._strokes:
            return b""
        image = QImage(WIDTH * SCALE, HEIGHT * SCALE, QImage.Format.Format_Grayscale8)
        image.fill(QColor(Qt.GlobalColor.white))
        painter = QPainter(image)
        painter.scale(SCALE, SCALE)
        self._draw(painter)
        painter.end()
        buffer = QBuffer()
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        image.save(buffer, "PNG")  # type: ignore[call-overload]  # PySide6's stub wants bytes, Qt wants text
        return bytes(buffer.data().data())

    def paintEvent(self, _: QPaintEvent) -> None:
        """The sheet, its line, the ink."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(Qt.GlobalColor.white))
        outline = QPen(QColor(tokens.LIGHT.outline))
        painter.setPen(outline)
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        painter.drawLine(16, HEIGHT - 24, WIDTH - 16, HEIGHT - 24)
        self._draw(painter)
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A stroke begins; a dot is one too."""
        self._strokes.append(QPolygonF([event.position(), event.position() + QPointF(0.1, 0)]))
        self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """It goes on, within the pad."""
        if self._strokes and event.buttons():
            self._strokes[-1].append(event.position())
            self.update()

    def mouseReleaseEvent(self, _: QMouseEvent) -> None:
        """It ends."""
        self.signed.emit()

    def _draw(self, painter: QPainter) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(QColor(Qt.GlobalColor.black), INK_WIDTH)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        for stroke in self._strokes:
            painter.drawPolyline(stroke)
