"""A shift's money: receipts written, voided and refunded, sums by way of paying and by fee, notes counted."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby

from dossiers.books import BookEntry
from dossiers.cash_count import CashCounted
from dossiers.clock import to_ms
from dossiers.dossier import FeeReceipt, PaymentMode
from dossiers.errors import InvalidInput
from dossiers.names import nfc
from dossiers.procedure import FeeKind

DENOMINATIONS_VND = (500_000, 200_000, 100_000, 50_000, 20_000, 10_000, 5_000, 2_000, 1_000, 500, 200, 100)
"""The twelve face values in circulation; coins of 5.000 to 200 are counted with the notes of their value.

As the press quoted the State Bank in January 2026; not checked against its own notice.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Payout:
    """Money given back in a shift: a refund, or the whole of a receipt that an earlier shift had written."""

    at: datetime
    by: str
    receipt: FeeReceipt
    amount_vnd: int
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Shift:
    """What went through one till between two UTC instants, both included; receipts in the order of their numbers.

    `standing` were written in it and not voided in it, `voided` written and voided in it. What came later changes
    nothing here, so a shift of last week reads today as it read then.
    """

    begun_at: datetime
    ended_at: datetime
    standing: tuple[FeeReceipt, ...]
    voided: tuple[FeeReceipt, ...]
    payouts: tuple[Payout, ...]

    @property
    def receipts(self) -> tuple[FeeReceipt, ...]:
        """Every number used in it."""
        return tuple(sorted((*self.standing, *self.voided), key=_place))

    def total_vnd(self, *modes: PaymentMode) -> int:
        """What came in less what was given back, in the ways named; in every way when none is."""
        ways = modes or tuple(PaymentMode)
        came = sum(receipt.total_vnd for receipt in self.standing if receipt.mode in ways)
        return came - sum(payout.amount_vnd for payout in self.payouts if payout.receipt.mode in ways)


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberRange:
    """The numbers of one book a shift used: from `first` to `last`, but for the `missing` ones."""

    book: BookEntry
    first: int
    last: int
    missing: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FeeSum:
    """What came in for one fee."""

    kind: FeeKind
    name: str
    receipts: int
    amount_vnd: int


def shift(receipts: Iterable[FeeReceipt], begun_at: datetime, ended_at: datetime) -> Shift:
    """The shift between two instants, out of all receipts that may have to do with it; money returns as it came."""

    def within(at: datetime | None) -> bool:
        return at is not None and begun_at <= at <= ended_at

    known = sorted(receipts, key=_place)
    written = [receipt for receipt in known if within(receipt.at)]
    voided = tuple(receipt for receipt in written if within(receipt.voided_at))
    payouts = [
        payout
        for receipt in known
        if receipt not in voided
        for payout in _payouts(receipt)
        if within(payout.at)
    ]  # fmt: skip
    return Shift(
        begun_at=begun_at, ended_at=ended_at, standing=tuple(each for each in written if each not in voided),
        voided=voided, payouts=tuple(sorted(payouts, key=lambda payout: payout.at)),
    )  # fmt: skip


def _payouts(receipt: FeeReceipt) -> Iterable[Payout]:
    """Each refund; and of a voided receipt whatever had not been refunded."""
    for refund in receipt.refunds:
        yield Payout(at=refund.at, by=refund.by, receipt=receipt, amount_vnd=refund.amount_vnd, reason=refund.reason)
    if receipt.voided_at is not None:
        rest_vnd = receipt.total_vnd - sum(refund.amount_vnd for refund in receipt.refunds)
        yield Payout(
            at=receipt.voided_at, by=receipt.voided_by, receipt=receipt, amount_vnd=rest_vnd,
            reason=receipt.void_reason,
        )  # fmt: skip


def number_ranges(receipts: Iterable[FeeReceipt]) -> tuple[NumberRange, ...]:
    """The numbers used, book by book."""
    in_order = sorted(receipts, key=_place)
    return tuple(_range(tuple(group)) for _, group in groupby(in_order, key=lambda receipt: _place(receipt)[:-1]))


def _range(of_one_book: tuple[FeeReceipt, ...]) -> NumberRange:
    numbers = [receipt.entry.number for receipt in of_one_book]
    first, last = numbers[0], numbers[-1]
    missing = sorted(set(range(first, last)) - set(numbers))
    return NumberRange(book=of_one_book[0].entry, first=first, last=last, missing=tuple(missing))


def fee_sums(receipts: Iterable[FeeReceipt]) -> tuple[FeeSum, ...]:
    """What came in for each fee: phí before lệ phí, by name."""
    amounts: dict[tuple[FeeKind, str], list[int]] = {}
    for receipt in receipts:
        for line in receipt.lines:
            amounts.setdefault((line.kind, line.name), []).append(line.amount_vnd)
    return tuple(
        FeeSum(kind=kind, name=name, receipts=len(each), amount_vnd=sum(each))
        for (kind, name), each in sorted(amounts.items(), key=lambda item: (item[0][0] is FeeKind.CHARGE, item[0][1]))
    )


def counted(notes: Mapping[int, int], of: Shift, reason: str = "") -> CashCounted:
    """The count of a shift's cash by face value, the change the till began with left aside.

    `cash_count.count_cash` records it, and asks for the reason of a difference. Raises InvalidInput for a face value
    nobody prints.
    """
    unknown = next((face_vnd for face_vnd in notes if face_vnd not in DENOMINATIONS_VND), None)
    if unknown is not None:
        raise InvalidInput("Không có tờ tiền mệnh giá {face} đồng. Xem lại kiểm đếm.", field="notes", face=unknown)
    return CashCounted(
        notes=tuple((face_vnd, notes[face_vnd]) for face_vnd in DENOMINATIONS_VND if notes.get(face_vnd)),
        expected_vnd=of.total_vnd(PaymentMode.CASH), from_ms=to_ms(of.begun_at), to_ms=to_ms(of.ended_at),
        reason=nfc(reason),
    )  # fmt: skip


def difference_vnd(count: CashCounted) -> int:
    """Above zero there is more than the receipts say, below zero less."""
    return count.counted_vnd - count.expected_vnd


def _place(receipt: FeeReceipt) -> tuple[str, int, str, str, str, int]:
    """A receipt's book and its number there."""
    entry = receipt.entry
    return (entry.kind, entry.year, entry.volume, entry.template, entry.symbol, entry.number)
