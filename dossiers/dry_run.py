"""What would be promised to a dossier received now, and from when on the promise changes: the intake's hint."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from dossiers.calendars import WorkCalendar
from dossiers.clock import local_date
from dossiers.deadlines import due
from dossiers.dossier import Appointment, Channel
from dossiers.procedure import Procedure

_DAY_MINUTES = 24 * 60


@dataclass(frozen=True, slots=True)
class DryRun:
    """What would be promised to a dossier received at `when`."""

    when: datetime
    appointment: Appointment


def dry_run(
    procedure: Procedure,
    now: datetime,
    calendar: WorkCalendar,
    channel: Channel = Channel.COUNTER,
    *,
    extended: bool = False,
) -> tuple[DryRun, ...]:
    """The promise now, and the one from the next minute on at which the promised day becomes another.

    That minute is the 15:00 line, the close of a day, or any minute where hours are counted; the day is the first
    stage's. Without an appointment there is only now.
    """
    this_minute = now.replace(second=0, microsecond=0)

    def received_in(minutes: int) -> DryRun:
        when = this_minute + timedelta(minutes=minutes)
        return DryRun(when, due(procedure, when, calendar, channel, extended=extended))

    today = received_in(0)
    if today.appointment.due_at is None:
        return (today,)
    same, changed = 0, _DAY_MINUTES
    while _day(received_in(changed)) == _day(today):
        same, changed = changed, changed + _DAY_MINUTES
    # Whoever comes later is never promised an earlier day, so halving finds the minute.
    while changed - same > 1:
        middle = (same + changed) // 2
        same, changed = (middle, changed) if _day(received_in(middle)) == _day(today) else (same, middle)
    return today, received_in(changed)


def _day(run: DryRun) -> date | None:
    """The Vietnamese date of the promise."""
    return local_date(run.appointment.due_at) if run.appointment.due_at else None
