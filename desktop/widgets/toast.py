"""A word in passing that something is done, with an undo for as long as it stays."""

from collections.abc import Callable

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from desktop import keys
from desktop.theme import tokens


class Toast(QFrame):
    """Floats over the foot of its parent and goes by itself; it never takes the keyboard."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._host = parent
        self.setObjectName("toast")
        self._words, self._button = QLabel(), QPushButton()
        self._button.setAutoDefault(False)
        self._button.clicked.connect(self.press)
        self._run: Callable[[], None] | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.dismiss)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 8, 16, 8)
        row.setSpacing(16)
        row.addWidget(self._words)
        row.addWidget(self._button)
        self.hide()

    def say(self, words: str, action: str = "", run: Callable[[], None] | None = None, seconds: int = 6) -> None:
        """Show the words for some seconds; `action` is offered with its key, Ctrl+Z."""
        self._words.setText(words)
        self._button.setText(f"{action}   {keys.UNDO}")
        self._button.setVisible(bool(action))
        self._run = run
        self.setAccessibleName(words)
        self._timer.start(seconds * 1000)
        self.show()
        self.place()
        self.raise_()

    @property
    def words(self) -> str:
        """What it says; empty when it is away."""
        return self._words.text() if self._timer.isActive() else ""

    @property
    def offers_action(self) -> bool:
        """Whether there is something to press."""
        return self._run is not None and self._timer.isActive()

    def press(self) -> None:
        """Do what the button offers, once."""
        run, self._run = self._run, None
        self.dismiss()
        if run is not None:
            run()

    def dismiss(self) -> None:
        """Go away."""
        self._timer.stop()
        self._run = None
        self.hide()

    def place(self) -> None:
        """Stand over the middle of the parent's foot, above the action bar."""
        host = self._host
        self.adjustSize()
        left = max(0, (host.width() - self.width()) // 2)
        self.move(left, host.height() - tokens.ACTION_BAR_HEIGHT - self.height() - 12)
