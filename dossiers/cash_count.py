"""Count the till at the end of a shift: what is there by denomination beside what the receipts say."""

from dataclasses import dataclass
from uuid import UUID

from dossiers.acting import Act, require_clerk
from dossiers.errors import InvalidInput
from dossiers.names import nfc


@dataclass(frozen=True, slots=True, kw_only=True)
class CashCounted:
    """The body of op `cash_counted`: (face value in đồng, how many) pairs, and what the receipts came to in cash.

    `from_ms` and `to_ms` bound the receipts counted: UTC milliseconds, both ends included.
    """

    notes: tuple[tuple[int, int], ...]
    expected_vnd: int
    from_ms: int
    to_ms: int
    reason: str = ""

    @property
    def counted_vnd(self) -> int:
        """What lies in the till, in đồng."""
        return sum(face * many for face, many in self.notes)


def count_cash(act: Act, body: CashCounted) -> UUID:
    """Record the count; a difference needs a reason."""
    require_clerk(act.clerk)
    if any(face <= 0 or many < 0 for face, many in body.notes):
        raise InvalidInput("Số tờ tiền không thể âm.", field="notes")
    if body.counted_vnd != body.expected_vnd and not nfc(body.reason):
        raise InvalidInput("Tiền đếm được khác số đã thu. Ghi lý do chênh lệch.", field="reason")
    return act.record("cash_counted", body)
