"""Kết nối quầy khác: show a code here, or type the one another desk shows at an address found or typed."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.hub_asks import OfficeState
from desktop.i18n import t
from desktop.screens.settings.panel import Panel
from desktop.theme import tokens
from desktop.theme.tokens import Tone
from desktop.widgets import Card, Count, Field, KeyHintButton, Line, LinkButton, muted, strong

if TYPE_CHECKING:
    from desktop.hub_asks import FoundDesk

LEAST_PORT, MOST_PORT = 1024, 65535
MOST_FOUND = 6


class PairingCard(Card):
    """A desk that is found only fills the address in: the six digits decide who it is."""

    def __init__(self, panel: Panel) -> None:
        super().__init__(t("Kết nối quầy khác"))
        self._panel, self._hub = panel, panel.session.hub
        self._code, self._found = strong(), QHBoxLayout()
        self._kept_port = 0
        self._address, self._typed, self._port = Line(), Line(), Count(LEAST_PORT, MOST_PORT)
        self._lay_out()
        self._port.editingFinished.connect(self._on_port)
        self._hub.code_shown.connect(self._on_code)
        self._hub.found.connect(self._on_found)
        self._hub.paired.connect(self._on_paired)
        self._hub.moved.connect(self._on_moved)

    def present(self, state: OfficeState) -> None:
        """Show the port kept now."""
        self._kept_port = state.port
        self._port.setValue(state.port)
        self._port.setEnabled(state.may_change)

    def _lay_out(self) -> None:
        show, join = KeyHintButton(t("Hiện &mã ghép nối")), KeyHintButton(t("&Kết nối"))
        look = KeyHintButton(t("&Tìm quầy trong mạng"))
        for button, run in ((show, self._hub.show_code), (join, self._on_join), (look, self._on_look)):
            button.clicked.connect(run)
        self.body.addWidget(muted(t("Ở máy chủ quầy: hiện mã 6 chữ số, mã dùng một lần trong 10 phút."), wrap=True))
        hint = t("Chỉ đổi khi chương trình khác đã dùng cổng ấy")
        own = _row(show, self._code)
        own.addWidget(Field(t("Cổng của &quầy này"), self._port, hint=hint))
        self.body.addLayout(own)
        self.body.addWidget(muted(t("Ở quầy kết nối tới: nhập địa chỉ và mã hiện trên máy chủ quầy."), wrap=True))
        fields = QHBoxLayout()
        fields.setSpacing(tokens.CARD_GAP)
        fields.addWidget(Field(t("Đị&a chỉ máy chủ quầy"), self._address, hint="192.168.1.10:8770"), 2)
        fields.addWidget(Field(t("Mã &ghép nối"), self._typed, hint=t("6 chữ số")), 1)
        self.body.addLayout(fields)
        self.body.addLayout(self._found)
        self._found.addStretch()
        self.body.addLayout(_row(join, look))

    def _on_join(self) -> None:
        self._panel.answer(t("Đang kết nối…"), Tone.INFO)
        self._hub.join(self._address.value(), self._typed.value())

    def _on_look(self) -> None:
        self._panel.answer(t("Đang tìm các quầy của đơn vị trong mạng…"), Tone.INFO)
        self._hub.look()

    def _on_port(self) -> None:
        if self._port.value() != self._kept_port:
            self._kept_port = self._port.value()
            self._hub.move(self._port.value())

    def _on_code(self, code: str) -> None:
        self._code.setText(f"{code[:3]} {code[3:]}")
        self._panel.answer(t("Nhập mã này ở quầy kia trong 10 phút."), Tone.INFO)

    def _on_found(self, found: "tuple[FoundDesk, ...]") -> None:
        while self._found.count() > 1:
            item = self._found.takeAt(0)
            if item is not None and (old := item.widget()) is not None:
                old.deleteLater()
        for place, each in enumerate(found[:MOST_FOUND]):
            choose = LinkButton(f"{each.name} ({each.address})", self._chooser(each.address))
            self._found.insertWidget(place, choose)
        if found:
            self._panel.answer(t("Chọn quầy vừa tìm thấy, rồi nhập mã hiện trên quầy ấy."))
        else:
            self._panel.answer(t("Không thấy quầy nào. Gõ địa chỉ của máy chủ quầy."), Tone.WARN)

    def _chooser(self, address: str) -> Callable[[], None]:
        def choose() -> None:
            self._address.setText(address)
            self._typed.setFocus()

        return choose

    def _on_paired(self, name: str) -> None:
        self._panel.answer(t("Đã kết nối với {name}. Hai quầy thấy hồ sơ của nhau.", name=name))

    def _on_moved(self, port: int) -> None:
        self._panel.answer(t("Quầy này nhận các quầy khác ở cổng {port}. Các quầy kia tự biết.", port=port))


def _row(*parts: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    for part in parts:
        row.addWidget(part)
    row.addStretch()
    return row
