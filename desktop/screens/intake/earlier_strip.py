"""The quiet line under a paper that was scanned before: in which dossier, to be looked at or used again."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.i18n import t
from desktop.screens.intake.earlier import EarlierLine
from desktop.theme import tokens
from desktop.widgets import Elided, LinkButton

INDENT = 30
"""Where the name of the paper begins."""

HEIGHT = 24


class EarlierStrip(QWidget):
    """Nothing at all where there is no earlier scan."""

    reused = Signal()
    looked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.words, self.look, self.use = Elided(), LinkButton(t("Xem")), LinkButton("")
        self.words.setObjectName("caption")
        self.look.setToolTip(t("Phím V: xem bản quét trước"))
        self.use.setToolTip(t("Phím L: dùng lại bản quét trước, hoặc thôi"))
        row = QHBoxLayout(self)
        row.setContentsMargins(INDENT, 0, 0, 0)
        row.setSpacing(tokens.SMALL_GAP)
        row.addWidget(self.words, 1)
        self.setFixedHeight(HEIGHT)
        for link, touched in ((self.look, self.looked), (self.use, self.reused)):
            link.setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # reached by their letters; Enter walks past them
            link.setStyleSheet("QPushButton#link { min-height: 0; }")  # as low as the line they stand on
            link.setFixedHeight(HEIGHT)
            link.clicked.connect(touched)
            row.addWidget(link)
        self.hide()

    def say(self, line: EarlierLine | None) -> None:
        """Show what there is of a paper."""
        self.setVisible(line is not None)
        if line:
            self.words.setText(line.words)
            self.words.setToolTip(line.whole)
            self.words.setAccessibleDescription(line.whole)
            self.use.setText(line.act)
            self.use.setAccessibleName(line.act)
            self.use.setVisible(bool(line.act))

    @property
    def height_wanted(self) -> int:
        """The room it takes in the list."""
        return 0 if self.isHidden() else HEIGHT
