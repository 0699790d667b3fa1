"""The emulator does what it is asked, and a desk's records cross a real bad line, each once."""

from random import Random

import pytest

from tests.faults.line.emulator import Conditions, Direction
from tests.faults.line.namespaces import why_not
from tests.faults.line.trial import bad_line

PACKET = bytes(1_000)


def direction(**bad: object) -> Direction:
    line = Conditions(up_kbps=64, down_kbps=64, rtt_ms=600, **bad)  # type: ignore[arg-type]
    return Direction(64, line, Random(7), started_s=0.0)


def test_bits_and_distance_take_their_time() -> None:
    """Eight packets of 1 000 bytes at 64 kbit/s leave at 8 a second, and arrive 300 ms later."""
    way = direction()
    times = [way.arrivals(PACKET, 0.0)[0][0] for _ in range(8)]
    assert times == pytest.approx([0.125 * n + 0.3 for n in range(1, 9)])


def test_a_full_queue_drops() -> None:
    way = direction(queue_bytes=4_000)
    assert sum(bool(way.arrivals(PACKET, 0.0)) for _ in range(10)) == 4
    assert way.tally["queue full"] == 6


@pytest.mark.parametrize(("what", "least", "most"), [("loss", 0.03, 0.07), ("burst", 0.03, 0.3)])
def test_packets_are_lost_as_asked(what: str, least: float, most: float) -> None:
    way = direction(**{what: 0.05})
    lost = sum(not way.arrivals(PACKET, n * 0.13) for n in range(2_000)) / 2_000
    assert least < lost < most


def test_copies_disorder_and_flipped_bits() -> None:
    way = direction(duplicate=0.1, reorder=0.1, corrupt=0.1)
    out = [way.arrivals(PACKET, n * 0.2) for n in range(1_000)]
    assert 50 < sum(len(each) == 2 for each in out) < 200
    assert 50 < sum(each[0][1] != PACKET for each in out) < 200
    assert 50 < sum(each[0][0] - n * 0.2 > 0.5 for n, each in enumerate(out)) < 200


def test_a_blackout_comes_and_goes() -> None:
    way = direction(blackout_s=(10.0, 5.0))
    heard = [bool(way.arrivals(PACKET, float(second))) for second in range(30)]
    assert heard == [second % 15 < 10 for second in range(30)]


def test_records_cross_a_bad_line_or_it_is_said_why_not() -> None:
    row = bad_line(run_s=0.1, at_once=8)
    assert row.not_shown == why_not()
    assert row.sound is not bool(row.not_shown), (row, row.notes)
