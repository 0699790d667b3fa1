"""Take a dossier in and its fee with it, in one deed; and take the whole of an intake back in one."""

from uuid import UUID

from dossiers.acting import Act
from dossiers.dossier import Dossier
from dossiers.receive import Intake, receive
from dossiers.reopen import reopen
from dossiers.status import Status
from dossiers.take_fee import TAKEN_IN, take_fee, void_fee
from dossiers.void import void

HANDED_OUT = frozenset({Status.RETURNED, Status.RESULT_READY})
"""What an intake done at once goes through; each is one step back."""


def receive_and_take(act: Act, intake: Intake, dossier_id: UUID) -> Dossier:
    """Receive, and where they paid write the receipt in the same transaction; pressed twice, it happened once."""
    dossier = receive(act, intake, dossier_id)
    if dossier.receipts or intake.payment not in TAKEN_IN or not dossier.fee_total_vnd:
        return dossier
    return take_fee(act, dossier.id, intake.payment)


def undo_intake(act: Act, dossier_id: UUID, reason: str) -> Dossier:
    """Take back an intake and all that was done with it: results, receipts, then the reception itself.

    Numbers stay used, each with the reason; raises Impossible, with nothing undone, where one step is impossible.
    """
    dossier = act.dossier(dossier_id)
    while dossier.status in HANDED_OUT:
        dossier = reopen(act, dossier_id, reason)
    for receipt in dossier.receipts:
        if receipt.kept_vnd:
            void_fee(act, dossier_id, receipt.entry, reason)
    return void(act, dossier_id, reason)
