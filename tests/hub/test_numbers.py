"""Numbers stay unique and the hub's band without gaps in every world; each broken rule is caught (SYNC 4, row 19)."""


import pytest

from tests.faults.length import FULL
from tests.hub.numbers import NaiveCounter, Rules, TermsAlone, World

SEEDS = 5_000 if FULL else 200
STEPS = 150


def worlds(rules: Rules, seeds: int) -> list[tuple[int, World]]:
    return [(seed, World(seed, rules).run(STEPS)) for seed in range(seeds)]


def test_no_number_twice_and_none_stepped_over() -> None:
    for seed, world in worlds(Rules(), SEEDS):
        assert not world.twice(), f"seed {seed}: {world.twice()}"
        assert not world.gaps(), f"seed {seed}: {world.gaps()}"


def test_the_worlds_are_wild_enough() -> None:
    """Somewhere the hub's band, solo bands, second halves and a baton that moved are all seen."""
    lived = [world for _, world in worlds(Rules(), 60)]
    numbers = {number for world in lived for _, number in world.printed}
    assert any(number <= 4999 for number in numbers)
    assert any(number >= 5000 and (number - 5000) % 800 < 400 for number in numbers)
    assert any(number >= 5000 and (number - 5000) % 800 >= 400 for number in numbers)
    assert sum(any(disk.standing.baton.moves > 1 for disk in world.disks.values()) for world in lived) > 5


@pytest.mark.parametrize("control", [TermsAlone(), NaiveCounter()], ids=["terms alone", "naive counter"])
def test_a_broken_rule_is_caught(control: Rules) -> None:
    caught = [seed for seed, world in worlds(control, 60) if world.twice()]
    assert len(caught) > 5
