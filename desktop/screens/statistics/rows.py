"""A grid of the statistics as a table: numbers that open something are coloured, and Enter opens them."""

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView

from desktop.screens.statistics.grids import Cell, Grid
from desktop.screens.statistics.heading import GroupedHeader
from desktop.screens.statistics.words import Target
from desktop.theme import tokens
from desktop.theme.fonts import font
from desktop.theme.theme import Theme
from desktop.widgets import Table

EMPTY = Grid((), ())
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
CELL_ROOM = 24
"""A cell's padding on both sides, with a little air."""
MOST_COLUMN = 340
"""Pixels that words may claim for themselves; the widest column has what the others leave."""


class GridModel(QAbstractTableModel):
    """Shows one grid at a time."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.grid = EMPTY

    def show_grid(self, grid: Grid) -> None:
        """Other cells."""
        self.beginResetModel()
        self.grid = grid
        self.endResetModel()

    def cell(self, index: QModelIndex | QPersistentModelIndex) -> Cell:
        """What stands in a place."""
        return self.grid.rows[index.row()][index.column()]

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008 — Qt's own
        """As the grid has."""
        return 0 if parent.isValid() else len(self.grid.rows)

    def columnCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008
        """As the grid has."""
        return 0 if parent.isValid() else len(self.grid.headings)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The words of a column; read aloud and under the mouse with those of its group."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        heading = self.grid.headings[section]
        whole = f"{heading.group}: {heading.words}" if heading.group else heading.words
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return heading.words
            case Qt.ItemDataRole.ToolTipRole | Qt.ItemDataRole.AccessibleTextRole:
                return whole
            case Qt.ItemDataRole.TextAlignmentRole:
                return RIGHT if self.is_number(section) else LEFT
        return None

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Words, and how they look."""
        cell = self.cell(index)
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.ToolTipRole:
                return cell.words
            case Qt.ItemDataRole.TextAlignmentRole:
                return RIGHT if self.is_number(index.column()) else LEFT
            case Qt.ItemDataRole.ForegroundRole if cell.target:
                return QColor(self._theme.colours.primary)
            case Qt.ItemDataRole.FontRole if self.grid.summed and index.row() == 0:
                return font(self._theme.px(tokens.BODY), strong=True)
        return None

    def is_number(self, column: int) -> bool:
        """Whether a column holds numbers, by its first row."""
        return bool(self.grid.rows) and self.grid.rows[0][column].number is not None


class GridTable(Table):
    """Cell by cell with the arrows; `opened` carries the target of the number that Enter or a double click chose."""

    opened = Signal(object)

    def __init__(self, theme: Theme, name: str) -> None:
        self.grid_model = GridModel(theme)
        super().__init__(name)
        self._theme = theme
        self.header = GroupedHeader(theme)
        self.setHorizontalHeader(self.header)
        self.setModel(self.grid_model)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        self.doubleClicked.connect(self._on_double_clicked)

    def show_grid(self, grid: Grid) -> None:
        """Another table; the first column takes the room that numbers leave."""
        kept = self.currentIndex().row(), self.currentIndex().column()
        self.header.show_groups(tuple(heading.group for heading in grid.headings))
        self.grid_model.show_grid(grid)
        widest = wide(grid)
        for column in range(len(grid.headings)):
            stretch = column == widest
            modes = QHeaderView.ResizeMode
            self.header.setSectionResizeMode(column, modes.Stretch if stretch else modes.Interactive)
            if not stretch:
                self.setColumnWidth(column, self._room(grid, column))
        if grid.rows:
            row, column = max(kept[0], 0), max(kept[1], 0)
            last = len(grid.rows) - 1, len(grid.headings) - 1
            self.setCurrentIndex(self.grid_model.index(min(row, last[0]), min(column, last[1])))

    def _room(self, grid: Grid, column: int) -> int:
        """For the heading and the longest words of a column, measured once."""
        longest = max((row[column].words for row in grid.rows), key=len, default="")
        words = QFontMetrics(font(self._theme.px(tokens.BODY), strong=grid.summed)).horizontalAdvance(longest)
        return max(self.header.room_for(grid.headings[column].words), min(words + CELL_ROOM, MOST_COLUMN))

    def chosen(self) -> Target | None:
        """What the current cell opens."""
        index = self.currentIndex()
        return self.grid_model.cell(index).target if index.isValid() else None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit(self.chosen())
        else:
            super().keyPressEvent(event)

    def _on_double_clicked(self, index: QModelIndex) -> None:
        self.opened.emit(self.grid_model.cell(index).target)


def wide(grid: Grid) -> int:
    """The column that takes what the others leave: the longest words."""
    columns = range(len(grid.headings))
    return max(columns, key=lambda column: max((len(row[column].words) for row in grid.rows), default=0), default=0)
