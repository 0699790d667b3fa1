"""The frame: puts screens in front, listens to the keys, and is the stage that screens and presenters see."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QGridLayout, QStackedWidget, QVBoxLayout, QWidget

from desktop import keys
from desktop.commands import Command, Commands
from desktop.frame.action_bar import ActionBar
from desktop.frame.palette import Palette
from desktop.frame.places import HOME, RAIL
from desktop.frame.rail import Rail
from desktop.frame.top_bar import COMMAND_MARK, TopBar
from desktop.frame.watermark import Watermark
from desktop.i18n import t
from desktop.jobs import Failure
from desktop.screen import Screen
from desktop.screens.help.overlay import KeyOverlay, with_keys
from desktop.theme import tokens
from desktop.theme.theme import Theme
from desktop.widgets.banner import Banner
from desktop.widgets.toast import Toast

COMPLAINT_S = 12


class Frame(QWidget):
    """Stacks screens, which `build` makes the first time each is opened; see `desktop.stage.Stage`."""

    text_entered = Signal(str)
    """Something was typed into the top box or scanned, and the screen in front did not take it."""
    counts_asked = Signal()
    lock_asked = Signal()
    last_asked = Signal()
    reprint_asked = Signal()

    def __init__(self, theme: Theme, build: Callable[[str], Screen]) -> None:
        super().__init__()
        self._build = build
        self._screens: dict[str, Screen] = {}
        self._before: list[str] = []
        self._front = ""
        self.commands = Commands()
        self.banner, self.training = Banner(theme), Banner(theme)
        self.rail, self.top, self.bar = Rail(theme, RAIL), TopBar(theme), ActionBar(theme)
        self._stack = QStackedWidget()
        self._lay_out()
        self._palette = Palette(self, self.commands)
        self._toast = Toast(self)
        self._watermark = Watermark(self, theme)
        self._help = KeyOverlay(self)
        self.commands.set_frame(self._frame_commands())
        self._wire()

    # The stage that screens see.

    def open(self, screen: str, **what: Any) -> None:
        """See `Stage.open`."""
        if self._front and self._front != screen:
            self._screens[self._front].leave()
            self._before = [*(name for name in self._before if name != self._front), self._front]
        page = self._page(screen)
        self._help.hide()
        self._front = screen
        self._stack.setCurrentWidget(page)
        self.rail.mark(screen)
        self._show_commands()
        page.enter(**what)

    def back(self) -> None:
        """See `Stage.back`."""
        if self._before:
            self.open(self._before.pop())

    def toast(
        self, sentence: str, *, action: str = "", run: Callable[[], None] | None = None, seconds: int = 6
    ) -> None:
        """See `Stage.toast`."""
        self._toast.say(sentence, action, run, seconds)

    def complain(self, failure: Failure) -> None:
        """See `Stage.complain`."""
        self._toast.say(failure.sentence, seconds=COMPLAINT_S)

    def keys_everywhere(self) -> tuple[tuple[str, str], ...]:
        """See `Stage.keys_everywhere`."""
        return tuple(with_keys(self._frame_commands()))

    def counts_changed(self) -> None:
        """See `Stage.counts_changed`."""
        self.counts_asked.emit()

    # What the composition root uses.

    @property
    def front(self) -> str:
        """The name of the screen in front."""
        return self._front

    @property
    def front_screen(self) -> Screen:
        """The screen in front."""
        return self._screens[self._front]

    @property
    def said(self) -> str:
        """What the toast says now; empty when there is none."""
        return self._toast.words

    def prepare(self, name: str) -> None:
        """Build a screen before it is asked for; one that is built already stays as it is."""
        self._page(name)

    def take_scan(self, text: str) -> None:
        """A code came from a reader: the screen in front is asked first, then the desk."""
        if not (self._front and self.front_screen.accept_scan(text)):
            self.text_entered.emit(text)

    def set_training(self, *, training: bool) -> None:
        """Mark everything as TẬP HUẤN."""
        words = t("TẬP HUẤN · Người dân và hồ sơ ở đây đều là giả định, không gửi đi đâu.") if training else ""
        self.training.show_words(words, tokens.Tone.HOLD)
        self._watermark.setVisible(training)

    def leave(self) -> None:
        """The desk is being locked or closed: the screen in front keeps its draft."""
        if self._front:
            self.front_screen.leave()

    def come_back(self) -> None:
        """Unlocked again: to the same place."""
        self.open(self._front or HOME)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Icons only under 1200 pixels; overlays stay in their places."""
        super().resizeEvent(event)
        self.rail.set_narrow(narrow=self.width() < tokens.NARROW_WINDOW)
        self._watermark.setGeometry(self.rect())
        if self._toast.isVisible():
            self._toast.place()

    def _lay_out(self) -> None:
        content = QVBoxLayout()
        content.setSpacing(0)
        for part in (self.top, self._stack, self.bar):
            content.addWidget(part, 1 if part is self._stack else 0)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(0)
        grid.addWidget(self.training, 0, 0, 1, 2)
        grid.addWidget(self.banner, 1, 0, 1, 2)
        grid.addWidget(self.rail, 2, 0)
        grid.addLayout(content, 2, 1)
        grid.setColumnStretch(1, 1)
        self.setObjectName("canvas")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)

    def _wire(self) -> None:
        self.rail.chosen.connect(self.open)
        self.rail.person_pressed.connect(self.lock_asked)
        self.top.printer_pressed.connect(self._open_prints)
        self.top.sync_pressed.connect(self._open_sync)
        self.top.box.entered.connect(self._on_entered)
        self.top.box.command_typed.connect(self._on_command_typed)
        self.top.box.moved.connect(self._palette.walk)
        self.top.box.left.connect(self._leave_box)
        for key in keys.ANYWHERE:
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setProperty("key", key)
            shortcut.activated.connect(self._on_key)

    def _frame_commands(self) -> tuple[Command, ...]:
        places = tuple(
            Command(
                id=f"go.{place.name}", title=t(place.words), key=place.key, run=self._opener(place.name), in_bar=False
            )
            for place in RAIL
        )
        go = {place.name: self._opener(place.name) for place in RAIL}
        also = (
            ("go.intake_f2", t("Tiếp nhận hồ sơ mới"), keys.INTAKE, go["intake"]),
            ("go.dossier_f4", t("Hồ sơ đang mở"), keys.OPEN_DOSSIER, go["dossier"]),
            ("go.giveback_f6", t("Trả kết quả hồ sơ"), keys.GIVE_BACK, go["giveback"]),
            ("go.scan_f7", t("Quét giấy tờ vào máy"), keys.SCAN, go["scan"]),
            ("go.statistics_f11", t("Số liệu của đơn vị"), keys.STATISTICS, go["statistics"]),
            ("go.sync_f12", t("Đồng bộ cuối ngày"), keys.SYNC, go["sync"]),
            ("go.prints", t("Hàng đợi in"), "", self._open_prints),
            ("go.sign", t("Ký số giấy tờ"), keys.SIGN, self._opener("sign")),
            ("go.last", t("Hồ sơ vừa nhận"), keys.LAST_DOSSIER, self.last_asked.emit),
            ("frame.reprint", t("In lại phiếu vừa in"), keys.REPRINT, self.reprint_asked.emit),
            ("frame.search", t("Quét hoặc tìm"), keys.TOP_BOX, self.top.box.take_focus),
            ("frame.undo", t("Hoàn tác việc vừa làm"), keys.UNDO, self._toast.press),
            ("frame.lock", t("Đổi người, khóa quầy"), keys.LOCK, self.lock_asked.emit),
            ("frame.help", t("Phím tắt"), keys.HELP, self._show_help),
            ("frame.banner", t("Nút trên dải thông báo"), keys.BANNER, self.banner.press),
            ("frame.back", t("Trở lại màn hình trước"), keys.BACK, self.back),
        )
        return places + tuple(Command(id=i, title=w, key=k, run=r, in_bar=False) for i, w, k, r in also)

    def _opener(self, name: str) -> Callable[[], None]:
        return lambda: self.open(name)

    def _page(self, name: str) -> Screen:
        if name not in self._screens:
            page = self._screens[name] = self._build(name)
            page.commands_changed.connect(self._show_commands)
            self._stack.addWidget(page)
        return self._screens[name]

    def _show_commands(self) -> None:
        page = self.front_screen
        self.commands.set_screen(page.commands())
        self.bar.show_commands(self.commands.of_screen, page.hint())

    def _on_key(self) -> None:
        self.commands.press(self.sender().property("key"))

    def _on_entered(self, text: str) -> None:
        self.top.box.clear()
        if text.startswith(COMMAND_MARK):
            command = self._palette.take()
            if command is not None:
                self._leave_box()
                command.run()
        elif text.strip():
            self.take_scan(text.strip())

    def _on_command_typed(self, typed: str) -> None:
        if self.top.box.text().startswith(COMMAND_MARK):
            self._palette.offer(typed, self.top.box)
        else:
            self._palette.hide()

    def _leave_box(self) -> None:
        self._palette.hide()
        self.front_screen.setFocus()
        self.front_screen.focusNextChild()

    def _open_prints(self) -> None:
        self.open("prints")

    def _open_sync(self) -> None:
        self.open("sync")

    def _show_help(self) -> None:
        self._help.present(self.commands)
