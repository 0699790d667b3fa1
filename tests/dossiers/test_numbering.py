"""Numbers of the day: desks that cannot talk to each other never hand out one code twice."""

from datetime import UTC, date, datetime
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossiers.errors import InvalidInput, KnownError
from dossiers.numbering import (
    DESKS,
    HUB_BAND,
    SERVER_BAND,
    Band,
    band_for,
    business_day,
    dossier_code,
    next_number,
    solo_bands,
    split,
)

DAY = date(2026, 11, 23)


def test_a_lone_desk_counts_from_one() -> None:
    (band,) = band_for(1, "own", restored_today=False)
    assert next_number(band, None) == 1
    assert next_number(band, 1) == 2


def test_no_two_bands_share_a_number() -> None:
    bands = [HUB_BAND, SERVER_BAND, *(band for slot in range(1, DESKS + 1) for band in solo_bands(slot))]
    assert not any(a.first <= b.last and b.first <= a.last for a, b in combinations(bands, 2))
    assert sum(band.last - band.first + 1 for band in bands) == 9999


def test_a_desk_cut_off_from_its_hub_uses_one_half_then_the_other() -> None:
    assert band_for(2, "lost", restored_today=False) == (Band(5800, 6199), Band(6200, 6599))
    assert band_for(2, "reachable", restored_today=False) == (HUB_BAND,)


@pytest.mark.parametrize("hub", ["own", "lost"])
def test_a_restored_counter_starts_where_the_lost_one_had_not_come(hub: str) -> None:
    before = {number for band in band_for(3, hub, False)[:1] for number in range(band.first, band.last + 1)}  # type: ignore[arg-type]
    (after,) = band_for(3, hub, restored_today=True)  # type: ignore[arg-type]
    assert not any(number in after for number in before)


def test_a_used_up_band_stops_with_a_sentence() -> None:
    with pytest.raises(KnownError, match="0001–4999"):
        next_number(HUB_BAND, 4999)


def test_an_unknown_desk_is_refused() -> None:
    with pytest.raises(InvalidInput):
        band_for(7, "lost", restored_today=False)


@given(st.integers(1, DESKS), st.integers(0, 9999))
def test_a_number_always_lies_in_its_band(slot: int, last_used: int) -> None:
    for band in solo_bands(slot):
        try:
            number = next_number(band, last_used)
        except KnownError:
            assert last_used >= band.last
        else:
            assert number in band
            assert number > last_used


def test_the_day_turns_at_midnight_in_vietnam() -> None:
    assert business_day(datetime(2026, 11, 22, 16, 59, tzinfo=UTC), None) == date(2026, 11, 22)
    assert business_day(datetime(2026, 11, 22, 17, 0, tzinfo=UTC), None) == DAY


def test_a_clock_set_back_does_not_reopen_a_day() -> None:
    assert business_day(datetime(2026, 11, 20, 3, tzinfo=UTC), DAY) == DAY


@given(st.dates(date(2000, 1, 1), date(2099, 12, 31)), st.integers(1, 999_999))
def test_a_code_comes_apart_into_what_it_was_made_of(day: date, number: int) -> None:
    assert split(dossier_code("000.00.19.H26", day, number)) == ("000.00.19.H26", day, number)


@pytest.mark.parametrize("text", ["", "H55.242-261332-0001", "H55.242-261123-1", "0001"])
def test_no_other_text_is_taken_apart(text: str) -> None:
    with pytest.raises(InvalidInput):
        split(text)
