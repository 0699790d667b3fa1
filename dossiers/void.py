"""Void a dossier: the undo of a reception, with a reason; the number stays used for ever."""

from dataclasses import dataclass, replace
from uuid import UUID

from dossiers.acting import Act, fresh, require_clerk, require_move
from dossiers.dossier import Dossier
from dossiers.errors import InvalidInput
from dossiers.journal import Op
from dossiers.names import nfc
from dossiers.status import Status

UNDO_REASON = "hoàn tác"


@dataclass(frozen=True, slots=True, kw_only=True)
class Voided:
    """The body of op `voided`."""

    reason: str


def void(act: Act, dossier_id: UUID, reason: str) -> Dossier:
    """Void a dossier that is still at work; raises InvalidInput without a reason."""
    require_clerk(act.clerk)
    require_move("voided", act.dossier(dossier_id))
    if not nfc(reason):
        raise InvalidInput("Chưa ghi lý do hủy tiếp nhận.", field="reason")
    return act.append("voided", dossier_id, Voided(reason=nfc(reason)))


def fold(before: Dossier | None, op: Op, body: Voided) -> Dossier:
    """Nothing is erased: the dossier stays in the register with its reason."""
    dossier = fresh(before)
    require_move(op.kind, dossier)
    return replace(dossier, status=Status.VOIDED, void_reason=body.reason, finished_at=op.at)
