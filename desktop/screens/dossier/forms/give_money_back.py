"""The forms of money going back: a receipt voided as a whole, or an amount refunded on one that stays."""

from PySide6.QtWidgets import QComboBox

from desktop.dossier_asks import Opened
from desktop.i18n import t
from desktop.screens.dossier.deeds import Deed, give_money_back, void_receipt
from desktop.screens.dossier.forms.amounts import AMOUNT_WRONG, AmountLine
from desktop.screens.dossier.forms.deed_form import DeedForm
from desktop.screens.dossier.words import cited
from desktop.widgets import Field, Line, muted
from dossiers.dossier import FeeReceipt
from dossiers.fees import say_vnd

NO_RECEIPT = "Hồ sơ này không có biên lai nào còn giá trị."


class _ReceiptForm(DeedForm):
    """A form about one of the receipts that stand."""

    def __init__(self, title: str, agree: str, hint: str) -> None:
        super().__init__(title, agree)
        self.receipt, self.reason = QComboBox(), Line()
        self._receipts: tuple[FeeReceipt, ...] = ()
        self.fields.addWidget(muted(hint, wrap=True))

    def fill(self, opened: Opened) -> None:
        """See `DeedForm.fill`."""
        self._receipts = tuple(receipt for receipt in opened.dossier.receipts if receipt.kept_vnd)
        self.receipt.clear()
        for receipt in self._receipts:
            self.receipt.addItem(f"{cited(receipt.entry)} · {say_vnd(receipt.kept_vnd)} · {receipt.payer}")
        self.reason.clear()
        if not self._receipts:
            self.warn(t(NO_RECEIPT))

    @property
    def chosen(self) -> FeeReceipt | None:
        """The receipt meant."""
        return self._receipts[self.receipt.currentIndex()] if self._receipts else None


class VoidFeeForm(_ReceiptForm):
    """Why the receipt is void."""

    def __init__(self) -> None:
        super().__init__(
            t("Hủy biên lai"), t("Hủy biên lai"), t("Thu lại đủ các liên trước khi hủy; số biên lai không dùng lại.")
        )
        self.add_row(
            ("entry", Field(t("&Biên lai"), self.receipt)), ("reason", Field(t("&Lý do"), self.reason, required=True))
        )

    def deed(self, opened: Opened) -> Deed | None:  # noqa: ARG002 — the fields say it all
        """See `DeedForm.deed`."""
        return void_receipt(self.chosen.entry, self.reason.value()) if self.chosen else None


class RefundForm(_ReceiptForm):
    """How much goes back, and why."""

    def __init__(self) -> None:
        super().__init__(t("Hoàn tiền"), t("Hoàn tiền"), t("Biên lai vẫn còn giá trị; phần hoàn được ghi riêng."))
        self.amount = AmountLine()
        self._amount = Field(t("&Số tiền hoàn (đồng)"), self.amount, required=True)
        self.add_row(
            ("entry", Field(t("&Biên lai"), self.receipt)), ("amount", self._amount),
            ("reason", Field(t("&Lý do"), self.reason, required=True)), stretches=(3, 1, 3),
        )  # fmt: skip
        self.receipt.currentIndexChanged.connect(self._on_receipt)

    def deed(self, opened: Opened) -> Deed | None:  # noqa: ARG002 — the fields say it all
        """See `DeedForm.deed`."""
        if self.amount.vnd() is None:
            self._amount.set_error(t(AMOUNT_WRONG))
            return None
        return give_money_back(self.chosen.entry, self.amount.vnd() or 0, self.reason.value()) if self.chosen else None

    def _on_receipt(self, _: int) -> None:
        """All of it, until somebody types less."""
        if self.chosen and self.receipt.currentIndex() >= 0:
            self.amount.set_vnd(self.chosen.kept_vnd)
