"""How a dossier stands against its appointment: late, due today or in time, always derived and never stored."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal

from dossiers.calendars import WorkCalendar
from dossiers.clock import local_date
from dossiers.dossier import Dossier
from dossiers.status import AT_WORK, OPEN, WORDS, Status

Tone = Literal["ok", "warn", "bad", "info", "hold", "idle"]
Outcome = Literal["early", "on_time", "late", "open"]

_TONES: dict[Status, Tone] = {
    Status.RECEIVED: "info",
    Status.PROCESSING: "info",
    Status.FORWARDED: "info",
    Status.AWAITING_SUPPLEMENT: "hold",
    Status.AWAITING_PAYMENT: "hold",
    Status.RESULT_READY: "ok",
    Status.RETURNED: "idle",
    Status.REFUSED: "bad",
    Status.WITHDRAWN: "idle",
    Status.STOPPED: "idle",
    Status.VOIDED: "idle",
}


@dataclass(frozen=True, slots=True)
class Standing:
    """The status word, what to add to it (may be empty), and the colour both are shown in."""

    word: str
    modifier: str
    tone: Tone


def standing(dossier: Dossier, now: datetime, calendar: WorkCalendar | None) -> Standing:
    """How a dossier stands at an instant; with a calendar the days left are working days."""
    modifier, tone = _modifier(dossier, now, calendar)
    return Standing(WORDS[dossier.status], modifier, tone)


def is_overdue(dossier: Dossier, now: datetime) -> bool:
    """Whether the work ended, or still goes on, after the appointment; what was late once stays late."""
    due_at = dossier.appointment.due_at
    return due_at is not None and dossier.status is not Status.VOIDED and _clock(dossier, now) > due_at


def outcome(dossier: Dossier) -> Outcome:
    """Trước hạn, đúng hạn, quá hạn: finished on an earlier day, on the day, or after the appointed instant.

    A finished dossier without an appointment is on time; voided dossiers are the caller's to leave out.
    """
    finished_at, due_at = dossier.finished_at, dossier.appointment.due_at
    if finished_at is None:
        return "open"
    if due_at is None:
        return "on_time"
    if finished_at > due_at:
        return "late"
    return "early" if local_date(finished_at) < local_date(due_at) else "on_time"


def _modifier(dossier: Dossier, now: datetime, calendar: WorkCalendar | None) -> tuple[str, Tone]:
    tone = _TONES[dossier.status]
    due_at = dossier.appointment.due_at
    if due_at is not None and is_overdue(dossier, now):
        days = _days_late(due_at, _clock(dossier, now))
        return f"Quá hạn {days} ngày", "bad" if dossier.status in OPEN else tone
    if due_at is not None and dossier.status in AT_WORK and local_date(due_at) == local_date(now):
        return "Đến hạn hôm nay", "warn"
    if dossier.conditional and dossier.status in OPEN:
        return "Có điều kiện", "warn" if dossier.status in AT_WORK else tone
    if due_at is not None and dossier.status in AT_WORK:
        return _time_left(due_at, now, calendar), tone
    return "", tone


def _clock(dossier: Dossier, now: datetime) -> datetime:
    """Where the dossier's clock stands: at the end of the work, at the pause it is in, or at the present.

    Answered pauses are already in the appointment, which moved by the working time they took.
    """
    if dossier.finished_at is not None:
        return dossier.finished_at
    if dossier.status is Status.AWAITING_SUPPLEMENT:
        return dossier.supplements[-1].requested_at
    return now


def _days_late(due_at: datetime, ended_at: datetime) -> int:
    """Calendar days as people count them, by the date; a part of the first day is one day."""
    return max((local_date(ended_at) - local_date(due_at)).days, 1)


def _time_left(due_at: datetime, now: datetime, calendar: WorkCalendar | None) -> str:
    """The days after today up to the due day; both ends are Vietnamese dates."""
    today, days = local_date(now), (local_date(due_at) - local_date(now)).days
    if calendar is None:
        return f"còn {days} ngày"
    working = sum(calendar.works(today + timedelta(days=ahead)) for ahead in range(1, days + 1))
    return f"còn {working} ngày làm việc"
