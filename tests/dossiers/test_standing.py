"""How a dossier stands: late means late, and no act can make it look otherwise."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossiers.calendars import WorkCalendar
from dossiers.dossier import Appointment, Channel, Dossier, Pause, PauseCause, PaymentMode
from dossiers.office import ORDINARY_HOURS
from dossiers.people import Person
from dossiers.standing import Outcome, Standing, is_overdue, outcome, standing, standing_of
from dossiers.status import WAITING, WORDS, Status

CALENDAR = WorkCalendar(ORDINARY_HOURS)
RECEIVED = datetime(2026, 11, 16, 2, 0, tzinfo=UTC)  # 09:00, a Monday
DUE = datetime(2026, 11, 19, 2, 0, tzinfo=UTC)  # 09:00, the Thursday after
DAY = timedelta(days=1)


def dossier(status: Status = Status.RECEIVED, **changes: object) -> Dossier:
    taken = Dossier(
        id=UUID(int=1), code="H55.242-261116-0001", unit="H55.242", desk="Quầy 1", status=status,
        channel=Channel.COUNTER, procedure_code="1.004873", procedure_version=1, procedure_name="Xác nhận",
        sector="Hộ tịch", certification=False, owner=Person(name="Nguyễn Văn An"), filer=None, summary="", sets=1,
        papers=(), fees=(), payment=PaymentMode.CASH, return_place="", received_at=RECEIVED, received_by="Lê Thị Hoa",
        appointment=Appointment(due_at=DUE), original_due_at=DUE,
    )  # fmt: skip
    return replace(taken, **changes)  # type: ignore[arg-type]


def waiting(asked_at: datetime) -> Dossier:
    pause = Pause(cause=PauseCause.SUPPLEMENT, begun_at=asked_at)
    return dossier(Status.AWAITING_SUPPLEMENT, pauses=(pause,))


def test_in_time_it_says_the_working_days_left() -> None:
    assert standing(dossier(), RECEIVED, CALENDAR) == Standing("Đã tiếp nhận", "còn {days} ngày làm việc", "info", 3)
    friday = dossier(appointment=Appointment(due_at=DUE + 4 * DAY))
    assert standing(friday, RECEIVED, CALENDAR).modifier == "còn 5 ngày làm việc"
    assert standing(friday, RECEIVED, None).modifier == "còn 7 ngày"


def test_on_the_day_itself_it_warns() -> None:
    assert standing(dossier(), DUE - timedelta(hours=2), CALENDAR) == Standing(
        "Đã tiếp nhận", "Đến hạn hôm nay", "warn"
    )


@pytest.mark.parametrize(
    ("late_by", "days"),
    [(timedelta(milliseconds=1), 1), (timedelta(hours=5), 1), (timedelta(hours=25), 1), (2 * DAY, 2), (9 * DAY, 9)],
)
def test_late_is_said_in_days_and_never_less_than_one(late_by: timedelta, days: int) -> None:
    assert standing(dossier(), DUE + late_by, CALENDAR) == Standing("Đã tiếp nhận", "Quá hạn {days} ngày", "bad", days)


def test_the_appointed_instant_itself_is_in_time() -> None:
    assert not is_overdue(dossier(), DUE)
    assert outcome(dossier(Status.RESULT_READY, finished_at=DUE)) == "on_time"


def test_waiting_for_papers_stops_the_clock_where_it_was() -> None:
    assert not is_overdue(waiting(DUE - DAY), DUE + 30 * DAY)
    assert standing(waiting(DUE - DAY), DUE + 30 * DAY, CALENDAR) == Standing("Chờ bổ sung", "", "hold")
    assert standing(waiting(DUE + DAY), DUE + 30 * DAY, CALENDAR).modifier == "Quá hạn 1 ngày"


def test_what_was_finished_in_time_stays_in_time_though_nobody_fetches_it() -> None:
    ready = dossier(Status.RESULT_READY, finished_at=DUE - DAY)
    assert standing(ready, DUE + 30 * DAY, CALENDAR) == Standing("Có kết quả", "", "ok")
    assert outcome(ready) == "early"


def test_a_dossier_returned_late_stays_late() -> None:
    returned = dossier(Status.RETURNED, finished_at=DUE + 2 * DAY)
    assert is_overdue(returned, DUE + 400 * DAY)
    assert standing(returned, DUE + 400 * DAY, CALENDAR) == Standing("Đã trả", "Quá hạn {days} ngày", "idle", 2)
    assert outcome(returned) == "late"


def test_conditional_reception_is_shown_while_work_goes_on() -> None:
    assert standing(dossier(conditional=True), RECEIVED, CALENDAR) == Standing("Đã tiếp nhận", "Có điều kiện", "warn")
    done = dossier(Status.RETURNED, conditional=True, finished_at=DUE)
    assert standing(done, DUE, CALENDAR).modifier == ""


def test_without_an_appointment_nothing_is_late() -> None:
    open_ended = dossier(appointment=Appointment(due_at=None))
    assert standing(open_ended, DUE + 99 * DAY, CALENDAR) == Standing("Đã tiếp nhận", "", "info")
    assert outcome(replace(open_ended, finished_at=DUE, status=Status.RETURNED)) == "on_time"


def test_a_voided_dossier_is_never_late() -> None:
    assert standing(dossier(Status.VOIDED, finished_at=DUE + DAY), DUE + DAY, None) == Standing("Đã hủy", "", "idle")


def test_every_state_has_its_word_and_tone() -> None:
    for status in Status:
        assert standing_of(status, None, RECEIVED).word == WORDS[status]


@pytest.mark.parametrize(
    ("offset", "expected"),
    [(-DAY, "early"), (-timedelta(minutes=1), "on_time"), (timedelta(minutes=1), "late"), (None, "open")],
)
def test_outcomes_for_statistics(offset: timedelta | None, expected: Outcome) -> None:
    finished = dossier(Status.RESULT_READY, finished_at=None if offset is None else DUE + offset)
    assert outcome(finished) == expected


@given(st.sampled_from(sorted(set(Status) - WAITING)), st.integers(-9999, 9999), st.booleans())
def test_a_list_row_and_its_dossier_say_the_same(status: Status, minutes: int, finished: bool) -> None:
    now = DUE + timedelta(minutes=minutes)
    ended = DUE + timedelta(minutes=minutes - 60) if finished else None
    one = dossier(status, finished_at=ended)
    row = standing_of(status, DUE, now, stopped_at=ended, calendar=CALENDAR)
    assert standing(one, now, CALENDAR) == row
    assert row.modifier.startswith("Quá hạn") is is_overdue(one, now)
