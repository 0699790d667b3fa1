"""The keys that work here and now, in two columns over the screen; any key or click puts it away."""

from collections.abc import Iterable

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QWidget

from desktop import keys
from desktop.commands import Command, Commands
from desktop.i18n import t
from desktop.theme import tokens
from desktop.widgets.labels import muted, strong, text

_ROWS = 12


class KeyOverlay(QFrame):
    """Filled anew each time from the command registry, so it can never disagree with the keys."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._host = parent
        self._before: QWidget | None = None
        self.setObjectName("overlay")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(24, 16, 24, 16)
        self._grid.setHorizontalSpacing(tokens.CARD_GAP)
        self._grid.setVerticalSpacing(6)
        self.hide()

    def present(self, commands: Commands) -> None:
        """Show the keys; a second F1 puts them away again."""
        if self.isVisible():
            self.put_away()
            return
        self._fill(commands)
        self._before = self._host.focusWidget()
        self.adjustSize()
        self.move((self._host.width() - self.width()) // 2, max(8, (self._host.height() - self.height()) // 2))
        self.show()
        self.raise_()
        self.setFocus()

    def put_away(self) -> None:
        """Back to where the cursor was."""
        self.hide()
        if self._before is not None:
            self._before.setFocus()

    def event(self, event: QEvent) -> bool:
        """Claim every key before it becomes a shortcut of the frame: Esc and the F keys only close, too."""
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Any key closes."""
        event.accept()
        self.put_away()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click closes."""
        event.accept()
        self.put_away()

    def _fill(self, commands: Commands) -> None:
        while self._grid.count():
            item = self._grid.takeAt(0)
            if item is not None and (widget := item.widget()) is not None:
                widget.deleteLater()
        self._grid.addWidget(text(t("Phím tắt của màn hình này"), "card-title"), 0, 0, 1, 4)
        rows = list(with_keys(commands))
        for place, (key, words) in enumerate(rows):
            row, pair = place % _ROWS + 1, place // _ROWS * 2
            self._grid.addWidget(key_cap(key), row, pair)
            self._grid.addWidget(QLabel(words), row, pair + 1)
        foot = t("Enter: trường kế · Shift+Enter: trường trước · Alt+chữ gạch chân: tới trường · Esc: trở lại")
        self._grid.addWidget(muted(foot), _ROWS + 1, 0, 1, 6)


def with_keys(commands: Iterable[Command]) -> Iterable[tuple[str, str]]:
    """Each key once, the screen's own commands first."""
    seen: set[str] = set()
    for command in commands:
        if command.key and command.key not in seen:
            seen.add(command.key)
            yield command.key, command.title


def key_cap(key: str) -> QLabel:
    """A key as it stands on a keyboard."""
    cap = strong(keys.shown(key))
    cap.setProperty("chip", tokens.Tone.IDLE.value)
    cap.setAlignment(Qt.AlignmentFlag.AlignCenter)
    return cap
