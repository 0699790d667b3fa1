"""The pages of one scan, one at a time, as wide as there is room; ← and → turn them."""

from collections.abc import Callable, Iterable, Mapping

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QKeyEvent, QPainter, QPixmap, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from desktop import keys
from desktop.i18n import t
from desktop.paper_door import DrawnPage
from desktop.theme import tokens
from desktop.theme.tokens import Tone
from desktop.widgets import KeyHintButton, StatusChip, muted, offer, strong

Mark = tuple[int, int, int, int]
MARK_SCALE = 10_000
"""A mark's left, top, right and bottom edge are told in so many parts of the page."""


def refiling_of(event: QKeyEvent, off: Callable[[], None], move: Callable[[], None]) -> Callable[[], None] | None:
    """What a key does to a scan that lies in the wrong place, in the list and over its pages."""
    if event.key() == Qt.Key.Key_Delete:
        return off
    return move if event.text().upper() == keys.FILE_MOVE else None


class PagesView(QWidget):
    """`closed`: back to the list; `page_wanted` (0-based), and it comes by `show_page`; `save_asked`: into a file.

    `off_wanted`, `move_wanted`: the scan lies in a wrong place.
    """

    closed = Signal()
    page_wanted = Signal(int)
    save_asked = Signal()
    off_wanted = Signal()
    move_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(t("Trang của bản quét"))
        self._page = QPixmap()
        self._at = self._count = 0
        self._marks: Mapping[int, Iterable[Mark]] = {}
        self._top = 0
        self._signed = StatusChip()
        self._signed.setWordWrap(True)
        self._title, self._place, self._picture, self._area = strong(), muted(), QLabel(), QScrollArea()
        self._before, self._after = KeyHintButton(t("Trang &trước")), KeyHintButton(t("Trang &sau"))
        self._save, self._close = KeyHintButton(t("&Lưu tệp…")), KeyHintButton(t("Về &danh sách"))
        self._why, self._again = StatusChip(), KeyHintButton(t("Thử lạ&i"))
        self._why.setWordWrap(True)
        self._again.clicked.connect(self._on_again)
        self._move, self._off = KeyHintButton(t("Chuyển sang…"), keys.FILE_MOVE), KeyHintButton(t("Gỡ…"), keys.FILE_OFF)
        self._move.clicked.connect(self.move_wanted)
        self._off.clicked.connect(self.off_wanted)
        self._save.clicked.connect(self.save_asked)
        self._before.clicked.connect(lambda: self._turn(-1))
        self._after.clicked.connect(lambda: self._turn(1))
        self._close.clicked.connect(self.closed)
        self._lay_out()

    def open(self, title: str, first: int, marks: Mapping[int, Iterable[Mark]] = {}) -> None:
        """Make room for a scan whose `first` page is being drawn; words are marked on each page that bears some."""
        self._title.setText(title)
        self._at, self._count, self._marks = first, 0, marks
        self._top = min((top for _, top, *_ in marks.get(first, ())), default=0)
        self._page = QPixmap()
        self._say_undrawn("")
        self.say_signatures("", Tone.IDLE)
        self._show()
        self._place.setText(t("đang mở…"))

    def show_page(self, number: int, page: DrawnPage) -> None:
        """A page that was drawn; one that was asked for before another is passed over."""
        self._count = page.pages
        if number == self._at:
            self._page = _pixmap(page, self._marks.get(number, ()))
            self._say_undrawn("")
            self._show()

    def say_undrawn(self, sentence: str) -> None:
        """Why the page asked for does not show, in its place, and the way to try again."""
        self._page = QPixmap()
        self._say_undrawn(sentence)
        self._show()

    def say_signatures(self, sentence: str, tone: Tone) -> None:
        """Who signed the file and whether it holds; empty where nobody did, or while it is looked at."""
        self._signed.say(sentence, tone)

    def offer_refiling(self, *, possible: bool) -> None:
        """Whether the scan on show may be taken off and moved by whoever looks."""
        self._move.setVisible(possible)
        self._off.setVisible(possible)

    def offer_save(self, refusal: str) -> None:
        """Whether the scan may go into a file; where not, whom to ask."""
        offer(self._save, refusal)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The arrows turn pages, Backspace goes back to the list, Del takes the scan off, C moves it."""
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        if run := refiling_of(event, self.off_wanted.emit, self.move_wanted.emit):
            run()
        elif event.key() in steps:
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
        for button in (self._before, self._after, self._move, self._off, self._save, self._close):
            head.addWidget(button)
        self._picture.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self._area.setWidget(self._picture)
        self._area.verticalScrollBar().rangeChanged.connect(self._on_range)
        self._area.setWidgetResizable(True)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setMinimumHeight(tokens.ROW_HEIGHT)
        column.addLayout(head)
        column.addWidget(self._signed)
        foot = QHBoxLayout()
        foot.addWidget(self._why, 1)
        foot.addWidget(self._again)
        column.addLayout(foot)
        column.addWidget(self._area, 1)

    def _turn(self, step: int) -> None:
        if 0 <= self._at + step < self._count:
            self._at += step
            self._top = 0
            self._area.verticalScrollBar().setValue(0)
            self._want()

    def _on_again(self) -> None:
        self._say_undrawn("")
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self._want()

    def _want(self) -> None:
        self._place.setText(t("đang mở trang {page}…", page=self._at + 1))
        self.page_wanted.emit(self._at)

    def _say_undrawn(self, sentence: str) -> None:
        self._why.say(sentence, Tone.WARN)
        self._again.setVisible(bool(sentence))

    def _on_range(self, _: int, longest: int) -> None:
        """The page has its place: the first marked word comes into the middle of it."""
        if self._top:
            height = self._picture.pixmap().height()
            room = self._area.viewport().height()
            self._area.verticalScrollBar().setValue(min(longest, self._top * height // MARK_SCALE - room // 2))

    def _show(self) -> None:
        page = self._page
        if not page.isNull():
            room = QSize(max(1, self._area.viewport().width()), page.height())
            page = page.scaled(room, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation)
        self._picture.setPixmap(page)
        self._tell_place()

    def _tell_place(self) -> None:
        """Where in the scan this is; how many pages there are is known with the first."""
        place = t("trang {page} trên {pages}", page=self._at + 1, pages=self._count) if self._count else ""
        if self._marks:
            numbers = ", ".join(str(number + 1) for number in sorted(self._marks))
            place = t("{place} · thấy ở trang {numbers}", place=place, numbers=numbers)
        self._place.setText(place)
        self._before.setEnabled(self._at > 0)
        self._after.setEnabled(self._at + 1 < self._count)


def _pixmap(page: DrawnPage, marks: Iterable[Mark]) -> QPixmap:
    """The picture, with words marked as by a marker: the print shows through."""
    width, height = page.width_px, page.height_px
    picture = QPixmap.fromImage(QImage(page.rgb, width, height, 3 * width, QImage.Format.Format_RGB888))
    painter = QPainter(picture)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Multiply)
    for left, top, right, bottom in marks:
        box = QRect(left * width // MARK_SCALE, top * height // MARK_SCALE,
                    (right - left) * width // MARK_SCALE, (bottom - top) * height // MARK_SCALE)  # fmt: skip
        painter.fillRect(box.adjusted(-2, -2, 2, 2), QColor(tokens.MARKER))
    painter.end()
    return picture
