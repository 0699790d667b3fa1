"""Move a date because the year's holidays changed: the old date stays on record, and what was late stays late."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from dossiers.acting import Act, fresh, require_clerk, require_move
from dossiers.dossier import Dossier, DueCause
from dossiers.errors import InvalidInput
from dossiers.journal import Op
from dossiers.names import nfc
from dossiers.pausing import move_due


@dataclass(frozen=True, slots=True, kw_only=True)
class Rescheduled:
    """The body of op `rescheduled`: the new instant, how it was counted, and the notice it rests on."""

    due_at: datetime
    reasons: tuple[str, ...]
    notice: str


def reschedule(act: Act, dossier_id: UUID, body: Rescheduled) -> Dossier:
    """Write the new date; raises InvalidInput without the notice, or where the date is the same."""
    require_clerk(act.clerk)
    dossier = act.dossier(dossier_id)
    require_move("rescheduled", dossier)
    if not nfc(body.notice):
        raise InvalidInput("Chưa ghi số thông báo lịch nghỉ.", field="notice")
    if dossier.appointment.due_at in (None, body.due_at):
        raise InvalidInput("Ngày hẹn không thay đổi.", field="due_at")
    return act.append("rescheduled", dossier_id, body)


def fold(before: Dossier | None, op: Op, body: Rescheduled) -> Dossier:
    """Another date by another calendar."""
    dossier = fresh(before)
    require_move(op.kind, dossier)
    return move_due(dossier, op, DueCause.CALENDAR, body.due_at, body.reasons)
