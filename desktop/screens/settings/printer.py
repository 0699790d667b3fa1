"""Máy in: which printer, which paper, and whether it answers."""

from PySide6.QtWidgets import QComboBox, QHBoxLayout

from desktop.bridges.printer import system_printers
from desktop.i18n import t
from desktop.screens.settings.panel import Panel
from desktop.screens.settings.roll import RollCard
from desktop.stage import Session
from desktop.theme.tokens import Tone
from desktop.widgets import Card, Field, KeyHintButton, muted, typed_into

PAPERS = ("A4", "A5")


class PrinterPanel(Panel):
    """A change is kept as soon as the field is left; Thử asks the printer itself."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._name, self._paper = QComboBox(), QComboBox()
        typed = typed_into(self._name)
        self._paper.addItems(list(PAPERS))
        card = Card(t("Máy in của quầy"))
        hint = t("Tên máy in, địa chỉ ipp://…, hoặc một thư mục để lưu PDF")
        row = QHBoxLayout()
        row.addWidget(Field(t("&Máy in"), self._name, hint=hint), 3)
        row.addWidget(Field(t("Khổ &giấy biên nhận"), self._paper, hint=t("A5 khi máy in có khay A5")), 1)
        card.body.addLayout(row)
        buttons = QHBoxLayout()
        test, queue = KeyHintButton(t("&Thử máy in")), KeyHintButton(t("Xem &hàng đợi in"))
        test.clicked.connect(self._on_test)
        queue.clicked.connect(self._on_queue)
        buttons.addWidget(test)
        buttons.addWidget(queue)
        buttons.addStretch()
        card.body.addLayout(buttons)
        card.body.addWidget(
            muted(t("Máy in hỏng không giữ chân ai: phiếu nằm trong hàng đợi, F9 để in lại."), wrap=True)
        )
        self._roll = RollCard(self)
        self.column.addWidget(card)
        self.column.addWidget(self._roll)
        self.add_answer()
        typed.editingFinished.connect(self._on_changed)
        self._name.activated.connect(self._on_changed)
        self._paper.activated.connect(self._on_changed)

    def refresh(self) -> None:
        """See `Panel`."""
        devices = self.session.here.devices
        self._paper.setCurrentText(devices.paper)
        self._name.setCurrentText(devices.printer)
        self._roll.refresh()
        self.session.jobs.pool(system_printers, self._on_found, self.complain)

    def on_kept(self) -> None:
        """See `Panel`."""
        self.session.printing.wake()

    def _on_found(self, names: tuple[str, ...]) -> None:
        chosen = self._name.currentText()
        self._name.clear()
        self._name.addItems(["", *names])
        self._name.setCurrentText(chosen)

    def _on_changed(self) -> None:
        name, paper = self._name.currentText().strip(), self._paper.currentText()
        devices = self.session.here.devices
        if (name, paper) != (devices.printer, devices.paper):
            self.keep(printer=name, paper=paper)

    def _on_test(self) -> None:
        self._on_changed()
        self.answer(t("Đang hỏi máy in…"), Tone.INFO)
        self.session.printing.test(self._name.currentText().strip(), self._on_tested)

    def _on_tested(self, sentence: str, ready: bool) -> None:
        self.answer(sentence, Tone.OK if ready else Tone.WARN)

    def _on_queue(self) -> None:
        self.session.stage.open("prints")


def build(session: Session) -> Panel:
    """The panel of this sitting."""
    return PrinterPanel(session)
