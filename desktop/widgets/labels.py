"""Pieces of text in the few styles the desk has."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy


def text(words: str = "", style: str = "", *, wrap: bool = False) -> QLabel:
    """A label; `style` is an object name that the style sheet knows."""
    label = QLabel(words)
    label.setObjectName(style)
    label.setWordWrap(wrap)
    return label


def page_title(words: str = "") -> QLabel:
    """The name of the page."""
    return text(words, "page-title")


def strong(words: str = "") -> QLabel:
    """Words that carry weight."""
    return text(words, "strong")


def muted(words: str = "", *, wrap: bool = False) -> QLabel:
    """Words that explain."""
    return text(words, "muted", wrap=wrap)


def caption(words: str = "", *, wrap: bool = False) -> QLabel:
    """Small words."""
    return text(words, "caption", wrap=wrap)


class Elided(QLabel):
    """Muted words that give way: what does not fit ends in an ellipsis instead of pushing others aside."""

    def __init__(self, words: str = "") -> None:
        super().__init__(words)
        self.setObjectName("muted")
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def paintEvent(self, _: QPaintEvent) -> None:
        """As much as there is room for."""
        painter = QPainter(self)
        shown = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width())
        painter.setPen(self.palette().color(self.foregroundRole()))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)
        painter.end()
