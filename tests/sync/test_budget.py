"""Scans keep to the megabytes and hours the office allows, records never wait, and what waits says why."""

from datetime import UTC, datetime, timedelta

import pytest

from dossiers.errors import InvalidInput
from dossiers.store.desk import Desk
from sync import budget
from sync.budget import LINE_SPEED, MEGABYTE, LinePlan, Waiting, goes_at, set_plan, spend, spent, within
from sync.client import Client
from sync.engine import Engine
from sync.progress import SyncReport
from sync.records import SLOW_BATCH
from tests.store.homes import HandClock
from tests.sync.provinces import DEADLINE_S, Province, asking, synchronise, take_in
from tests.sync.test_blobs import scan

AT_EIGHT = datetime(2026, 11, 23, 1, 0, tzinfo=UTC)


def ask_for_it(desk: Desk, province: Province, clock: HandClock) -> SyncReport:
    """As when somebody presses Gửi ngay."""
    client = Client(province.url, timeout_s=DEADLINE_S)
    try:
        return Engine(asking(desk), client, clock).run(asked_for=True)
    finally:
        client.close()


def test_scans_wait_for_their_hours_and_records_do_not(desk: Desk, province: Province, clock: HandClock) -> None:
    set_plan(desk, LinePlan(from_hour=17, to_hour=6))
    scan(desk, clock, 60_000)
    day = synchronise(desk, province.url, clock)
    assert (day.fault, day.ops_left, day.blobs_left, day.held_back) == (None, 0, 1, Waiting.OUTSIDE_HOURS)
    clock.forward(hours=10)
    night = synchronise(desk, province.url, clock)
    assert (night.blobs_left, night.held_back, night.complete) == (0, None, True)


def test_scans_wait_for_somebody_to_ask(desk: Desk, province: Province, clock: HandClock) -> None:
    set_plan(desk, LinePlan(only_when_asked=True))
    scan(desk, clock, 60_000)
    alone = synchronise(desk, province.url, clock)
    assert (alone.ops_left, alone.blobs_left, alone.held_back) == (0, 1, Waiting.ONLY_WHEN_ASKED)
    asked = ask_for_it(desk, province, clock)
    assert (asked.blobs_left, asked.complete) == (0, True)


def test_a_month_is_spent_to_the_block_and_begins_anew(desk: Desk, province: Province, clock: HandClock) -> None:
    """The scan stops where the megabyte ends, and goes on from there next month; nothing is sent twice."""
    set_plan(desk, LinePlan(month_mb=1))
    scan(desk, clock, 1_500_000)
    first = synchronise(desk, province.url, clock)
    assert (first.fault, first.ops_left, first.blobs_left, first.held_back) == (None, 0, 1, Waiting.MONTH_SPENT)
    assert MEGABYTE <= spent(desk, clock()) < MEGABYTE + 60_000
    take_in(desk, clock, 1, first=9)
    again = synchronise(desk, province.url, clock)
    assert (again.ops_left, again.blobs_left) == (0, 1)
    clock.forward(days=20)
    assert spent(desk, clock()) == 0
    december = synchronise(desk, province.url, clock)
    assert (december.blobs_left, december.held_back) == (0, None)
    assert spent(desk, clock()) < 600_000


def test_bytes_are_counted_when_the_line_breaks_too(desk: Desk, province: Province, clock: HandClock) -> None:
    take_in(desk, clock, 2)
    synchronise(desk, province.url, clock)
    once = spent(desk, clock())
    assert once > 500
    synchronise(desk, province.url, clock)
    assert spent(desk, clock()) > once
    spend(desk, clock(), 1_000)
    assert spent(desk, clock() + timedelta(days=40)) == 0


@pytest.mark.parametrize(
    ("plan", "hours"),
    [
        (LinePlan(), set(range(24))),
        (LinePlan(from_hour=8, to_hour=11), {8, 9, 10}),
        (LinePlan(from_hour=22, to_hour=6), {22, 23, 0, 1, 2, 3, 4, 5}),
        (LinePlan(from_hour=0, to_hour=6), {0, 1, 2, 3, 4, 5}),
        (LinePlan(from_hour=18, to_hour=24), {18, 19, 20, 21, 22, 23}),
        (LinePlan(from_hour=7, to_hour=7), set(range(24))),
    ],
)
def test_hours_are_vietnamese_and_may_go_over_midnight(plan: LinePlan, hours: set[int]) -> None:
    instants = {hour: AT_EIGHT + timedelta(hours=hour - 8) for hour in range(24)}
    assert {hour for hour, now in instants.items() if within(plan, now)} == hours


@pytest.mark.parametrize("wrong", [{"month_mb": -1}, {"from_hour": 25}, {"to_hour": -1}])
def test_a_plan_that_cannot_be_is_refused(desk: Desk, wrong: dict[str, int]) -> None:
    with pytest.raises(InvalidInput):
        set_plan(desk, LinePlan(**wrong))  # type: ignore[arg-type]
    assert budget.read_plan(desk) == LinePlan()


NOON = datetime(2026, 11, 23, 5, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("plan", "why", "goes"),
    [
        (LinePlan(from_hour=22, to_hour=6), Waiting.OUTSIDE_HOURS, "2026-11-23T22:00+07:00"),
        (LinePlan(from_hour=7, to_hour=11), Waiting.OUTSIDE_HOURS, "2026-11-24T07:00+07:00"),
        (LinePlan(from_hour=22, to_hour=6, only_when_asked=True), Waiting.OUTSIDE_HOURS, None),
        (LinePlan(only_when_asked=True), Waiting.ONLY_WHEN_ASKED, None),
        (LinePlan(month_mb=9), Waiting.MONTH_SPENT, "2026-12-01T00:00+07:00"),
        (LinePlan(month_mb=9, from_hour=22, to_hour=6), Waiting.MONTH_SPENT, "2026-12-01T00:00+07:00"),
        (LinePlan(month_mb=9, from_hour=7, to_hour=11), Waiting.MONTH_SPENT, "2026-12-01T07:00+07:00"),
    ],
)
def test_what_waits_knows_when_it_goes_by_itself(plan: LinePlan, why: Waiting, goes: str | None) -> None:
    at = goes_at(plan, why, NOON)
    assert (at.isoformat(timespec="minutes") if at else None) == goes
    assert at is None or within(plan, at)


def test_whoever_asks_goes_over_the_hours_but_never_over_the_money(
    desk: Desk, province: Province, clock: HandClock
) -> None:
    set_plan(desk, LinePlan(month_mb=1, from_hour=17, to_hour=6))
    scan(desk, clock, 1_500_000)
    asked = ask_for_it(desk, province, clock)
    assert (asked.ops_left, asked.blobs_left, asked.held_back) == (0, 1, Waiting.MONTH_SPENT)
    assert not asked.complete
    assert MEGABYTE <= spent(desk, clock()) < MEGABYTE + 60_000
    set_plan(desk, LinePlan(from_hour=17, to_hour=6))
    assert ask_for_it(desk, province, clock).complete


def test_a_slow_line_begins_with_small_batches(desk: Desk, province: Province, clock: HandClock) -> None:
    """Remembered from the last run; after the first batch came through, the next are larger."""
    sizes: list[int] = []
    taken = take_in(desk, clock, 120)
    desk.wire.set(LINE_SPEED, b"16000")
    client = Client(province.url, timeout_s=DEADLINE_S)
    Engine(asking(desk), client, clock).run(progress=lambda work: sizes.append(work.ops_sent))
    client.close()
    assert sizes[0] == SLOW_BATCH
    assert max(sizes) == len(taken)
    assert sizes[1] == len(taken)
