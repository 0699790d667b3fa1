"""Deadlines against an oracle that walks minute by minute, over ordinary days and very odd ones."""

from dataclasses import replace
from datetime import datetime, time

from hypothesis import given, settings
from hypothesis import strategies as st

from dossiers.calendars import add_working_minutes, working_minutes
from dossiers.clock import local, local_date
from dossiers.deadlines import after_pause, due, paused_due
from dossiers.dossier import Appointment
from dossiers.dry_run import dry_run
from dossiers.procedure import Duration, Extension, Procedure, TimeUnit
from tests.dossiers.minute_oracle import (
    MINUTE,
    ODD,
    count_on,
    durations,
    expected,
    extensions,
    instants,
    is_open,
    walk,
)

waits = st.integers(0, 6 * 1440)
many = settings(deadline=None, max_examples=300)


def procedure(duration: Duration, second: Duration | None = None) -> Procedure:
    return Procedure(code="1.000001", name="Thủ tục", sector="Hộ tịch", duration=duration, second_duration=second)


def due_at(appointment: Appointment) -> datetime:
    assert appointment.due_at is not None
    return appointment.due_at


@many
@given(instants, st.integers(0, 4 * 1440))
def test_working_minutes_are_the_minutes_a_clerk_would_count(start: datetime, length: int) -> None:
    counted = sum(is_open(start + minute * MINUTE) for minute in range(length))
    assert working_minutes(start, start + length * MINUTE, ODD) == counted


@many
@given(instants, st.integers(0, 1100))
def test_adding_minutes_ends_at_the_minute_a_clerk_would_reach(start: datetime, minutes: int) -> None:
    left, instant = minutes, start
    while left:
        left -= is_open(instant)
        instant += MINUTE
    assert add_working_minutes(start, minutes, ODD) == instant
    assert working_minutes(start, instant, ODD) == minutes


@many
@given(durations, instants)
def test_every_unit_ends_where_the_walk_ends(duration: Duration, received: datetime) -> None:
    assert due_at(due(procedure(duration), received, ODD)) == expected(duration, received)


@many
@given(durations, durations, instants)
def test_the_second_stage_begins_when_the_first_is_due(first: Duration, second: Duration, received: datetime) -> None:
    appointment = due(procedure(first, second), received, ODD)
    stage = appointment.second_stage
    assert stage is not None
    assert due_at(appointment) == stage.begins_at == expected(first, received)
    assert stage.due_at == expected(second, stage.begins_at)
    assert stage.due_at > stage.begins_at


@many
@given(durations, extensions, instants)
def test_an_extension_is_added_at_the_end_or_stands_for_the_whole(
    duration: Duration, extension: Extension, received: datetime
) -> None:
    plain = procedure(duration)
    longer = procedure(replace(duration, extension=extension))
    assert due_at(due(longer, received, ODD)) == due_at(due(plain, received, ODD))
    begin = walk(received, is_open) if extension.total else expected(duration, received)
    assert due_at(due(longer, received, ODD, extended=True)) == count_on(extension, local(begin))


@many
@given(durations, durations, instants)
def test_whatever_the_rule_the_office_is_open_when_the_citizen_comes(
    first: Duration, second: Duration, received: datetime
) -> None:
    appointment = due(procedure(first, second), received, ODD)
    assert appointment.second_stage is not None
    for instant in (due_at(appointment), appointment.second_stage.due_at):
        assert instant > received
        assert is_open(instant) or is_open(instant - MINUTE)
    assert all(reason.endswith(".") and "{" not in reason for reason in appointment.reasons)


@many
@given(instants)
def test_same_day_results_end_with_a_working_day(received: datetime) -> None:
    duration = Duration(amount=0, unit=TimeUnit.SAME_DAY, after=time(15), verified=True)
    end = due_at(due(procedure(duration), received, ODD))
    assert end > received
    assert is_open(end - MINUTE)
    assert not is_open(end)
    start = walk(received, is_open)
    if local(received).time() < time(15) and local_date(start) == local_date(received):
        assert local_date(end) == local_date(received)


