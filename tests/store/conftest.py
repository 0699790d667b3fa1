"""A home for each test: a cheap vault, a clock in hand, an open desk."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from dossiers.store import vault_slots as vaults
from dossiers.store.desk import Desk
from dossiers.store.vault import Vault, create_home
from tests.store.homes import CHIEF, OFFICE, SECRET, HandClock, open_desk


@pytest.fixture
def clock() -> HandClock:
    return HandClock()


@pytest.fixture(autouse=True)
def _cheap_stretching(monkeypatch: pytest.MonkeyPatch) -> None:
    """A slot keeps its own cost, so homes made in a test open with the cost they were made with."""
    monkeypatch.setattr(vaults, "STRETCHING", vaults.Stretching(memory_kib=64, passes=1, lanes=1))


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "home"


@pytest.fixture
def vault(home: Path, clock: HandClock) -> Vault:
    return create_home(home, CHIEF, SECRET, clock)


@pytest.fixture
def desk(home: Path, vault: Vault, clock: HandClock) -> Iterator[Desk]:
    opened = open_desk(home, clock, vault)
    opened.set_office(OFFICE)
    yield opened
    opened.close()
