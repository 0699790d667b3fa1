"""The tables of one dossier, read only: papers, history, fees, receipts, hops."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from desktop.i18n import t
from desktop.screens.dossier.custody import HopRow
from desktop.screens.dossier.money import DueRow, ReceiptRow
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


PAPERS = ("Giấy tờ", "Số lượng", "Kiểm tra", "Bản quét", "Số hóa")
DEEDS = ("Lúc", "Việc", "Người làm", "Đồng bộ")
FEES = ("Khoản thu", "Số tiền", "Miễn, giảm")
RECEIPTS = ("Biên lai số", "Lúc", "Người nộp", "Cách nộp", "Số tiền", "Tình trạng")
HOPS = ("Giao lúc", "Người giao", "Người nhận", "Hạn bước", "Lời nhắn", "Ký nhận")


def paper_cells(rows: Sequence[PaperRow]) -> list[Cells]:
    """The component table."""
    return [
        (
            (row.name, None), (row.counts, None), (row.check, row.tone),
            (t("{pages} trang", pages=row.pages_scanned) if row.pages_scanned else "–", None), (row.digital, None),
        )
        for row in rows
    ]  # fmt: skip


def deed_cells(rows: Sequence[DeedRow]) -> list[Cells]:
    """The history, newest first."""
    return [((row.at, None), (row.words, None), (row.actor, None), (row.sent, row.tone)) for row in rows]


def fee_cells(rows: Sequence[DueRow]) -> list[Cells]:
    """What is due."""
    return [((row.name, None), (row.amount, None), (row.reduction, None)) for row in rows]


def receipt_cells(rows: Sequence[ReceiptRow]) -> list[Cells]:
    """What was taken."""
    return [
        (
            (row.number, None), (row.at, None), (row.payer, None), (row.mode, None), (row.amount, None),
            (row.state, row.tone),
        )
        for row in rows
    ]  # fmt: skip


def hop_cells(rows: Sequence[HopRow]) -> list[Cells]:
    """Who gave it to whom."""
    return [
        (
            (row.given, None), (row.sender, None), (row.receiver, None), (row.due, None), (row.note, None),
            (row.taken, row.tone),
        )
        for row in rows
    ]  # fmt: skip
