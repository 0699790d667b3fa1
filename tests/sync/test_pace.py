"""The line's width is told from large bodies, the waiting taken out, and never said to be more than was seen."""

import pytest

from sync.pace import Pace


def test_small_messages_tell_nothing_of_width() -> None:
    pace = Pace()
    pace.note(300, 1.8)
    assert pace.bits_per_s is None


@pytest.mark.parametrize("small_first", [True, False])
def test_round_trips_are_taken_out(small_first: bool) -> None:
    """32 kB at 256 kbit/s is a second of bits; 600 ms a trip, three on a cold line."""
    pace = Pace()
    if small_first:
        pace.note(300, 1.8)
        pace.note(32_000, 1.0 + 0.6)
    else:
        pace.note(32_000, 1.0 + 1.8)
        assert pace.bits_per_s == pytest.approx(256_000 / 2.8, rel=0.01)
        pace.note(300, 0.6)
    assert pace.bits_per_s == pytest.approx(256_000, rel=0.01)


def test_a_delay_longer_than_the_sending_is_not_believed() -> None:
    pace = Pace()
    pace.note(300, 9.0)
    pace.note(4_000, 1.0)
    assert pace.bits_per_s == 320_000
