"""The shortest story that still ends badly: events are left out one by one as long as the same invariant breaks."""

from collections.abc import Sequence

from tests.faults.sim.home import Outcome
from tests.faults.sim.script import Event
from tests.faults.sim.world import World, run


def verdict(outcome: Outcome) -> frozenset[str]:
    """What went wrong, by kind: a number of SYNC 4's invariants, `lost` or `duplicated`."""
    kinds = {fault.partition(":")[0] for fault in outcome.faults}
    kinds |= {"lost"} if outcome.lost else set()
    kinds |= {"duplicated"} if outcome.duplicated else set()
    return frozenset(kinds)


def shortest(kind: type[World], seed: int, events: Sequence[Event], breach: str, desk_count: int) -> list[Event]:
    """A sublist from which no event can be left out without the breach going away."""
    kept, at = list(events), 0
    chunk = max(1, len(kept) // 2)
    while chunk:
        at = 0
        while at < len(kept):
            without = kept[:at] + kept[at + chunk :]
            if breach in verdict(run(kind, seed, without, desk_count)):
                kept = without
            else:
                at += chunk
        chunk //= 2
    return kept
