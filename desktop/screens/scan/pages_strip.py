"""The strip of thumbnails with its keys, and below it the tray of pages that lie aside."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QIcon, QKeyEvent, QPixmap
from PySide6.QtWidgets import QAbstractItemView, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from desktop import keys
from desktop.i18n import t
from desktop.screens.scan.pages_editing import PageEditing
from desktop.screens.scan.pile import Page, Pile
from desktop.screens.scan.thumbnail import thumbnail_icon
from desktop.theme import tokens
from desktop.widgets import caption

THUMBNAIL = QSize(96, 128)
WIDTH = 176
ASIDE_THUMBNAIL = QSize(42, 56)
ASIDE_HEIGHT = 104


def say_keys() -> str:
    """The keys of the pages, for the action bar."""
    return t("1…9 gán · R xoay · X cắt · G gộp · K khử đốm · T quét lại · B để riêng · Del bỏ · Ctrl+↑↓")


class PageStrip(QWidget):
    """Shows the pile, listens to the keys of its pages; `picture_changed` when the page looked at may look anew."""

    picture_changed = Signal()

    def __init__(self, editing: PageEditing, retake: Callable[[], None]) -> None:
        super().__init__()
        self._editing, self._pile = editing, Pile()
        self._jpegs: dict[Page, bytes] = {}
        self._icons: dict[Page, QIcon] = {}
        self.pages, self.aside, self.aside_head = QListWidget(), QListWidget(), caption(wrap=True)
        self._keys: dict[str, Callable[[], None]] = {
            keys.PAGE_TURN: editing.turn, keys.PAGE_CUT: editing.cut, keys.PAGE_JOIN: editing.join,
            keys.PAGE_DUST: editing.dust, keys.PAGE_ASIDE: editing.set_aside, keys.PAGE_RETAKE: retake,
        }  # fmt: skip
        self._lay_out()
        self.pages.currentRowChanged.connect(self._on_row)
        self.pages.model().rowsMoved.connect(self._on_moved)
        self.pages.installEventFilter(self)
        self.aside.itemActivated.connect(self._on_taken_back)

    def show_pile(self, pile: Pile) -> None:
        """One item a page; items stay while pages only change, so that the list does not jump."""
        self._pile = pile
        self._forget_others()
        self.pages.blockSignals(True)
        _fit(self.pages, len(pile.pages), QSize(THUMBNAIL.width(), THUMBNAIL.height() + 32))
        for number, page in enumerate(pile.pages):
            mark = f" · {page.paper + 1}" if page.paper is not None else ""
            self._fill(self.pages.item(number), page, f"{number + 1}{mark}")
        self.pages.setCurrentRow(pile.current)
        self.pages.blockSignals(False)
        self._show_aside()
        self.picture_changed.emit()

    def show_picture(self, page: Page, jpeg: bytes) -> None:
        """The picture of a page is ready."""
        self._jpegs[page.look] = jpeg
        self._icons.pop(page.look, None)
        self.show_pile(self._pile)

    def picture(self) -> QPixmap:
        """The page looked at; null while it is drawn, or where there is none."""
        picture = QPixmap()
        if self._pile.here and self._pile.here.look in self._jpegs:
            picture.loadFromData(self._jpegs[self._pile.here.look])
        return picture

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The keys of the pile, while the pages have the focus."""
        if watched is self.pages and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._press(event) or super().eventFilter(watched, event)
        return super().eventFilter(watched, event)

    def _press(self, event: QKeyEvent) -> bool:
        letter, key, here = event.text().upper(), event.key(), self._pile.current
        if letter and letter in keys.PAGE_ASSIGN:
            self._editing.assign(int(letter) - 1)
        elif letter in self._keys:
            self._keys[letter]()
        elif key == Qt.Key.Key_Delete:
            self._editing.drop()
        elif event.modifiers() & Qt.KeyboardModifier.ControlModifier and key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self._editing.move(here, here + (1 if key == Qt.Key.Key_Down else -1))
        else:
            return False
        return True

    def _on_row(self, row: int) -> None:
        if row >= 0 and row != self._pile.current:
            self._editing.look_at(row)

    def _on_moved(self, _parent: object, start: int, _end: int, _target: object, before: int) -> None:
        self._editing.move(start, before - 1 if before > start else before)

    def _on_taken_back(self, item: QListWidgetItem) -> None:
        self._editing.take_back(self.aside.row(item))
        self.pages.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_aside(self) -> None:
        pages = self._pile.aside
        _fit(self.aside, len(pages), QSize(ASIDE_THUMBNAIL.width() + 14, ASIDE_THUMBNAIL.height() + 28))
        for number, page in enumerate(pages):
            self._fill(self.aside.item(number), page, str(page.read.number))
        self.aside_head.setText(t("Trang trắng ({count}) – để riêng. Chọn rồi bấm Enter để lấy lại.", count=len(pages)))
        self.aside.setVisible(bool(pages))
        self.aside_head.setVisible(bool(pages))

    def _fill(self, item: QListWidgetItem, page: Page, words: str) -> None:
        item.setText(words)
        icon = self._icons.get(page.look)
        if icon is None and page.look in self._jpegs:
            picture = QPixmap()
            picture.loadFromData(self._jpegs[page.look])
            icon = self._icons[page.look] = thumbnail_icon(picture, THUMBNAIL, self)
        item.setIcon(icon or QIcon())

    def _forget_others(self) -> None:
        """Pictures of a pile that was saved go; those of this one stay for every undo."""
        here = {read.file for read in self._pile.reads()}
        for page in [page for page in self._jpegs if page.read.file not in here]:
            del self._jpegs[page]
            self._icons.pop(page, None)

    def _lay_out(self) -> None:
        self.setFixedWidth(WIDTH)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(tokens.SMALL_GAP)
        self.pages.setAccessibleName(t("Các trang"))
        self.pages.setIconSize(THUMBNAIL)
        self.pages.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.pages.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.aside.setAccessibleName(t("Trang để riêng"))
        self.aside.setViewMode(QListWidget.ViewMode.IconMode)
        self.aside.setFlow(QListWidget.Flow.LeftToRight)
        self.aside.setMovement(QListWidget.Movement.Static)
        self.aside.setWrapping(False)
        self.aside.setIconSize(ASIDE_THUMBNAIL)
        self.aside.setFixedHeight(ASIDE_HEIGHT)
        column.addWidget(self.pages, 1)
        column.addWidget(self.aside_head)
        column.addWidget(self.aside)


def _fit(widget: QListWidget, count: int, size: QSize) -> None:
    """As many items as there are pages."""
    while widget.count() > count:
        widget.takeItem(widget.count() - 1)
    while widget.count() < count:
        item = QListWidgetItem()
        item.setSizeHint(size)
        widget.addItem(item)
