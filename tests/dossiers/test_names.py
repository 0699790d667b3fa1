"""Vietnamese text: one spelling, one search key, and the order in which people look names up."""

import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossiers.names import fold, nfc, sort_key, title_case


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("  Nguyễn   Văn\tAn\r\n", "Nguyễn Văn An"),
        (unicodedata.normalize("NFD", "Đặng Thị Ớt"), "Đặng Thị Ớt"),
        ("Lê\u200bThị\ufeff Hoa\x00", "LêThị Hoa"),
        ("Thôn 3,\u00a0Ân Tín", "Thôn 3, Ân Tín"),
        ("e\u0302\u0323", "ệ"),
        ("\ud800", ""),
    ],
)
def test_text_is_kept_in_one_spelling(typed: str, kept: str) -> None:
    assert nfc(typed) == kept


@given(st.text())
def test_tidied_text_stays_as_it_is_and_can_be_written_to_disk(text: str) -> None:
    tidy = nfc(text)
    assert nfc(tidy) == tidy
    assert tidy == tidy.strip()
    assert unicodedata.is_normalized("NFC", tidy)
    tidy.encode("utf-8")


@pytest.mark.parametrize(
    ("left", "right"),
    [("hòa", "hoà"), ("HÒA", "hoa"), ("Đặng", "dang"), ("Ðặng", "đặng"), ("Ướt", "uot"), ("QUỲNH", "quynh")],
)
def test_spellings_of_one_name_meet_under_one_key(left: str, right: str) -> None:
    assert fold(left) == fold(right)


@given(st.text(alphabet="aàáảãạăằắâầấeêềếiìíoôồốơờớuưừứyỳýdđĐbcNGhHtTr '-"))
def test_a_composed_and_a_decomposed_name_have_one_key(name: str) -> None:
    assert fold(unicodedata.normalize("NFD", name)) == fold(name)
    assert fold(name).isascii()


def in_order(names: list[str]) -> bool:
    """Each name strictly before the next."""
    return all(sort_key(before) < sort_key(after) for before, after in pairwise(names))


def test_names_stand_in_the_order_of_a_class_list() -> None:
    given_names = ["An", "Ăn", "Ân", "Bình", "Đặng", "Oanh", "Ông", "Ớt"]
    names = [f"Nguyễn Văn {name}" for name in given_names]
    assert in_order(names)


def test_tones_decide_only_between_equal_letters() -> None:
    names = ["Ma", "Mà", "Mả", "Mã", "Má", "Mạ", "Mai", "Mạnh"]
    assert in_order(names)


def test_equal_given_names_are_ordered_by_family_then_middle_name() -> None:
    names = ["Đặng Thị An", "Lê Văn An", "Nguyễn Hữu An", "Nguyễn Văn An", "Bùi Thị Bình"]
    assert in_order(names)


def test_a_name_without_words_comes_first() -> None:
    assert sort_key("") < sort_key("An")


@pytest.mark.parametrize(
    ("card", "proposed"),
    [("NGUYỄN VĂN AN", "Nguyễn Văn An"), ("H'MLO KĐĂM", "H'Mlo Kđăm"), ("Lê Thị Hoa", "Lê Thị Hoa")],
)
def test_capitals_become_a_name_as_people_write_it(card: str, proposed: str) -> None:
    assert title_case(card) == proposed
