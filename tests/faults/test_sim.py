"""Worlds of faults from seeds: nothing lost, nothing twice; four weaker designs are caught losing or doubling."""

from pathlib import Path

import pytest

from sync.province import feed
from tests.faults.sim import conform
from tests.faults.sim.__main__ import conforming, replay, tried
from tests.faults.sim.controls import CONTROLS
from tests.faults.sim.real import differences
from tests.faults.sim.script import (
    Clone,
    Copy,
    CopyProvince,
    Event,
    Midnight,
    Restore,
    RestoreProvince,
    Sync,
    Write,
    script,
)
from tests.faults.sim.shrink import shortest, verdict
from tests.faults.sim.world import World, run

WORLDS = 300
FOUND: dict[str, tuple[Event, ...]] = {
    "a desk copied before its first deed begins a second epoch": (
        Copy(0), Write(0, (0,)), Restore(0, 0, with_anchor=False), Write(0, (0,)),
    ),
    "an old image that writes nothing is told what it lost": (
        Copy(0), Write(0, (0, 5, 10)), Sync(0, ()), Restore(0, 0, with_anchor=True),
    ),
    "a clone fills the place a restored province forgot": (
        CopyProvince(), Copy(0), Clone(0, told_apart=False), Write(0, (0, 0, 0)), Write(1, (0,) * 7), Sync(1, ()),
        Write(0, (0,)), Write(1, (0, 0, 0)), RestoreProvince(0),
    ),
    "a pull ends just at the end of a page": (Copy(0), Clone(0, told_apart=False), Write(0, (0,) * 8), Sync(0, ())),
}  # fmt: skip
"""Stories that once ended badly."""


def test_nothing_is_lost_and_nothing_comes_twice() -> None:
    total, broken = tried(World, range(WORLDS))
    assert broken == [], "\n".join(replay(seed) for seed in broken[:3])
    assert min(total[name] for name in ("client restores", "disk clones", "province restores", "forks")) > 50
    assert total["ended by Deceived"] == 0


@pytest.mark.parametrize("name", CONTROLS)
def test_a_weaker_design_is_caught(name: str) -> None:
    total, broken = tried(CONTROLS[name], range(WORLDS))
    assert total["lost"] + total["duplicated"] > 0
    assert broken


@pytest.mark.parametrize("name", FOUND)
def test_what_was_found_stays_mended(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(feed, "PAGE", 8)
    monkeypatch.setattr(conform, "PAGE_OF_THE_REAL_FEED", 8)
    outcome = run(World, 1, FOUND[name], desk_count=1)
    assert verdict(outcome) == frozenset()
    assert outcome.tally["ended by Deceived"] == outcome.tally["ended by Forked"] == 0
    assert differences(1, tmp_path / "real", FOUND[name]) == ()


def test_a_comparison_that_was_cut_off_is_made_when_the_day_is_long_over() -> None:
    """The second desk knows what the restored province forgot; its own note goes through, the answer to it does not."""
    story: tuple[Event, ...] = (
        CopyProvince(), Write(0, (0,)), Sync(0, ()), Sync(1, ()), Write(1, (0, 2, 2)), RestoreProvince(0), Sync(1, ()),
        Write(1, (2,)), Sync(1, ("passes", "reply lost")), Midnight(),
    )  # fmt: skip
    assert verdict(run(World, 1, story, desk_count=2)) == frozenset()


def test_a_failure_is_told_as_a_short_story() -> None:
    kind = CONTROLS["naive (device, seq) upsert"]
    seed = tried(kind, range(50))[1][0]
    events = shortest(kind, seed, script(seed), "lost", desk_count=3)
    assert 0 < len(events) < len(script(seed)) / 2
    assert run(kind, seed, events).lost


def test_the_real_desk_and_province_end_as_the_model_does(tmp_path: Path) -> None:
    row = conforming(1)
    assert row.sound, row.notes
