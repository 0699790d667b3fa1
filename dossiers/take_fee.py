"""Take money under the number of a book, void the receipt, give money back: physical facts, never refused."""

from dataclasses import dataclass, replace
from uuid import UUID

from dossiers.acting import Act, flagged, fresh, require_clerk
from dossiers.books import BookEntry, BookKind
from dossiers.dossier import Dossier, FeeLine, FeeReceipt, PaymentMode, Refund
from dossiers.errors import Impossible, InvalidInput, KnownError
from dossiers.journal import Op
from dossiers.names import nfc

TAKEN_IN = frozenset({PaymentMode.CASH, PaymentMode.TRANSFER, PaymentMode.ONLINE})
"""Ways in which money comes to the office."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FeeTaken:
    """The body of op `fee_taken`: what was paid, how, by whom, under which number."""

    entry: BookEntry
    payer: str
    mode: PaymentMode
    lines: tuple[FeeLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FeeVoided:
    """The body of op `fee_voided`: a receipt written wrongly; its number stays used."""

    entry: BookEntry
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FeeRefunded:
    """The body of op `fee_refunded`: part or all of it given back on a receipt that stays."""

    entry: BookEntry
    amount_vnd: int
    reason: str


def take_fee(
    act: Act, dossier_id: UUID, mode: PaymentMode, lines: tuple[FeeLine, ...] | None = None, payer: str = ""
) -> Dossier:
    """Take what is due, or the `lines` given, and write the receipt: from the registered series where there is one.

    Raises InvalidInput when there is nothing to take, or for a way of paying that brings no money.
    """
    require_clerk(act.clerk)
    dossier = act.dossier(dossier_id)
    lines = dossier.fees if lines is None else lines
    if mode not in TAKEN_IN:
        raise InvalidInput("Chọn cách nộp: tiền mặt, chuyển khoản hoặc trực tuyến.", field="mode")
    if sum(line.amount_vnd for line in lines) <= 0 or any(line.amount_vnd < 0 for line in lines):
        raise InvalidInput("Hồ sơ này không có khoản nào để thu.", field="fees")
    kind = BookKind.FEE_RECEIPTS if act.has_book(BookKind.FEE_RECEIPTS) else BookKind.INTERNAL_RECEIPTS
    body = FeeTaken(
        entry=act.draw(kind), payer=nfc(payer) or dossier.applicant.name, mode=mode,
        lines=tuple(line for line in lines if line.amount_vnd),
    )  # fmt: skip
    return act.append("fee_taken", dossier_id, body)


def void_fee(act: Act, dossier_id: UUID, entry: BookEntry, reason: str) -> Dossier:
    """Void a receipt, all its copies being back in hand; raises InvalidInput without a reason."""
    require_clerk(act.clerk)
    receipt = _receipt(act.dossier(dossier_id), entry)
    if receipt.voided_at is not None:
        raise Impossible("Biên lai này đã hủy trước đó.")
    if receipt.refunds:
        raise Impossible("Biên lai này đã hoàn tiền nên không hủy được; hoàn nốt phần còn lại nếu cần.")
    if not nfc(reason):
        raise InvalidInput("Chưa ghi lý do hủy biên lai.", field="reason")
    return act.append("fee_voided", dossier_id, FeeVoided(entry=entry, reason=nfc(reason)))


def refund_fee(act: Act, dossier_id: UUID, entry: BookEntry, amount_vnd: int, reason: str) -> Dossier:
    """Give money back; raises InvalidInput for more than is held on that receipt, or without a reason."""
    require_clerk(act.clerk)
    kept = _receipt(act.dossier(dossier_id), entry).kept_vnd
    if not 0 < amount_vnd <= kept:
        raise InvalidInput("Số tiền hoàn phải từ 1 đến {kept} đồng.", field="amount", kept=kept)
    if not nfc(reason):
        raise InvalidInput("Chưa ghi lý do hoàn tiền.", field="reason")
    body = FeeRefunded(entry=entry, amount_vnd=amount_vnd, reason=nfc(reason))
    return act.append("fee_refunded", dossier_id, body)


def fold_taken(before: Dossier | None, op: Op, body: FeeTaken) -> Dossier:
    """One more receipt."""
    dossier = fresh(before)
    if body.entry in dossier.entries:
        raise KnownError("Số biên lai này đã ghi trong hồ sơ. Dòng lặp được giữ lại để xem xét.")
    receipt = FeeReceipt(
        entry=body.entry, at=op.at, by=op.actor, payer=body.payer, mode=body.mode, lines=body.lines
    )
    return replace(
        dossier, receipts=(*dossier.receipts, receipt), entries=(*dossier.entries, body.entry),
        flags=flagged(op.kind, dossier),
    )  # fmt: skip


def fold_voided(before: Dossier | None, op: Op, body: FeeVoided) -> Dossier:
    """The number stays, with its reason."""
    dossier = fresh(before)
    receipt = replace(_receipt(dossier, body.entry), voided_at=op.at, voided_by=op.actor, void_reason=body.reason)
    return _with(dossier, receipt)


def fold_refunded(before: Dossier | None, op: Op, body: FeeRefunded) -> Dossier:
    """The receipt stays, with what was given back."""
    dossier = fresh(before)
    receipt = _receipt(dossier, body.entry)
    refund = Refund(at=op.at, by=op.actor, amount_vnd=body.amount_vnd, reason=body.reason)
    return _with(dossier, replace(receipt, refunds=(*receipt.refunds, refund)))


def _receipt(dossier: Dossier, entry: BookEntry) -> FeeReceipt:
    found = next((receipt for receipt in dossier.receipts if receipt.entry == entry), None)
    if found is None:
        raise KnownError("Hồ sơ này không có biên lai ấy. Dòng gốc được giữ nguyên.")
    return found


def _with(dossier: Dossier, changed: FeeReceipt) -> Dossier:
    receipts = tuple(changed if receipt.entry == changed.entry else receipt for receipt in dossier.receipts)
    return replace(dossier, receipts=receipts)
