"""Papers and history of one dossier as tables, read only."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from desktop.i18n import t
from desktop.screens.dossier.state import DeedRow, PaperRow
from desktop.theme.tokens import Tone
from desktop.widgets.table import TONE_ROLE

Cells = tuple[tuple[str, Tone | None], ...]


class CellsModel(QAbstractTableModel):
    """Rows of words, some of them chips."""

    def __init__(self, headings: Sequence[str]) -> None:
        super().__init__()
        self._headings = headings
        self._rows: list[Cells] = []

    def show_rows(self, rows: list[Cells]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008 — Qt's own
        """How many there are."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008
        """One for each heading."""
        return 0 if parent.isValid() else len(self._headings)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The headings."""
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return t(self._headings[section])
        return None

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Words, and the tone of chips."""
        words, tone = self._rows[index.row()][index.column()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return words
        return tone if role == TONE_ROLE else None


PAPERS = ("Giấy tờ", "Số lượng", "Kiểm tra", "Bản quét")
DEEDS = ("Lúc", "Việc", "Người làm", "Đồng bộ")


def paper_cells(rows: Sequence[PaperRow]) -> list[Cells]:
    """The component table."""
    return [
        (
            (row.name, None), (row.counts, None), (row.check, row.tone),
            (t("{pages} trang", pages=row.pages_scanned) if row.pages_scanned else "–", None),
        )
        for row in rows
    ]  # fmt: skip


def deed_cells(rows: Sequence[DeedRow]) -> list[Cells]:
    """The history, newest first."""
    return [((row.at, None), (row.words, None), (row.actor, None), (row.sent, row.tone)) for row in rows]
