"""How a dossier stands against its appointment: late, due today or in time, always derived and never stored."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal

from dossiers.calendars import WorkCalendar
from dossiers.clock import local_date
from dossiers.dossier import Dossier
from dossiers.status import AT_WORK, OPEN, WAITING, WORDS, Status

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
    """The status word, what to add to it (may be empty, may count `{days}`), and the colour both are shown in."""

    word: str
    addition: str
    tone: Tone
    days: int = 0

    @property
    def modifier(self) -> str:
        """The addition with its days."""
        return self.addition.format(days=self.days)


def standing(dossier: Dossier, now: datetime, calendar: WorkCalendar | None) -> Standing:
    """How a dossier stands at an instant; with a calendar the days left are working days."""
    return standing_of(
        dossier.status,
        dossier.appointment.due_at,
        now,
        stopped_at=stopped_at(dossier),
        late=dossier.late_since is not None,
        conditional=dossier.conditional,
        calendar=calendar,
    )


def standing_of(
    status: Status,
    due_at: datetime | None,
    now: datetime,
    *,
    stopped_at: datetime | None = None,
    late: bool = False,
    conditional: bool = False,
    calendar: WorkCalendar | None = None,
) -> Standing:
    """The same from the few facts a list row holds; `stopped_at` is where its clock stopped, if it did.

    `late` says that it was late before: no pause and no new calendar cures that.

    A dossier that waits for the citizen and does not say since when counts as in time.
    """
    word, tone = WORDS[status], _TONES[status]
    running = status in AT_WORK
    days_late = _days_late(status, due_at, stopped_at, now, late)
    if days_late:
        return Standing(word, "Quá hạn {days} ngày", "bad" if status in OPEN else tone, days_late)
    if due_at is not None and running and local_date(due_at) == local_date(now):
        return Standing(word, "Đến hạn hôm nay", "warn")
    if conditional and status in OPEN:
        return Standing(word, "Có điều kiện", "warn" if running else tone)
    if due_at is not None and running:
        addition, days = _time_left(due_at, now, calendar)
        return Standing(word, addition, tone, days)
    return Standing(word, "", tone)


def is_overdue(dossier: Dossier, now: datetime) -> bool:
    """Whether the work ended, or still goes on, after the appointment; what was late once stays late."""
    late = dossier.late_since is not None
    return _days_late(dossier.status, dossier.appointment.due_at, stopped_at(dossier), now, late) > 0


def outcome(dossier: Dossier) -> Outcome:
    """Trước hạn, đúng hạn, quá hạn: finished on an earlier day, on the day, or after the appointed instant.

    A finished dossier without an appointment is on time; voided dossiers are the caller's to leave out.
    """
    finished_at, due_at = dossier.finished_at, dossier.appointment.due_at
    if finished_at is None:
        return "open"
    if due_at is None:
        return "on_time"
    if finished_at > due_at or dossier.late_since is not None:
        return "late"
    return "early" if local_date(finished_at) < local_date(due_at) else "on_time"


COUNTS_OVERDUE_SOURCE = "QĐ 766/QĐ-TTg"


def counts_overdue(dossier: Dossier) -> bool:
    """Whether the national index counts it late all the same: asked for papers more than once (QĐ 766/QĐ-TTg)."""
    return len(dossier.supplements) > 1


def stopped_at(dossier: Dossier) -> datetime | None:
    """Where the dossier's clock stopped: at the end of the work, or at the question it waits with.

    None while it runs. Answered pauses are already in the appointment, which moved by the working time they took.
    """
    if dossier.finished_at is not None:
        return dossier.finished_at
    return dossier.pauses[-1].begun_at if dossier.status in WAITING else None


def _days_late(
    status: Status, due_at: datetime | None, stopped_at: datetime | None, now: datetime, late: bool
) -> int:
    """0 in time; else calendar days as people count them, by the date, a part of the first day being one."""
    counted = status in AT_WORK or stopped_at is not None
    if due_at is None or status is Status.VOIDED or not counted:
        return 0
    ended_at = stopped_at or now
    days = (local_date(ended_at) - local_date(due_at)).days
    return max(days, 1) if late or ended_at > due_at else 0


def _time_left(due_at: datetime, now: datetime, calendar: WorkCalendar | None) -> tuple[str, int]:
    """The days after today up to the due day; both ends are Vietnamese dates."""
    today, days = local_date(now), (local_date(due_at) - local_date(now)).days
    if calendar is None:
        return "còn {days} ngày", days
    working = sum(calendar.works(today + timedelta(days=ahead)) for ahead in range(1, days + 1))
    return "còn {days} ngày làm việc", working
