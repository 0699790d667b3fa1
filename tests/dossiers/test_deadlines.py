"""Deadlines: the law's count on the office's calendar, day by day, with what is said of it."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import pytest

from dossiers.calendars import DayKind, DayRule, WorkCalendar, vietnam_calendar
from dossiers.catalogue import load_builtin
from dossiers.clock import VIETNAM, say_time
from dossiers.deadlines import after_pause, due, paused_due
from dossiers.dossier import Appointment, Channel, PauseCause, Stage
from dossiers.dry_run import dry_run
from dossiers.errors import InvalidInput, KnownError
from dossiers.office import ORDINARY_HOURS
from dossiers.procedure import Duration, Procedure, TimeUnit

CALENDAR = vietnam_calendar()
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


def test_a_procedure_without_appointments_promises_no_date_whatever_its_time() -> None:
    appointment = due(replace(procedure(FIVE_WORKING_DAYS), appointment=False), at("2026-11-16T09:00"), CALENDAR)
    assert appointment.due_at is None
    assert appointment.legal_time == "5 ngày làm việc"
    assert appointment.reasons == ("Thủ tục này không hẹn ngày trả kết quả.",)


# Two stages


def test_two_stages_have_two_dates_and_each_its_reasons() -> None:
    second = Duration(amount=10, unit=TimeUnit.CALENDAR_DAY, verified=True)
    two = replace(procedure(FIVE_WORKING_DAYS), second_duration=second)
    appointment = due(two, at("2026-11-16T09:00"), CALENDAR)
    assert appointment.second_stage == Stage(begins_at=at("2026-11-23T09:00"), due_at=at("2026-12-03T09:00"))
    assert when(appointment) == "09:00 23/11/2026"
    assert appointment.legal_time == "5 ngày làm việc; giai đoạn 2: 10 ngày"
    assert appointment.reasons[-2:] == (
        "Giai đoạn 2: tính từ 09:00 23/11/2026, thời hạn 10 ngày; hẹn 09:00 03/12/2026.",
        "Giai đoạn 2: ngày 23/11/2026 không tính; hết thời hạn vào 03/12/2026.",
    )


def test_a_second_stage_that_begins_at_the_close_counts_from_the_next_morning() -> None:
    one_day = Duration(amount=1, unit=TimeUnit.WORKING_DAY, verified=True)
    same_day = replace(procedure(Duration(amount=0, unit=TimeUnit.SAME_DAY)), second_duration=one_day)
    stage = due(same_day, at("2026-11-23T09:00"), CALENDAR).second_stage
    assert stage == Stage(begins_at=at("2026-11-23T17:00"), due_at=at("2026-11-26T07:00"))


def test_a_second_stage_without_a_stated_time_has_no_date() -> None:
    unstated = replace(procedure(FIVE_WORKING_DAYS), second_duration=Duration(amount=0, unit=TimeUnit.UNSTATED))
    appointment = due(unstated, at("2026-11-16T09:00"), CALENDAR)
    assert appointment.second_stage is None
    assert appointment.legal_time == "5 ngày làm việc; giai đoạn 2: chưa quy định"


# More time by law


@pytest.mark.parametrize(
    ("code", "ordinary", "extended", "legal_time"),
    [
        ("2.000815", "17:00 23/11/2026", "17:00 26/11/2026", "trong ngày, kéo dài thêm 2 ngày làm việc"),
        ("1.000894", "17:00 23/11/2026", "09:00 01/12/2026", "trong ngày, kéo dài đến 5 ngày làm việc"),
        ("1.004873", "09:00 27/11/2026", "09:00 16/12/2026", "3 ngày làm việc, kéo dài đến 23 ngày"),
        ("1.004859", "09:00 27/11/2026", "09:00 02/12/2026", "3 ngày làm việc, kéo dài thêm 3 ngày làm việc"),
        ("1.004884", "09:00 01/12/2026", "09:00 28/12/2026", "5 ngày làm việc, kéo dài thêm 25 ngày"),
    ],
)
def test_the_law_s_extensions_are_given_only_when_asked_for(
    code: str, ordinary: str, extended: str, legal_time: str
) -> None:
    kind, received = load_builtin().get(code, date(2026, 11, 23)), at("2026-11-23T09:00")
    plain, longer = due(kind, received, CALENDAR), due(kind, received, CALENDAR, extended=True)
    assert (when(plain), when(longer)) == (ordinary, extended)
    assert says(plain, "Luật cho phép kéo dài", "ngày hẹn này chưa tính")
    assert longer.legal_time.startswith(legal_time)
    assert says(longer, "Theo luật, kéo dài")


def test_an_unverified_extension_makes_the_date_unsure() -> None:
    copies = load_builtin().get("2.000815", date(2026, 11, 23))
    assert not says(due(copies, at("2026-11-23T09:00"), CALENDAR), "cán bộ xem lại")
    assert says(due(copies, at("2026-11-23T09:00"), CALENDAR, extended=True), "cán bộ xem lại")


def test_where_the_law_gives_no_extension_none_is_given() -> None:
    with pytest.raises(InvalidInput, match="không có thời gian kéo dài"):
        due(procedure(FIVE_WORKING_DAYS), at("2026-11-16T09:00"), CALENDAR, extended=True)


# The hint at the counter


@pytest.mark.parametrize(
    ("duration", "now", "changes_at", "becomes"),
    [
        (Duration(amount=0, unit=TimeUnit.SAME_DAY, after=time(15)), "2026-11-23T14:10:30", "15:00 23/11/2026",
         "17:00 25/11/2026"),
        (Duration(amount=0, unit=TimeUnit.SAME_DAY, after=time(15)), "2026-11-23T15:10", "15:00 25/11/2026",
         "17:00 26/11/2026"),
        (Duration(amount=3, unit=TimeUnit.WORKING_DAY), "2026-11-20T09:00", "17:00 20/11/2026", "07:00 27/11/2026"),
        (Duration(amount=4, unit=TimeUnit.HOUR), "2026-11-20T09:00", "11:01 20/11/2026", "07:01 23/11/2026"),
        (Duration(amount=1, unit=TimeUnit.MONTH), "2027-01-29T09:00", "17:00 01/02/2027", "07:00 02/03/2027"),
    ],
)  # fmt: skip
def test_the_hint_says_when_the_answer_changes(duration: Duration, now: str, changes_at: str, becomes: str) -> None:
    today, later = dry_run(procedure(duration), at(now), CALENDAR)
    assert today.appointment == due(procedure(duration), at(now), CALENDAR)
    assert say_time(later.when) == changes_at
    assert when(later.appointment) == becomes


def test_without_an_appointment_there_is_nothing_to_wait_for() -> None:
    (only,) = dry_run(procedure(None), at("2026-11-20T09:00"), CALENDAR)
    assert only.appointment.due_at is None


# The pause


def test_waiting_for_papers_moves_the_due_time_by_the_working_time_it_took() -> None:
    asked, answered = at("2026-11-16T16:00"), at("2026-11-18T08:30")
    assert say_time(paused_due(at("2026-11-19T09:00"), asked, answered, CALENDAR)) == "11:30 20/11/2026"
    told = after_pause(Appointment(due_at=at("2026-11-19T09:00"), reasons=("Trước đó.",)), asked, answered, CALENDAR)
    assert when(told) == "11:30 20/11/2026"
    assert told.reasons[0] == "Trước đó."
    assert "cộng thêm 10 giờ 30 phút" in told.reasons[1]


def test_waiting_for_a_financial_duty_is_said_so() -> None:
    told = after_pause(
        Appointment(due_at=at("2026-11-19T09:00")), at("2026-11-16T16:00"), at("2026-11-16T17:00"), CALENDAR,
        PauseCause.DUTY,
    )  # fmt: skip
    (reason,) = told.reasons
    assert reason.startswith("Chờ nghĩa vụ tài chính từ 16:00 16/11/2026 đến 17:00 16/11/2026")
    assert "1 giờ 00 phút" in reason


def test_a_wait_in_the_second_stage_leaves_the_first_as_it_was() -> None:
    stage = Stage(begins_at=at("2026-11-16T09:00"), due_at=at("2026-11-20T09:00"))
    before = Appointment(due_at=stage.begins_at, second_stage=stage)
    after = after_pause(before, at("2026-11-17T09:00"), at("2026-11-18T09:00"), CALENDAR)
    assert after.due_at == before.due_at
    assert after.second_stage == Stage(begins_at=stage.begins_at, due_at=at("2026-11-23T09:00"))


def test_a_weekend_of_waiting_costs_nobody_a_minute() -> None:
    due_at = at("2026-11-23T17:00")
    assert paused_due(due_at, at("2026-11-20T17:00"), at("2026-11-23T07:00"), CALENDAR) == due_at


def test_a_dossier_without_an_appointment_has_none_after_waiting() -> None:
    unset = Appointment(due_at=None)
    assert after_pause(unset, at("2026-11-16T09:00"), at("2026-11-17T09:00"), CALENDAR) == unset
