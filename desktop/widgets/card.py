"""A card: a bordered surface with a title and a column of things on it."""

from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from desktop.theme import tokens


class Card(QFrame):
    """Things that belong together; add to `body`."""

    def __init__(self, title: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        across, down = tokens.CARD_PADDING
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(across, down, across, down)
        self.body.setSpacing(tokens.GAP)
        self.title = QLabel(title)
        self.title.setObjectName("card-title")
        self.body.addWidget(self.title)
        self.title.setVisible(bool(title))
        self.setAccessibleName(title)


def line() -> QFrame:
    """A thin line between two groups."""
    made = QFrame()
    made.setObjectName("line")
    return made
