"""The list of the pile's sheets: every line of what is said of one stands there whole."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem

from desktop.i18n import t
from desktop.screens.recover.state import SheetRow

LEAST_WIDTH, MOST_WIDTH = 286, 430
_PADDING = QSize(24, 12)
"""What the stylesheet and the frame leave around a line."""

_KEY = Qt.ItemDataRole.UserRole


class SheetList(QListWidget):
    """What is looked at stays looked at, whatever is learnt of the others."""

    def __init__(self) -> None:
        super().__init__()
        self.setWordWrap(True)
        self.setMinimumWidth(LEAST_WIDTH)
        self.setMaximumWidth(MOST_WIDTH)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(t("Chồng biên nhận"))

    @property
    def chosen(self) -> str:
        """The key of the sheet looked at; empty where there is none."""
        item: QListWidgetItem | None = self.currentItem()
        return "" if item is None else str(item.data(_KEY))

    def show_rows(self, rows: Sequence[SheetRow]) -> None:
        """The list anew."""
        chosen = self.chosen
        self.blockSignals(True)
        self.clear()
        for row in rows:
            item = QListWidgetItem("\n".join(filter(None, (row.words, row.detail))))
            item.setData(_KEY, row.key)
            self.addItem(item)
            if row.key == chosen:
                self.setCurrentItem(item)
        self.blockSignals(False)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lines break elsewhere."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Qt measures a line without its padding, and cuts what then does not fit."""
        room = QRect(0, 0, self.viewport().width() - _PADDING.width(), 0)
        for item in (self.item(number) for number in range(self.count())):
            lines = self.fontMetrics().boundingRect(room, Qt.TextFlag.TextWordWrap, item.text())
            item.setSizeHint(QSize(0, lines.height() + _PADDING.height()))
