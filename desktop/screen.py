"""What every screen is: a page with a title, commands for the action bar, and an ear for scans."""

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QPlainTextEdit, QWidget

from desktop.commands import Command


class Screen(QWidget):
    """One page of the content stack; it is built once and lives as long as the frame."""

    commands_changed = Signal()
    """What is possible has changed: the frame asks the commands anew."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("canvas")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)

    def title(self) -> str:
        """The screen's name as the rail and assistive technology say it."""
        raise NotImplementedError

    def commands(self) -> tuple[Command, ...]:
        """The commands of this screen, in the order of the action bar."""
        return ()

    def hint(self) -> str:
        """A few muted words in the middle of the action bar."""
        return ""

    def enter(self, **what: Any) -> None:
        """Come to the front; `what` says what to show, and the cursor goes to the first thing to do."""

    def leave(self) -> None:
        """Go to the back: save the draft, keep everything else."""

    def accept_scan(self, text: str) -> bool:  # noqa: ARG002 — the base accepts nothing
        """Take a scanned code that belongs here; False lets the desk route it."""
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter is the only "next" (UX D.2): on to the next field, with Shift back; on a button it presses it."""
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)
            return
        focused = self.focusWidget()
        if isinstance(focused, QPlainTextEdit):
            super().keyPressEvent(event)
        elif isinstance(focused, QAbstractButton) and not focused.isCheckable():
            focused.click()
        elif event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.focusPreviousChild()
        else:
            self.focusNextChild()
