"""The body of a screen: title line on top, everything below in a column that scrolls when the window is low."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from desktop.theme import tokens
from desktop.widgets.labels import muted, page_title


class Page(QVBoxLayout):
    """Lay out `screen`: `head` is the title's row, `body` the scrolling column; `scrolls=False` for big tables."""

    def __init__(self, screen: QWidget, title: str, *, scrolls: bool = True) -> None:
        super().__init__(screen)
        side = tokens.PAGE_MARGIN
        self.setContentsMargins(0, 0, 0, 0)
        self.setSpacing(0)
        self.title, self.aside = page_title(title), muted()
        self.head = QHBoxLayout()
        self.head.setContentsMargins(side, 4, side, 8)
        self.head.setSpacing(12)
        self.head.addWidget(self.title)
        self.head.addStretch()
        self.head.addWidget(self.aside)
        self.addLayout(self.head)
        page = QWidget()
        page.setObjectName("page")
        self.body = QVBoxLayout(page)
        self.body.setContentsMargins(side, 0, side, 12)
        self.body.setSpacing(tokens.CARD_GAP)
        self.addWidget(_scrolling(page) if scrolls else page, 1)


def _scrolling(page: QWidget) -> QScrollArea:
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(page)
    return area
