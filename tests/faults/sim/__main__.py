"""Run worlds:  python -m tests.faults.sim [--worlds N] [--first SEED], or replay one:  --seed SEED."""

import argparse
import sys
import tempfile
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from tests.faults.matrix import Row, table
from tests.faults.sim.controls import CONTROLS
from tests.faults.sim.home import Outcome
from tests.faults.sim.real import differences
from tests.faults.sim.script import DESKS, script
from tests.faults.sim.shrink import shortest, verdict
from tests.faults.sim.world import World, run

WORLDS, CONTROL_WORLDS, CONFORMING = 20_000, 2_000, 40


def tried(kind: type[World], seeds: Sequence[int]) -> tuple[Counter[str], list[int]]:
    """What all these worlds came to, and the seeds of those that broke."""
    total: Counter[str] = Counter()
    broken = []
    for seed in seeds:
        outcome = run(kind, seed, script(seed))
        total.update(ops=outcome.deeds, lost=outcome.lost, duplicated=outcome.duplicated, held=outcome.held)
        total += outcome.tally
        if verdict(outcome):
            broken.append(seed)
    return total, broken


def replay(seed: int, kind: type[World] = World) -> str:
    """A world told again: its verdict, and the shortest list of events that still brings it about."""
    outcome = run(kind, seed, script(seed))
    lines = [f"seed {seed}: {_said(outcome)}"]
    for breach in sorted(verdict(outcome)):
        events = shortest(kind, seed, script(seed), breach, DESKS)
        lines += [f"  {breach}, by {len(events)} events:", *(f"    {event}" for event in events)]
        lines += [f"    -> {_said(run(kind, seed, events))}"]
    return "\n".join(lines)


def worlds(count: int = WORLDS, first: int = 0, control_count: int = CONTROL_WORLDS) -> Row:
    """Rows 2, 9, 10, 11 of the matrix in one: every fault of the line and of copies, in memory."""
    row = Row("2 3 9 10 11 19 23", "restores, clones, lost acks, late copies (simulator)", "worlds")
    with row.timed():
        total, broken = tried(World, range(first, first + count))
        row.run, row.broke = count, len(broken)
        row.notes.append(_percent("the protocol", count, total))
        row.notes.append(", ".join(f"{number} {name}" for name, number in sorted(total.items())))
        row.notes += [replay(seed) for seed in broken[:3]]
        seen = 0
        for name, kind in CONTROLS.items():
            outcome, _ = tried(kind, range(first, first + control_count))
            row.notes.append(_percent(f"control, {name}", control_count, outcome))
            seen += bool(outcome["lost"] or outcome["duplicated"])
    row.control, row.caught = f"{seen} of {len(CONTROLS)} weaker designs", seen == len(CONTROLS)
    return row


def conforming(count: int = CONFORMING, first: int = 0) -> Row:
    """The same stories on disk, with the real desk, engine and province: each must end as in memory."""
    row = Row("9 10 11", "the same stories on the real desk and province", "worlds", run=count)
    with row.timed(), tempfile.TemporaryDirectory() as folder:
        for seed in range(first, first + count):
            parted = differences(seed, Path(folder) / str(seed), script(seed))
            row.broke += bool(parted)
            row.notes += [f"seed {seed}, {part}" for part in parted]
        parted = differences(first, Path(folder) / "control", script(first), script(first + 1))
    row.control, row.caught = "another story told to the model", bool(parted)
    return row


def _said(outcome: Outcome) -> str:
    losses = f"{outcome.deeds} ops, {outcome.lost} lost, {outcome.duplicated} duplicated"
    return "; ".join([losses, *outcome.faults])


def _percent(name: str, count: int, total: Counter[str]) -> str:
    ops, lost, twice = (total[key] for key in ("ops", "lost", "duplicated"))
    return f"{name}: {count} worlds, {ops} ops, {lost} lost ({lost / ops:.2%}), {twice} duplicated ({twice / ops:.2%})"


def main() -> int:
    """What the command line asks for."""
    parser = argparse.ArgumentParser(prog="python -m tests.faults.sim", description=__doc__)
    parser.add_argument("--worlds", type=int, default=WORLDS)
    parser.add_argument("--first", type=int, default=0)
    parser.add_argument("--seed", type=int)
    wanted = parser.parse_args()
    if wanted.seed is not None:
        print(replay(wanted.seed))
        return 0
    row = worlds(wanted.worlds, wanted.first, min(CONTROL_WORLDS, wanted.worlds))
    print(table([row]))
    return 0 if row.sound else 1


if __name__ == "__main__":
    sys.exit(main())
