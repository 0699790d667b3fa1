"""The bar at the foot: the commands of the screen in front, each with its key, the main one on the right."""

from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton

from desktop.commands import Command
from desktop.theme import tokens
from desktop.theme.theme import Theme
from desktop.widgets.buttons import command_button, offer
from desktop.widgets.labels import Elided


class ActionBar(QFrame):
    """Always 52 pixels, never scrolled away."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("action-bar")
        self.setFixedHeight(tokens.ACTION_BAR_HEIGHT)
        self._theme = theme
        self._shown: tuple[Command, ...] = ()
        self._buttons: list[QPushButton] = []
        self._hint = Elided()
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(tokens.PAGE_MARGIN, 0, tokens.PAGE_MARGIN, 0)
        self._row.setSpacing(tokens.GAP)
        self._row.addWidget(self._hint, 1)
        theme.changed.connect(self._rebuild)

    def show_commands(self, commands: tuple[Command, ...], hint: str) -> None:
        """Paint the commands; where only what is possible changed, the buttons (and the focus on one) stay."""
        self._hint.setText(hint)
        wanted = tuple(command for command in commands if command.in_bar)
        if [_face(command) for command in wanted] != [_face(command) for command in self._shown]:
            self._shown = wanted
            self._rebuild()
        self._shown = wanted
        for command, button in zip(self._shown, self._buttons, strict=True):
            offer(button, command.refusal(), possible=command.possible())

    def _rebuild(self) -> None:
        for button in self._buttons:
            self._row.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._buttons = []
        for place, command in enumerate(self._shown):
            ink = "on_primary" if command.primary else "text"
            button = command_button(command, self._theme.icon(command.icon, ink) if command.icon else None)
            self._buttons.append(button)
            self._row.insertWidget(place if not command.primary else self._row.count(), button)


def _face(command: Command) -> tuple[str, str, str, bool]:
    return command.id, command.title, command.key, command.primary
