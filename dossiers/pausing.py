"""The office's clock stands still and goes on: what every pause does to a dossier, whatever it waits for."""

from dataclasses import dataclass, replace
from datetime import datetime

from dossiers.acting import working_status
from dossiers.calendars import WorkCalendar
from dossiers.deadlines import after_pause
from dossiers.dossier import Appointment, Dossier, DueCause, DueChange, Pause, PauseCause, Stage
from dossiers.journal import Op


@dataclass(frozen=True, slots=True, kw_only=True)
class NewDate:
    """Where the clock runs to from now on, and how that was counted."""

    due_at: datetime | None
    reasons: tuple[str, ...] = ()
    second_stage: Stage | None = None


def begin_pause(dossier: Dossier, cause: PauseCause, at: datetime) -> Dossier:
    """The clock stops."""
    return replace(dossier, pauses=(*dossier.pauses, Pause(cause=cause, begun_at=at)))


def date_after_pause(
    dossier: Dossier, now: datetime, calendar: WorkCalendar, cause: PauseCause | None = None
) -> NewDate:
    """The date if the open pause ended now; as it is where the clock does not stand still for that cause."""
    pause = dossier.pauses[-1] if dossier.pauses else None
    if pause is None or pause.ended_at is not None or cause not in (None, pause.cause):
        return date_of(dossier.appointment)
    return date_of(after_pause(dossier.appointment, pause.begun_at, now, calendar, pause.cause))


def date_of(appointment: Appointment) -> NewDate:
    """The date of an appointment, without who vouched for it."""
    return NewDate(
        due_at=appointment.due_at, reasons=appointment.reasons, second_stage=appointment.second_stage
    )


def end_pause(dossier: Dossier, op: Op, date: NewDate) -> Dossier:
    """The clock goes on, towards a date that is kept beside the former one."""
    ended = replace(dossier.pauses[-1], ended_at=op.at)
    moved = replace(dossier, pauses=(*dossier.pauses[:-1], ended), status=working_status(dossier))
    return move_due(moved, op, DueCause.PAUSE, date)


def move_due(dossier: Dossier, op: Op, cause: DueCause, date: NewDate) -> Dossier:
    """Another date, the former one on record."""
    before = dossier.appointment.due_at
    changes = dossier.due_changes
    if before is not None and date.due_at is not None and date.due_at != before:
        changes = (*changes, DueChange(at=op.at, by=op.actor, cause=cause, before=before, after=date.due_at))
    appointment = replace(
        dossier.appointment, due_at=date.due_at, reasons=date.reasons, second_stage=date.second_stage
    )
    return replace(dossier, appointment=appointment, due_changes=changes)
