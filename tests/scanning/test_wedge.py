"""Keyboard-wedge bursts: every reader caught at 1–20 ms, no key of a person lost, doubled or out of order."""

from itertools import pairwise
from statistics import median

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scanning.wedge import ENTER, MAX_GAP_MS, BurstDetector, Verdict

CODE = "H26.19.103-261121-0042"


class Field:
    """A text field behind the detector, as the window's event filter would drive it."""

    def __init__(self, prefix: str = "") -> None:
        self._detector = BurstDetector(prefix)
        self._held: list[str] = []
        self._now_ms = 0.0
        self.delivered = ""
        self.scans: list[str] = []

    def press(self, char: str, gap_ms: float) -> None:
        """A key after a pause; the hold timer fires in between where it is due."""
        self.wait(gap_ms)
        self._obey(self._detector.key(char, self._now_ms), char)

    def press_other(self, name: str, gap_ms: float) -> None:
        self.wait(gap_ms)
        self._obey(self._detector.other_key(), name)

    def wait(self, gap_ms: float) -> None:
        if gap_ms > MAX_GAP_MS + 0.1:
            self._deliver(self._detector.expired(self._now_ms + MAX_GAP_MS + 0.1).release)
        self._now_ms += gap_ms

    def _obey(self, verdict: Verdict, key: str) -> None:
        self._deliver(verdict.release)
        if verdict.scan is not None:
            self.scans.append(verdict.scan)
            self._held.clear()
        elif verdict.hold:
            self._held.append(key)
        else:
            assert not self._held, "a key must not overtake held ones"
            self.delivered += key

    def _deliver(self, count: int) -> None:
        self.delivered += "".join(self._held[:count])
        del self._held[:count]

    def type(self, text: str, gap_ms: float) -> None:
        for char in text:
            self.press(char, gap_ms)


@pytest.mark.parametrize("gap_ms", range(1, 21))
@pytest.mark.parametrize("text", [CODE, "036301000001||Đặng Thị Ỷ Lan|01012001|Nữ|Xóm Ụ|01072024", "123456"])
def test_a_reader_at_any_speed_is_caught_and_the_field_sees_nothing(gap_ms: int, text: str) -> None:
    field = Field()
    field.type("Ng", 120)
    field.wait(300)
    field.type(text + ENTER, gap_ms)
    field.type("uyen", 120)
    field.wait(100)
    assert field.scans == [text]
    assert field.delivered == "Nguyen"


@pytest.mark.parametrize("gap_ms", [60, 80, 120, 180, 400])
def test_a_person_typing_a_code_and_enter_is_no_reader(gap_ms: int) -> None:
    field = Field()
    field.type(CODE + ENTER, gap_ms)
    assert field.scans == []
    assert field.delivered == CODE + ENTER


@pytest.mark.parametrize("gap_ms", [21, 35, 59])
def test_a_fast_typist_between_the_limits_is_still_a_person(gap_ms: int) -> None:
    field = Field()
    field.type(CODE + ENTER, gap_ms)
    assert (field.scans, field.delivered) == ([], CODE + ENTER)


def test_a_short_burst_is_no_scan() -> None:
    field = Field()
    field.type("12345" + ENTER, 5)
    assert (field.scans, field.delivered) == ([], "12345" + ENTER)


def test_a_burst_without_enter_reaches_the_field_after_60_ms() -> None:
    field = Field()
    field.type("abcdefgh", 5)
    assert field.delivered == ""
    field.wait(61)
    assert field.delivered == "abcdefgh"


def test_other_keys_wait_their_turn() -> None:
    field = Field()
    field.type("ab", 30)
    field.press_other("<", 10)
    field.type("c", 30)
    field.press_other("<", 10)
    assert field.delivered == "ab<c<"


def test_two_scans_in_a_row_are_two() -> None:
    field = Field()
    field.type(CODE + ENTER + "123456789012" + ENTER, 8)
    assert field.scans == [CODE, "123456789012"]


KEYS = st.lists(
    st.tuples(
        st.sampled_from([*"aă1-|H0", ENTER, "<left>"]), st.floats(0.1, 200, allow_nan=False, allow_infinity=False)
    ),
    max_size=80,
)


@given(KEYS, st.sampled_from(["", "~", "H1"]))
def test_whatever_is_pressed_nothing_is_lost_doubled_or_reordered(keys: list[tuple[str, float]], prefix: str) -> None:
    """Delivered keys plus scans, each in its place, are exactly the keys pressed."""
    field = Field(prefix)
    log: list[str] = []
    for key, gap_ms in keys:
        seen = len(field.scans)
        (field.press_other if len(key) > 1 else field.press)(key, gap_ms)
        log.append(key)
        if len(field.scans) > seen:
            before = "".join(log)
            assert before.startswith(field.delivered)
            burst = before[len(field.delivered) :]
            assert burst.endswith(ENTER)
            log = [field.delivered]
    field.wait(1000)
    assert field.delivered == "".join(log)


@given(st.lists(st.floats(0.5, 75), min_size=3, max_size=30))
def test_the_rule_is_the_decided_one(gaps_ms: list[float]) -> None:
    """DECISIONS.md, word for word: median gap ≤ 20 ms, maximum < 60 ms, ≥ 6 characters, ends in Enter."""
    field = Field()
    field.wait(1000)
    count = len(gaps_ms)
    for gap_ms, char in zip([1000, *gaps_ms], "x" * count + ENTER, strict=True):
        field.press(char, gap_ms)
    slow = [index for index, gap_ms in enumerate(gaps_ms) if gap_ms >= MAX_GAP_MS]
    burst = gaps_ms[slow[-1] + 1 :] if slow else gaps_ms
    times = [sum(gaps_ms[:index]) for index in range(len(gaps_ms) - len(burst), len(gaps_ms) + 1)]
    exact = [after - before for before, after in pairwise(times)]
    is_scan = len(burst) >= 6 and median(exact) <= 20
    if abs((median(exact) if exact else 0) - 20) > 1e-6:
        assert bool(field.scans) is is_scan


@pytest.mark.parametrize("gap_ms", [1, 20, 45])
def test_with_a_prefix_only_its_bursts_are_held(gap_ms: int) -> None:
    field = Field(prefix="~")
    field.type("abc", gap_ms)
    assert field.delivered == "abc", "people wait for nothing"
    field.type("~12" + ENTER, gap_ms)
    assert field.scans == ["12"]
    field.press("~", 100)
    field.wait(100)
    assert field.delivered == "abc~"


def test_digits_mangled_by_the_vietnamese_layout_are_restored() -> None:
    """Windows' Vietnamese layout types ă â ê ô and tone marks for the digit row."""
    field = Field()
    field.type("Hâ\u0309.ă\u0323.ăđê-â\u0309ăăâă-đđôâ" + ENTER, 4)
    assert field.scans == ["H26.19.103-261121-0042"]


def test_vietnamese_words_with_digits_are_left_as_they_are() -> None:
    field = Field()
    field.type("036|Trần Ân" + ENTER, 4)
    assert field.scans == ["036|Trần Ân"]
