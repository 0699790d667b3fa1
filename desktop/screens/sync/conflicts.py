"""“Cần người quyết”: dossiers in which two values were written, or that may be one with another."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.i18n import t
from desktop.screens.dossier.words import field_words
from desktop.widgets import Card, KeyHintButton, muted, strong

if TYPE_CHECKING:
    from desktop.line_asks import Asked

MOST_ROWS = 30


def asked_words(asked: "Asked") -> str:
    """One row: which fields differ, or which other dossier is like it."""
    if asked.twin is not None:
        return t("Có thể trùng với hồ sơ {code}: cùng người, cùng thủ tục, cùng ngày.", code=asked.twin.other_code)
    fields = ", ".join(field_words(question.field) for question in asked.questions)
    return t("{fields}: máy này và máy chủ ghi khác nhau.", fields=fields)


class ConflictCard(Card):
    """The list; a row leads to its dossier, where the values stand side by side."""

    opened = Signal(object)
    told_apart = Signal(object)

    def __init__(self) -> None:
        super().__init__(t("Cần người quyết"))
        self._rows = QVBoxLayout()
        self._first: QWidget | None = None
        self.body.addLayout(self._rows)
        self.hide()

    def present(self, rows: "tuple[Asked, ...]") -> None:
        """Show these and no others."""
        self._first = None
        while (item := self._rows.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.deleteLater()
        for asked in rows[:MOST_ROWS]:
            self._rows.addWidget(self._line(asked))
        if len(rows) > MOST_ROWS:
            self._rows.addWidget(muted(t("và {count} hồ sơ nữa", count=len(rows) - MOST_ROWS)))
        self.setVisible(bool(rows))

    def take_focus(self) -> bool:
        """Bring the cursor to the first of them; False where there is none."""
        if self._first is None:
            return False
        self._first.setFocus(Qt.FocusReason.ShortcutFocusReason)
        return True

    def _line(self, asked: "Asked") -> QWidget:
        line = QWidget()
        layout = QHBoxLayout(line)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(strong(asked.code))
        layout.addWidget(muted(asked_words(asked), wrap=True), 1)
        look = KeyHintButton(t("Mở hồ sơ"))
        look.clicked.connect(self._emitter(self.opened, asked))
        layout.addWidget(look)
        self._first = self._first or look
        if asked.twin is not None:
            apart = KeyHintButton(t("Không trùng"))
            apart.clicked.connect(self._emitter(self.told_apart, asked))
            layout.addWidget(apart)
        return line

    @staticmethod
    def _emitter(signal: SignalInstance, asked: "Asked") -> Callable[[], None]:
        return lambda: signal.emit(asked)
