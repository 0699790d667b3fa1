"""The papers that may be signed as a table with ticks."""

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from desktop.i18n import t
from desktop.screens.sign.state import PaperRow
from desktop.widgets.table import TONE_ROLE

COLUMNS = ("Giấy tờ", "Hồ sơ", "Người nộp", "Số trang", "Ký số")
CHIP = 4
Index = QModelIndex | QPersistentModelIndex


class PaperRows(QAbstractTableModel):
    """A few hundred rows at most; only what changed is painted anew."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: tuple[PaperRow, ...] = ()

    def show(self, rows: tuple[PaperRow, ...]) -> None:
        """Show other rows; the chosen one stays where the papers are the same."""
        if [row.paper for row in rows] == [row.paper for row in self._rows]:
            self._rows = rows
            if rows:
                self.dataChanged.emit(self.index(0, 0), self.index(len(rows) - 1, len(COLUMNS) - 1))
            return
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        """See Qt."""
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index | None = None) -> int:
        """See Qt."""
        return 0 if parent is not None and parent.isValid() else len(COLUMNS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """See Qt."""
        if role == Qt.ItemDataRole.DisplayRole and orientation == Qt.Orientation.Horizontal:
            return t(COLUMNS[section])
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """See Qt."""
        row = self._rows[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return _words(row)[index.column()]
        if role == Qt.ItemDataRole.CheckStateRole and index.column() == 0:
            return Qt.CheckState.Checked if row.ticked else Qt.CheckState.Unchecked
        return row.tone if role == TONE_ROLE and index.column() == CHIP and row.said else None


def _words(row: PaperRow) -> tuple[str, ...]:
    paper = row.paper
    title = f"{paper.scan.title} · {t('kết quả')}" if paper.scan.result else paper.scan.title
    return title, paper.code, paper.owner, str(paper.scan.pages), row.said
