"""When a dossier is due and why: the legal time of a procedure laid on the office's calendar (domain 5.1)."""

from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta

from dossiers.calendars import (
    DayKind,
    DayRule,
    WorkCalendar,
    add_working_minutes,
    vietnam_calendar,
    working_minutes,
)
from dossiers.clock import VIETNAM, local, say_date, say_time
from dossiers.dossier import Appointment, Channel
from dossiers.procedure import Duration, Procedure, TimeUnit

__all__ = [
    "WorkCalendar", "add_working_minutes", "after_pause", "due", "paused_due", "say_duration", "vietnam_calendar",
    "working_minutes",
]  # fmt: skip

_WEEKDAYS = ("thứ hai", "thứ ba", "thứ tư", "thứ năm", "thứ sáu", "thứ bảy", "chủ nhật")
_UNITS = {
    TimeUnit.HOUR: "giờ làm việc",
    TimeUnit.WORKING_DAY: "ngày làm việc",
    TimeUnit.CALENDAR_DAY: "ngày",
    TimeUnit.MONTH: "tháng",
}


@dataclass(frozen=True, slots=True)
class _Count:
    """A counted instant in wall time, the days looked at on the way, and how it was counted."""

    due: datetime
    days: tuple[date, ...]
    reasons: tuple[str, ...]


def due(
    procedure: Procedure, received_at: datetime, calendar: WorkCalendar, channel: Channel = Channel.COUNTER
) -> Appointment:
    """The appointment of a dossier received at a UTC instant; without a stated time it has no `due_at`."""
    duration = (procedure.online_duration if channel is Channel.ONLINE else None) or procedure.duration
    if duration is None or duration.unit is TimeUnit.UNSTATED:
        unstated = "Danh mục chưa ghi thời hạn giải quyết; cán bộ ghi ngày hẹn trả."
        return Appointment(due_at=None, reasons=(unstated, *_note(duration)))
    received = local(received_at).replace(second=0, microsecond=0)
    start = local(calendar.next_opening(received))
    count = _count(duration, received, start, calendar)
    reasons = (
        f"Thời hạn giải quyết: {say_duration(duration)}.",
        *_moved_start(received, start, calendar),
        *count.reasons,
        *_crossed({*_days(received.date(), start.date()), *count.days}, calendar),
        *_note(duration),
        *(() if duration.verified else ("Thời hạn này chưa xác minh; cán bộ xem lại ngày hẹn trả.",)),
    )
    return Appointment(due_at=count.due.astimezone(UTC), reasons=reasons, legal_time=say_duration(duration))


def say_duration(duration: Duration) -> str:
    """A legal time as the receipt writes it: 'trong ngày', '3 ngày làm việc'."""
    if duration.unit is TimeUnit.SAME_DAY:
        return "trong ngày"
    return f"{duration.amount} {_UNITS[duration.unit]}" if duration.unit in _UNITS else "chưa quy định"


def paused_due(due_at: datetime, requested_at: datetime, resumed_at: datetime, calendar: WorkCalendar) -> datetime:
    """The due instant (UTC) after waiting for a supplement: the working time that passed meanwhile is added."""
    return add_working_minutes(due_at, working_minutes(requested_at, resumed_at, calendar), calendar)


def after_pause(
    appointment: Appointment, requested_at: datetime, resumed_at: datetime, calendar: WorkCalendar
) -> Appointment:
    """The appointment with its clock stopped from the request to the answer, and a sentence saying so."""
    if appointment.due_at is None:
        return appointment
    hours, minutes = divmod(working_minutes(requested_at, resumed_at, calendar), 60)
    sentence = (
        f"Chờ bổ sung từ {say_time(requested_at)} đến {say_time(resumed_at)}: "
        f"cộng thêm {hours} giờ {minutes:02d} phút làm việc."
    )
    due_at = paused_due(appointment.due_at, requested_at, resumed_at, calendar)
    return replace(appointment, due_at=due_at, reasons=(*appointment.reasons, sentence))


def _note(duration: Duration | None) -> tuple[str, ...]:
    return (f"Ghi chú: {duration.note}.",) if duration and duration.note else ()


def _count(duration: Duration, received: datetime, start: datetime, calendar: WorkCalendar) -> _Count:
    match duration.unit:
        case TimeUnit.SAME_DAY:
            return _same_day(duration, received, start, calendar)
        case TimeUnit.HOUR:
            end = local(add_working_minutes(start, duration.amount * 60, calendar))
            return _Count(end, _days(start.date(), end.date()), ())
        case TimeUnit.WORKING_DAY:
            return _working_days(duration.amount, start, calendar)
        case TimeUnit.MONTH:
            return _rolled(_add_months(start.date(), duration.amount), start, calendar)
        case _:
            return _rolled(start.date() + timedelta(days=duration.amount), start, calendar)


