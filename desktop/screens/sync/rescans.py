"""“Cần quét lại”: papers whose scan will not reach the province whole, each with the way to its dossier."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.i18n import t
from desktop.widgets import Card, KeyHintButton, muted, strong

if TYPE_CHECKING:
    from desktop.line_asks import RescanTask

MOST_ROWS = 30


def rescan_words(task: "RescanTask") -> str:
    """One row: what happened, what is safe, what to do."""
    if task.spoiled_here:
        words = t("Tệp quét “{title}” trên máy này không còn nguyên vẹn nên không gửi.", title=task.title)
        return f"{words} {t('Hồ sơ và các bản quét khác vẫn an toàn. Hãy quét lại giấy này.')}"
    words = t("Bản quét “{title}” đã ba lần không đến tỉnh nguyên vẹn nên máy thôi gửi.", title=task.title)
    return f"{words} {t('Tệp vẫn an toàn trên máy này. Hãy quét lại, hoặc mang đi bằng USB.')}"


class RescanCard(Card):
    """The list; hidden while there is nothing."""

    opened = Signal(object)
    settled = Signal(object)

    def __init__(self) -> None:
        super().__init__(t("Cần quét lại"))
        self._rows = QVBoxLayout()
        self.body.addLayout(self._rows)
        self._first: QWidget | None = None
        self.hide()

    def present(self, tasks: "tuple[RescanTask, ...]") -> None:
        """Show these and no others."""
        self._first = None
        while (item := self._rows.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.deleteLater()
        for task in tasks[:MOST_ROWS]:
            self._rows.addWidget(self._line(task))
        if len(tasks) > MOST_ROWS:
            self._rows.addWidget(muted(t("và {count} bản quét nữa", count=len(tasks) - MOST_ROWS)))
        self.setVisible(bool(tasks))

    def take_focus(self) -> bool:
        """Bring the cursor to the first of them; False where there is none."""
        if self._first is None:
            return False
        self._first.setFocus(Qt.FocusReason.ShortcutFocusReason)
        return True

    def _line(self, task: "RescanTask") -> QWidget:
        line = QWidget()
        layout = QHBoxLayout(line)
        layout.setContentsMargins(0, 0, 0, 0)
        look, done = KeyHintButton(t("Mở hồ sơ để quét lại")), KeyHintButton(t("Đã quét lại"))
        look.clicked.connect(_emitter(self.opened, task))
        done.clicked.connect(_emitter(self.settled, task))
        layout.addWidget(strong(task.rescan.code))
        layout.addWidget(muted(rescan_words(task), wrap=True), 1)
        layout.addWidget(look)
        layout.addWidget(done)
        self._first = self._first or look
        return line


def _emitter(signal: SignalInstance, task: "RescanTask") -> Callable[[], None]:
    return lambda: signal.emit(task)
