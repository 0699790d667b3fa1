"""Deadlines: the law's count on the office's calendar, against an oracle that walks minute by minute."""

from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dossiers.calendars import (
    DayKind,
    DayRule,
    WorkCalendar,
    add_working_minutes,
    national_days,
    vietnam_calendar,
    working_minutes,
)
from dossiers.clock import VIETNAM, local, say_time
from dossiers.deadlines import after_pause, due, paused_due
from dossiers.dossier import Appointment, Channel
from dossiers.errors import KnownError
from dossiers.office import ORDINARY_HOURS, Hours
from dossiers.procedure import Duration, Procedure, TimeUnit

CALENDAR = vietnam_calendar()
MINUTE = timedelta(minutes=1)
FIVE_WORKING_DAYS = Duration(amount=5, unit=TimeUnit.WORKING_DAY, verified=True)


def at(text: str) -> datetime:
    """Vietnamese wall time as the UTC instant verbs work with."""
    return datetime.fromisoformat(text).replace(tzinfo=VIETNAM).astimezone(UTC)


def procedure(duration: Duration | None, online: Duration | None = None) -> Procedure:
    return Procedure(code="1.000001", name="Thủ tục", sector="Hộ tịch", duration=duration, online_duration=online)


def counted(unit: TimeUnit, amount: int, received: str, after: time | None = None) -> Appointment:
    duration = Duration(amount=amount, unit=unit, after=after, verified=True)
    return due(procedure(duration), at(received), CALENDAR)


def when(appointment: Appointment) -> str:
    assert appointment.due_at is not None
    return say_time(appointment.due_at)


def says(appointment: Appointment, *parts: str) -> bool:
    return all(any(part in reason for reason in appointment.reasons) for part in parts)


def test_a_calendar_without_any_open_day_says_so() -> None:
    closed = {date(2026, 1, 1) + timedelta(days=n): DayRule(kind=DayKind.OFF, note="đóng") for n in range(900)}
    with pytest.raises(KnownError, match="không có ngày mở cửa"):
        due(procedure(FIVE_WORKING_DAYS), at("2026-02-02T09:00"), WorkCalendar(ORDINARY_HOURS, closed))


@pytest.mark.parametrize(
    ("received", "expected"),
    [
        ("2026-11-23T06:30", "17:00 23/11/2026"),
        ("2026-11-23T14:59", "17:00 23/11/2026"),
        ("2026-11-23T12:00", "17:00 23/11/2026"),
        ("2026-11-23T15:00", "17:00 25/11/2026"),  # 24/11 is a holiday
        ("2026-11-23T17:00", "17:00 25/11/2026"),
        ("2026-11-20T15:30", "17:00 23/11/2026"),
        ("2026-11-21T09:00", "17:00 23/11/2026"),
        ("2026-08-21T16:00", "17:00 22/08/2026"),  # a make-up Saturday
    ],
)
def test_same_day_results_and_the_rule_of_three_o_clock(received: str, expected: str) -> None:
    appointment = counted(TimeUnit.SAME_DAY, 0, received, after=time(15))
    assert when(appointment) == expected
    assert says(appointment, "trong ngày", "Mốc 15:00")


def test_without_a_cut_off_a_same_day_result_is_due_at_the_close() -> None:
    assert when(counted(TimeUnit.SAME_DAY, 0, "2026-11-23T16:59")) == "17:00 23/11/2026"


@pytest.mark.parametrize(
    ("received", "amount", "expected"),
    [
        ("2026-11-16T09:15", 3, "09:15 19/11/2026"),
        ("2026-11-19T09:15", 3, "09:15 25/11/2026"),  # weekend and 24/11
        ("2026-11-20T18:00", 1, "07:00 25/11/2026"),  # starts Monday 23/11
        ("2026-11-23T12:10", 1, "13:30 25/11/2026"),
        ("2026-11-16T11:30", 1, "13:30 17/11/2026"),  # the very minute of closing is outside
        ("2026-11-16T17:00", 1, "07:00 18/11/2026"),
        ("2026-08-20T10:00", 2, "10:00 22/08/2026"),
        ("2026-02-13T08:00", 1, "08:00 23/02/2026"),  # across Tết
    ],
)
def test_working_days_keep_the_clock_time(received: str, amount: int, expected: str) -> None:
    assert when(counted(TimeUnit.WORKING_DAY, amount, received)) == expected


def test_calendar_days_and_months_roll_forward_to_a_working_day() -> None:
    assert when(counted(TimeUnit.CALENDAR_DAY, 15, "2026-11-09T10:00")) == "10:00 25/11/2026"
    assert when(counted(TimeUnit.CALENDAR_DAY, 2, "2026-08-20T10:00")) == "10:00 22/08/2026"
    assert when(counted(TimeUnit.MONTH, 1, "2026-12-31T10:00")) == "10:00 01/02/2027"
    assert when(counted(TimeUnit.MONTH, 1, "2027-03-31T10:00")) == "10:00 04/05/2027"  # 30/4, 1/5, 3/5 in lieu
    assert when(counted(TimeUnit.MONTH, 12, "2028-02-29T10:00")) == "10:00 28/02/2029"


