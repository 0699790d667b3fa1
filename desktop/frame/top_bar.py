"""The bar on top: one box for scans, searches and commands, and the chips of printer and line."""

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from desktop import keys
from desktop.i18n import t
from desktop.theme import tokens
from desktop.theme.theme import Theme
from desktop.theme.tokens import Tone
from desktop.widgets.lines import Line

COMMAND_MARK = ">"
_SIGN = 20
_SIGN_GAP = 12


class TopBox(Line):
    """Typed, scanned or searched text leaves by `entered`; text after ">" is asked of the palette while typing."""

    entered = Signal(str)
    command_typed = Signal(str)
    moved = Signal(int)
    left = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setObjectName("top-box")
        self.setPlaceholderText(t("Quét mã, CCCD, hoặc gõ tên, số điện thoại, mã hồ sơ… ({key})", key=keys.TOP_BOX))
        self.setAccessibleName(t("Quét hoặc tìm"))
        self.setTextMargins(_SIGN + 2 * _SIGN_GAP - 10, 0, 0, 0)
        self.textChanged.connect(self._on_text)
        theme.changed.connect(self.update)

    def take_focus(self) -> None:
        """Come to the box by its key: what stands there is ready to be typed over."""
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter sends, the arrows walk the palette, Esc gives the keyboard back to the screen."""
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit(self.text())
        elif event.key() in steps:
            self.moved.emit(steps[Qt.Key(event.key())])
        elif event.key() == Qt.Key.Key_Escape:
            self.clear()
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The sign of a scanner stands before the words."""
        super().paintEvent(event)
        where = QRect(_SIGN_GAP, (self.height() - _SIGN) // 2, _SIGN, _SIGN)
        painter = QPainter(self)
        self._theme.icon("scan-barcode", "muted").paint(painter, where)
        painter.end()

    def _on_text(self, text: str) -> None:
        self.command_typed.emit(text.removeprefix(COMMAND_MARK) if text.startswith(COMMAND_MARK) else "")


class TopBar(QWidget):
    """Box and chips in one line; a pressed chip opens the place behind it."""

    printer_pressed = Signal()
    sync_pressed = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.box = TopBox(theme)
        self._printer, self._sync = QPushButton(), QPushButton()
        self._printer.clicked.connect(self.printer_pressed)
        self._sync.clicked.connect(self.sync_pressed)
        row = QHBoxLayout(self)
        row.setContentsMargins(tokens.PAGE_MARGIN, 12, tokens.PAGE_MARGIN, 4)
        row.setSpacing(12)
        row.addWidget(self.box, 1)
        for chip in (self._printer, self._sync):
            chip.setAutoDefault(False)
            chip.hide()
            row.addWidget(chip)

    def say_printer(self, words: str, tone: Tone) -> None:
        """The printer's state, or how many slips wait."""
        _say(self._printer, words, tone)

    def say_sync(self, words: str, tone: Tone) -> None:
        """How many deeds no receipt covers yet."""
        _say(self._sync, words, tone)


def _say(chip: QPushButton, words: str, tone: Tone) -> None:
    chip.setText(words)
    chip.setAccessibleName(words)
    chip.setVisible(bool(words))
    if chip.property("chip") != tone:
        chip.setProperty("chip", tone.value)
        chip.style().polish(chip)
