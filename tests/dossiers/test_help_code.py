"""The help code over a bad telephone line: what was said comes back, what was misheard is noticed."""

import string
from itertools import pairwise, product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossiers.help_code import AGES_H, COUNTS, ERRORS, TOPICS, Light, NotACode, State, read, write
from dossiers.ids import CROCKFORD

states = st.builds(
    State,
    version=st.tuples(st.integers(0, 3), st.integers(0, 31), st.integers(0, 15)),
    lights=st.fixed_dictionaries({topic: st.sampled_from(Light) for topic in TOPICS}),
    unsent=st.sampled_from(COUNTS),
    oldest_unsent_h=st.sampled_from(AGES_H),
    last_error=st.sampled_from(ERRORS),
)


def misread(code: str) -> bool:
    """Whether a code was taken for one."""
    try:
        read(code)
    except NotACode:
        return False
    return True


@given(states)
def test_what_was_read_aloud_comes_back(state: State) -> None:
    code = write(state)
    assert (len(code), code.count("-")) == (14, 2)
    assert read(code) == state
    assert read(code.lower().replace("-", "  ").replace("0", "o").replace("1", "l")) == state


@given(states)
def test_every_wrong_character_and_every_exchange_of_neighbours_is_noticed(state: State) -> None:
    code = write(state).replace("-", "")
    wrong = [code[:at] + letter + code[at + 1 :] for at, letter in product(range(12), CROCKFORD) if code[at] != letter]
    assert not [heard for heard in wrong if misread(heard)]
    for at, (one, other) in enumerate(pairwise(code)):
        assert one == other or not misread(code[:at] + other + one + code[at + 2 :])


@given(st.text(alphabet=string.printable + "ĐđẠạ", max_size=30))
def test_anything_else_is_refused(heard: str) -> None:
    assert not misread(heard) or len("".join(heard.replace("-", " ").split())) == 12


def test_counts_and_ages_between_two_steps_are_told_as_the_lower() -> None:
    state = State(version=(9, 99, 99), lights={}, unsent=149, oldest_unsent_h=71, last_error="Đỗ Thị Bí Mật")
    said = read(write(state))
    assert (said.version, said.unsent, said.oldest_unsent_h, said.last_error) == ((3, 31, 15), 100, 24, "other")
    assert set(said.lights.values()) == {Light.UNKNOWN}


@pytest.mark.parametrize("code", ["", "0000-0000-0000", "7KQ2-0M3D-XW9", "UUUU-UUUU-UUUU"])
def test_what_looks_like_a_code_and_is_none(code: str) -> None:
    with pytest.raises(NotACode, match="đọc lại"):
        read(code)
