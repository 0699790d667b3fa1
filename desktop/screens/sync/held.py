"""“Tỉnh chưa nhận”: deeds the province keeps but has not applied, each with its reason and the way to its dossier."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.i18n import retold, t
from desktop.line_asks import SetAside
from desktop.widgets import Card, KeyHintButton, muted, strong

MOST_ROWS = 30


class HeldCard(Card):
    """The list; hidden while there is nothing."""

    opened = Signal(object)
    settled = Signal(object)

    def __init__(self) -> None:
        super().__init__(t("Tỉnh chưa nhận, cần xem lại"))
        self._rows = QVBoxLayout()
        self.body.addLayout(self._rows)
        self._first: QWidget | None = None
        self.hide()

    def present(self, rows: tuple[SetAside, ...]) -> None:
        """Show these and no others."""
        self._first = None
        while (item := self._rows.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.deleteLater()
        for row in rows[:MOST_ROWS]:
            self._rows.addWidget(self._line(row))
        if len(rows) > MOST_ROWS:
            self._rows.addWidget(muted(t("và {count} việc nữa", count=len(rows) - MOST_ROWS)))
        self.setVisible(bool(rows))

    def take_focus(self) -> bool:
        """Bring the cursor to the first of them; False where there is none."""
        if self._first is None:
            return False
        self._first.setFocus(Qt.FocusReason.ShortcutFocusReason)
        return True

    def _line(self, row: SetAside) -> QWidget:
        line = QWidget()
        layout = QHBoxLayout(line)
        layout.setContentsMargins(0, 0, 0, 0)
        mend, done = KeyHintButton(t("Mở hồ sơ để sửa")), KeyHintButton(t("Đã xử lý"))
        mend.setEnabled(row.dossier_id is not None)
        mend.clicked.connect(_emitter(self.opened, row))
        done.clicked.connect(_emitter(self.settled, row))
        layout.addWidget(strong(row.code or t("Chưa rõ hồ sơ")))
        layout.addWidget(muted(retold(row.reason), wrap=True), 1)
        layout.addWidget(mend)
        layout.addWidget(done)
        self._first = self._first or (mend if row.dossier_id else done)
        return line


def _emitter(signal: SignalInstance, row: SetAside) -> Callable[[], None]:
    return lambda: signal.emit(row)
