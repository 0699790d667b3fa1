"""A day's invented fee receipts: some stand, one is voided, one is paid back in part."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from dossiers.books import BookEntry, BookKind
from dossiers.dossier import FeeLine, FeeReceipt, PaymentMode, Refund
from dossiers.procedure import FeeKind

MORNING = datetime(2026, 2, 5, 0, 0, tzinfo=UTC)
COPIES = FeeLine(name="Phí chứng thực bản sao", kind=FeeKind.FEE, amount_vnd=20_000)
BIRTH = FeeLine(name="Lệ phí hộ tịch", kind=FeeKind.CHARGE, amount_vnd=8_000)


def at(hours: float) -> datetime:
    """So long after seven in the morning in Vietnam."""
    return MORNING + timedelta(hours=hours)


def receipt(
    number: int, hours: float, *lines: FeeLine, mode: PaymentMode = PaymentMode.CASH, volume: str = "01"
) -> FeeReceipt:
    entry = BookEntry(kind=BookKind.FEE_RECEIPTS, volume=volume, year=2026, number=number, symbol="AA-26P")
    return FeeReceipt(entry=entry, at=at(hours), by="Lê Thị Hạnh", payer="Trần Văn Bình", mode=mode, lines=lines)


def voided(of: FeeReceipt, hours: float) -> FeeReceipt:
    return replace(of, voided_at=at(hours), voided_by="Lê Thị Hạnh", void_reason="ghi nhầm tên")


def refunded(of: FeeReceipt, hours: float, amount_vnd: int) -> FeeReceipt:
    refund = Refund(at=at(hours), by="Lê Thị Hạnh", amount_vnd=amount_vnd, reason="thu thừa một bản")
    return replace(of, refunds=(*of.refunds, refund))


DAY = (
    receipt(41, 1, COPIES, BIRTH),
    voided(receipt(42, 2, COPIES), 2.5),
    receipt(43, 3, BIRTH, mode=PaymentMode.TRANSFER),
    refunded(receipt(44, 4, COPIES), 9, 2_000),
    receipt(45, 9, COPIES),
)
