"""A new holiday notice: which open dossiers it touches, what it proposes, and what it never does."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dossiers.calendars import DayKind, DayRule, WorkCalendar, vietnam_calendar, working_minutes
from dossiers.catalogue import Catalogue
from dossiers.clock import VIETNAM, local, say_time
from dossiers.deadlines import due
from dossiers.dossier import Appointment, Channel, Dossier, Pause, PauseCause, PaymentMode
from dossiers.holiday_sweep import Moved, reckon, sweep
from dossiers.people import Person
from dossiers.procedure import Duration, Extension, Procedure, TimeUnit
from dossiers.standing import is_overdue
from dossiers.status import Status

NOTICE = "TB 99/BNV"
BEFORE = vietnam_calendar()
NAME = "Nguyễn Thị Hồng Nhung"


def off(*days: date) -> dict[date, DayRule]:
    return {day: DayRule(kind=DayKind.OFF, note="nghỉ lễ mới", notice=NOTICE) for day in days}


def make_up(day: date) -> dict[date, DayRule]:
    return {day: DayRule(kind=DayKind.MAKE_UP, note="làm bù", notice=NOTICE)}


FRIDAY, SATURDAY = date(2026, 12, 11), date(2026, 12, 12)
AFTER = vietnam_calendar(overrides=off(FRIDAY))


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=VIETNAM).astimezone(UTC)


def kind(code: str, amount: int, unit: TimeUnit, extension: Extension | None = None) -> Procedure:
    duration = Duration(amount=amount, unit=unit, verified=True, extension=extension)
    return Procedure(code=code, name="Thủ tục", sector="Hộ tịch", duration=duration)


THREE_DAYS = kind("1.000003", 3, TimeUnit.WORKING_DAY, Extension(amount=2, reason="nhiều trang"))
FIFTEEN_CALENDAR_DAYS = kind("1.000015", 15, TimeUnit.CALENDAR_DAY)
TWELVE_HOURS = kind("1.000012", 12, TimeUnit.HOUR)
UNSTATED = kind("1.000099", 0, TimeUnit.UNSTATED)
CATALOGUE = Catalogue((THREE_DAYS, FIFTEEN_CALENDAR_DAYS, TWELVE_HOURS, UNSTATED), 1)
NOW = at("2026-12-10T08:00")


def dossier(procedure: Procedure, received: str, due_at: datetime | None = None, **changes: object) -> Dossier:
    received_at = at(received)
    appointment = due(procedure, received_at, BEFORE) if due_at is None else Appointment(due_at=due_at)
    taken = Dossier(
        id=UUID(int=1), code="H99.001-261209-0001", unit="H99.001", desk="Quầy 1", status=Status.RECEIVED,
        channel=Channel.COUNTER, procedure_code=procedure.code, procedure_version=1, procedure_name=procedure.name,
        sector="Hộ tịch", certification=False, owner=Person(name=NAME), filer=None, summary="", sets=1, papers=(),
        fees=(), payment=PaymentMode.CASH, return_place="", received_at=received_at, received_by="Lê Thị Hoa",
        appointment=appointment, original_due_at=appointment.due_at,
    )  # fmt: skip
    return replace(taken, **changes)  # type: ignore[arg-type]


def swept(what: Dossier, after: WorkCalendar = AFTER, now: datetime = NOW) -> Moved:
    (moved,) = sweep([what], BEFORE, after, CATALOGUE, now)
    return moved


def dates(moved: Moved) -> tuple[str, str]:
    return say_time(moved.due_before), say_time(moved.due_after)


def says(moved: Moved, *parts: str) -> bool:
    return all(any(part in reason for reason in moved.reasons) for part in parts)


@pytest.mark.parametrize(
    ("procedure", "received", "before", "after"),
    [
        (THREE_DAYS, "2026-12-09T09:00", "09:00 14/12/2026", "09:00 15/12/2026"),  # the holiday lies on the way
        (THREE_DAYS, "2026-12-08T09:00", "09:00 11/12/2026", "09:00 14/12/2026"),  # the holiday is the day itself
        (FIFTEEN_CALENDAR_DAYS, "2026-11-26T09:00", "09:00 11/12/2026", "09:00 14/12/2026"),
        (TWELVE_HOURS, "2026-12-10T09:00", "15:00 11/12/2026", "15:00 14/12/2026"),
    ],
)
def test_a_date_the_rule_counts_is_counted_anew(procedure: Procedure, received: str, before: str, after: str) -> None:
    moved = swept(dossier(procedure, received))
    assert dates(moved) == (before, after)
    assert not moved.stays
    assert says(moved, f"Ngày hẹn cũ: {before}", "Thứ sáu 11/12/2026: trước làm việc", NOTICE, f"lịch mới: {after}")
    assert moved.notice == NOTICE


def test_calendar_days_that_only_pass_a_holiday_are_not_touched() -> None:
    assert not sweep([dossier(FIFTEEN_CALENDAR_DAYS, "2026-12-01T09:00")], BEFORE, AFTER, CATALOGUE, NOW)


def test_the_extension_a_clerk_gave_is_given_again() -> None:
    received = "2026-12-08T09:00"
    longer = due(THREE_DAYS, at(received), BEFORE, extended=True)
    moved = swept(dossier(THREE_DAYS, received, longer.due_at))
    assert dates(moved) == ("09:00 15/12/2026", "09:00 16/12/2026")


def test_pauses_are_counted_on_the_new_calendar_too() -> None:
    """Friday off: one day less to work and one less to wait. Monday off: only the two hours before nine fall away."""
    received, asked, back = "2026-12-08T09:00", "2026-12-10T09:00", "2026-12-14T09:00"
    pause = Pause(cause=PauseCause.SUPPLEMENT, begun_at=at(asked), ended_at=at(back))
    plain = dossier(THREE_DAYS, received, pauses=(pause,))
    promised = reckon(plain, THREE_DAYS, BEFORE, extended=False)
    assert say_time(promised.due_at or NOW) == "09:00 15/12/2026"
    held = replace(plain, appointment=promised)
    assert not sweep([held], BEFORE, AFTER, CATALOGUE, at("2026-12-14T10:00"))
    monday_off = vietnam_calendar(overrides=off(date(2026, 12, 14)))
    assert dates(swept(held, monday_off, at("2026-12-14T10:00"))) == ("09:00 15/12/2026", "17:00 15/12/2026")


def test_one_who_is_waited_for_is_swept_with_the_clock_as_it_stood() -> None:
    pause = Pause(cause=PauseCause.DUTY, begun_at=at("2026-12-09T10:00"))
    waiting = dossier(THREE_DAYS, "2026-12-09T09:00", status=Status.AWAITING_PAYMENT, pauses=(pause,))
    assert dates(swept(waiting)) == ("09:00 14/12/2026", "09:00 15/12/2026")


# A promise in the citizen's hand


def test_a_make_up_saturday_never_brings_a_promise_forward() -> None:
    moved = swept(dossier(THREE_DAYS, "2026-12-10T09:00"), vietnam_calendar(overrides=make_up(SATURDAY)))
    assert moved.stays
    assert dates(moved)[1] == "09:00 15/12/2026"
    assert says(moved, "Tính lại theo lịch mới: 09:00 14/12/2026", "giữ ngày đã hẹn")


def test_a_swap_of_two_days_within_one_count_touches_nobody() -> None:
    swap = vietnam_calendar(overrides=off(FRIDAY) | make_up(SATURDAY))
    assert not sweep([dossier(THREE_DAYS, "2026-12-09T09:00")], BEFORE, swap, CATALOGUE, NOW)


def test_a_half_day_that_closes_before_the_hour_moves_to_the_next_day_at_that_hour() -> None:
    half = vietnam_calendar(overrides={FRIDAY: DayRule(kind=DayKind.HALF, note="nghỉ chiều", notice=NOTICE)})
    moved = swept(dossier(THREE_DAYS, "2026-12-08T15:00"), half)
    assert dates(moved) == ("15:00 11/12/2026", "15:00 14/12/2026")
    assert says(moved, "lúc đã hẹn nay không mở cửa")


# Dates no rule of ours made


def test_a_typed_date_stays_and_the_lost_time_is_said() -> None:
    typed = dossier(THREE_DAYS, "2026-12-09T09:00", at("2026-12-16T17:00"))
    moved = swept(typed)
    assert moved.stays
    assert says(moved, "bớt 8 giờ 00 phút làm việc", "Giữ nguyên, cán bộ xem lại")


def test_a_typed_date_on_which_the_office_is_now_closed_moves_to_the_next_day_at_that_hour() -> None:
    moved = swept(dossier(UNSTATED, "2026-12-01T09:00", at("2026-12-11T17:00")))
    assert dates(moved) == ("17:00 11/12/2026", "17:00 14/12/2026")
    assert says(moved, "nay không mở cửa")


def test_a_dossier_of_a_version_nobody_has_any_more_is_treated_as_typed() -> None:
    moved = swept(dossier(THREE_DAYS, "2026-12-08T09:00", procedure_version=7))
    assert dates(moved) == ("09:00 11/12/2026", "09:00 14/12/2026")
    assert says(moved, "cán bộ ghi hoặc chuyển từ sổ khác")


# Late means late


def test_what_is_late_is_listed_and_never_moved() -> None:
    late = dossier(THREE_DAYS, "2026-12-08T09:00")
    moved = swept(late, now=at("2026-12-11T09:01"))
    assert moved.late
    assert moved.stays
    assert says(moved, "đã quá hạn trước khi lịch thay đổi")
    once = swept(dossier(THREE_DAYS, "2026-12-09T09:00", late_since=at("2026-12-09T12:00")))
    assert once.late
    assert once.stays


@pytest.mark.parametrize("status", [Status.RESULT_READY, Status.RETURNED, Status.REFUSED, Status.VOIDED])
def test_only_open_work_is_swept(status: Status) -> None:
    done = dossier(THREE_DAYS, "2026-12-09T09:00", status=status, finished_at=at("2026-12-10T09:00"))
    assert not sweep([done], BEFORE, AFTER, CATALOGUE, NOW)


def test_without_a_date_or_a_changed_day_on_the_way_nothing_is_listed() -> None:
    undated = dossier(UNSTATED, "2026-12-09T09:00")
    over = dossier(THREE_DAYS, "2026-12-02T09:00")
    later = dossier(THREE_DAYS, "2026-12-14T09:00")
    assert not sweep([undated, over, later], BEFORE, AFTER, CATALOGUE, NOW)


def test_the_list_is_in_order_of_the_old_dates_and_names_nobody() -> None:
    first = dossier(THREE_DAYS, "2026-12-08T09:00", id=UUID(int=2), code="H99.001-261208-0009")
    found = sweep([dossier(THREE_DAYS, "2026-12-09T09:00"), first], BEFORE, AFTER, CATALOGUE, NOW)
    assert [moved.code for moved in found] == ["H99.001-261208-0009", "H99.001-261209-0001"]
    assert NAME not in repr(found)


def test_a_change_of_hours_names_the_first_days_and_counts_the_rest() -> None:
    shorter = WorkCalendar(BEFORE.hours[:1], BEFORE.days)
    moved = swept(dossier(FIFTEEN_CALENDAR_DAYS, "2026-12-01T15:00"), shorter)
    assert says(moved, "Và 7 ngày khác.")


# Whatever the notice says

notices = st.dictionaries(
    st.dates(date(2026, 12, 1), date(2027, 1, 31)),
    st.one_of(
        st.just(DayRule(kind=DayKind.OFF, note="nghỉ", notice=NOTICE)),
        st.just(DayRule(kind=DayKind.MAKE_UP, note="làm bù", notice=NOTICE)),
        st.just(DayRule(kind=DayKind.HALF, note="nửa ngày", notice=NOTICE)),
    ),
    max_size=8,
)
moments = st.builds(
    lambda day, minute: (datetime.combine(day, time(), VIETNAM) + timedelta(minutes=minute)),
    st.dates(date(2026, 11, 25), date(2027, 1, 15)),
    st.integers(0, 1439),
)
procedures = st.sampled_from([THREE_DAYS, FIFTEEN_CALENDAR_DAYS, TWELVE_HOURS])


@settings(deadline=None, max_examples=300)
@given(procedures, moments, notices, st.integers(0, 30 * 1440))
def test_no_notice_cures_lateness_and_none_breaks_a_promise(
    procedure: Procedure, received: datetime, days: Mapping[date, DayRule], age: int
) -> None:
    after = vietnam_calendar(overrides=days)
    what = dossier(procedure, received.strftime("%Y-%m-%dT%H:%M"))
    now = received + timedelta(minutes=age)
    fresh = reckon(what, procedure, after, extended=False).due_at
    assert fresh is not None
    for moved in sweep([what], BEFORE, after, CATALOGUE, now):
        assert moved.due_after >= moved.due_before
        assert moved.late == is_overdue(what, now)
        assert moved.stays or not moved.late
        if not moved.late:
            assert moved.due_after >= fresh
            closing = moved.due_after - timedelta(minutes=1)
            assert any(working_minutes(at, at + timedelta(minutes=1), after) for at in (closing, moved.due_after))
        return
    assert fresh == what.appointment.due_at
    assert local(fresh).date() not in days or after.hours_on(local(fresh).date())
