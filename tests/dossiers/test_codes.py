"""Dossier codes: every generation is read, nothing that merely resembles one is believed."""

from datetime import date
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossiers.codes import DOSSIER_CODE, accept, day_of, normalise, parse_slip
from dossiers.ids import to_base32

ID = UUID("0192f3a0-1111-7222-8333-444455556666")
CODE = "H55.242-261123-0007"
TODAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    "code",
    [
        "000.00.19.H26-180801-0001",
        "000.00.01.H22-240101-12345",
        "H26.19-250701-0001",
        "H56.14-240823-0001",
        "H55.242-260921-0007",
    ],
)
def test_codes_of_every_generation_are_codes(code: str) -> None:
    assert DOSSIER_CODE.match(code)
    assert accept(code, TODAY)


@pytest.mark.parametrize(
    "text", ["", "H55.242-261123-007", "H55.242-261123-0007 ", "xH55.242-261123-0007", "H55.242-261123-0007\n", "٣"]
)
def test_the_pattern_is_anchored(text: str) -> None:
    assert DOSSIER_CODE.match(text) is None


def test_a_slip_carries_a_code_and_an_identity() -> None:
    slip = parse_slip(f"{CODE}/{to_base32(ID)}")
    assert slip is not None
    assert (slip.code, slip.id, slip.separator) == (CODE, ID, False)


def test_only_the_office_copy_separates_a_pile() -> None:
    slip = parse_slip(f"SEP:{CODE}/{to_base32(ID)}")
    assert slip is not None
    assert slip.separator


def test_a_reader_with_caps_lock_on_and_a_line_end_is_understood() -> None:
    slip = parse_slip(f"{CODE}/{to_base32(ID)}".lower() + "\r\n")
    assert slip is not None
    assert slip.id == ID


@pytest.mark.parametrize(
    "text",
    [
        f"SEP:{CODE}",
        f"{CODE}/",
        f"{CODE}/{'0' * 25}",
        f"{CODE}/{'Z' * 26}",
        f"{CODE}/{'U' * 26}",
        f"{CODE}/{to_base32(ID)}/x",
        "001099012345|012345678|Nguyễn Văn An|15031999|Nam|Thôn 3|10052021",
    ],
)
def test_what_is_printed_nowhere_is_no_slip(text: str) -> None:
    assert parse_slip(text) is None


@given(st.text(max_size=60))
def test_reading_never_fails(text: str) -> None:
    assert parse_slip(text) is None or DOSSIER_CODE.match(parse_slip(text).code)  # type: ignore[union-attr]
    assert accept(text, TODAY) in {True, False}


@given(st.dates(date(2000, 1, 1), date(2099, 12, 31)))
def test_a_code_is_believed_up_to_the_latest_day_only(day: date) -> None:
    code = f"H55.242-{day:%y%m%d}-0001"
    assert day_of(code) == day
    assert accept(code, day)
    assert accept(code, TODAY) is (day <= TODAY)


@pytest.mark.parametrize("day", ["260230", "261301", "000000", "261100"])
def test_a_code_of_a_day_that_never_was_is_a_misreading(day: str) -> None:
    assert not accept(f"H55.242-{day}-0001", TODAY)


@pytest.mark.parametrize("typed", ["h55.242-261123-0007", "H55 242 261123 0007", "H55242–261123.0007"])
def test_mangled_separators_still_find_the_dossier(typed: str) -> None:
    assert normalise(typed) == normalise(CODE)
