"""An oracle for deadlines: nothing but minutes and days, one after the other, and a calendar full of odd days."""

from calendar import monthrange
from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta
from functools import cache

from hypothesis import strategies as st

from dossiers.calendars import DayKind, DayRule, national_days, vietnam_calendar
from dossiers.clock import VIETNAM, local
from dossiers.office import Hours
from dossiers.procedure import Duration, Extension, TimeUnit

MINUTE = timedelta(minutes=1)
DAY = timedelta(days=1)
ODD = vietnam_calendar(
    overrides={
        date(2026, 12, 30): DayRule(kind=DayKind.HALF, note="nghỉ chiều"),
        date(2026, 12, 31): DayRule(kind=DayKind.OFF, note="nghỉ"),
        date(2027, 1, 2): DayRule(kind=DayKind.MAKE_UP, note="làm bù", hours=(Hours(start=time(8), end=time(10)),)),
    }
)
SPECIAL = (date(2026, 12, 30), date(2026, 2, 13), date(2026, 8, 21), date(2026, 11, 23), date(2028, 1, 21))
national = cache(national_days)


@cache
def open_minutes(day: date) -> frozenset[int]:
    """The minutes of a day in which the office works, said without the code under test."""
    morning, afternoon = range(7 * 60, 11 * 60 + 30), range(13 * 60 + 30, 17 * 60)
    if day == date(2026, 12, 30):
        return frozenset(morning)
    if day == date(2027, 1, 2):
        return frozenset(range(8 * 60, 10 * 60))
    known = national(day.year).get(day)
    ordinary = day.weekday() < 5 if known is None else known.kind is DayKind.MAKE_UP
    return frozenset((*morning, *afternoon)) if ordinary and day != date(2026, 12, 31) else frozenset()


def is_open(instant: datetime) -> bool:
    """Whether the office works in the minute that begins now."""
    wall = local(instant)
    return wall.hour * 60 + wall.minute in open_minutes(wall.date())


def walk(instant: datetime, until: Callable[[datetime], bool]) -> datetime:
    """The first minute at which something is so."""
    while not until(instant):
        instant += MINUTE
    return instant


def expected(duration: Duration, received: datetime) -> datetime:
    """Where a clerk with a wall calendar and a watch would end up."""
    start = local(walk(received, is_open))
    if duration.unit is not TimeUnit.SAME_DAY:
        return count_on(duration, start)
    wall, day = local(received), start.date()
    came = wall.time() if wall.date() == day else start.time()
    if duration.after is not None and came >= duration.after:
        day = next_open(day + DAY)
    return on(day, max(open_minutes(day)) + 1)


def count_on(time_given: Duration | Extension, start: datetime) -> datetime:
    """Days, months or working hours onwards from a moment."""
    day, left = start.date(), time_given.amount
    if time_given.unit is TimeUnit.HOUR:
        instant, left = start, left * 60
        while left:
            left -= is_open(instant)
            instant += MINUTE
        return instant
    if time_given.unit is TimeUnit.WORKING_DAY:
        while left:
            day += DAY
            left -= bool(open_minutes(day))
    elif time_given.unit is TimeUnit.CALENDAR_DAY:
        day = next_open(day + left * DAY)
    else:
        day = next_open(months_on(day, left))
    wanted = start.hour * 60 + start.minute
    minutes = open_minutes(day)
    if wanted in minutes or wanted - 1 in minutes:
        return on(day, wanted)
    return on(day, min((minute for minute in minutes if minute > wanted), default=max(minutes) + 1))


def next_open(day: date) -> date:
    """The day itself or the next on which the office works at all."""
    while not open_minutes(day):
        day += DAY
    return day


def months_on(day: date, months: int) -> date:
    """One month after the other, with the day of the month cut to what the last of them has."""
    year, month = day.year, day.month
    for _ in range(months):
        year, month = (year + 1, 1) if month == 12 else (year, month + 1)
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def on(day: date, minute: int) -> datetime:
    """A minute of a day."""
    return datetime.combine(day, time(), VIETNAM) + minute * MINUTE


days_near_odd_ones = st.one_of(
    st.dates(date(2016, 1, 1), date(2040, 12, 31)),
    st.tuples(st.sampled_from(SPECIAL), st.integers(-3, 9)).map(lambda pair: pair[0] + pair[1] * DAY),
)
instants = st.builds(lambda day, minute: on(day, minute).astimezone(UTC), days_near_odd_ones, st.integers(0, 1439))
durations = st.one_of(
    st.builds(Duration, amount=st.just(0), unit=st.just(TimeUnit.SAME_DAY), after=st.sampled_from([None, time(15)])),
    st.builds(Duration, amount=st.integers(1, 12), unit=st.just(TimeUnit.HOUR)),
    st.builds(Duration, amount=st.integers(1, 25), unit=st.just(TimeUnit.WORKING_DAY)),
    st.builds(Duration, amount=st.integers(1, 60), unit=st.just(TimeUnit.CALENDAR_DAY)),
    st.builds(Duration, amount=st.integers(1, 14), unit=st.just(TimeUnit.MONTH)),
)
extensions = st.builds(
    Extension, amount=st.integers(1, 25), reason=st.just("cần xác minh"), total=st.booleans(),
    unit=st.sampled_from([TimeUnit.WORKING_DAY, TimeUnit.CALENDAR_DAY]),
)  # fmt: skip
