"""What the model and the real thing are compared by, and the model's side of it."""

from collections.abc import Sequence
from dataclasses import dataclass

from tests.faults.sim.desk import Journal, ModelDesk, deed_of
from tests.faults.sim.script import Event
from tests.faults.sim.world import World

PAGE_OF_THE_REAL_FEED = 500


@dataclass(frozen=True, slots=True)
class Ending:
    """How a story ended; a deed is told by its number.

    `told`: after each run of the line, what ended it early and how many lines were left. `epochs` and `journals`:
    for each home, its epochs and the deeds its journal counts. `faults`: what is wrong by the world's own account.
    """

    told: tuple[tuple[str, int], ...]
    applied: tuple[int, ...]
    held: tuple[int, ...]
    repeats: int
    epochs: tuple[int, ...]
    journals: tuple[tuple[int, ...], ...]
    known: tuple[int, ...]
    """For each home, how many dossiers it has taken in or was told of."""
    faults: tuple[str, ...]


def modelled(seed: int, events: Sequence[Event]) -> Ending:
    """The story in memory, with pages and batches as large as the real ones."""
    world = World(seed, desk_count=1)
    world.network.line_bytes, world.province.page = 1, PAGE_OF_THE_REAL_FEED
    for event in events:
        world.happen(event)
    outcome = world.finish()
    store = world.province.store
    lines = {
        (device, epoch, entry.seq): deed_of(entry.line)
        for (device, epoch), shelf in store.shelves.items() for entry in shelf.entries
    }  # fmt: skip
    return Ending(
        told=tuple(world.told),
        applied=tuple(sorted(deed for case in store.cases.values() for deed in case.deeds)),
        held=tuple(sorted(lines[place] for place in store.held)),
        repeats=len(lines) - len(store.deeds),
        epochs=tuple(len(home.memory.epochs) for home in world.homes),
        journals=tuple(
            tuple(sorted(deed_of(entry.line) for entry in Journal(home.memory).all_that_count()))
            for home in world.homes
        ),
        known=tuple(len(ModelDesk(home.memory).states()) for home in world.homes),
        faults=tuple(outcome.faults),
    )  # fmt: skip