@many
@given(durations, instants, st.integers(0, 20 * 1440))
def test_whoever_comes_later_is_never_promised_an_earlier_day(duration: Duration, first: datetime, later: int) -> None:
    promise, after = (due_at(due(procedure(duration), when, ODD)) for when in (first, first + later * MINUTE))
    assert local_date(promise) <= local_date(after)


@settings(deadline=None, max_examples=100)
@given(durations, instants)
def test_the_dry_run_finds_the_very_minute_at_which_the_day_changes(duration: Duration, now: datetime) -> None:
    today, later = dry_run(procedure(duration), now, ODD)
    day = local_date(expected(duration, now))
    assert today.when == now
    assert local_date(due_at(today.appointment)) == day
    assert local_date(expected(duration, later.when - MINUTE)) == day
    assert local_date(expected(duration, later.when)) > day
    assert due_at(later.appointment) == expected(duration, later.when)


# The pause


@many
@given(instants, instants, waits)
def test_a_pause_lasts_as_long_as_the_office_worked_meanwhile(end: datetime, asked: datetime, length: int) -> None:
    resumed = asked + length * MINUTE
    moved = paused_due(end, asked, resumed, ODD)
    assert working_minutes(end, moved, ODD) == working_minutes(asked, resumed, ODD)


@many
@given(instants, waits, waits)
def test_the_working_time_left_is_the_same_after_a_pause_as_before(end: datetime, ahead: int, length: int) -> None:
    asked = end - ahead * MINUTE
    resumed = asked + length * MINUTE
    moved = paused_due(end, asked, resumed, ODD)
    assert working_minutes(resumed, moved, ODD) == working_minutes(asked, end, ODD)


@many
@given(instants, st.integers(1, 3 * 1440), waits)
def test_what_is_late_when_a_pause_begins_is_due_before_it_ends(end: datetime, late_by: int, length: int) -> None:
    """At the edges: due at the close and asked before the next opening, no working minute was lost to lateness, and
    the due instant may meet the pause's end. It never passes it."""
    asked = end + late_by * MINUTE
    resumed = asked + length * MINUTE
    moved = paused_due(end, asked, resumed, ODD)
    assert moved <= resumed
    if working_minutes(end, asked, ODD):
        assert moved < resumed


@many
@given(instants, st.integers(1, 1440), st.lists(st.tuples(st.integers(0, 1440), st.integers(0, 2880)), max_size=4))
def test_no_row_of_pauses_gives_a_late_dossier_any_working_time(
    end: datetime, late_by: int, rounds: list[tuple[int, int]]
) -> None:
    moved, now = end, end + late_by * MINUTE
    for between, length in rounds:
        asked = now + between * MINUTE
        now = asked + length * MINUTE
        moved = paused_due(moved, asked, now, ODD)
    assert moved <= now
    assert working_minutes(now, moved, ODD) == 0


@many
@given(durations, durations, instants, st.integers(-4 * 1440, 4 * 1440), waits)
def test_a_pause_moves_the_stage_it_falls_in_and_what_follows(
    first: Duration, second: Duration, received: datetime, offset: int, length: int
) -> None:
    before = due(procedure(first, second), received, ODD)
    stage = before.second_stage
    assert stage is not None
    asked = max(received, stage.begins_at + offset * MINUTE)
    resumed = asked + length * MINUTE
    after = after_pause(before, asked, resumed, ODD)
    assert after.second_stage is not None
    assert after.second_stage.begins_at == due_at(after)
    assert after.second_stage.due_at == paused_due(stage.due_at, asked, resumed, ODD)
    moved = paused_due(stage.begins_at, asked, resumed, ODD) if asked < stage.begins_at else stage.begins_at
    assert due_at(after) == moved
