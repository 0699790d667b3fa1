"""Move a date because the year's holidays changed: the old date stays on record, and what was late stays late."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from dossiers.acting import Act, fresh, require_clerk, require_move
from dossiers.clock import local_date
from dossiers.dossier import Dossier, DueCause
from dossiers.errors import InvalidInput
from dossiers.holiday_sweep import next_possible, reckon
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
    """Write the new date; raises InvalidInput without the notice, for the same date, or for more than the law gives."""
    require_clerk(act.clerk)
    dossier = act.dossier(dossier_id)
    require_move("rescheduled", dossier)
    if not nfc(body.notice):
        raise InvalidInput("Chưa ghi số thông báo lịch nghỉ.", field="notice")
    if dossier.appointment.due_at in (None, body.due_at):
        raise InvalidInput("Ngày hẹn không thay đổi.", field="due_at")
    if body.due_at > _latest(act, dossier, dossier.appointment.due_at):
        raise InvalidInput("Ngày hẹn mới muộn hơn lịch mới cho phép.", field="due_at")
    return act.append("rescheduled", dossier_id, body)


def _latest(act: Act, dossier: Dossier, due_at: datetime) -> datetime:
    """The latest instant the changed calendar can lead to: the count anew, or past a door that is closed now."""
    procedure = act.procedure(dossier.procedure_code, local_date(dossier.received_at))
    plain = reckon(dossier, procedure, act.calendar, extended=False).due_at
    counted = [plain] if plain else []
    if plain and due_at > plain:
        counted.append(reckon(dossier, procedure, act.calendar, extended=True).due_at or plain)
    return max(next_possible(due_at, act.calendar), *counted)


def fold(before: Dossier | None, op: Op, body: Rescheduled) -> Dossier:
    """Another date by another calendar."""
    dossier = fresh(before)
    require_move(op.kind, dossier)
    return move_due(dossier, op, DueCause.CALENDAR, body.due_at, body.reasons)
