"""The palette: what ">" in the top box finds among the commands, as a list under the box."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from desktop import keys
from desktop.commands import Command, Commands
from desktop.i18n import t
from desktop.theme import tokens

_LONGEST = 9


class Palette(QFrame):
    """Never takes the keyboard: the box tells it what was typed, walks it, and runs what is chosen."""

    def __init__(self, parent: QWidget, commands: Commands) -> None:
        super().__init__(parent)
        self._host = parent
        self.setObjectName("overlay")
        self._commands = commands
        self._found: list[Command] = []
        self._list = QListWidget()
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.setFrameShape(QFrame.Shape.NoFrame)
        self._list.setAccessibleName(t("Lệnh tìm thấy"))
        self._list.itemClicked.connect(self._on_clicked)
        column = QVBoxLayout(self)
        column.setContentsMargins(4, 4, 4, 4)
        column.addWidget(self._list)
        self.hide()

    def offer(self, typed: str, under: QWidget) -> None:
        """Show the commands that match, right below the box."""
        self._found = self._commands.search(typed)[:_LONGEST]
        self._list.clear()
        for command in self._found:
            key = f"    {keys.shown(command.key)}" if command.key else ""
            self._list.addItem(QListWidgetItem(f"{command.title}{key}"))
        self._list.setCurrentRow(0)
        corner = under.mapTo(self._host, under.rect().bottomLeft())
        rows = max(1, len(self._found))
        self.setGeometry(corner.x(), corner.y() + 4, under.width(), rows * (tokens.ROW_HEIGHT + 2) + 14)
        self.setVisible(bool(self._found))
        self.raise_()

    def walk(self, step: int) -> None:
        """Move the choice up or down."""
        if self._found:
            self._list.setCurrentRow((self._list.currentRow() + step) % len(self._found))

    def take(self) -> Command | None:
        """The chosen command; the list goes away."""
        self.hide()
        row = self._list.currentRow()
        return self._found[row] if 0 <= row < len(self._found) else None

    def _on_clicked(self) -> None:
        command = self.take()
        if command is not None:
            command.run()
