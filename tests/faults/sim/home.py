"""A disk with a desk on it, a copy of one, and what a world ended with."""

from collections import Counter
from dataclasses import dataclass, field

from dossiers.store.ledger import Head
from tests.faults.sim.desk import Memory


@dataclass(slots=True)
class Home:
    """A disk with a desk on it."""

    memory: Memory
    slot: int
    machine: str
    mark: tuple[Head, str] | None = None
    mark_at_start: tuple[Head, str] | None = None

    @property
    def device(self) -> bytes:
        """Whose disk it is, or whose it was copied from."""
        return self.memory.epochs[0].device


@dataclass(slots=True)
class Backup:
    """A copy of a home's disk."""

    device: bytes
    slot: int
    machine: str
    memory: Memory
    mark: tuple[Head, str] | None


@dataclass(slots=True)
class Outcome:
    """What a world ended with; `faults` names each broken invariant."""

    deeds: int = 0
    lost: int = 0
    duplicated: int = 0
    held: int = 0
    cycles: int = 0
    tally: Counter[str] = field(default_factory=Counter)
    faults: list[str] = field(default_factory=list)
