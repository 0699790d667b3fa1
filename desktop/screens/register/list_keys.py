"""Arrows walk the list while typing, and letters typed in the list filter on."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from desktop.screens.register.list_head import ListHead
from desktop.screens.register.row_table import RowTable


class ListKeys(QObject):
    """The keys that the filter line and the table share; lives with the table."""

    def __init__(
        self, line: QWidget, table: RowTable, head: ListHead, *, opens: Callable[[], None], looks: Callable[[], None]
    ) -> None:
        """Enter `opens` what is chosen, Space in the table `looks` at it."""
        super().__init__(table)
        self._table, self._head, self._opens, self._looks = table, head, opens, looks
        for part in (line, table):
            part.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """See QObject.eventFilter."""
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return super().eventFilter(watched, event)
        key, in_table = event.key(), watched is self._table
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._opens()
        elif key in (Qt.Key.Key_Down, Qt.Key.Key_Up) and not in_table:
            self._table.walk(1 if key == Qt.Key.Key_Down else -1)
        elif key == Qt.Key.Key_Space and in_table:
            self._looks()
        elif in_table and event.text().isprintable() and event.text().strip():
            self._head.type_on(event.text())
        else:
            return super().eventFilter(watched, event)
        return True
