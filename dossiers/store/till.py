"""The money that went through this desk since an instant, found by its deeds: receipts, voids and refunds alike."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from itertools import takewhile
from uuid import UUID

from dossiers.dossier import FeeReceipt
from dossiers.journal import decode
from dossiers.store.ledger import Ledger
from dossiers.store.register import Register

MONEY = frozenset({"fee_taken", "fee_voided", "fee_refunded"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """A receipt and the dossier it was written for."""

    dossier_id: UUID
    code: str
    receipt: FeeReceipt


class Till:
    """Reads of the money; only deeds move it."""

    def __init__(self, ledger: Ledger, register: Register) -> None:
        self._ledger, self._register = ledger, register

    def since(self, begun_at: datetime) -> tuple[Taken, ...]:
        """Every receipt that was written, voided or refunded from an instant on, by dossier.

        Walks the journal back to that instant, so it takes as long as the shift was, however old the office is.
        """
        return tuple(
            Taken(dossier_id=dossier.id, code=dossier.code, receipt=receipt)
            for dossier in map(self._register.get, sorted(self._touched(begun_at)))
            for receipt in dossier.receipts
            if any(at is not None and at >= begun_at for at in _instants(receipt))
        )

    def _touched(self, begun_at: datetime) -> set[UUID]:
        ops = (decode(entry.line) for entry in self._ledger.newest_first())
        recent = takewhile(lambda op: op.at >= begun_at, ops)
        return {op.dossier_id for op in recent if op.kind in MONEY}


def _instants(receipt: FeeReceipt) -> Iterable[datetime | None]:
    """When money of it moved."""
    return (receipt.at, receipt.voided_at, *(refund.at for refund in receipt.refunds))
