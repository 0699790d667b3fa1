"""A province on each database, a desk with a clock in hand, and the two enrolled with one another."""

from collections.abc import Iterator
from pathlib import Path
from uuid import uuid4

import psycopg
import pytest

from dossiers.store.desk import Desk
from tests.store.homes import HandClock
from tests.sync.postgres import cluster
from tests.sync.provinces import Province, join, lone_desk, running


@pytest.fixture
def clock() -> HandClock:
    return HandClock()


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
    with running(Province(database_url(request.param, request, tmp_path), tmp_path / "province", clock)) as opened:
        yield opened


@pytest.fixture
def stranger(tmp_path: Path, clock: HandClock) -> Iterator[Desk]:
    """A desk that belongs to no province yet."""
    with lone_desk(tmp_path / "home", clock) as opened:
        yield opened


@pytest.fixture
def desk(stranger: Desk, province: Province, clock: HandClock) -> Desk:
    """A desk enrolled with the province."""
    join(stranger, province, clock)
    return stranger
