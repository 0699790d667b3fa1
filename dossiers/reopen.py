"""Take one step back: a result not ready after all, a hand-over that was a slip of the key, an end that was wrong."""

from dataclasses import dataclass, replace
from uuid import UUID

from dossiers.acting import Act, fresh, require_clerk, require_move, working_status
from dossiers.dossier import Dossier
from dossiers.errors import InvalidInput
from dossiers.journal import Op
from dossiers.names import nfc
from dossiers.status import Status


@dataclass(frozen=True, slots=True, kw_only=True)
class Reopened:
    """The body of op `reopened`."""

    reason: str


def reopen(act: Act, dossier_id: UUID, reason: str) -> Dossier:
    """Go one state back; raises InvalidInput without a reason. The clock is taken to have run all along."""
    require_clerk(act.clerk)
    require_move("reopened", act.dossier(dossier_id))
    if not nfc(reason):
        raise InvalidInput("Chưa ghi lý do mở lại.", field="reason")
    return act.append("reopened", dossier_id, Reopened(reason=nfc(reason)))


def fold(before: Dossier | None, op: Op, body: Reopened) -> Dossier:
    """A returned result lies on the shelf again, its work still ended then; anything else goes back to work."""
    dossier = fresh(before)
    require_move(op.kind, dossier)
    if dossier.status is Status.RETURNED and dossier.result is not None:
        return replace(dossier, status=Status.RESULT_READY, handover=None, finished_at=dossier.result.ready_at)
    return replace(
        dossier, status=working_status(dossier), handover=None, result=None, ending=None, finished_at=None
    )
