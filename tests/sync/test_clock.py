"""A wrong clock is said, a wild one is confirmed by a person, and nothing is ever refused because of it."""

from datetime import timedelta

import pytest

from dossiers.store.desk import Desk
from sync import clock_check
from sync.clock_check import confirm, must_confirm
from tests.store.homes import HandClock
from tests.sync.provinces import Province, synchronise, take_in


@pytest.mark.parametrize("days", [-365, -1, 1, 365 * 73])
def test_sync_is_never_refused_and_days_never_go_back(
    days: int, desk: Desk, province: Province, clock: HandClock
) -> None:
    """The desk's clock jumps, the province's does not; deeds go, both ends agree, codes never repeat or go back."""
    right = HandClock()
    codes = [dossier.code for dossier in take_in(desk, clock, 2)]
    first_day = desk.business_day()
    synchronise(desk, province.url, clock)
    clock.now += timedelta(days=days)
    codes += [dossier.code for dossier in take_in(desk, clock, 2, first=5)]
    report = synchronise(desk, province.url, clock)
    assert (report.fault, report.ops_left, report.days_unequal) == (None, 0, ())
    assert len(set(codes)) == 4
    assert desk.business_day() >= first_day
    assert codes == sorted(codes, key=lambda code: (code.split("-")[1], code))
    clock.now = right.now
    take_in(desk, clock, 1, first=8)
    assert synchronise(desk, province.url, clock).ops_left == 0
    assert province.faults() == ()


@pytest.mark.parametrize(
    ("ahead", "asks"),
    [
        (timedelta(hours=-30), False),
        (timedelta(hours=35), False),
        (timedelta(hours=37), True),
        (timedelta(days=365 * 73), True),
    ],
)
def test_far_beyond_the_last_known_time_a_person_is_asked(
    ahead: timedelta, asks: bool, desk: Desk, province: Province, clock: HandClock
) -> None:
    assert not must_confirm(desk, clock() + timedelta(days=9)), "nothing to compare with before the first handshake"
    synchronise(desk, province.url, clock)
    clock.now += ahead
    assert must_confirm(desk, clock()) is asks
    confirm(desk, clock())
    assert not must_confirm(desk, clock())
    assert must_confirm(desk, clock() + timedelta(hours=40)) is (ahead > timedelta(hours=-4))


def test_each_handshake_keeps_the_offset_and_an_old_reply_does_not_undo_it(
    desk: Desk, province: Province, clock: HandClock
) -> None:
    synchronise(desk, province.url, clock)
    known = clock_check.read(desk)
    assert known is not None
    assert known.offset_ms == 0
    clock_check.note(desk, 600_000, known.heard_at_ms + 1)
    clock_check.note(desk, 0, known.heard_at_ms)
    later = clock_check.read(desk)
    assert later is not None
    assert (later.offset_ms, later.heard_at_ms) == (600_000, known.heard_at_ms + 1)
