"""What was taken in a span, phí and lệ phí apart, by clerk and by the way of paying."""

from dataclasses import dataclass
from datetime import datetime

from dossiers.dossier import PaymentMode
from dossiers.reporting.spans import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class FeeLine:
    """The receipts one clerk wrote for one way of paying.

    `receipts`, `fee_vnd` (phí) and `charge_vnd` (lệ phí) are of valid receipts; `refunded_vnd` was given back on them
    so far, on whatever day; voided receipts and their money stand apart.
    """

    clerk: str
    mode: PaymentMode
    receipts: int
    fee_vnd: int
    charge_vnd: int
    refunded_vnd: int
    voided: int
    voided_vnd: int

    @property
    def kept_vnd(self) -> int:
        """What the office still holds of it."""
        return self.fee_vnd + self.charge_vnd - self.refunded_vnd


@dataclass(frozen=True, slots=True, kw_only=True)
class FeeSummary:
    """The receipts of a span, by the instant on the receipt."""

    span: Span
    as_of: datetime
    lines: tuple[FeeLine, ...]

    def total(self, column: str) -> int:
        """The sum of one column of the lines, by its name."""
        return sum(getattr(line, column) for line in self.lines)
