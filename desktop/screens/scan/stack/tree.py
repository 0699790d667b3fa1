"""The pile as a tree: each dossier with its pages; pages are drawn from one to another, or chosen for the keys."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QDropEvent, QFontMetrics, QIcon, QPixmap
from PySide6.QtWidgets import QAbstractItemView, QTreeWidget, QTreeWidgetItem

from desktop.i18n import t
from desktop.screens.scan.stack.state import Group
from desktop.screens.scan.thumbnail import thumbnail_icon

THUMBNAIL = QSize(36, 50)
_AROUND_TITLE = 46
"""The tree's branch, frame and scroll bar."""

_KEY = Qt.ItemDataRole.UserRole
_GROUP = Qt.ItemDataRole.UserRole + 1


class PileTree(QTreeWidget):
    """Groups with their sheets; says which sheet is looked at and where pages were drawn to."""

    looked_at = Signal(str)
    put = Signal(tuple, object)
    """Keys of pages, and the dossier's UUID or None for the tray."""

    def __init__(self) -> None:
        super().__init__()
        self._pictures: dict[str, QIcon] = {}
        self.setHeaderHidden(True)
        self.setAccessibleName(t("Chồng giấy"))
        self.setIconSize(THUMBNAIL)
        self.setWordWrap(True)
        self.setIndentation(14)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.currentItemChanged.connect(self._on_current)

    @property
    def chosen(self) -> tuple[str, ...]:
        """The sheets that are chosen, in the order of the list."""
        return tuple(key for item in self.selectedItems() if (key := item.data(0, _KEY)))

    @property
    def group(self) -> Group | None:
        """The group of what is looked at."""
        item = self.currentItem()
        return self._group_of(item) if item else None

    def show_groups(self, groups: Sequence[Group]) -> None:
        """Everything anew; what was chosen stays chosen, and the list stays where it was scrolled to."""
        chosen, current, place = set(self.chosen), self.current_key, self.verticalScrollBar().value()
        folded = {group.title for group, item in self._heads() if not item.isExpanded()}
        self.blockSignals(True)
        self.clear()
        for group in groups:
            self._add(group, expanded=group.title not in folded)
        self.blockSignals(False)
        self._choose(chosen, current)
        self.verticalScrollBar().setValue(place)

    def show_picture(self, key: str, picture: QPixmap) -> None:
        """A sheet's picture beside its number."""
        self._pictures[key] = thumbnail_icon(picture, THUMBNAIL, self)

    @property
    def current_key(self) -> str:
        """The sheet looked at; empty where it is a group, or nothing."""
        item = self.currentItem()
        return (item.data(0, _KEY) or "") if item else ""

    def look_at(self, key: str) -> None:
        """Choose one sheet and bring it into view."""
        item = self._items().get(key)
        if item:
            self.setCurrentItem(item)

    def dropEvent(self, event: QDropEvent) -> None:
        """Pages drawn onto a dossier or the tray; the presenter moves them, not Qt."""
        item = self.itemAt(event.position().toPoint())
        group = self._group_of(item) if item else None
        event.setDropAction(Qt.DropAction.IgnoreAction)
        event.accept()
        if group and group.takes and self.chosen:
            self.put.emit(self.chosen, group.dossier_id)

    def _add(self, group: Group, *, expanded: bool) -> None:
        head = QTreeWidgetItem()
        head.setData(0, _GROUP, group)
        font = self.font()
        font.setBold(True)
        head.setFont(0, font)
        # A long name would push the detail out of the row.
        room = self.maximumWidth() - _AROUND_TITLE
        title = QFontMetrics(font).elidedText(group.title, Qt.TextElideMode.ElideRight, room)
        head.setText(0, f"{title}\n{group.detail}")
        head.setToolTip(0, group.title)
        for sheet in group.sheets:
            words = t("Trang {number}", number=sheet.number)
            item = QTreeWidgetItem(head, [f"{words} · {sheet.words}" if sheet.words else words])
            item.setData(0, _KEY, sheet.key)
            item.setIcon(0, self._pictures.get(sheet.key, QIcon()))
        self.addTopLevelItem(head)
        head.setExpanded(expanded)

    def _choose(self, chosen: set[str], current: str) -> None:
        """Choose again what was chosen; whatever is looked at is told once more, for its place may be another."""
        items = self._items()
        self.blockSignals(True)
        if current in items:
            self.setCurrentItem(items[current])
        for key, item in items.items():
            item.setSelected(key in chosen)
        self.blockSignals(False)
        self.looked_at.emit(self.current_key)

    def _items(self) -> dict[str, QTreeWidgetItem]:
        sheets = (head.child(number) for _, head in self._heads() for number in range(head.childCount()))
        return {item.data(0, _KEY): item for item in sheets if item is not None}

    def _heads(self) -> list[tuple[Group, QTreeWidgetItem]]:
        heads = [self.topLevelItem(number) for number in range(self.topLevelItemCount())]
        return [(head.data(0, _GROUP), head) for head in heads if head is not None]

    def _group_of(self, item: QTreeWidgetItem) -> Group:
        head = item.parent() or item
        found: Group = head.data(0, _GROUP)
        return found

    def _on_current(self, item: QTreeWidgetItem | None) -> None:
        self.looked_at.emit((item.data(0, _KEY) or "") if item else "")


def dossier_of(group: Group | None) -> UUID | None:
    """The dossier of a group, where it is one."""
    return group.dossier_id if group else None
