"""A province on each database, a desk with a clock in hand, and the two enrolled with one another."""

from collections.abc import Iterator
from pathlib import Path
from uuid import uuid4

import psycopg
import pytest

from dossiers.store import vault as vaults
from dossiers.store.desk import Desk
from dossiers.store.vault import create_home
from tests.store.homes import CHIEF, OFFICE, SECRET, HandClock, open_desk
from tests.sync.postgres import cluster
from tests.sync.provinces import Province, join


@pytest.fixture
def clock() -> HandClock:
    return HandClock()


@pytest.fixture(autouse=True)
def _cheap_stretching(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(vaults, "STRETCHING", vaults.Stretching(memory_kib=64, passes=1, lanes=1))


@pytest.fixture(scope="session")
def postgres() -> Iterator[str]:
    with cluster() as url:
        yield url


def database_url(kind: str, request: pytest.FixtureRequest, folder: Path) -> str:
    """A fresh database of either kind."""
    if kind == "sqlite":
        return f"sqlite:///{folder / 'province.db'}"
    server, name = request.getfixturevalue("postgres"), f"province_{uuid4().hex}"
    with psycopg.connect(f"{server}/postgres", autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}")
    return f"{server}/{name}"


@pytest.fixture(params=["sqlite", "postgresql"])
def province(request: pytest.FixtureRequest, tmp_path: Path, clock: HandClock) -> Iterator[Province]:
    opened = Province(database_url(request.param, request, tmp_path), tmp_path / "province", clock)
    yield opened
    opened.close()


@pytest.fixture
def lone_desk(tmp_path: Path, clock: HandClock) -> Iterator[Desk]:
    """A desk that belongs to no province yet."""
    home = tmp_path / "home"
    opened = open_desk(home, clock, create_home(home, CHIEF, SECRET, clock))
    opened.set_office(OFFICE)
    yield opened
    opened.close()


@pytest.fixture
def desk(lone_desk: Desk, province: Province, clock: HandClock) -> Desk:
    """A desk enrolled with the province."""
    join(lone_desk, province, clock)
    return lone_desk
