"""Lines to type in: text that leaves in NFC, and dates typed as the office writes them."""

import re
from datetime import date

from PySide6.QtCore import QEvent
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QComboBox, QLineEdit

from dossiers.clock import say_date
from dossiers.names import nfc

_DATE = re.compile(r"(\d{1,2})[/. -](\d{1,2})[/. -](\d{4})|(\d{2})(\d{2})(\d{4})")


class Line(QLineEdit):
    """One line of text, put into NFC and tidied of stray spaces when left; never touched while typing (UX C.7)."""

    def __init__(self, placeholder: str = "", *, longest: int = 400) -> None:
        super().__init__()
        self.setPlaceholderText(placeholder)
        self.setMaxLength(longest)

    def value(self) -> str:
        """What is typed, in NFC."""
        return nfc(self.text())

    def clear(self) -> None:
        """Empty for good: Qt's own `clear` could be taken back and would keep Ctrl+Z from the desk's undo."""
        self.setText("")

    def event(self, event: QEvent) -> bool:
        """Ctrl+Z takes back typing while there is some; otherwise it belongs to the desk's own undo."""
        if event.type() == QEvent.Type.ShortcutOverride and _is_undo(event) and not self.isUndoAvailable():
            event.ignore()
            return False
        return super().event(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show what will be kept."""
        if self.text() != self.value():
            self.setText(self.value())
        super().focusOutEvent(event)


def _is_undo(event: QEvent) -> bool:
    return isinstance(event, QKeyEvent) and event.matches(QKeySequence.StandardKey.Undo)


class DateLine(Line):
    """A day typed as 02/09/1986, 2.9.1986 or 02091986."""

    def __init__(self) -> None:
        super().__init__("dd/mm/yyyy", longest=10)

    def day(self) -> date | None:
        """The day typed, or None when there is none or it does not exist."""
        return parse_date(self.text())

    def set_day(self, day: date | None) -> None:
        """Show a day."""
        self.setText(say_date(day) if day else "")

    def wrong(self) -> bool:
        """Whether something is typed that is no day."""
        return bool(self.value()) and self.day() is None

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Write the day out in full."""
        if day := self.day():
            self.set_day(day)
        super().focusOutEvent(event)


def typed_into(box: QComboBox) -> Line:
    """Make a combo box one to type in as well as to choose from; returns its line."""
    line = Line()
    box.setEditable(True)
    box.setLineEdit(line)
    box.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
    return line


def parse_date(typed: str) -> date | None:
    """The day that `typed` names in Vietnamese order, or None."""
    found = _DATE.fullmatch(typed.strip())
    if not found:
        return None
    day, month, year = (int(part) for part in found.groups() if part)
    try:
        return date(year, month, day)
    except ValueError:
        return None
