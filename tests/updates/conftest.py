"""A publisher, an office with work in it, and the version that is installed."""

from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random
from typing import TypeVar
from uuid import UUID

import pytest

from dossiers.receive import receive
from dossiers.store import vault_slots as vaults
from dossiers.store.backup import back_up
from dossiers.store.desk import Desk
from dossiers.store.vault import create_home
from sync.progress import Ask
from sync.updates.installation import Installation
from tests.store.homes import CHIEF, OFFICE, SECRET, HandClock, intake, open_desk
from tests.updates.publisher import Publisher, make_publisher, make_version

T = TypeVar("T")
LIBRARY = Random(7).randbytes(200_000)
SHIPPED = {"_internal/lib/big.so": LIBRARY, "_internal/same.bin": b"the same in both", "data.txt": b"old words"}


@pytest.fixture(autouse=True)
def _cheap_stretching(monkeypatch: pytest.MonkeyPatch) -> None:
    """A home opens with the cost it was made with."""
    monkeypatch.setattr(vaults, "STRETCHING", vaults.Stretching(memory_kib=64, passes=1, lanes=1))


@pytest.fixture
def publisher() -> Publisher:
    return make_publisher()


@pytest.fixture
def clock() -> HandClock:
    return HandClock()


@pytest.fixture
def installed(tmp_path: Path, publisher: Publisher) -> Installation:
    """Release 1, where the set-up put it."""
    return make_version(tmp_path / "program", 1, publisher.public, SHIPPED)


@pytest.fixture
def newer(tmp_path: Path, publisher: Publisher) -> Installation:
    """Release 2 as its publisher packed it: a library changed inside and under two names, a file gone, one new."""
    changed = LIBRARY[:90_000] + b"a new function" + LIBRARY[90_000:]
    files = {"_internal/lib/big.so": changed, "_internal/big-too.so": changed,
             "_internal/same.bin": SHIPPED["_internal/same.bin"], "new.txt": b"new words"}  # fmt: skip
    return make_version(tmp_path / "packed-2", 2, publisher.public, files)


@pytest.fixture
def home(tmp_path: Path, clock: HandClock) -> Path:
    """An office with three dossiers that no province has, in a proven backup."""
    place = tmp_path / "home"
    desk = open_desk(place, clock, create_home(place, CHIEF, SECRET, clock))
    try:
        desk.set_office(OFFICE)
        for number in range(3):
            desk.do(receive, intake(), UUID(int=number + 1))
        back_up(desk, tmp_path / "backups")
    finally:
        desk.close()
    return place


@pytest.fixture
def desk(home: Path, clock: HandClock) -> Iterator[Desk]:
    opened = open_desk(home, clock)
    yield opened
    opened.close()


@pytest.fixture
def ask(desk: Desk) -> Ask:
    """The database thread is this one."""

    def here(question: Callable[[Desk], T]) -> T:
        return question(desk)

    return here
