"""Small coloured words: filters that can be switched on, and states that can only be read."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton

from desktop.theme.tokens import Tone
from dossiers.status import Status

_TONES = {
    Status.RECEIVED: Tone.INFO,
    Status.AWAITING_SUPPLEMENT: Tone.HOLD,
    Status.AWAITING_PAYMENT: Tone.HOLD,
    Status.PROCESSING: Tone.INFO,
    Status.FORWARDED: Tone.INFO,
    Status.RESULT_READY: Tone.OK,
    Status.RETURNED: Tone.IDLE,
    Status.REFUSED: Tone.BAD,
    Status.WITHDRAWN: Tone.IDLE,
    Status.STOPPED: Tone.IDLE,
    Status.VOIDED: Tone.IDLE,
}


def tone_of(status: Status) -> Tone:
    """The tone of a state; overdue (bad) and due today (warn) are judged by the caller, who knows the time."""
    return _TONES[status]


class Chip(QPushButton):
    """A filter: filled while it is on; several may be on unless they share a `QButtonGroup`."""

    def __init__(self, words: str, count: int | None = None) -> None:
        super().__init__()
        self._words = words
        self.setCheckable(True)
        self.setAutoDefault(False)
        self.set_count(count)

    def set_count(self, count: int | None) -> None:
        """Show how many it would leave, with Vietnamese thousands points."""
        counted = f"{self._words} {count:,}".replace(",", ".") if count is not None else self._words
        self.setText(counted)
        self.setAccessibleName(counted)


class StatusChip(QLabel):
    """A state in its colour; the words always say it too."""

    def __init__(self, words: str = "", tone: Tone = Tone.IDLE) -> None:
        super().__init__()
        self.say(words, tone)

    def say(self, words: str, tone: Tone) -> None:
        """Change words and colour; empty words hide the chip."""
        self.setText(words)
        self.setAccessibleName(words)
        if not words:
            self.hide()
        elif self.parent() is not None:
            self.show()
        else:  # shown on its own it would be a window and take the keys; it comes with whatever takes it in
            self.setAttribute(Qt.WidgetAttribute.WA_WState_ExplicitShowHide, False)
        if self.property("chip") != tone:
            self.setProperty("chip", tone.value)
            self.style().polish(self)
