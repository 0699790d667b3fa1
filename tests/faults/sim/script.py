"""What happens in a world: a list of events drawn from one seed, none of which depends on how the others end."""

from dataclasses import dataclass
from random import Random
from typing import Literal

Fate = Literal["passes", "request lost", "reply lost", "comes again", "comes late"]
FATES: tuple[Fate, ...] = ("passes", "request lost", "reply lost", "comes again", "comes late")
FATE_WEIGHTS = (68, 8, 12, 6, 6)
EVENTS_IN_A_WORLD = 45
DESKS = 3


@dataclass(frozen=True, slots=True)
class Write:
    """A desk does some deeds; each pick starts a dossier or continues one."""

    home: int
    picks: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Sync:
    """A desk speaks with the province; the fates are those of its first requests, the later ones pass."""

    home: int
    fates: tuple[Fate, ...]


@dataclass(frozen=True, slots=True)
class Deliver:
    """A request that was held up, or a second copy of one, arrives now."""

    which: int


@dataclass(frozen=True, slots=True)
class Copy:
    """Somebody copies a desk's whole disk."""

    home: int


@dataclass(frozen=True, slots=True)
class Restore:
    """An old copy of a desk is put back; with its anchor when the whole disk is, without when only the database is."""

    home: int
    copy: int
    with_anchor: bool


@dataclass(frozen=True, slots=True)
class Clone:
    """A copy of a disk starts on a second machine, beside the first."""

    copy: int
    told_apart: bool


@dataclass(frozen=True, slots=True)
class PowerCut:
    """A desk restarts; its anchor, which costs no fsync, is the one of the last start."""

    home: int


@dataclass(frozen=True, slots=True)
class CopyProvince:
    """The province makes a backup."""


@dataclass(frozen=True, slots=True)
class RestoreProvince:
    """The province is put back to a backup and begins a new history."""

    copy: int


@dataclass(frozen=True, slots=True)
class Revoke:
    """The province takes a desk's right to be heard."""

    home: int


@dataclass(frozen=True, slots=True)
class Midnight:
    """A new working day begins."""


Event = (
    Write | Sync | Deliver | Copy | Restore | Clone | PowerCut | CopyProvince | RestoreProvince | Revoke | Midnight
)
KINDS = ("write", "sync", "deliver", "copy", "restore", "clone", "power", "backup", "rollback", "revoke", "midnight")
WEIGHTS = (38, 30, 6, 8, 5, 3, 3, 4, 2, 0.3, 1.5)


def script(seed: int, events: int = EVENTS_IN_A_WORLD) -> tuple[Event, ...]:
    """The events of a seed."""
    random = Random(seed)
    return tuple(_event(random, kind) for kind in random.choices(KINDS, WEIGHTS, k=events))


def _event(random: Random, kind: str) -> Event:  # noqa: C901 — one line a kind
    index = random.randrange(1 << 16)
    match kind:
        case "write":
            return Write(index, tuple(random.randrange(1 << 16) for _ in range(random.randint(1, 4))))
        case "sync":
            return Sync(index, tuple(random.choices(FATES, FATE_WEIGHTS, k=4)))
        case "deliver":
            return Deliver(index)
        case "copy":
            return Copy(index)
        case "restore":
            return Restore(index, random.randrange(1 << 16), random.random() < 0.5)
        case "clone":
            return Clone(index, random.random() < 0.3)
        case "power":
            return PowerCut(index)
        case "backup":
            return CopyProvince()
        case "rollback":
            return RestoreProvince(index)
        case "revoke":
            return Revoke(index)
        case _:
            return Midnight()
