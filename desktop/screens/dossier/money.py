"""The money of a dossier as words: what is due and why so much, what was taken and given back."""

from dataclasses import dataclass

from desktop.i18n import t
from desktop.screens.dossier.words import MODE_WORDS, cited
from desktop.theme.tokens import Tone
from dossiers.clock import say_time
from dossiers.dossier import Dossier, FeeLine, FeeReceipt
from dossiers.fees import say_vnd
from dossiers.finance import FINANCE_WORDS, Finance, finance_of, owed_vnd

TONES = {
    Finance.NOTHING_DUE: Tone.IDLE, Finance.EXEMPT: Tone.IDLE, Finance.DUE: Tone.WARN, Finance.PART_PAID: Tone.WARN,
    Finance.PAID: Tone.OK, Finance.REFUNDED: Tone.IDLE,
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class DueRow:
    """One fee as listed."""

    name: str
    amount: str
    reduction: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReceiptRow:
    """One receipt as listed; `stands` is False once it was voided."""

    number: str
    at: str
    payer: str
    mode: str
    amount: str
    state: str
    tone: Tone


@dataclass(frozen=True, slots=True, kw_only=True)
class MoneyState:
    """The money card: the state's word, the sums in one sentence, the fees, the receipts."""

    word: str
    tone: Tone
    sums: str
    due: tuple[DueRow, ...]
    receipts: tuple[ReceiptRow, ...]


def describe_money(dossier: Dossier) -> MoneyState:
    """Everything about the money."""
    finance = finance_of(dossier)
    return MoneyState(
        word=t(FINANCE_WORDS[finance]), tone=TONES[finance], sums=_sums(dossier),
        due=tuple(_due(line) for line in dossier.fees),
        receipts=tuple(_receipt(receipt) for receipt in dossier.receipts),
    )  # fmt: skip


def say_money(dossier: Dossier) -> str:
    """The money in a few words, for a card that shows much else."""
    owed = owed_vnd(dossier)
    if owed:
        return t("còn phải thu {fee}", fee=say_vnd(owed))
    finance = finance_of(dossier)
    kept = f" {say_vnd(dossier.fee_kept_vnd)}" if finance in (Finance.PAID, Finance.PART_PAID) else ""
    return t(FINANCE_WORDS[finance]) + kept


def _sums(dossier: Dossier) -> str:
    return t(
        "Phải thu {due} · đã thu {kept} · còn phải thu {owed}", due=say_vnd(dossier.fee_total_vnd),
        kept=say_vnd(dossier.fee_kept_vnd), owed=say_vnd(owed_vnd(dossier)),
    )  # fmt: skip


def _due(line: FeeLine) -> DueRow:
    full = t("mức đủ {full}", full=say_vnd(line.full_vnd)) if line.full_vnd else ""
    reduction = " · ".join(filter(None, (full, line.reduction, line.reduction_paper)))
    return DueRow(name=line.name, amount=say_vnd(line.amount_vnd), reduction=reduction or "–")


def _receipt(receipt: FeeReceipt) -> ReceiptRow:
    state, tone = t("còn giá trị"), Tone.OK
    if receipt.voided_at:
        state, tone = t("đã hủy: {reason}", reason=receipt.void_reason), Tone.IDLE
    elif receipt.refunds:
        refunded = sum(refund.amount_vnd for refund in receipt.refunds)
        state, tone = t("đã hoàn {amount}", amount=say_vnd(refunded)), Tone.WARN
    return ReceiptRow(
        number=cited(receipt.entry), at=say_time(receipt.at), payer=receipt.payer, mode=t(MODE_WORDS[receipt.mode]),
        amount=say_vnd(receipt.total_vnd), state=state, tone=tone,
    )  # fmt: skip