def test_hours_are_working_hours() -> None:
    assert when(counted(TimeUnit.HOUR, 8, "2026-11-23T16:00")) == "16:00 25/11/2026"
    assert when(counted(TimeUnit.HOUR, 1, "2026-11-23T11:00")) == "14:00 23/11/2026"


def test_a_due_time_after_a_half_days_close_moves_to_that_close() -> None:
    half = vietnam_calendar(overrides={date(2026, 12, 31): DayRule(kind=DayKind.HALF, note="nghỉ chiều")})
    duration = Duration(amount=1, unit=TimeUnit.WORKING_DAY, verified=True)
    appointment = due(procedure(duration), at("2026-12-30T15:00"), half)
    assert when(appointment) == "11:30 31/12/2026"
    assert says(appointment, "không mở cửa lúc 15:00", "chỉ làm việc nửa ngày: nghỉ chiều")


def test_the_reasons_tell_the_whole_count() -> None:
    appointment = counted(TimeUnit.WORKING_DAY, 3, "2026-11-20T18:10")
    assert when(appointment) == "07:00 27/11/2026"
    assert appointment.reasons == (
        "Thời hạn giải quyết: 3 ngày làm việc.",
        "Tiếp nhận lúc 18:10, sau giờ làm việc; tính từ 07:00 23/11/2026.",
        "Ngày 23/11/2026 không tính; đủ 3 ngày làm việc vào 27/11/2026.",
        "Không tính 24/11/2026: Ngày Văn hóa Việt Nam.",
        "Không tính 2 ngày thứ bảy, chủ nhật.",
    )


@pytest.mark.parametrize(
    ("unit", "amount", "received", "part"),
    [
        (TimeUnit.WORKING_DAY, 1, "2026-11-21T09:00", "Tiếp nhận thứ bảy 21/11/2026, ngày không làm việc"),
        (TimeUnit.WORKING_DAY, 1, "2026-11-24T09:00", "Ngày Văn hóa Việt Nam"),
        (TimeUnit.WORKING_DAY, 1, "2026-11-23T06:00", "trước giờ làm việc"),
        (TimeUnit.WORKING_DAY, 1, "2026-11-23T12:00", "trong giờ nghỉ trưa"),
        (TimeUnit.WORKING_DAY, 2, "2026-08-20T09:00", "Có tính 22/08/2026 (thứ bảy): làm bù cho ngày 31/08/2026"),
        (TimeUnit.CALENDAR_DAY, 1, "2026-11-23T09:00", "Ngày 24/11/2026 không làm việc; hẹn sang 25/11/2026"),
        (TimeUnit.SAME_DAY, 0, "2026-11-23T14:00", "trước giờ đó thì trả trong ngày"),
    ],
)
def test_each_step_of_the_count_has_its_sentence(unit: TimeUnit, amount: int, received: str, part: str) -> None:
    assert says(counted(unit, amount, received, after=time(15)), part)


def test_online_dossiers_have_their_own_time_where_the_law_gives_one() -> None:
    both = procedure(FIVE_WORKING_DAYS, Duration(amount=1, unit=TimeUnit.WORKING_DAY, verified=True))
    received = at("2026-11-16T09:00")
    assert when(due(both, received, CALENDAR, Channel.ONLINE)) == "09:00 17/11/2026"
    assert when(due(both, received, CALENDAR, Channel.POST)) == "09:00 23/11/2026"
    assert when(due(procedure(FIVE_WORKING_DAYS), received, CALENDAR, Channel.ONLINE)) == "09:00 23/11/2026"


@pytest.mark.parametrize("duration", [None, Duration(amount=0, unit=TimeUnit.UNSTATED, note="nhiều giai đoạn")])
def test_without_a_stated_time_there_is_no_appointment(duration: Duration | None) -> None:
    appointment = due(procedure(duration), at("2026-11-16T09:00"), CALENDAR)
    assert appointment.due_at is None
    assert says(appointment, "cán bộ ghi ngày hẹn")


def test_an_unverified_time_says_so() -> None:
    unsure = Duration(amount=3, unit=TimeUnit.WORKING_DAY, note="khi cần xác minh không quá 23 ngày")
    appointment = due(procedure(unsure), at("2026-11-16T09:00"), CALENDAR)
    assert says(appointment, "chưa xác minh", "Ghi chú: khi cần xác minh không quá 23 ngày.")


# The pause


def test_waiting_for_papers_moves_the_due_time_by_the_working_time_it_took() -> None:
    asked, answered = at("2026-11-16T16:00"), at("2026-11-18T08:30")
    assert say_time(paused_due(at("2026-11-19T09:00"), asked, answered, CALENDAR)) == "11:30 20/11/2026"
    told = after_pause(Appointment(due_at=at("2026-11-19T09:00"), reasons=("Trước đó.",)), asked, answered, CALENDAR)
    assert when(told) == "11:30 20/11/2026"
    assert told.reasons[0] == "Trước đó."
    assert "cộng thêm 10 giờ 30 phút" in told.reasons[1]


