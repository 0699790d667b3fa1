"""Void a dossier: the undo of a reception, with a reason; the number stays used for ever."""

from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from dossiers.acting import Act, fresh, require_clerk, require_move
from dossiers.dossier import Dossier
from dossiers.errors import Impossible, InvalidInput
from dossiers.journal import Op
from dossiers.names import nfc
from dossiers.standing import is_overdue
from dossiers.status import Status

UNDO_REASON = "hoàn tác"


@dataclass(frozen=True, slots=True, kw_only=True)
class Voided:
    """The body of op `voided`."""

    reason: str


def void(act: Act, dossier_id: UUID, reason: str) -> Dossier:
    """Void a dossier that is still at work and not late; raises InvalidInput without a reason."""
    require_clerk(act.clerk)
    dossier = act.dossier(dossier_id)
    require_move("voided", dossier)
    _require_in_time(dossier, act.now)
    if not nfc(reason):
        raise InvalidInput("Chưa ghi lý do hủy tiếp nhận.", field="reason")
    return act.append("voided", dossier_id, Voided(reason=nfc(reason)))


def _require_in_time(dossier: Dossier, now: datetime) -> None:
    """A voided dossier leaves the figures, so a late one may not be voided: it would be late for nobody."""
    if is_overdue(dossier, now):
        raise Impossible(
            "Hồ sơ đã quá hạn nên không hủy tiếp nhận được. Nếu người dân không cần nữa, ghi “Rút hồ sơ”; "
            "nếu không giải quyết được, ghi “Dừng giải quyết”."
        )


def fold(before: Dossier | None, op: Op, body: Voided) -> Dossier:
    """Nothing is erased: the dossier stays in the register with its reason."""
    dossier = fresh(before)
    require_move(op.kind, dossier)
    _require_in_time(dossier, op.at)
    return replace(dossier, status=Status.VOIDED, void_reason=body.reason, finished_at=op.at)
