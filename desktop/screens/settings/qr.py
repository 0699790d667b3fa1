"""A QR on the screen: black on white in either scheme, whole pixels, its quiet zone included."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

QUIET_MODULES = 4
SIDE = 232
"""Logical pixels: about 6 cm, enough for a telephone held before the screen."""


class QrView(QWidget):
    """Empty without a payload."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._rows: tuple[bytes, ...] = ()

    def show_code(self, payload: str) -> None:
        """Draw another code, or none."""
        import segno

        # Level M as NAPAS prints it: screens do not wear out like paper.
        code = segno.make(payload, error="m", boost_error=False, micro=False) if payload else None
        self._rows = tuple(bytes(row) for row in code.matrix) if code else ()
        self.setVisible(bool(payload))
        self.update()

    def sizeHint(self) -> QSize:
        """See Qt."""
        return QSize(SIDE, SIDE)

    def paintEvent(self, _: QPaintEvent) -> None:
        """Each module as many pixels as fit."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), Qt.GlobalColor.white)
        count = len(self._rows) + 2 * QUIET_MODULES
        module = min(self.width(), self.height()) // count
        left, top = (self.width() - module * count) // 2, (self.height() - module * count) // 2
        for line, row in enumerate(self._rows):
            for place, dark in enumerate(row):
                if dark:
                    x, y = place + QUIET_MODULES, line + QUIET_MODULES
                    painter.fillRect(left + x * module, top + y * module, module, module, QColor("black"))
        painter.end()
