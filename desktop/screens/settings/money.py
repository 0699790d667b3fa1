"""Biên lai, tài khoản: the registered series of fee receipts, the tax code, and the account behind the VietQR."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QGridLayout, QHBoxLayout, QVBoxLayout

from desktop.i18n import t
from desktop.screens.settings.money_presenter import MoneyPresenter, Typed, bank_words, series_words
from desktop.screens.settings.panel import Panel
from desktop.screens.settings.qr import QrView
from desktop.stage import Session
from desktop.theme import tokens
from desktop.widgets import Card, Field, KeyHintButton, Line, PrimaryButton, muted, text, typed_into
from dossiers.clock import local_date
from dossiers.office import Office
from dossiers.people import Right
from dossiers.permissions import rights_of
from dossiers.vietqr import BankAccount, banks

if TYPE_CHECKING:
    from desktop.setting_asks import BookState


class MoneyPanel(Panel):
    """Series are opened and never changed; the account is tried with a telephone before it is kept."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._presenter = MoneyPresenter(
            jobs=session.jobs, clock=session.clock, here=session.here, view=self, complain=self.complain
        )
        self._series = text(wrap=True)
        self._typed = {name: Line() for name in ("template", "symbol", "volume", "first", "last")}
        self._bank, self._number, self._holder, self._tax = QComboBox(), Line(), Line(), Line()
        typed_into(self._bank)
        self._bank.addItems(["", *(bank_words(each.bin, each.name) for each in banks())])
        self._code = QrView(t("Mã VietQR để thử"))
        self._account = self._account_card()
        self.column.addWidget(self._series_card())
        self.column.addWidget(self._account)
        self.add_answer()

    def refresh(self) -> None:
        """See `Panel`."""
        self._account.setEnabled(Right.OFFICE in rights_of(self.session.here.clerk))
        self._presenter.open()

    def show_series(self, books: "tuple[BookState, ...]") -> None:
        """See `MoneyView`."""
        today = local_date(self.session.clock())
        lines = [series_words(each, today) for each in books]
        none = t("Chưa đăng ký dải biên lai. Tiền thu ra PHIẾU THU NỘI BỘ, không thay biên lai.")
        self._series.setText("\n".join(lines) or none)
        if books:
            for line in self._typed.values():
                line.clear()

    def show_office(self, office: Office) -> None:
        """See `MoneyView`."""
        account = office.account or BankAccount(bin="", number="", holder="")
        self._tax.setText(office.tax_code)
        self._bank.setCurrentText(bank_words(account.bin, account.bank) if account.bank else account.bin)
        self._number.setText(account.number)
        self._holder.setText(account.holder)

    def show_code(self, payload: str) -> None:
        """See `MoneyView`."""
        self._code.show_code(payload)

    def _series_card(self) -> Card:
        card, row = Card(t("Dải biên lai thu phí, lệ phí đã đăng ký")), QHBoxLayout()
        labels = {
            "template": t("&Mẫu số"), "symbol": t("&Ký hiệu"), "volume": t("&Quyển số"), "first": t("&Từ số"),
            "last": t("Đến &số"),
        }  # fmt: skip
        for name, label in labels.items():
            row.addWidget(Field(label, self._typed[name]), 1)
        register = KeyHintButton(t("Mở &dải số"))
        register.clicked.connect(self._on_register)
        row.addWidget(register, 0, Qt.AlignmentFlag.AlignBottom)
        card.body.addWidget(self._series)
        card.body.addLayout(row)
        return card

    def _account_card(self) -> Card:
        card, row, fields = Card(t("Mã số thuế và tài khoản nhận tiền")), QHBoxLayout(), QVBoxLayout()
        grid, foot = QGridLayout(), QHBoxLayout()
        grid.setHorizontalSpacing(tokens.CARD_GAP)
        grid.addWidget(Field(t("Mã số t&huế"), self._tax), 0, 0)
        grid.addWidget(Field(t("&Ngân hàng hoặc mã BIN"), self._bank), 0, 1)
        grid.addWidget(Field(t("Số tài kh&oản"), self._number), 1, 0)
        grid.addWidget(Field(t("&Chủ tài khoản"), self._holder), 1, 1)
        test, keep = KeyHintButton(t("Thử mã &VietQR")), PrimaryButton(t("&Lưu"))
        test.clicked.connect(self._on_test)
        keep.clicked.connect(self._on_keep)
        for button in (test, keep):
            foot.addWidget(button)
        foot.addStretch()
        fields.addLayout(grid)
        fields.addWidget(muted(t("Để trống số tài khoản nếu cơ quan không nhận chuyển khoản."), wrap=True))
        fields.addLayout(foot)
        fields.addStretch()
        row.addLayout(fields, 1)
        row.addWidget(self._code, 0, Qt.AlignmentFlag.AlignTop)
        card.body.addLayout(row)
        return card

    def _on_register(self) -> None:
        self._presenter.register(Typed(**{name: line.value() for name, line in self._typed.items()}))

    def _on_test(self) -> None:
        self._presenter.try_account(*self._account_typed())

    def _on_keep(self) -> None:
        self._presenter.keep(self._tax.value(), *self._account_typed())

    def _account_typed(self) -> tuple[str, str, str]:
        return self._bank.currentText(), self._number.value(), self._holder.value()


def build(session: Session) -> Panel:
    """The panel of this sitting."""
    return MoneyPanel(session)
