"""A citizen's number that shows itself only when asked to."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QWidget

from desktop.i18n import t
from desktop.theme import tokens
from desktop.theme.theme import Theme
from dossiers.people import masked


class MaskedId(QWidget):
    """Shows 036•••••1234 and an eye; `revealed` says that somebody looked, so that it can be put on record."""

    revealed = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._number = ""
        self._label = QLabel()
        self._eye = QToolButton()
        self._eye.setObjectName("quiet")
        self._eye.setCheckable(True)
        self._eye.setAccessibleName(t("Hiện số giấy tờ"))
        self._eye.toggled.connect(self._on_toggled)
        theme.changed.connect(self._tint)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(tokens.SMALL_GAP)
        row.addWidget(self._label)
        row.addWidget(self._eye)
        row.addStretch()
        self._tint()

    def set_number(self, number: str) -> None:
        """Show another number, hidden again."""
        self._number = number
        self._eye.setChecked(False)
        self._label.setText(masked(number))
        self._eye.setVisible(bool(number))

    def shown(self) -> str:
        """What can be read now."""
        return self._label.text()

    def _on_toggled(self, on: bool) -> None:
        self._label.setText(self._number if on else masked(self._number))
        self._tint()
        if on:
            self.revealed.emit()

    def _tint(self) -> None:
        self._eye.setIcon(self._theme.icon("eye-off" if self._eye.isChecked() else "eye", "muted"))
