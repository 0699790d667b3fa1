"""The form that takes money: how much is still owed, how it is paid, and the code for a transfer."""

from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout

from desktop.dossier_asks import Opened
from desktop.i18n import t
from desktop.screens.dossier.deeds import Deed, take_money
from desktop.screens.dossier.forms.deed_form import DeedForm
from desktop.screens.dossier.forms.qr_picture import QrPicture
from desktop.screens.dossier.words import MODE_WORDS
from desktop.slips import FEE_REQUEST
from desktop.theme import tokens
from desktop.widgets import Field, Line, LinkButton, muted, strong, text
from dossiers.dossier import PaymentMode
from dossiers.fees import say_vnd
from dossiers.finance import owed_lines, owed_vnd
from dossiers.vietqr import payload, plain_purpose

WAYS = (PaymentMode.CASH, PaymentMode.TRANSFER, PaymentMode.ONLINE)


class TakeFeeForm(DeedForm):
    """All that is owed goes on one receipt; a transfer shows its VietQR where the office has an account."""

    def __init__(self) -> None:
        super().__init__(t("Thu phí, lệ phí"), t("Thu và in biên lai"))
        self._opened: Opened | None = None
        self.sum, self.what = strong(), muted(wrap=True)
        self.way, self.payer = QComboBox(), Line()
        for mode in WAYS:
            self.way.addItem(t(MODE_WORDS[mode]).capitalize(), mode.value)
        self.qr, self.account = QrPicture(t("Mã VietQR để chuyển khoản")), text(wrap=True)
        self.slip = LinkButton(t("In phiếu có mã cho người nộp"), self._on_slip)
        self._lay_out()
        self.way.currentIndexChanged.connect(self._on_way)

    def fill(self, opened: Opened) -> None:
        """See `DeedForm.fill`."""
        self._opened = opened
        dossier = opened.dossier
        self.sum.setText(t("Còn phải thu {owed}", owed=say_vnd(owed_vnd(dossier))))
        self.what.setText("; ".join(f"{line.name} {say_vnd(line.amount_vnd)}" for line in owed_lines(dossier)))
        self.payer.setText(dossier.applicant.name)
        self.way.setCurrentIndex(0)
        self._on_way()

    def deed(self, opened: Opened) -> Deed:
        """See `DeedForm.deed`."""
        return take_money(self.mode, owed_lines(opened.dossier), self.payer.value())

    @property
    def mode(self) -> PaymentMode:
        """How it is paid."""
        return PaymentMode(self.way.currentData())

    def _on_way(self, _: int = 0) -> None:
        """A transfer shows where the money goes."""
        opened = self._opened
        account = opened.office.account if opened and self.mode is PaymentMode.TRANSFER else None
        owed = owed_vnd(opened.dossier) if opened else 0
        if opened is None or account is None or not owed:
            self.qr.show_payload("")
            self.account.setText(
                t("Chưa có tài khoản nhận tiền trong Thiết lập nên không có mã VietQR.")
                if self.mode is PaymentMode.TRANSFER else ""
            )  # fmt: skip
            self.slip.hide()
            return
        code = opened.dossier.code
        self.qr.show_payload(payload(account, owed, code))
        facts = (account.holder, account.number, account.bank, say_vnd(owed), plain_purpose(code))
        self.account.setText("\n".join(filter(None, facts)))
        self.slip.show()

    def _on_slip(self) -> None:
        self.slip_wanted.emit(FEE_REQUEST)

    def _lay_out(self) -> None:
        self.fields.addWidget(self.sum)
        self.fields.addWidget(self.what)
        self.add_row(
            ("mode", Field(t("&Cách nộp"), self.way)), ("payer", Field(t("&Người nộp tiền"), self.payer)),
            stretches=(1, 3),
        )  # fmt: skip
        beside = QVBoxLayout()
        beside.addWidget(self.account)
        beside.addWidget(self.slip)
        beside.addStretch()
        row = QHBoxLayout()
        row.setSpacing(tokens.CARD_GAP)
        row.addWidget(self.qr)
        row.addLayout(beside, 1)
        self.fields.addLayout(row)