def _same_day(duration: Duration, received: datetime, start: datetime, calendar: WorkCalendar) -> _Count:
    """The close of the day, or of the next working day from the cut-off hour on (NĐ 23/2015 art. 7)."""
    day, reasons = start.date(), []
    if duration.after is not None:
        # A dossier taken in the lunch break belongs to the hour it came, not to the hour work went on.
        came = received.time() if received.date() == day else start.time()
        late = came >= duration.after
        if late:
            day = calendar.next_working_day(day + timedelta(days=1))
        where = "từ lúc đó trở đi thì trả vào ngày làm việc tiếp theo" if late else "trước giờ đó thì trả trong ngày"
        reasons.append(f"Mốc {duration.after:%H:%M}: nhận {where}.")
    closing = calendar.intervals(day)[-1][1]
    return _Count(closing, _days(start.date(), day), tuple(reasons))


def _working_days(amount: int, start: datetime, calendar: WorkCalendar) -> _Count:
    """The same clock time `amount` working days after the start day, which itself is not counted."""
    day = start.date()
    for _ in range(amount):
        day = calendar.next_working_day(day + timedelta(days=1))
    counted = f"Ngày {say_date(start)} không tính; đủ {amount} ngày làm việc vào {say_date(day)}."
    end, fitted = _at_clock(day, start.time(), calendar)
    return _Count(end, _days(start.date(), day), (counted, *fitted))


def _rolled(target: date, start: datetime, calendar: WorkCalendar) -> _Count:
    """A calendar date at the start's clock time, moved to the next working day when it is none."""
    day = calendar.next_working_day(target)
    reasons = [f"Ngày {say_date(start)} không tính; hết thời hạn vào {say_date(target)}."]
    if day != target:
        reasons.append(f"Ngày {say_date(target)} không làm việc; hẹn sang {say_date(day)}.")
    end, fitted = _at_clock(day, start.time(), calendar)
    return _Count(end, _days(target, day), (*reasons, *fitted))


def _at_clock(day: date, clock: time, calendar: WorkCalendar) -> tuple[datetime, tuple[str, ...]]:
    """The clock time on a working day; on a shorter day the next opening of that day, else its close.

    It never leaves the day: the law counts days, and the last of them ends with the office's closing.
    """
    wanted = datetime.combine(day, clock, VIETNAM)
    intervals = calendar.intervals(day)
    fitted = next((max(wanted, start) for start, end in intervals if wanted <= end), intervals[-1][1])
    if fitted == wanted:
        return wanted, ()
    return fitted, (f"{say_date(day)} không mở cửa lúc {clock:%H:%M}; hẹn lúc {fitted:%H:%M}.",)


def _add_months(day: date, months: int) -> date:
    """The corresponding date, or the month's last day when it has none (Bộ luật Dân sự 2015, art. 148)."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def _moved_start(received: datetime, start: datetime, calendar: WorkCalendar) -> tuple[str, ...]:
    """Why the count starts later than the dossier came."""
    if start == received:
        return ()
    intervals = calendar.intervals(received.date())
    if not intervals:
        why = f"Tiếp nhận {_WEEKDAYS[received.weekday()]} {say_date(received)}, ngày không làm việc"
    elif received < intervals[0][0]:
        why = f"Tiếp nhận lúc {received:%H:%M}, trước giờ làm việc"
    elif received >= intervals[-1][1]:
        why = f"Tiếp nhận lúc {received:%H:%M}, sau giờ làm việc"
    else:
        why = f"Tiếp nhận lúc {received:%H:%M}, trong giờ nghỉ trưa"
    return (f"{why}; tính từ {say_time(start)}.",)


def _crossed(days: set[date], calendar: WorkCalendar) -> tuple[str, ...]:
    """A sentence for each holiday, make-up day and half day among `days`, and one for all plain weekends."""
    rules = {day: calendar.days.get(day) for day in sorted(days)}
    named = tuple(_say_rule(day, rule) for day, rule in rules.items() if rule is not None)
    weekends = sum(1 for day, rule in rules.items() if rule is None and not calendar.works(day))
    return (*named, *((f"Không tính {weekends} ngày thứ bảy, chủ nhật.",) if weekends else ()))


def _say_rule(day: date, rule: DayRule) -> str:
    match rule.kind:
        case DayKind.OFF | DayKind.OFF_IN_LIEU:
            return f"Không tính {say_date(day)}: {rule.note}."
        case DayKind.MAKE_UP:
            return f"Có tính {say_date(day)} ({_WEEKDAYS[day.weekday()]}): {rule.note}."
        case DayKind.HALF:
            return f"{say_date(day)} chỉ làm việc nửa ngày: {rule.note}."


def _days(first: date, last: date) -> tuple[date, ...]:
    return tuple(first + timedelta(days=offset) for offset in range((last - first).days + 1))
