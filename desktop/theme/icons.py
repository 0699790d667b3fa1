"""Lucide icons, drawn from their SVG at the screen's own sharpness and tinted with a colour of the scheme."""

from functools import cache

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QIconEngine, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

import resources


@cache
def svg(name: str, colour: str) -> bytes:
    """The SVG of an icon with its strokes in `colour`."""
    return resources.read_bytes(f"icons/{name}.svg").replace(b"currentColor", colour.encode("ascii"))


class TintedIcon(QIconEngine):
    """Draws one icon at whatever size and scale is asked; off and on may differ in colour."""

    def __init__(self, name: str, off: str, on: str) -> None:
        super().__init__()
        self._name, self._off, self._on = name, off, on

    def clone(self) -> QIconEngine:
        """Qt copies an icon by cloning its engine."""
        return TintedIcon(self._name, self._off, self._on)

    def paint(self, painter: QPainter, rect: object, mode: QIcon.Mode, state: QIcon.State) -> None:
        """Draw into `rect`; a disabled icon is half as strong."""
        colour = self._on if state == QIcon.State.On else self._off
        painter.save()
        painter.setOpacity(0.5 if mode == QIcon.Mode.Disabled else 1.0)
        QSvgRenderer(QByteArray(svg(self._name, colour))).render(painter, QRectF(rect))  # type: ignore[call-overload]
        painter.restore()

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        """A transparent picture of the icon; `size` is in device pixels."""
        picture = QPixmap(size)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        self.paint(painter, picture.rect(), mode, state)
        painter.end()
        return picture


def icon(name: str, colour: str, on: str = "") -> QIcon:
    """The icon `name` in `colour`, and in `on` where its button is checked."""
    return QIcon(TintedIcon(name, colour, on or colour))
