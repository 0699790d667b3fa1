"""The office's calendar: which days and hours it works, and the editable table behind it."""

from datetime import date, time

import pytest

from dossiers.calendars import DayKind, DayRule, WorkCalendar, national_days, read_days, vietnam_calendar, write_days
from dossiers.errors import InvalidInput
from dossiers.office import ORDINARY_HOURS, Hours

CALENDAR = vietnam_calendar()


@pytest.mark.parametrize(
    ("day", "works"),
    [
        (date(2024, 4, 29), False),  # swapped with Saturday 4/5
        (date(2024, 5, 4), True),
        (date(2025, 4, 26), True),  # works for Friday 2/5
        (date(2025, 5, 2), False),
        (date(2026, 2, 16), False),  # eve of Tết
        (date(2026, 4, 27), False),  # in lieu of Giỗ Tổ on a Sunday
        (date(2026, 8, 22), True),  # works for Monday 31/8
        (date(2026, 8, 31), False),
        (date(2026, 9, 1), False),
        (date(2026, 11, 24), False),  # Ngày Văn hóa Việt Nam, new in 2026
        (date(2025, 11, 24), True),
        (date(2027, 5, 3), False),
        (date(2019, 1, 5), True),  # a swap across New Year, for 31/12/2018
        (date(2018, 12, 31), False),
        (date(2026, 11, 23), True),
        (date(2026, 11, 21), False),
    ],
)
def test_the_office_opens_on_working_days_only(day: date, works: bool) -> None:
    assert CALENDAR.works(day) is works


def test_a_swap_nobody_has_verified_waits_until_the_office_enables_it() -> None:
    assert CALENDAR.works(date(2026, 1, 2))
    assert not CALENDAR.works(date(2026, 1, 10))
    enabled = {
        date(2026, 1, 2): DayRule(kind=DayKind.OFF_IN_LIEU, note="nghỉ bù"),
        date(2026, 1, 10): DayRule(kind=DayKind.MAKE_UP, note="làm bù"),
    }
    calendar = vietnam_calendar(overrides=enabled)
    assert not calendar.works(date(2026, 1, 2))
    assert calendar.works(date(2026, 1, 10))


def test_a_half_day_ends_at_noon_unless_it_says_otherwise() -> None:
    day = date(2026, 12, 31)
    half = vietnam_calendar(overrides={day: DayRule(kind=DayKind.HALF, note="nghỉ chiều")})
    assert half.hours_on(day) == (ORDINARY_HOURS[0],)
    afternoon = (Hours(start=time(13), end=time(16)),)
    own = vietnam_calendar(overrides={day: DayRule(kind=DayKind.HALF, note="nghỉ sáng", hours=afternoon)})
    assert own.hours_on(day) == afternoon


def test_every_year_it_knows_has_its_statutory_holidays() -> None:
    for year in (2015, 2026, 2099):
        off = [day for day, rule in national_days(year).items() if rule.kind is DayKind.OFF]
        assert len(off) >= 10
        assert {(1, 1), (4, 30), (5, 1), (9, 2)} <= {(day.month, day.day) for day in off}


def test_the_table_is_written_and_read_back() -> None:
    days = {
        date(2026, 12, 31): DayRule(kind=DayKind.HALF, note="nghỉ chiều", hours=ORDINARY_HOURS[:1]),
        date(2027, 1, 2): DayRule(kind=DayKind.MAKE_UP, note="làm bù", notice="TB 1/TB-UBND", verified=False),
    }
    assert read_days(write_days(days)) == days


@pytest.mark.parametrize(
    ("data", "part"),
    [
        (b"", "không đọc được"),
        (b"{}", "không đọc được"),
        (b"\xff", "không đọc được"),
        (b'[{"date":"2026-13-01","type":"nghi","note":"x"}]', "dòng 1"),
        (b'[{"date":"2026-01-01","type":"nghi","note":"x"},{"date":"2026-01-01","type":"nghi","note":"x"}]', "dòng 2"),
        (b'[{"date":"2026-01-01","type":"nghi","nots":"x"}]', "dòng 1"),
        (
            b'[{"date":"2026-01-01","type":"lam_bu","note":"x","hours":[{"start":"17:00:00","end":"07:00:00"}]}]',
            "Giờ làm việc",
        ),
    ],
)
def test_a_bad_table_is_refused_with_its_line(data: bytes, part: str) -> None:
    with pytest.raises(InvalidInput, match=part):
        read_days(data)


@pytest.mark.parametrize(
    "hours",
    [
        (),
        (Hours(start=time(9), end=time(9)),),
        (Hours(start=time(7), end=time(12)), Hours(start=time(11), end=time(17))),
        ORDINARY_HOURS[::-1],
    ],
)
def test_office_hours_that_make_no_day_are_refused(hours: tuple[Hours, ...]) -> None:
    with pytest.raises(InvalidInput):
        WorkCalendar(hours)
