"""A table's heading in two levels: columns of one group stand under its name, as the ministry's sheets have them."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QHeaderView

from desktop.theme import tokens
from desktop.theme.fonts import font
from desktop.theme.theme import Theme

SIDE, INNER = 11, 5
"""A heading stands where its cells' words do; towards the other side it may come nearer."""


class GroupedHeader(QHeaderView):
    """One line high without groups, two with them."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._theme = theme
        self._groups: tuple[str, ...] = ()
        self.setHighlightSections(False)
        self.setSectionsClickable(False)
        theme.changed.connect(self._on_changed)

    def show_groups(self, groups: tuple[str, ...]) -> None:
        """The group of each column; empty for one that stands alone."""
        self._groups = groups
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Twice the height where there are groups."""
        return QSize(super().sizeHint().width(), tokens.ROW_HEIGHT * (2 if any(self._groups) else 1))

    def paintSection(self, painter: QPainter, rect: QRect, logical: int) -> None:
        """The column's own words, in the lower half under a group."""
        colours, grouped = self._theme.colours, bool(self._groups[logical])
        painter.fillRect(rect, QColor(colours.sunken))
        low = rect.adjusted(0, rect.height() // 2, 0, 0) if grouped else rect
        role, horizontal = Qt.ItemDataRole, Qt.Orientation.Horizontal
        align = self.model().headerData(logical, horizontal, role.TextAlignmentRole)
        self._write(painter, low, str(self.model().headerData(logical, horizontal, role.DisplayRole)), align)
        painter.setPen(QColor(colours.border))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())

    def room_for(self, words: str) -> int:
        """How wide a column must be for some words in the weight headings have."""
        metrics = QFontMetrics(font(self._theme.px(tokens.CAPTION), strong=True))
        return metrics.horizontalAdvance(words) + SIDE + INNER + 2

    def paintEvent(self, event: QPaintEvent) -> None:
        """The names of the groups over their columns, with a line between neighbours."""
        super().paintEvent(event)
        groups = self._groups
        if not any(groups):
            return
        painter, half = QPainter(self.viewport()), self.height() // 2
        for at, words in enumerate(groups):
            if not words or (at and groups[at - 1] == words):
                continue
            last = max(column for column, each in enumerate(groups) if each == words)
            left = self.sectionViewportPosition(at)
            right = self.sectionViewportPosition(last) + self.sectionSize(last)
            painter.setPen(QColor(self._theme.colours.border))
            painter.drawLine(left, 4, left, self.height() - 4)
            painter.drawLine(left + SIDE, half, right - SIDE, half)
            self._write(painter, QRect(left, 0, right - left, half), words, Qt.AlignmentFlag.AlignHCenter)
        painter.end()

    def _write(self, painter: QPainter, rect: QRect, words: str, align: Qt.AlignmentFlag) -> None:
        painter.setFont(font(self._theme.px(tokens.CAPTION), strong=True))
        painter.setPen(QColor(self._theme.colours.muted))
        right = bool(align & Qt.AlignmentFlag.AlignRight)
        room = rect.adjusted(INNER if right else SIDE, 0, -SIDE if right else -INNER, 0)
        shown = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, align | Qt.AlignmentFlag.AlignVCenter, shown)

    def _on_changed(self) -> None:
        self.updateGeometry()
        self.viewport().update()
