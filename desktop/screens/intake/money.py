"""The money of an intake in words: what is due, who may pay less, and the transfer that would pay it."""

from dataclasses import dataclass

from desktop.i18n import t
from desktop.screens.intake.form import Field, Form
from desktop.screens.intake.reckoning import Reckoning
from dossiers.dossier import PaymentMode
from dossiers.fees import say_vnd
from dossiers.procedure import Exemption
from dossiers.vietqr import BankAccount, payload, plain_purpose


@dataclass(frozen=True, slots=True, kw_only=True)
class FeeRow:
    """One fee as shown; `typed` fees are the clerk's to fill in, `unsure` ones wait for a second look."""

    name: str
    amount: str
    typed: bool
    unsure: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Transfer:
    """What the citizen's bank reads off the screen, and what it should then show."""

    payload: str
    amount: str
    to: str
    purpose: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Money:
    """The fees, their sum, whether there is any, the groups that may pay less (slug, words), and the transfer."""

    fees: tuple[FeeRow, ...] = ()
    total: str = ""
    charged: bool = False
    exemptions: tuple[tuple[str, str], ...] = ()
    transfer: Transfer | None = None


def money_of(form: Form, reckoning: Reckoning | None, account: BankAccount | None) -> Money:
    """All of it, once a procedure is chosen."""
    if reckoning is None:
        return Money()
    return Money(
        fees=tuple(
            FeeRow(
                name=fee.name, amount=say_vnd(fee.amount_vnd), typed=fee.name in reckoning.typed_fees,
                unsure=fee.name in reckoning.unsure_fees and not fee.confirmed_by,
            )
            for fee in reckoning.fees
        ),
        total=_total(reckoning),
        charged=bool(reckoning.fees),
        exemptions=tuple((each.slug, _say_exemption(each)) for each in reckoning.exemptions),
        transfer=_transfer(form, reckoning, account),
    )  # fmt: skip


def _total(reckoning: Reckoning) -> str:
    if not reckoning.fees:
        return t("Không thu")
    total = say_vnd(reckoning.total_vnd)
    if reckoning.full_vnd == reckoning.total_vnd:
        return total
    return t("{total} (mức đủ {full})", total=total, full=say_vnd(reckoning.full_vnd))


def _say_exemption(exemption: Exemption) -> str:
    if exemption.percent == 100:
        return t("Miễn: {group}", group=exemption.words)
    return t("Giảm {percent}%: {group}", percent=exemption.percent, group=exemption.words)


def _transfer(form: Form, reckoning: Reckoning, account: BankAccount | None) -> Transfer | None:
    """The code to be shown; before F10 there is no number yet, so the payer's name says what it is for."""
    if account is None or form.payment is not PaymentMode.TRANSFER or not reckoning.total_vnd:
        return None
    purpose = plain_purpose(form.text(Field.NAME))
    return Transfer(
        payload=payload(account, reckoning.total_vnd, purpose), amount=say_vnd(reckoning.total_vnd),
        to=" · ".join(part for part in (account.number, account.bank, account.holder) if part), purpose=purpose,
    )  # fmt: skip
