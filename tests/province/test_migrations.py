"""The database on paper and the one the migrations build are the same, whatever version it began with."""

import re
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, inspect, text

from dossiers.errors import KnownError
from sync.province import database as province_database
from sync.province import schema
from sync.province.database import Database
from sync.province.migrate import MIGRATIONS
from tests.sync.conftest import database_url

Url = Callable[[], str]


@pytest.fixture(params=["sqlite", "postgresql"])
def new_url(request: pytest.FixtureRequest, tmp_path: Path) -> Url:
    """Where a new database would be."""

    def url() -> str:
        folder = tmp_path / uuid4().hex
        folder.mkdir()
        return database_url(request.param, request, folder)

    return url


def made_by(monkeypatch: pytest.MonkeyPatch, url: str, build: Callable[[Connection], None]) -> str:
    """Make a database by other means than the newest migrations; returns its history."""
    with monkeypatch.context() as patch:
        patch.setattr(province_database, "migrate", build)
        database = Database(url)
    with database.reading() as connection:
        history = database.history(connection)
    database.close()
    return history


def on_paper(connection: Connection) -> None:
    """As the schema says."""
    schema.metadata.create_all(connection)
    for guard in schema.GUARDS[connection.dialect.name]:
        connection.execute(text(guard))


def first_version(connection: Connection) -> None:
    """As the first version left it, which did not number itself."""
    config = Config(attributes={"connection": connection})
    config.set_main_option("script_location", str(MIGRATIONS))
    command.upgrade(config, "0001")
    connection.execute(text("DROP TABLE alembic_version"))
    row = "(:id, 'H55.242', 1, 'UBND xã Thử', :key, 'active', 1, 2, 3, 'motcua/0.1')"
    columns = "(id, unit, slot, office, public_key, state, enrolled_at, heard_at, clock_offset_ms, app)"
    connection.execute(text(f"INSERT INTO device {columns} VALUES {row}"), {"id": b"d" * 16, "key": b"k" * 32})


def things(url: str) -> dict[str, Any]:
    """Every table with its columns, keys, indexes and checks, and every trigger."""
    database = Database(url)
    with database.reading() as connection:
        seen = inspect(connection)
        found: dict[str, Any] = {
            name: (
                sorted((c["name"], str(c["type"]), c["nullable"], str(c["default"])) for c in seen.get_columns(name)),
                seen.get_pk_constraint(name)["constrained_columns"],
                sorted(str(unique["column_names"]) for unique in seen.get_unique_constraints(name)),
                sorted((str(index["name"]), str(index["column_names"])) for index in seen.get_indexes(name)),
                sorted(re.sub(r"\s", "", check["sqltext"]) for check in seen.get_check_constraints(name)),
            )
            for name in seen.get_table_names() if name != "alembic_version"
        }  # fmt: skip
        catalogue = {
            "sqlite": "SELECT name FROM sqlite_master WHERE type = 'trigger'",
            "postgresql": "SELECT tgname FROM pg_trigger WHERE NOT tgisinternal",
        }
        found["triggers"] = set(connection.execute(text(catalogue[connection.dialect.name])).scalars())
    database.close()
    return found


def test_migrations_from_nothing_give_the_schema_on_paper(new_url: Url, monkeypatch: pytest.MonkeyPatch) -> None:
    built, paper = new_url(), new_url()
    Database(built).close()
    made_by(monkeypatch, paper, on_paper)
    with monkeypatch.context() as patch:
        patch.setattr(province_database, "migrate", lambda _connection: None)
        wanted = things(paper)
    assert things(built) == wanted
    assert len(wanted) == len(schema.metadata.tables) + 1


def test_a_database_of_the_first_version_is_brought_up_to_date(new_url: Url, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing in it is lost, and its history goes on."""
    old, new = new_url(), new_url()
    before = made_by(monkeypatch, old, first_version)
    database = Database(old)
    with database.reading() as connection:
        assert database.history(connection) == before
        (row,) = connection.execute(schema.device.select())
        assert (row.office, row.clock_offset_ms, row.unsent) == ("UBND xã Thử", 3, 0)
    database.close()
    Database(new).close()
    assert things(old) == things(new)


def test_several_workers_that_start_at_once_migrate_once(new_url: Url, monkeypatch: pytest.MonkeyPatch) -> None:
    old = new_url()
    made_by(monkeypatch, old, first_version)
    with ThreadPoolExecutor(4) as pool:
        for database in pool.map(Database, [old] * 4):
            with database.reading() as connection:
                versions = connection.execute(text("SELECT version_num FROM alembic_version")).scalars().all()
            database.close()
            assert versions == [schema.REVISION]


def test_the_newest_migration_is_the_revision_the_code_expects() -> None:
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    assert ScriptDirectory.from_config(config).get_current_head() == schema.REVISION


def test_a_database_of_a_newer_version_is_left_alone(new_url: Url) -> None:
    url = new_url()
    database = Database(url)
    with database.writing("") as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    database.close()
    with pytest.raises(KnownError, match="phiên bản mới hơn"):
        Database(url)
