"""Watches for the silence after which the desk locks itself, or does what would be in the way of work."""

import time

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QWindow
from PySide6.QtWidgets import QApplication

_LIFE = frozenset({
    QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress, QEvent.Type.Wheel, QEvent.Type.MouseMove,
    QEvent.Type.TouchBegin,
})  # fmt: skip


class IdleWatch(QObject):
    """`fell_idle` comes when nobody has touched keyboard or mouse for as long as `start` said, `came_back` after it.

    It stands at the door of the window, for the reason told in `wedge`. What an input method commits does not
    pass there; it moves the cursor, and that is a sign of life too.
    """

    fell_idle = Signal()
    came_back = Signal()

    def __init__(self, app: QApplication) -> None:
        super().__init__()
        self._after_s = 0.0
        self._touched_at_s = time.monotonic()
        self._idle = False
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._look)
        app.focusChanged.connect(self._touch)
        app.inputMethod().cursorRectangleChanged.connect(self._touch)

    def watch(self, window: QWindow) -> None:
        """Look at what comes into this window."""
        window.installEventFilter(self)

    def start(self, after_s: float) -> None:
        """Begin to watch anew."""
        self._after_s, self._idle = after_s, False
        self._touch()
        self._timer.start(max(20, round(min(after_s * 1000 / 10, 5000))))

    def stop(self) -> None:
        """Nothing waits for silence any longer."""
        self._idle = False
        self._timer.stop()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Note the time of every touch; never keeps an event back."""
        del watched
        if event.type() in _LIFE:
            self._touch()
        return False

    def _touch(self, *_: object) -> None:
        self._touched_at_s = time.monotonic()
        if self._idle:
            self._idle = False
            self._timer.start()
            self.came_back.emit()

    def _look(self) -> None:
        if time.monotonic() - self._touched_at_s >= self._after_s:
            self._timer.stop()
            self._idle = True
            self.fell_idle.emit()
