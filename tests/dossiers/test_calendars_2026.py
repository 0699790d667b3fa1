"""The whole of 2026, day by day, against lists written by hand from the year's notices (domain 5.2)."""

from datetime import UTC, date, datetime, time, timedelta

import pytest

from dossiers.calendars import vietnam_calendar, working_minutes
from dossiers.clock import VIETNAM, local
from dossiers.deadlines import due
from dossiers.procedure import Duration, Procedure, TimeUnit

CALENDAR = vietnam_calendar()
CLOSED_WEEKDAYS = {
    (1, 1), (2, 16), (2, 17), (2, 18), (2, 19), (2, 20), (4, 27), (4, 30), (5, 1), (8, 31), (9, 1), (9, 2), (11, 24),
}  # fmt: skip
MAKE_UP_SATURDAYS = {(8, 22)}
WORKING_DAYS = (21, 15, 22, 20, 20, 22, 23, 21, 20, 22, 20, 23)
"""January to December."""

YEAR = [date(2026, 1, 1) + timedelta(days=n) for n in range(365)]
NEXT_YEAR = [date(2027, 1, 1) + timedelta(days=n) for n in range(60)]
"""As far as the last counts of 2026 reach; of these only New Year and Tết (4/2 to 10/2) are holidays."""


def works(day: date) -> bool:
    if day.year == 2027:
        return day.weekday() < 5 and day != date(2027, 1, 1) and not date(2027, 2, 4) <= day <= date(2027, 2, 10)
    month_day = (day.month, day.day)
    return (day.weekday() < 5 and month_day not in CLOSED_WEEKDAYS) or month_day in MAKE_UP_SATURDAYS


WORKING = [day for day in [*YEAR, *NEXT_YEAR] if works(day)]


def procedure(amount: int, unit: TimeUnit, after: time | None = None) -> Procedure:
    duration = Duration(amount=amount, unit=unit, after=after)
    return Procedure(code="1.000001", name="Thủ tục", sector="Hộ tịch", duration=duration)


def promised(received: date, clock: time, what: Procedure) -> datetime:
    appointment = due(what, datetime.combine(received, clock, VIETNAM).astimezone(UTC), CALENDAR)
    assert appointment.due_at is not None
    return local(appointment.due_at)


def test_every_day_of_the_year_is_open_or_closed_as_the_notices_say() -> None:
    assert [day for day in YEAR if CALENDAR.works(day)] == [day for day in WORKING if day.year == 2026]
    assert tuple(sum(day.month == month for day in WORKING if day.year == 2026) for month in range(1, 13)) == (
        WORKING_DAYS
    )


def test_the_year_has_its_eight_hours_a_working_day() -> None:
    start, end = datetime(2026, 1, 1, tzinfo=VIETNAM), datetime(2027, 1, 1, tzinfo=VIETNAM)
    assert working_minutes(start, end, CALENDAR) == 8 * 60 * sum(WORKING_DAYS)


@pytest.mark.parametrize("amount", [1, 3, 5, 10, 25])
def test_working_days_from_every_day_of_the_year(amount: int) -> None:
    for received in YEAR:
        opens = next(place for place, day in enumerate(WORKING) if day >= received)
        clock = time(10) if WORKING[opens] == received else time(7)
        expected = datetime.combine(WORKING[opens + amount], clock, VIETNAM)
        assert promised(received, time(10), procedure(amount, TimeUnit.WORKING_DAY)) == expected


@pytest.mark.parametrize(("clock", "days_later"), [(time(14, 59), 0), (time(15), 1), (time(17), 1), (time(6), 0)])
def test_the_three_o_clock_rule_on_every_day_of_the_year(clock: time, days_later: int) -> None:
    same_day = procedure(0, TimeUnit.SAME_DAY, after=time(15))
    for received in YEAR:
        opens = next(place for place, day in enumerate(WORKING) if day >= received)
        expected = WORKING[opens + (days_later if WORKING[opens] == received else 0)]
        assert promised(received, clock, same_day) == datetime.combine(expected, time(17), VIETNAM)


@pytest.mark.parametrize("amount", [10, 15, 30])
def test_calendar_days_from_every_day_of_the_year_end_on_a_working_day(amount: int) -> None:
    for received in YEAR:
        start = next(day for day in WORKING if day >= received)
        expected = next(day for day in WORKING if day >= start + timedelta(days=amount))
        assert promised(received, time(10), procedure(amount, TimeUnit.CALENDAR_DAY)).date() == expected


@pytest.mark.parametrize(
    ("received", "amount", "expected"),
    [
        (date(2026, 8, 20), 2, date(2026, 8, 22)),  # the make-up Saturday
        (date(2026, 8, 21), 2, date(2026, 8, 24)),
        (date(2026, 8, 27), 3, date(2026, 9, 4)),  # over 31/8, 1/9 and 2/9
        (date(2026, 11, 20), 3, date(2026, 11, 26)),  # over 24/11
        (date(2026, 4, 24), 2, date(2026, 4, 29)),  # over Giỗ Tổ in lieu
    ],
)
def test_working_days_over_the_odd_days_of_the_year(received: date, amount: int, expected: date) -> None:
    assert promised(received, time(9), procedure(amount, TimeUnit.WORKING_DAY)).date() == expected
