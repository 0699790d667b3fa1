"""Buttons that print their key on themselves."""

from collections.abc import Callable

from PySide6.QtCore import QSize
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QPushButton

from desktop import keys
from desktop.commands import Command
from desktop.i18n import t
from desktop.theme import tokens


class KeyHintButton(QPushButton):
    """A button with its key beside its words; the accessible name is the words alone."""

    def __init__(self, words: str, key: str = "", icon: QIcon | None = None) -> None:
        super().__init__()
        self._key = key
        self.setAutoDefault(False)
        if icon is not None:
            self.setIcon(icon)
            self.setIconSize(QSize(tokens.SMALL_ICON, tokens.SMALL_ICON))
        self.set_words(words)

    def set_words(self, words: str) -> None:
        """Say something else, with the same key."""
        spaced = words if self.icon().isNull() else f" {words}"
        self.setText(f"{spaced}   {keys.shown(self._key)}" if self._key else spaced)
        self.setAccessibleName(words.replace("&", ""))


class PrimaryButton(KeyHintButton):
    """The one main deed of a screen."""

    def __init__(self, words: str, key: str = "", icon: QIcon | None = None) -> None:
        super().__init__(words, key, icon)
        self.setObjectName("primary")


class LinkButton(QPushButton):
    """A quiet deed beside something else, such as "+ Nộp thay cho người khác"."""

    def __init__(self, words: str, run: Callable[[], None] | None = None) -> None:
        super().__init__(words)
        self.setObjectName("link")
        self.setAutoDefault(False)
        self.setAccessibleName(words.replace("&", ""))
        if run is not None:
            self.clicked.connect(run)


class BackButton(LinkButton):
    """The way back from a page, by a click or by Esc."""

    def __init__(self, run: Callable[[], None]) -> None:
        super().__init__(t("Quay lại"), run)
        self.setText(f"{self.text()}   {keys.shown(keys.BACK)}")
        self.setShortcut(keys.BACK)


def offer(button: QPushButton, refusal: str, *, possible: bool = True) -> None:
    """Let a button be pressed; one that is refused to whoever is signed in stays in its place and says whom to ask."""
    button.setEnabled(possible and not refusal)
    button.setToolTip(refusal)
    button.setAccessibleDescription(refusal)


def command_button(command: Command, icon: QIcon | None = None) -> KeyHintButton:
    """The button of a command, pressed or not as the command is possible now."""
    made = (PrimaryButton if command.primary else KeyHintButton)(command.title, command.key, icon)
    offer(made, command.refusal(), possible=command.possible())
    made.clicked.connect(lambda: command.run())  # noqa: PLW0108 — `clicked` would hand over its flag
    return made
