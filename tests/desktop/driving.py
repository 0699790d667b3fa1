"""Drives a real window the way a clerk does: by what things are called, by keys, and by committed text.

`QTest.keyClicks` aborts the process on Vietnamese letters (UX C.6), so text goes in as an input method sends it.
"""

import time
from collections.abc import Callable

from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtGui import QInputMethodEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

DEADLINE_S = 60.0


class Driver:
    """Finds widgets by the name that assistive technology reads."""

    def __init__(self, window: QWidget) -> None:
        self.window = window

    def find(self, name: str, kind: type[QWidget] = QWidget) -> QWidget:
        """The visible widget called `name`; fails when there is none."""
        shown = [w for w in self.window.findChildren(kind) if w.accessibleName() == name and w.isVisible()]
        assert shown, f"nothing is called “{name}”; there are {sorted(self.names())}"
        return shown[0]

    def names(self) -> set[str]:
        """What everything on show is called."""
        return {w.accessibleName() for w in self.window.findChildren(QWidget) if w.isVisible() and w.accessibleName()}

    def field(self, name: str) -> "Field":
        """The field called `name`."""
        return Field(self.find(name))

    def click(self, name: str) -> None:
        """Press the button called `name`."""
        button = self.find(name, QAbstractButton)
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        settle()

    def press(self, keys: str) -> None:
        """Press a key as Qt writes it: 'F10', 'Ctrl+K', 'Return'."""
        press(keys, self.window)

    def type(self, text: str) -> None:
        """Type into whatever has the cursor."""
        commit(cursor_in(self.window), text)


class Field:
    """One field of a form."""

    def __init__(self, widget: QWidget) -> None:
        self.widget = widget

    def type(self, text: str) -> "Field":
        """Replace what stands there."""
        self.widget.setFocus()
        QTest.keyClick(self.widget, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        commit(self.widget, text)
        return self


def press(keys: str, window: QWidget) -> None:
    """Press a key where the cursor is; modifiers and all."""
    combination = QKeySequence(keys)[0]  # type: ignore[index]
    QTest.keyClick(cursor_in(window), combination.key(), combination.keyboardModifiers())
    settle()


def cursor_in(window: QWidget) -> QWidget:
    """The widget that has the cursor, or will have it once the window is the active one; the window where none has.

    What has the cursor of the whole application may be in a window that another test left.
    """
    focused: QWidget | None = window.window().focusWidget()
    return focused if focused is not None and window.isAncestorOf(focused) else window


def commit(widget: QWidget, text: str) -> None:
    """Send text as an input method does when a word is done."""
    event = QInputMethodEvent()
    event.setCommitString(text)
    QApplication.sendEvent(widget, event)


def settle(ms: int = 0) -> None:
    """Let the window live for `ms` milliseconds at least."""
    loop = QEventLoop()
    QTimer.singleShot(ms, loop.quit)
    loop.exec()


def wait_for(happened: Callable[[], object], what: str, deadline_s: float = DEADLINE_S) -> None:
    """Let the window live until something happened; fails when it does not."""
    end = time.monotonic() + deadline_s
    while not happened():
        assert time.monotonic() < end, f"waited {deadline_s:.0f} s for {what}"
        settle(5)


def hear(signal: object) -> list[object]:
    """A list that collects what a signal says."""
    heard: list[object] = []
    signal.connect(lambda *said: heard.append(said[0] if len(said) == 1 else said))  # type: ignore[attr-defined]
    return heard
