"""A keyboard-type reader anywhere in the window: its bursts become scans and never reach the field in focus.

The filter stands at the door of the window (its QWindow), never on the application: a Python filter on the
application makes PySide wrap every object that gets any event, also those half made or half gone, and that
ends in a crash (seen with PySide6 6.11.3: SIGSEGV in getWrapperForQObject).
"""

import time
from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QWindow

from scanning.wedge import ENTER, MAX_GAP_MS, BurstDetector, Verdict

_ENTERS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_LINE_ENDS = ("\r", "\n")
_WITH_COMMAND = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier


class WedgeFilter(QObject):
    """Watches the key presses of one window; `scanned` carries a burst's text in NFC.

    The keys of a person are delivered in their order, at most 60 ms later. `prefix` tells what the desk's readers
    type before each code, empty for none; it is asked again whenever no key is held.
    """

    scanned = Signal(str)

    def __init__(self, window: QWindow, prefix: Callable[[], str]) -> None:
        super().__init__()
        self._window = window
        self._prefix = prefix
        self._detector = BurstDetector(prefix())
        self._held: list[QKeyEvent] = []
        self._releasing = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(round(MAX_GAP_MS))
        self._timer.timeout.connect(self._on_expired)
        window.installEventFilter(self)

    def close(self) -> None:
        """Stop watching."""
        self._timer.stop()
        self._window.removeEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Hold, deliver or swallow a key press; everything else passes."""
        del watched
        if event.type() != QEvent.Type.KeyPress or self._releasing or not isinstance(event, QKeyEvent):
            return False
        if not self._held and self._detector.prefix != self._prefix():
            self._detector = BurstDetector(self._prefix())
        verdict = self._judge(event)
        self._release(verdict.release)
        if verdict.scan is not None:
            self._drop(verdict.scan)
            return True
        if verdict.hold:
            self._held.append(event.clone())
            self._timer.start()
        return verdict.hold

    def _judge(self, event: QKeyEvent) -> Verdict:
        if event.isAutoRepeat() or event.modifiers() & _WITH_COMMAND:
            return self._detector.other_key()
        if event.key() in _ENTERS or event.text() in _LINE_ENDS:
            return self._detector.key(ENTER, _now_ms())
        if len(event.text()) == 1 and event.text().isprintable():
            return self._detector.key(event.text(), _now_ms())
        if event.key() == Qt.Key.Key_Shift:
            return Verdict()
        return self._detector.other_key()

    def _on_expired(self) -> None:
        self._release(self._detector.expired(_now_ms()).release)
        if self._held:
            self._timer.start()

    def _release(self, count: int) -> None:
        """Send the oldest keys on into the window, to whatever has the cursor."""
        due, self._held = self._held[:count], self._held[count:]
        self._releasing = True
        try:
            for event in due:
                QCoreApplication.sendEvent(self._window, event)
        finally:
            self._releasing = False

    def _drop(self, text: str) -> None:
        self._held.clear()
        self._timer.stop()
        if text:
            self.scanned.emit(text)


def _now_ms() -> float:
    return time.monotonic() * 1000
