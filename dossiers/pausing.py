"""The office's clock stands still and goes on: what every pause does to a dossier, whatever it waits for."""

from dataclasses import replace
from datetime import datetime

from dossiers.acting import working_status
from dossiers.calendars import WorkCalendar
from dossiers.deadlines import after_pause
from dossiers.dossier import Appointment, Dossier, DueCause, DueChange, Pause, PauseCause
from dossiers.journal import Op


def begin_pause(dossier: Dossier, cause: PauseCause, at: datetime) -> Dossier:
    """The clock stops."""
    return replace(dossier, pauses=(*dossier.pauses, Pause(cause=cause, begun_at=at)))


def resumed_appointment(
    dossier: Dossier, now: datetime, calendar: WorkCalendar, cause: PauseCause | None = None
) -> Appointment:
    """The appointment if the open pause ended now; as it is where the clock does not stand still for that cause."""
    pause = dossier.pauses[-1] if dossier.pauses else None
    if pause is None or pause.ended_at is not None or cause not in (None, pause.cause):
        return dossier.appointment
    return after_pause(dossier.appointment, pause.begun_at, now, calendar)


def end_pause(dossier: Dossier, op: Op, due_at: datetime | None, reasons: tuple[str, ...]) -> Dossier:
    """The clock goes on, towards a due instant that is kept beside the former one."""
    ended = replace(dossier.pauses[-1], ended_at=op.at)
    moved = replace(dossier, pauses=(*dossier.pauses[:-1], ended), status=working_status(dossier))
    return move_due(moved, op, DueCause.PAUSE, due_at, reasons)


def move_due(
    dossier: Dossier, op: Op, cause: DueCause, due_at: datetime | None, reasons: tuple[str, ...]
) -> Dossier:
    """Another due instant, the former one on record."""
    before = dossier.appointment.due_at
    changes = dossier.due_changes
    if before is not None and due_at is not None and due_at != before:
        changes = (*changes, DueChange(at=op.at, by=op.actor, cause=cause, before=before, after=due_at))
    appointment = replace(dossier.appointment, due_at=due_at, reasons=reasons)
    return replace(dossier, appointment=appointment, due_changes=changes)
