"""The settings: a list on the left, and on the right the panel that was chosen, built when first looked at."""

from collections.abc import Callable
from importlib import import_module

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from desktop.i18n import t
from desktop.screen import Screen
from desktop.screens.settings.panel import Panel
from desktop.stage import Session
from desktop.theme import tokens
from desktop.widgets import Page

PANELS = (
    ("people", "Quầy và người dùng"),
    ("record", "Nhật ký truy cập"),
    ("calendar", "Lịch làm việc"),
    ("catalogue", "Danh mục thủ tục"),
    ("old_rules", "Theo quy định cũ"),
    ("money", "Biên lai, tài khoản"),
    ("forms", "Biểu mẫu"),
    ("printer", "Máy in"),
    ("scanner", "Máy quét"),
    ("signing", "Chữ ký số"),
    ("reader", "Đầu đọc mã"),
    ("line", "Đồng bộ"),
    ("hub", "Các quầy, máy chủ quầy"),
    ("backup", "Sao lưu"),
    ("recovery", "Khóa phục hồi"),
    ("check", "Tự kiểm tra"),
    ("looks", "Giao diện"),
    ("shortcuts", "Phím tắt"),
    ("update", "Cập nhật"),
    ("about", "Thông tin, bản quyền"),
)
_LIST_WIDTH = 208


class SettingsScreen(Screen):
    """Each panel is a module of this folder with a `build(session)`."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._built: dict[int, Panel] = {}
        page = Page(self, self.title(), scrolls=False)
        row = QHBoxLayout()
        row.setSpacing(tokens.CARD_GAP)
        self._list = QListWidget()
        self._list.setAccessibleName(t("Mục thiết lập"))
        self._list.setFixedWidth(_LIST_WIDTH)
        self._list.addItems([t(words) for _, words in PANELS])
        self._stack = QStackedWidget()
        row.addWidget(self._list)
        row.addWidget(self._stack, 1)
        page.body.addLayout(row, 1)
        self._list.currentRowChanged.connect(self._on_row)
        self._list.setCurrentRow(0)

    def title(self) -> str:
        """See `Screen`."""
        return t("Thiết lập")

    def hint(self) -> str:
        """See `Screen`."""
        return t("↑↓ chọn mục · Tab vào mục · mỗi thiết bị có nút Thử")

    def enter(self, *, panel: str = "", **_: object) -> None:
        """See `Screen`; `panel` names the subject to open."""
        names = [name for name, _ in PANELS]
        if panel in names:
            self._list.setCurrentRow(names.index(panel))
        self._panel(self._list.currentRow()).refresh()
        self._list.setFocus()

    def leave(self) -> None:
        """See `Screen`."""
        self._panel(self._list.currentRow()).leave()

    def accept_scan(self, text: str) -> bool:
        """A code read while the reader is being tried is shown there."""
        return self._panel(self._list.currentRow()).accept_scan(text)

    def _on_row(self, row: int) -> None:
        panel = self._panel(row)
        self._stack.setCurrentIndex(self._stack.indexOf(panel.parent_area))
        panel.refresh()

    def _panel(self, row: int) -> Panel:
        if row not in self._built:
            module = import_module(f"desktop.screens.settings.{PANELS[row][0]}")
            build: Callable[[Session], Panel] = module.build
            panel = self._built[row] = build(self._session)
            panel.parent_area = _scrolling(panel)
            self._stack.addWidget(panel.parent_area)
        return self._built[row]


def _scrolling(panel: QWidget) -> QScrollArea:
    page = QWidget()
    page.setObjectName("page")
    column = QVBoxLayout(page)
    column.setContentsMargins(0, 0, 8, 0)
    column.addWidget(panel)
    column.addStretch()
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidget(page)
    return area


def build(session: Session) -> Screen:
    """The settings of this sitting."""
    return SettingsScreen(session)
