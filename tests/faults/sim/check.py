"""The invariants of SYNC 4 asked of a world that has come to rest; each breach is one sentence."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

import msgspec

from dossiers.journal import link, op_key
from tests.faults.sim.desk import Journal, ModelDesk, deed_of
from tests.faults.sim.province import Shelf, Store

if TYPE_CHECKING:
    from tests.faults.sim.home import Home
    from tests.faults.sim.world import World


def broken(world: "World") -> Iterator[str]:
    """Every invariant that does not hold."""
    store = world.province.store
    for number, home in enumerate(world.homes):
        if missing := keys_of(home) - store.keys:
            yield f"I2: home {number} has {len(missing)} lines the province never took"
        yield from _chain(Shelf(epoch, home.memory.lines[epoch.id]) for epoch in home.memory.epochs)
        yield from _marks(world, home, number)
        yield from _told(world, home, number)
    yield from _chain(iter(store.shelves.values()))
    yield from _codes(store)
    yield from _replay(store)


def keys_of(home: "Home") -> set[bytes]:
    """The op keys of every line a home's journal counts."""
    return {op_key(home.device, entry) for entry in Journal(home.memory).all_that_count()}


def _chain(shelves: Iterator[Shelf]) -> Iterator[str]:
    for shelf in shelves:
        digest = shelf.epoch.root
        for seq, entry in enumerate(shelf.entries, 1):
            digest = link(digest, entry.line)
            if (entry.seq, entry.hash) != (seq, digest):
                yield f"I3: a chain breaks at {seq}"
                break


def _marks(world: "World", home: "Home", number: int) -> Iterator[str]:
    """Every place marked as sent is one the province signed for."""
    signed = {(device, epoch, seq, digest) for device, epoch, seq, digest, _ in world.province.signed}
    for epoch, seq in home.memory.sent.items():
        lines = home.memory.lines[epoch]
        if seq and (home.device, epoch, seq, lines[seq - 1].hash) not in signed:
            yield f"I7: home {number} marks as sent what nobody signed for"


def _told(world: "World", home: "Home", number: int) -> Iterator[str]:
    """A desk the province speaks to knows every dossier of its office, each just as the province does.

    It may know more: what a province put back to a backup has forgotten, or now holds for review. Absence deletes
    nothing; the day's root says that the two differ.
    """
    if home.device in world.province.store.revoked or _has_held(world, home):
        return
    mine, theirs = ModelDesk(home.memory).states(), world.province.states()
    if unknown := theirs.keys() - mine.keys():
        yield f"I9: home {number} was never told of {len(unknown)} dossiers"
        return
    forgotten = {identity for identity in theirs if _remembers_more(mine[identity], theirs[identity], world)}
    if any(mine[identity] != theirs[identity] for identity in theirs.keys() - forgotten):
        yield f"I5: home {number} and the province reckon the day differently"
    world.tally["dossiers a restored province forgot in part"] += len(forgotten)


def _remembers_more(mine: bytes, theirs: bytes, world: "World") -> bool:
    here, there = (set(msgspec.json.decode(state)[3]) for state in (mine, theirs))
    return here > there and not (here - there) & set(world.province.store.deeds)


def _has_held(world: "World", home: "Home") -> bool:
    """A deed set aside stands in the desk's books and not in the province's, until a person settles it."""
    held = world.province.store.held
    deeds = {
        deed_of(shelf.entries[seq - 1].line)
        for (device, epoch), shelf in world.province.store.shelves.items()
        for seq in range(1, len(shelf.entries) + 1)
        if (device, epoch, seq) in held
    }
    return any(deed_of(entry.line) in deeds for entry in Journal(home.memory).all_that_count())


def _codes(store: Store) -> Iterator[str]:
    codes = [case.code for case in store.cases.values()]
    if len(codes) != len(set(codes)):
        yield "I4: two dossiers bear one code"


def _replay(store: Store) -> Iterator[str]:
    """What was applied, taken from the journal again, makes the dossiers as they are."""
    kept = {n for case in store.cases.values() for n in case.deeds}
    written = {
        deed_of(entry.line)
        for (device, epoch), shelf in store.shelves.items()
        for entry in shelf.entries
        if (device, epoch, entry.seq) not in store.held
    }
    if kept - written:
        yield "I5: a dossier holds a deed that stands in no journal"