def test_a_weekend_of_waiting_costs_nobody_a_minute() -> None:
    due_at = at("2026-11-23T17:00")
    assert paused_due(due_at, at("2026-11-20T17:00"), at("2026-11-23T07:00"), CALENDAR) == due_at


def test_a_dossier_without_an_appointment_has_none_after_waiting() -> None:
    unset = Appointment(due_at=None)
    assert after_pause(unset, at("2026-11-16T09:00"), at("2026-11-17T09:00"), CALENDAR) == unset


# The oracle: nothing but minutes, one after the other

ODD_DAYS = {
    date(2026, 12, 30): DayRule(kind=DayKind.HALF, note="nghỉ chiều"),
    date(2026, 12, 31): DayRule(kind=DayKind.OFF, note="nghỉ"),
    date(2027, 1, 2): DayRule(kind=DayKind.MAKE_UP, note="làm bù", hours=(Hours(start=time(8), end=time(10)),)),
}
ODD = vietnam_calendar(overrides=ODD_DAYS)
SPECIAL = (date(2026, 12, 30), date(2026, 2, 13), date(2026, 8, 21), date(2026, 11, 23), date(2028, 1, 21))


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


national = cache(national_days)


def is_open(instant: datetime) -> bool:
    """Whether the office works in the minute that begins now."""
    wall = local(instant)
    return wall.hour * 60 + wall.minute in open_minutes(wall.date())


def walk(instant: datetime, until: Callable[[datetime], bool]) -> datetime:
    while not until(instant):
        instant += MINUTE
    return instant


days_near_odd_ones = st.one_of(
    st.dates(date(2016, 1, 1), date(2040, 12, 31)),
    st.tuples(st.sampled_from(SPECIAL), st.integers(-3, 9)).map(lambda pair: pair[0] + timedelta(days=pair[1])),
)
instants = st.builds(
    lambda day, minute: datetime.combine(day, time(), VIETNAM).astimezone(UTC) + minute * MINUTE,
    days_near_odd_ones,
    st.integers(0, 1439),
)


@settings(deadline=None, max_examples=300)
@given(instants, st.integers(0, 4 * 1440))
def test_working_minutes_are_the_minutes_a_clerk_would_count(start: datetime, length: int) -> None:
    expected = sum(is_open(start + minute * MINUTE) for minute in range(length))
    assert working_minutes(start, start + length * MINUTE, ODD) == expected


@settings(deadline=None, max_examples=300)
@given(instants, st.integers(0, 1100))
def test_adding_minutes_ends_at_the_minute_a_clerk_would_reach(start: datetime, minutes: int) -> None:
    left, instant = minutes, start
    while left:
        left -= is_open(instant)
        instant += MINUTE
    assert add_working_minutes(start, minutes, ODD) == instant
    assert working_minutes(start, instant, ODD) == minutes


@settings(deadline=None, max_examples=300)
@given(instants, st.integers(1, 4))
def test_working_days_match_a_walk_through_the_days(received: datetime, amount: int) -> None:
    duration = Duration(amount=amount, unit=TimeUnit.WORKING_DAY, verified=True)
    appointment = due(procedure(duration), received, ODD)
    start = local(walk(received, is_open))
    day, left = start.date(), amount
    while left:
        day += timedelta(days=1)
        left -= bool(open_minutes(day))
    assert appointment.due_at is not None
    assert local(appointment.due_at).date() == day
    wanted = datetime.combine(day, start.time(), VIETNAM)
    assert appointment.due_at == wanted or not is_open(wanted)


@settings(deadline=None, max_examples=300)
@given(instants)
def test_same_day_results_end_with_a_working_day(received: datetime) -> None:
    duration = Duration(amount=0, unit=TimeUnit.SAME_DAY, after=time(15), verified=True)
    appointment = due(procedure(duration), received, ODD)
    due_at = appointment.due_at
    assert due_at is not None
    assert due_at > received
    assert is_open(due_at - MINUTE)
    start = walk(received, is_open)
    assert not is_open(due_at)
    if local(received).time() < time(15) and local(start).date() == local(received).date():
        assert local(due_at).date() == local(received).date()


@settings(deadline=None, max_examples=300)
@given(instants, instants, st.integers(0, 6 * 1440))
def test_a_pause_lasts_as_long_as_the_office_worked_meanwhile(due_at: datetime, asked: datetime, length: int) -> None:
    resumed = asked + length * MINUTE
    moved = paused_due(due_at, asked, resumed, ODD)
    assert working_minutes(due_at, moved, ODD) == working_minutes(asked, resumed, ODD)


@settings(deadline=None, max_examples=300)
@given(instants, st.sampled_from(TimeUnit), st.integers(1, 40))
def test_whatever_the_rule_the_office_is_open_when_the_citizen_comes(
    received: datetime, unit: TimeUnit, amount: int
) -> None:
    appointment = due(procedure(Duration(amount=amount, unit=unit, after=time(15))), received, ODD)
    if unit is not TimeUnit.UNSTATED:
        assert appointment.due_at is not None
        assert appointment.due_at > received
        assert is_open(appointment.due_at) or is_open(appointment.due_at - MINUTE)
    assert all(reason.endswith(".") and "{" not in reason for reason in appointment.reasons)
