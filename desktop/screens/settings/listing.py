"""A table of words for the settings: some hundreds of rows at most, replaced whole, some with a box to tick."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal

from desktop.i18n import t
from desktop.theme.tokens import Tone
from desktop.widgets.table import TONE_ROLE

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One row: its words, the tone of the cell that is a chip, and whether its box is ticked (None: it has none)."""

    cells: tuple[str, ...]
    tone: Tone | None = None
    ticked: bool | None = None


class Listing(QAbstractTableModel):
    """Headings are words of the window; `chip` is the column of the chip, `ticked` tells of a box that changed."""

    ticked = Signal(int, bool)

    def __init__(self, headings: tuple[str, ...], chip: int = -1) -> None:
        super().__init__()
        self._headings, self._chip = headings, chip
        self._entries: tuple[Entry, ...] = ()

    def show(self, entries: Sequence[Entry]) -> None:
        """Other rows; where there are as many as before, the chosen row stays."""
        if len(entries) == len(self._entries):
            self._entries = tuple(entries)
            if entries:
                self.dataChanged.emit(self.index(0, 0), self.index(len(entries) - 1, len(self._headings) - 1))
            return
        self.beginResetModel()
        self._entries = tuple(entries)
        self.endResetModel()

    def toggle(self, row: int) -> None:
        """Tick a box or take the tick away, as a click on it does."""
        if 0 <= row < len(self._entries) and self._entries[row].ticked is not None:
            self.ticked.emit(row, not self._entries[row].ticked)

    def rowCount(self, parent: Index | None = None) -> int:
        """See Qt."""
        return 0 if parent is not None and parent.isValid() else len(self._entries)

    def columnCount(self, parent: Index | None = None) -> int:
        """See Qt."""
        return 0 if parent is not None and parent.isValid() else len(self._headings)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """See Qt."""
        if role == Qt.ItemDataRole.DisplayRole and orientation == Qt.Orientation.Horizontal:
            return t(self._headings[section])
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """See Qt."""
        box = index.column() == 0 and self._entries[index.row()].ticked is not None
        return super().flags(index) | (Qt.ItemFlag.ItemIsUserCheckable if box else Qt.ItemFlag.NoItemFlags)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """See Qt."""
        entry, column = self._entries[index.row()], index.column()
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.ToolTipRole:
                return entry.cells[column]
            case Qt.ItemDataRole.CheckStateRole if column == 0 and entry.ticked is not None:
                return Qt.CheckState.Checked if entry.ticked else Qt.CheckState.Unchecked
            case _:
                return entry.tone if role == TONE_ROLE and column == self._chip else None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """See Qt; the owner decides, and shows the row anew."""
        del value
        if role != Qt.ItemDataRole.CheckStateRole:
            return False
        self.toggle(index.row())
        return True
