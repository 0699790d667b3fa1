"""Đầu đọc mã: its port, and a box that shows what it reads."""

from PySide6.QtWidgets import QHBoxLayout

from desktop.i18n import t
from desktop.screens.settings.panel import Panel
from desktop.stage import Session
from desktop.theme.tokens import Tone
from desktop.widgets import Card, Field, KeyHintButton, Line, muted
from dossiers.citizen_card import looks_like_card
from dossiers.codes import parse_slip


class ReaderPanel(Panel):
    """While a try is on, scans are described here instead of being routed."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._trying = False
        self._port = Line()
        card = Card(t("Đầu đọc mã của quầy"))
        hint = t("Ví dụ COM3 hoặc /dev/ttyACM0. Để trống: tự tìm đầu đọc cắm qua USB")
        card.body.addWidget(Field(t("&Cổng"), self._port, hint=hint))
        test = KeyHintButton(t("&Thử đầu đọc"))
        test.clicked.connect(self._on_test)
        row = QHBoxLayout()
        row.addWidget(test)
        row.addStretch()
        card.body.addLayout(row)
        words = t(
            "Nên đặt đầu đọc ở chế độ USB-COM: mã trên thẻ căn cước có chữ Việt, chế độ bàn phím làm hỏng chữ có dấu."
        )
        card.body.addWidget(muted(words, wrap=True))
        self.column.addWidget(card)
        self.add_answer()
        self._port.editingFinished.connect(self._on_changed)

    def refresh(self) -> None:
        """See `Panel`."""
        self._port.setText(self.session.here.devices.reader_port)

    def leave(self) -> None:
        """See `Panel`."""
        self._trying = False

    def accept_scan(self, text: str) -> bool:
        """Say what kind of code came, never what is in a card."""
        if not self._trying:
            return False
        self._trying = False
        if looks_like_card(text):
            whole = "\ufffd" not in text
            words = t("Đọc được mã thẻ căn cước, chữ Việt còn nguyên.")
            broken = t("Đọc được mã thẻ căn cước nhưng chữ có dấu bị hỏng. Đặt đầu đọc về UTF-8, chế độ USB-COM.")
            self.answer(words if whole else broken, Tone.OK if whole else Tone.WARN)
        elif parse_slip(text):
            self.answer(t("Đọc được mã hồ sơ."))
        else:
            self.answer(t("Đọc được một mã gồm {count} ký tự.", count=len(text)))
        return True

    def on_kept(self) -> None:
        """See `Panel`."""
        self.session.reader.listen(self.session.here.devices.reader_port)

    def _on_changed(self) -> None:
        if self._port.value() != self.session.here.devices.reader_port:
            self.keep(reader_port=self._port.value())

    def _on_test(self) -> None:
        self._on_changed()
        self._trying = True
        if self.session.reader.ports:
            self.answer(t("Đầu đọc đã cắm. Quét một mã bất kỳ để thử."), Tone.INFO)
        else:
            words = t("Chưa thấy đầu đọc ở cổng này. Đầu đọc kiểu bàn phím vẫn dùng được: quét một mã để thử.")
            self.answer(words, Tone.WARN)


def build(session: Session) -> Panel:
    """The panel of this sitting."""
    return ReaderPanel(session)
