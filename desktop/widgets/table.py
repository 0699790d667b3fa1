"""A table with rows of one height, and a delegate that paints states as chips."""

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

from desktop.theme import tokens
from desktop.theme.fonts import font
from desktop.theme.theme import Theme
from desktop.theme.tokens import Tone

TONE_ROLE = Qt.ItemDataRole.UserRole + 1
"""Under this role a model answers the `Tone` of a cell that `ChipDelegate` paints; None paints plain text."""


class Table(QTableView):
    """Whole rows, one at a time, moved through with the arrows; Tab leaves the table instead of walking its cells."""

    def __init__(self, name: str, model: QAbstractItemModel | None = None) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setTabKeyNavigation(False)
        self.setAlternatingRowColors(True)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerItem)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(tokens.ROW_HEIGHT)
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.horizontalHeader().setStretchLastSection(True)
        if model is not None:
            self.setModel(model)

    def set_widths(self, *widths: int) -> None:
        """Column widths from the left; the last column takes what remains."""
        for column, width in enumerate(widths):
            self.setColumnWidth(column, width)


class ChipDelegate(QStyledItemDelegate):
    """Paints a cell's words as a chip in the tone that the model gives under `TONE_ROLE`."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """The row's ground first, then the chip on it."""
        words, tone = index.data(Qt.ItemDataRole.DisplayRole), index.data(TONE_ROLE)
        if not words or tone is None:
            super().paint(painter, option, index)
            return
        self.initStyleOption(option, index)
        option.text = ""
        style = option.widget.style()
        style.drawControl(style.ControlElement.CE_ItemViewItem, option, painter, option.widget)
        self._paint_chip(painter, QRectF(option.rect), str(words), Tone(tone))

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Wide enough for the chip; rows keep their one height."""
        return QSize(super().sizeHint(option, index).width() + 24, tokens.ROW_HEIGHT)

    def _paint_chip(self, painter: QPainter, cell: QRectF, words: str, tone: Tone) -> None:
        ink, ground = self._theme.colours.tone(tone)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(font(self._theme.px(tokens.BODY - 1), strong=True))
        width = min(painter.fontMetrics().horizontalAdvance(words) + 16, cell.width() - 8)
        chip = QRectF(cell.left() + 4, cell.center().y() - 10.5, width, 22)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(ground))
        painter.drawRoundedRect(chip, tokens.RADIUS, tokens.RADIUS)
        painter.setPen(QColor(ink))
        shown = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, round(width - 12))
        painter.drawText(chip, Qt.AlignmentFlag.AlignCenter, shown)
        painter.restore()
