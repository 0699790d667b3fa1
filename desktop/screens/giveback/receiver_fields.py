"""Into whose hand a result goes, as fields: owner, delegate or the post, the evidence, the signature."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QCheckBox, QHBoxLayout, QRadioButton, QSizePolicy, QVBoxLayout, QWidget

from desktop.i18n import t
from desktop.screens.giveback.signature_pad import SignaturePad
from desktop.screens.giveback.state import Receiving
from desktop.theme import tokens
from desktop.widgets import Field, Line, LinkButton, muted
from dossiers.dossier import Receiver


class ReceiverFields(QWidget):
    """Emits what is filled in whenever it changes."""

    filled = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.choices = {
            Receiver.OWNER: QRadioButton(t("Chính chủ")), Receiver.DELEGATE: QRadioButton(t("Ủ&y quyền")),
            Receiver.POST: QRadioButton(t("&Bưu điện đã phát")),
        }  # fmt: skip
        self.name, self.number, self.phone = Line(), Line(longest=30), Line(longest=20)
        self.evidence, self.originals = Line(), Line()
        self.slip, self.receipt = QCheckBox(t("Đã thu &lại giấy hẹn")), QCheckBox(t("&In giấy biên nhận"))
        self.pad = SignaturePad(t("Bảng ký của người nhận"))
        self.wipe = LinkButton(t("Ký lại"), self.pad.wipe)
        self._group = QButtonGroup(self)
        self._name = Field(t("&Họ tên người nhận"), self.name)
        self._number = Field(t("&Số giấy tờ đã xuất trình"), self.number)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._lay_out()
        self._wire()

    def fill(self, receiving: Receiving) -> None:
        """Write a receiver into the fields."""
        self.choices[receiving.receiver].setChecked(True)
        self.name.setText(receiving.name)
        self.number.setText(receiving.id_number)
        self.phone.setText(receiving.phone)
        self.evidence.setText(receiving.evidence)
        self.originals.setText(receiving.originals_kept)
        self.slip.setChecked(receiving.slip_taken_back)
        self.receipt.setChecked(receiving.print_receipt)
        if not receiving.signature:
            self.pad.blockSignals(True)
            self.pad.wipe()
            self.pad.blockSignals(False)
        self._ask(receiving.receiver)

    def receiving(self) -> Receiving:
        """What is filled in."""
        receiver = next(each for each, button in self.choices.items() if button.isChecked())
        return Receiving(
            receiver=receiver, name=self.name.value(), id_number=self.number.value(),
            phone=self.phone.value(), evidence=self.evidence.value(), originals_kept=self.originals.value(),
            slip_taken_back=self.slip.isChecked(), signature=self.pad.png(), print_receipt=self.receipt.isChecked(),
        )  # fmt: skip

    def _ask(self, receiver: Receiver) -> None:
        """A delegate and whoever signed for the parcel have names of their own."""
        self._name.setVisible(receiver is not Receiver.OWNER)
        self._number.setVisible(receiver is Receiver.DELEGATE)

    def _on_filled(self, _: object = None) -> None:
        self.filled.emit(self.receiving())

    def _on_chosen(self, _: object) -> None:
        for line in (self.name, self.number, self.evidence):  # another person, other papers
            line.clear()
        receiving = self.receiving()
        self._ask(receiving.receiver)
        self.filled.emit(receiving)
        if receiving.receiver is not Receiver.OWNER:
            self.name.setFocus(Qt.FocusReason.OtherFocusReason)

    def _wire(self) -> None:
        self._group.buttonClicked.connect(self._on_chosen)
        for box in (self.slip, self.receipt):
            box.clicked.connect(self._on_filled)
        for line in (self.name, self.number, self.phone, self.evidence, self.originals):
            line.textEdited.connect(self._on_filled)
        self.pad.signed.connect(self._on_filled)

    def _lay_out(self) -> None:
        who = QHBoxLayout()
        for button in self.choices.values():
            self._group.addButton(button)
            who.addWidget(button)
        who.addStretch()
        shown = Field(t("&Giấy tờ xuất trình, ủy quyền"), self.evidence)
        kept = Field(t("Bản gố&c thu lại"), self.originals)
        rows = (
            _row((self._name, 3), (self._number, 2)), _row((shown, 3), (Field(t("Điện th&oại"), self.phone), 2)),
            _row((kept, 1)),
        )  # fmt: skip
        ticks = QHBoxLayout()
        ticks.addWidget(self.slip)
        ticks.addWidget(self.receipt)
        ticks.addStretch()
        left = QVBoxLayout()
        for part in (who, *rows, ticks):
            left.addLayout(part)
        left.addStretch()
        head = QHBoxLayout()
        head.addWidget(muted(t("Chữ ký người nhận")))
        head.addStretch()
        head.addWidget(self.wipe)
        right = QVBoxLayout()
        right.addLayout(head)
        right.addWidget(self.pad)
        right.addStretch()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(tokens.CARD_GAP)
        row.addLayout(left, 1)
        row.addLayout(right)


def _row(*fields: tuple[Field, int]) -> QHBoxLayout:
    """Fields side by side, each with its share of the width."""
    row = QHBoxLayout()
    row.setSpacing(tokens.GAP * 2)
    for field, share in fields:
        row.addWidget(field, share)
    return row
