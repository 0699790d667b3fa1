"""The keys as the settings ask of them: the recovery sheet and the tie to this machine; on the database thread."""

import platform
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from dossiers.clock import from_ms
from dossiers.people import Right
from dossiers.permissions import needs, rights_of

if TYPE_CHECKING:
    from desktop.jobs import Desk


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyState:
    """When the recovery key was made and last used; whether secrets are tied to a machine, and whose already are."""

    made_at: datetime | None
    used_at: datetime | None
    bound: bool
    tied: int
    people: int


def read_keys_state(desk: "Desk") -> KeyState:
    """What the key file tells."""
    from dossiers.store.vault_file import read_keys

    keys = read_keys(desk.home)
    way = keys.recovery
    return KeyState(
        made_at=from_ms(way.made_at_ms) if way else None, bound=keys.bound,
        used_at=from_ms(way.used_at_ms) if way and way.used_at_ms else None,
        tied=sum(slot.machine for slot in keys.slots), people=len(keys.slots),
    )  # fmt: skip


def wants_sheet(desk: "Desk") -> bool:
    """Whether this is a new office whose administrator should print the recovery sheet before anything else."""
    new = not desk.office.training and desk.journal.count() == 0
    return new and Right.PEOPLE in rights_of(desk.clerk) and read_keys_state(desk).made_at is None


@needs(Right.PEOPLE)
def keep_recovery(desk: "Desk", key: bytes) -> KeyState:
    """Put a printed recovery key in force."""
    desk.vault.keep_recovery(key, desk.clock)
    return read_keys_state(desk)


@needs(Right.PEOPLE)
def bind_to_machine(desk: "Desk") -> KeyState:
    """Let secrets count on this machine only."""
    desk.vault.bind()
    return read_keys_state(desk)


@needs(Right.PEOPLE)
def change_data_key(desk: "Desk", told: Callable[[int, int], object] = lambda _done, _all: None) -> None:
    """Write everything anew under a new data key and close the desk; `told` hears how many files are done, of how many.

    Raises KnownError with everything as it was.
    """
    from dossiers.store.rekey import change_key
    from scanning.spool_reseal import reseal_folder

    files = desk.wire.files_of_open_work()
    change_key(desk, platform.node(), partial(reseal_folder, files=files), told)
