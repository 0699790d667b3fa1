"""Small ways in which the intake screen shows things and hears keys."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QLabel

from desktop.screens.intake.state import Hint
from desktop.theme.tokens import Tone
from desktop.widgets import Field, LinkButton


def is_press_of(event: QEvent, key: Qt.Key) -> bool:
    """Whether a key was pressed down."""
    return isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() == key


def say_under(field: Field, hint: Hint | None) -> None:
    """One sentence under a field, in its weight."""
    if hint is None:
        field.clear()
        return
    say = {Tone.BAD: field.set_error, Tone.WARN: field.set_warning}.get(hint.tone, field.set_note)
    say(hint.text)


def show_link(link: LinkButton, words: str) -> None:
    """A link that is there only when it has something to say."""
    link.setText(words)
    link.setVisible(bool(words))


class WholeWords(QLabel):
    """Wrapped words that are always whole: a wrapping label by itself asks for less height than it needs."""

    def __init__(self, style: str = "", words: str = "") -> None:
        super().__init__(words)
        self.setObjectName(style)
        self.setWordWrap(True)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width wraps anew."""
        super().resizeEvent(event)
        self.fit()

    def fit(self) -> None:
        """Ask for the height that the words take at this width."""
        self.setMinimumHeight(max(0, self.heightForWidth(self.width())))
