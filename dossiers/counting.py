"""How legal time is counted on the office's calendar, in wall time, with a sentence for each step (domain 5.1)."""

from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

from dossiers.calendars import DayKind, DayRule, WorkCalendar, add_working_minutes
from dossiers.clock import VIETNAM, local, say_date, say_time
from dossiers.procedure import Duration, Extension, TimeUnit

WEEKDAYS = ("thứ hai", "thứ ba", "thứ tư", "thứ năm", "thứ sáu", "thứ bảy", "chủ nhật")
_UNITS = {
    TimeUnit.HOUR: "giờ làm việc",
    TimeUnit.WORKING_DAY: "ngày làm việc",
    TimeUnit.CALENDAR_DAY: "ngày",
    TimeUnit.MONTH: "tháng",
}


@dataclass(frozen=True, slots=True)
class Count:
    """A counted instant in wall time, the days looked at on the way, and how it was counted."""

    due: datetime
    days: tuple[date, ...]
    reasons: tuple[str, ...]


def count(duration: Duration, received: datetime, calendar: WorkCalendar, *, extended: bool = False) -> Count:
    """The end of a stated time that begins when a dossier is received, in wall time and whole minutes.

    `extended` gives the extension as well, which the duration must have.
    """
    start = local(calendar.next_opening(received))
    counted = _count(duration, received, start, calendar)
    if extended and duration.extension:
        counted = _extended(duration.extension, counted, start, calendar)
    return replace(
        counted,
        days=(*days_between(received.date(), start.date()), *counted.days),
        reasons=(*_moved_start(received, start, calendar), *counted.reasons),
    )


def say_duration(duration: Duration) -> str:
    """A legal time as the receipt writes it: 'trong ngày', '3 ngày làm việc'."""
    if duration.unit is TimeUnit.SAME_DAY:
        return "trong ngày"
    return f"{duration.amount} {_UNITS[duration.unit]}" if duration.unit in _UNITS else "chưa quy định"


def say_extension(extension: Extension) -> str:
    """An extension as a part of a sentence: 'kéo dài thêm 2 ngày làm việc (nhiều trang)'."""
    how = "kéo dài đến" if extension.total else "kéo dài thêm"
    return f"{how} {extension.amount} {_UNITS[extension.unit]} ({extension.reason})"


def crossed(days: set[date], calendar: WorkCalendar) -> tuple[str, ...]:
    """A sentence for each holiday, make-up day and half day among `days`, and one for all plain weekends."""
    rules = {day: calendar.days.get(day) for day in sorted(days)}
    named = tuple(_say_rule(day, rule) for day, rule in rules.items() if rule is not None)
    weekends = sum(1 for day, rule in rules.items() if rule is None and not calendar.works(day))
    return (*named, *((f"Không tính {weekends} ngày thứ bảy, chủ nhật.",) if weekends else ()))


def days_between(first: date, last: date) -> tuple[date, ...]:
    """Every date from the first to the last, both included."""
    return tuple(first + timedelta(days=offset) for offset in range((last - first).days + 1))


def at_clock(day: date, clock: time, calendar: WorkCalendar) -> datetime:
    """The clock time on a working day; on a shorter day the next opening of that day, else its close.

    It never leaves the day: the law counts days, and the last of them ends with the office's closing.
    """
    wanted = datetime.combine(day, clock, VIETNAM)
    intervals = calendar.intervals(day)
    return next((max(wanted, start) for start, end in intervals if wanted <= end), intervals[-1][1])


def _extended(extension: Extension, ordinary: Count, start: datetime, calendar: WorkCalendar) -> Count:
    """The end with the extension: counted from the start in place of the ordinary time, else on from its end."""
    begin = start if extension.total else ordinary.due
    more = _count(Duration(amount=extension.amount, unit=extension.unit), begin, begin, calendar)
    sentence = f"Theo luật, {say_extension(extension)}: hẹn {say_time(more.due)}."
    before = Count(start, (), ()) if extension.total else ordinary
    return Count(more.due, (*before.days, *more.days), (*before.reasons, *more.reasons, sentence))


def _count(duration: Duration, received: datetime, start: datetime, calendar: WorkCalendar) -> Count:
    match duration.unit:
        case TimeUnit.SAME_DAY:
            return _same_day(duration, received, start, calendar)
        case TimeUnit.HOUR:
            end = local(add_working_minutes(start, duration.amount * 60, calendar))
            return Count(end, days_between(start.date(), end.date()), ())
        case TimeUnit.WORKING_DAY:
            return _working_days(duration.amount, start, calendar)
        case TimeUnit.MONTH:
            return _rolled(_add_months(start.date(), duration.amount), start, calendar)
        case _:
            return _rolled(start.date() + timedelta(days=duration.amount), start, calendar)


def _same_day(duration: Duration, received: datetime, start: datetime, calendar: WorkCalendar) -> Count:
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
    return Count(closing, days_between(start.date(), day), tuple(reasons))


def _working_days(amount: int, start: datetime, calendar: WorkCalendar) -> Count:
    """The same clock time `amount` working days after the start day, which itself is not counted."""
    day = start.date()
    for _ in range(amount):
        day = calendar.next_working_day(day + timedelta(days=1))
    counted = f"Ngày {say_date(start)} không tính; đủ {amount} ngày làm việc vào {say_date(day)}."
    end, fitted = _fitted(day, start.time(), calendar)
    return Count(end, days_between(start.date(), day), (counted, *fitted))


def _rolled(target: date, start: datetime, calendar: WorkCalendar) -> Count:
    """A calendar date at the start's clock time, moved to the next working day when it is none."""
    day = calendar.next_working_day(target)
    reasons = [f"Ngày {say_date(start)} không tính; hết thời hạn vào {say_date(target)}."]
    if day != target:
        reasons.append(f"Ngày {say_date(target)} không làm việc; hẹn sang {say_date(day)}.")
    end, fitted = _fitted(day, start.time(), calendar)
    return Count(end, days_between(target, day), (*reasons, *fitted))


def _fitted(day: date, clock: time, calendar: WorkCalendar) -> tuple[datetime, tuple[str, ...]]:
    """The clock time on a working day, and a sentence where the office is not open at it."""
    end = at_clock(day, clock, calendar)
    if end.time() == clock:
        return end, ()
    return end, (f"{say_date(day)} không mở cửa lúc {clock:%H:%M}; hẹn lúc {end:%H:%M}.",)


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
        why = f"Tiếp nhận {WEEKDAYS[received.weekday()]} {say_date(received)}, ngày không làm việc"
    elif received < intervals[0][0]:
        why = f"Tiếp nhận lúc {received:%H:%M}, trước giờ làm việc"
    elif received >= intervals[-1][1]:
        why = f"Tiếp nhận lúc {received:%H:%M}, sau giờ làm việc"
    else:
        why = f"Tiếp nhận lúc {received:%H:%M}, trong giờ nghỉ trưa"
    return (f"{why}; tính từ {say_time(start)}.",)


def _say_rule(day: date, rule: DayRule) -> str:
    match rule.kind:
        case DayKind.OFF | DayKind.OFF_IN_LIEU:
            return f"Không tính {say_date(day)}: {rule.note}."
        case DayKind.MAKE_UP:
            return f"Có tính {say_date(day)} ({WEEKDAYS[day.weekday()]}): {rule.note}."
        case DayKind.HALF:
            return f"{say_date(day)} chỉ làm việc nửa ngày: {rule.note}."
