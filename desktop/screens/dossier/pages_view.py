"""The pages of one scan, one at a time, as wide as there is room; ← and → turn them."""

from collections.abc import Iterable, Mapping

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPixmap, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from desktop.i18n import t
from desktop.theme import tokens
from desktop.widgets import KeyHintButton, muted, offer, strong

Mark = tuple[int, int, int, int]
MARK_SCALE = 10_000
"""A mark's left, top, right and bottom edge are told in so many parts of the page."""


class PagesView(QWidget):
    """`closed`: back to the list; `save_asked`: into a file."""

    closed = Signal()
    save_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(t("Trang của bản quét"))
        self._pages: tuple[QPixmap, ...] = ()
        self._at = 0
        self._marked: tuple[int, ...] = ()
        self._top = 0
        self._title, self._place, self._picture, self._area = strong(), muted(), QLabel(), QScrollArea()
        self._before, self._after = KeyHintButton(t("Trang &trước")), KeyHintButton(t("Trang &sau"))
        self._save, self._close = KeyHintButton(t("&Lưu tệp…")), KeyHintButton(t("Về &danh sách"))
        self._save.clicked.connect(self.save_asked)
        self._before.clicked.connect(lambda: self._turn(-1))
        self._after.clicked.connect(lambda: self._turn(1))
        self._close.clicked.connect(self.closed)
        self._lay_out()

    def present(self, title: str, pages: tuple[bytes, ...], marks: Mapping[int, Iterable[Mark]] = {}) -> None:
        """Show the first page, or the first with words that are marked."""
        self._title.setText(title)
        self._pages = tuple(_pixmap(page, marks.get(number, ())) for number, page in enumerate(pages))
        self._marked = tuple(sorted(marks))
        self._at = next((number for number in self._marked if number < len(pages)), 0)
        self._top = min((top for _, top, *_ in marks.get(self._at, ())), default=0)
        self._show()

    def offer_save(self, refusal: str) -> None:
        """Whether the scan may go into a file; where not, whom to ask."""
        offer(self._save, refusal)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The arrows turn pages, Backspace goes back to the list."""
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        if event.key() in steps:
            self._turn(steps[Qt.Key(event.key())])
        elif event.key() == Qt.Key.Key_Backspace:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """As wide as there is room."""
        super().resizeEvent(event)
        self._show()

    def _lay_out(self) -> None:
        column, head = QVBoxLayout(self), QHBoxLayout()
        column.setContentsMargins(0, tokens.GAP, 0, 0)
        column.setSpacing(tokens.GAP)
        head.addWidget(self._title)
        head.addWidget(self._place)
        head.addStretch()
        for button in (self._before, self._after, self._save, self._close):
            head.addWidget(button)
        self._picture.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self._area.setWidget(self._picture)
        self._area.verticalScrollBar().rangeChanged.connect(self._on_range)
        self._area.setWidgetResizable(True)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setMinimumHeight(tokens.ROW_HEIGHT)
        column.addLayout(head)
        column.addWidget(self._area, 1)

    def _turn(self, step: int) -> None:
        if 0 <= self._at + step < len(self._pages):
            self._at += step
            self._top = 0
            self._area.verticalScrollBar().setValue(0)
            self._show()

    def _on_range(self, _: int, longest: int) -> None:
        """The page has its place: the first marked word comes into the middle of it."""
        if self._top:
            height = self._picture.pixmap().height()
            room = self._area.viewport().height()
            self._area.verticalScrollBar().setValue(min(longest, self._top * height // MARK_SCALE - room // 2))

    def _show(self) -> None:
        if not self._pages:
            return
        page = self._pages[self._at]
        room = QSize(max(1, self._area.viewport().width()), page.height())
        self._picture.setPixmap(
            page.scaled(room, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation)
        )
        place = t("trang {page} trên {pages}", page=self._at + 1, pages=len(self._pages))
        if self._marked:
            numbers = ", ".join(str(number + 1) for number in self._marked)
            place = t("{place} · thấy ở trang {numbers}", place=place, numbers=numbers)
        self._place.setText(place)
        self._before.setEnabled(self._at > 0)
        self._after.setEnabled(self._at + 1 < len(self._pages))


def _pixmap(page: bytes, marks: Iterable[Mark]) -> QPixmap:
    """The picture, with words marked as by a marker: the print shows through."""
    picture = QPixmap()
    picture.loadFromData(page)
    painter = QPainter(picture)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Multiply)
    width, height = picture.width(), picture.height()
    for left, top, right, bottom in marks:
        box = QRect(left * width // MARK_SCALE, top * height // MARK_SCALE,
                    (right - left) * width // MARK_SCALE, (bottom - top) * height // MARK_SCALE)  # fmt: skip
        painter.fillRect(box.adjusted(-2, -2, 2, 2), QColor(tokens.MARKER))
    painter.end()
    return picture
