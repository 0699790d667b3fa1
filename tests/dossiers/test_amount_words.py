"""Amounts in words, against examples, a grammar read backwards, and another library."""


import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from dossiers.amount_words import in_words

MOST = 999_999_999_999
ANY_SIZE = st.one_of(*(st.integers(0, 10**digits - 1) for digits in range(1, 13)))
"""As often small as large: most of a plain range to 999 tỷ has twelve digits."""


@pytest.mark.parametrize(
    ("amount", "words"),
    [
        (0, "không đồng"),
        (10, "mười đồng"),
        (15, "mười lăm đồng"),
        (21, "hai mươi mốt đồng"),
        (11, "mười một đồng"),
        (44, "bốn mươi tư đồng"),
        (14, "mười bốn đồng"),
        (105, "một trăm linh năm đồng"),
        (6_000, "sáu nghìn đồng"),
        (25_000, "hai mươi lăm nghìn đồng"),
        (101_015, "một trăm linh một nghìn không trăm mười lăm đồng"),
        (1_005_000, "một triệu không trăm linh năm nghìn đồng"),
        (2_000_000_001, "hai tỷ không trăm linh một đồng"),
        (999_000_000_000, "chín trăm chín mươi chín tỷ đồng"),
    ],
)
def test_amounts_are_spelled_as_receipts_want_them(amount: int, words: str) -> None:
    assert in_words(amount) == words


def test_a_negative_amount_is_our_bug() -> None:
    with pytest.raises(ValueError):
        in_words(-1)


UNITS = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
AFTER_TEN = {"một": 1, "hai": 2, "ba": 3, "bốn": 4, "lăm": 5, "sáu": 6, "bảy": 7, "tám": 8, "chín": 9}
AFTER_TENS = {"mốt": 1, "hai": 2, "ba": 3, "tư": 4, "lăm": 5, "sáu": 6, "bảy": 7, "tám": 8, "chín": 9}


class Reader:
    """A strict reader of Vietnamese numerals: it takes only what a receipt may say, and in that order.

    amount  = group {larger groups first: tỷ, triệu, nghìn} "đồng"
    group   = [hundreds] rest; a group that is not the first says its hundreds, even "không trăm"
    rest    = "linh" unit | "mười" [after ten] | unit "mươi" [after tens] | unit (a first group only)
    """

    def __init__(self, words: str) -> None:
        self.words = words.split(" ")

    def amount(self) -> int:
        if self.words == ["không", "đồng"]:
            return 0
        total, first = 0, True
        for scale, word in ((10**9, "tỷ"), (10**6, "triệu"), (10**3, "nghìn"), (1, "đồng")):
            ahead = self.words.index(word) if word in self.words else -1
            if ahead > 0:
                total += self.group(first) * scale
                first = False
            if ahead >= 0:
                self.take(word)
        assert not self.words
        return total

    def group(self, first: bool) -> int:
        hundreds = None
        if self.words[1] == "trăm":
            hundreds = UNITS.index(self.words.pop(0))
            self.take("trăm")
        assert not (first and hundreds == 0), "a first group has no empty hundreds"
        assert first or hundreds is not None, "a later group says its hundreds"
        rest = self.rest(hundreds is None)
        assert hundreds or rest, "an empty group is not said"
        return (hundreds or 0) * 100 + rest

    def rest(self, alone: bool) -> int:
        word = self.words[0]
        if word == "linh":
            assert not alone
            self.take("linh")
            return self.unit()
        if word == "mười":
            self.take("mười")
            return 10 + self.after(AFTER_TEN)
        if len(self.words) > 1 and self.words[1] == "mươi":
            tens = self.unit()
            assert tens > 1
            self.take("mươi")
            return tens * 10 + self.after(AFTER_TENS)
        return self.unit() if alone else 0

    def unit(self) -> int:
        value = UNITS.index(self.words.pop(0))
        assert value
        return value

    def after(self, spoken: dict[str, int]) -> int:
        return spoken[self.words.pop(0)] if self.words[0] in spoken else 0

    def take(self, word: str) -> None:
        assert self.words.pop(0) == word


@given(ANY_SIZE)
@example(MOST)
@example(1_000_000_000)
@example(100_000_000_100)
def test_a_strict_reader_hears_the_number_that_was_said(amount: int) -> None:
    assert Reader(in_words(amount)).amount() == amount


@pytest.mark.parametrize(
    "wrong",
    [
        "hai mươi một đồng", "mười năm đồng", "một trăm năm đồng", "một nghìn năm đồng", "một nghìn linh năm đồng",
        "không trăm linh năm đồng", "một mươi đồng", "một triệu không nghìn đồng", "năm nghìn hai triệu đồng",
        "bốn mươi bốn đồng",
    ],
)  # fmt: skip
def test_the_reader_takes_nothing_a_clerk_would_strike_out(wrong: str) -> None:
    with pytest.raises((AssertionError, ValueError, KeyError, IndexError)):
        Reader(wrong).amount()
