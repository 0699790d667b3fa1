"""Move a date because the year's holidays changed: the old date stays on record, and what was late stays late."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from dossiers.acting import Act, fresh, require_clerk, require_move
from dossiers.clock import local_date
from dossiers.deadlines import legal_duration
from dossiers.dossier import Appointment, Dossier, DueCause, Stage
from dossiers.errors import InvalidInput, NotFound
from dossiers.holiday_sweep import next_possible, reckon
from dossiers.journal import Op
from dossiers.names import nfc
from dossiers.pausing import NewDate, move_due


@dataclass(frozen=True, slots=True, kw_only=True)
class Rescheduled:
    """The body of op `rescheduled`: the new instant, how it was counted, and the notice it rests on."""

    due_at: datetime
    reasons: tuple[str, ...]
    notice: str
    second_stage: Stage | None = None


def reschedule(act: Act, dossier_id: UUID, body: Rescheduled) -> Dossier:
    """Write the new date; raises InvalidInput without the notice, for the same date, or for more than the law gives."""
    require_clerk(act.clerk)
    dossier = act.dossier(dossier_id)
    require_move("rescheduled", dossier)
    due_at = dossier.appointment.due_at
    if not nfc(body.notice):
        raise InvalidInput("Chưa ghi số thông báo lịch nghỉ.", field="notice")
    if due_at is None or due_at == body.due_at:
        raise InvalidInput("Ngày hẹn không thay đổi.", field="due_at")
    counted = tuple(_counted_anew(act, dossier, due_at))
    latest = max([next_possible(due_at, act.calendar), *(each.due_at for each in counted if each.due_at)])
    if body.due_at > latest:
        raise InvalidInput("Ngày hẹn mới muộn hơn lịch mới cho phép.", field="due_at")
    second = next((each.second_stage for each in counted if each.due_at == body.due_at), None)
    body = replace(body, second_stage=second or dossier.appointment.second_stage)
    return act.append("rescheduled", dossier_id, body)


def _counted_anew(act: Act, dossier: Dossier, due_at: datetime) -> Iterator[Appointment]:
    """What the changed calendar makes of the law; with its extension only where the date already goes past it."""
    try:
        procedure = act.procedure(dossier.procedure_code, local_date(dossier.received_at))
    except NotFound:
        return
    plain = reckon(dossier, procedure, act.calendar, extended=False)
    yield plain
    duration = legal_duration(procedure, dossier.channel)
    if plain.due_at and due_at > plain.due_at and duration and duration.extension:
        yield reckon(dossier, procedure, act.calendar, extended=True)


def fold(before: Dossier | None, op: Op, body: Rescheduled) -> Dossier:
    """Another date by another calendar."""
    dossier = fresh(before)
    require_move(op.kind, dossier)
    date = NewDate(due_at=body.due_at, reasons=body.reasons, second_stage=body.second_stage)
    return move_due(dossier, op, DueCause.CALENDAR, date)
