"""The desks paired with this one: where each answers, and to let one in no more."""

from collections.abc import Callable

from PySide6.QtWidgets import QHBoxLayout, QMessageBox, QVBoxLayout, QWidget

from desktop.hub_asks import OfficeState, OtherDesk, forget_desk
from desktop.i18n import t
from desktop.screens.settings.panel import Panel
from desktop.widgets import Card, KeyHintButton, muted, strong


class DesksCard(Card):
    """Hidden while there is no other desk; `changed` shows how the office stands after one was forgotten."""

    def __init__(self, panel: Panel, changed: Callable[[OfficeState], None]) -> None:
        super().__init__(t("Quầy đã kết nối"))
        self._panel, self._changed = panel, changed
        self._rows = QVBoxLayout()
        self.body.addLayout(self._rows)
        self.hide()

    def present(self, state: OfficeState) -> None:
        """Show these and no others."""
        while (item := self._rows.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        for other in state.others:
            self._rows.addWidget(self._line(other, may_change=state.may_change))
        self.setVisible(bool(state.others))

    def _line(self, other: OtherDesk, *, may_change: bool) -> QWidget:
        line = QWidget()
        layout = QHBoxLayout(line)
        layout.setContentsMargins(0, 0, 0, 0)
        words = t("{address}, máy chủ quầy", address=other.address) if other.serves else other.address
        layout.addWidget(strong(other.name))
        layout.addWidget(muted(words), 1)
        if may_change:
            forget = KeyHintButton(t("Quên máy này…"))
            forget.setAccessibleName(t("Quên {name}", name=other.name))
            forget.clicked.connect(lambda: self._on_forget(other))
            layout.addWidget(forget)
        return line

    def _on_forget(self, other: OtherDesk) -> None:
        sentence = t(
            "Quầy này không nhận gì từ {name} và không gửi gì cho máy ấy nữa. Hồ sơ đã có vẫn ở đây; máy ấy vẫn giữ "
            "những gì đã nhận. Làm như vậy ở từng quầy. Nếu máy bị mất, báo tỉnh ngừng nhận máy ấy. "
            "Muốn kết nối lại thì ghép bằng mã mới.",
            name=other.name,
        )  # fmt: skip
        title = t("Quên {name}", name=other.name)
        if QMessageBox.question(self, title, sentence) is QMessageBox.StandardButton.Yes:
            jobs = self._panel.session.jobs
            jobs.ask(lambda desk: forget_desk(desk, other.device), self._on_forgotten, self._panel.complain)

    def _on_forgotten(self, state: OfficeState) -> None:
        self._panel.answer(t("Đã quên máy ấy. Hồ sơ đã có vẫn ở đây."))
        self._changed(state)
