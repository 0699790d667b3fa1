"""The clerk's hands: keys, typed words and looks at the real window, and a count of every stroke."""

import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QKeyCombination, Qt, QTimer
from PySide6.QtGui import QInputMethodEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

LOOK_EVERY_MS = 10
DEFAULT_WAIT_S = 30.0


class StageFright(Exception):
    """The window did not do what the play expects; the message says what was waited for."""


class Hands:
    """Works one window by events only: nothing here calls a screen, a presenter or the store."""

    def __init__(self, window: QWidget) -> None:
        self.window = window
        self.strokes = 0

    def sit_down(self) -> None:
        """Make the window the one that hears the keyboard; on a bare screen nobody else does."""
        self.window.activateWindow()
        self.wait(self.window.isActiveWindow, "the window to hear the keyboard")

    def press(self, keys: str) -> None:
        """Press a key or a combination as Qt writes it: 'F10', 'Ctrl+K', 'Alt+1', 'Return', 'N'."""
        combination: QKeyCombination = QKeySequence(keys)[0]  # type: ignore[index]  # the stubs forget this
        QTest.keyClick(self._target(), combination.key(), combination.keyboardModifiers())
        self.strokes += 1
        self.settle()

    def type(self, text: str) -> None:
        """Type words as an input method commits them, Vietnamese marks and all; one stroke a character."""
        event = QInputMethodEvent()
        event.setCommitString(text)
        QApplication.sendEvent(self._target(), event)
        self.strokes += len(text)
        self.settle()

    def into(self, name: str, text: str) -> None:
        """Go to the field that a screen reader calls `name`, replace what it holds, and type."""
        field = self.find(name)
        field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        QTest.keyClick(field, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        self.type(text)

    def click(self, name: str) -> None:
        """Click the middle of the widget that a screen reader calls `name`."""
        QTest.mouseClick(self.find(name), Qt.MouseButton.LeftButton)
        self.strokes += 1
        self.settle()

    def find(self, name: str) -> QWidget:
        """The visible widget with this accessible name; waits for it, then gives up with its name."""
        found: list[QWidget] = []

        def look() -> bool:
            shown = (widget for widget in self.window.findChildren(QWidget) if widget.isVisible())
            found[:] = [widget for widget in shown if widget.accessibleName() == name]
            return bool(found)

        self.wait(look, f"a widget called {name}")
        return found[0]

    def wait(self, happened: Callable[[], bool], what: str, timeout_s: float = DEFAULT_WAIT_S) -> None:
        """Let the window live until something happened; raises StageFright when it does not."""
        deadline = time.monotonic() + timeout_s
        while not happened():
            if time.monotonic() > deadline:
                raise StageFright(f"waited {timeout_s:.0f} s for {what}")
            self.settle(LOOK_EVERY_MS)

    def settle(self, ms: int = 0) -> None:
        """Let the window handle what is pending, for `ms` milliseconds at least."""
        loop = QEventLoop()
        QTimer.singleShot(ms, loop.quit)
        loop.exec()
        # What a key press discarded is deleted only by an outer loop, and the play never returns to one.
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)

    def picture(self, file: Path) -> None:
        """Save what the window shows."""
        self.settle(50)
        file.parent.mkdir(parents=True, exist_ok=True)
        if not self.window.grab().save(str(file)):
            raise StageFright(f"the picture {file.name} could not be written")

    def _target(self) -> QWidget:
        return QApplication.activePopupWidget() or QApplication.focusWidget() or self.window
