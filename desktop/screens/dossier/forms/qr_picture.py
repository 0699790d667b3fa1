"""A QR on the screen, large enough for a telephone held over the counter."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

QUIET_MODULES = 4
MODULE = 5
"""Logical pixels: an account's code is some 265 wide then, 70 mm on a 96 dpi screen."""


class QrPicture(QWidget):
    """Black on white in either scheme, for that is what telephones read."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._rows: tuple[bytes, ...] = ()
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_payload(self, payload: str) -> None:
        """Another code; an empty payload shows none. Level M, as banks' posters have it."""
        import segno

        rows = segno.make(payload, error="m", micro=False).matrix if payload else ()
        self._rows = tuple(bytes(row) for row in rows)
        self.setVisible(bool(self._rows))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """As many whole pixels as the code and its quiet zone take."""
        side = MODULE * (len(self._rows) + 2 * QUIET_MODULES)
        return QSize(side, side)

    def paintEvent(self, _: QPaintEvent) -> None:
        """Whole pixels a module, so that no edge is blurred."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(Qt.GlobalColor.white))
        for line, row in enumerate(self._rows, start=QUIET_MODULES):
            for column, dark in enumerate(row, start=QUIET_MODULES):
                if dark:
                    box = QRect(column * MODULE, line * MODULE, MODULE, MODULE)
                    painter.fillRect(box, QColor(Qt.GlobalColor.black))
        painter.end()
