"""Giấy hẹn trên máy in nhiệt: which roll, which printer, and a slip to try it with."""

from PySide6.QtWidgets import QComboBox, QHBoxLayout

from desktop.i18n import t
from desktop.screens.settings.panel import Panel
from desktop.theme.tokens import Tone
from desktop.widgets import Card, Field, KeyHintButton, Line, muted

PLACES = (("", "Máy in A4/A5"), ("80mm", "Máy in nhiệt, giấy 80 mm"), ("58mm", "Máy in nhiệt, giấy 58 mm"))
"""Where receipts are printed; every other form is a sheet."""


class RollCard(Card):
    """A part of the printer's panel, which keeps what is chosen here and says how a try went."""

    def __init__(self, panel: Panel) -> None:
        super().__init__(t("Giấy hẹn"))
        self._panel, self._session = panel, panel.session
        self._place, self._address = QComboBox(), Line()
        for _, words in PLACES:
            self._place.addItem(t(words))
        row = QHBoxLayout()
        row.addWidget(Field(t("Giấy hẹn &in trên"), self._place), 1)
        hint = t("escpos://địa-chỉ, escpos:/dev/usb/lp0, hoặc một thư mục")
        row.addWidget(Field(t("Máy in &nhiệt"), self._address, hint=hint), 2)
        self.body.addLayout(row)
        foot = QHBoxLayout()
        self._test = KeyHintButton(t("Thử: in một &phiếu"))
        foot.addWidget(self._test)
        foot.addWidget(muted(t("Các mẫu khác vẫn ra máy in A4/A5.")), 1)
        self.body.addLayout(foot)
        self._place.activated.connect(self._on_changed)
        self._address.editingFinished.connect(self._on_changed)
        self._test.clicked.connect(self._on_test)

    def refresh(self) -> None:
        """Show what is kept now."""
        devices = self._session.here.devices
        self._place.setCurrentIndex([roll for roll, _ in PLACES].index(devices.receipt_roll))
        self._address.setText(devices.roll_printer)
        self._allow()

    def _allow(self) -> None:
        rolls = self._place.currentIndex() > 0
        self._address.setEnabled(rolls)
        self._test.setEnabled(rolls)

    def _on_changed(self) -> None:
        roll, address = PLACES[self._place.currentIndex()][0], self._address.value()
        self._allow()
        devices = self._session.here.devices
        if (roll, address) != (devices.receipt_roll, devices.roll_printer):
            self._panel.keep(receipt_roll=roll, roll_printer=address)

    def _on_test(self) -> None:
        self._on_changed()
        if not self._address.value():
            self._panel.answer(t("Ghi địa chỉ máy in nhiệt rồi bấm Thử."), Tone.WARN)
            return
        self._panel.answer(t("Đang in phiếu thử…"), Tone.INFO)
        # Behind the change above on the database thread: what is tried is what is kept.
        self._session.jobs.ask(lambda desk: desk.office, lambda _: self._draw(), self._panel.complain)

    def _draw(self) -> None:
        office, at, roll = self._session.here.office, self._session.clock(), self._session.here.devices.receipt_roll

        def draw() -> bytes:
            from printing.thermal import trial

            return trial.render(office, at, width=roll)

        self._session.jobs.pool(draw, self._print, self._panel.complain)

    def _print(self, slip: bytes) -> None:
        self._session.printing.try_roll(slip, self._on_tried)

    def _on_tried(self, sentence: str, printed: bool) -> None:
        self._panel.answer(sentence, Tone.OK if printed else Tone.WARN)
