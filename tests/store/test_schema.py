"""The database on paper and the one the migrations build are the same, and a newer one is left alone."""

import re
from pathlib import Path
from uuid import uuid4

import pytest
from alembic.config import Config
from alembic.script import ScriptDirectory
from sqlalchemy import Connection

from dossiers.errors import KnownError
from dossiers.receive import receive
from dossiers.store import schema
from dossiers.store.backup import back_up
from dossiers.store.database import PRAGMAS, Database
from dossiers.store.desk import Desk
from dossiers.store.migrate import MIGRATIONS, keep_copy, migrate
from tests.store.homes import HandClock, intake, open_desk


@pytest.fixture
def database(tmp_path: Path) -> Database:
    return Database(tmp_path / "new.db", b"k" * 32)


def things(connection: Connection) -> dict[str, str]:
    """Every table, index and trigger with its text, white space aside."""
    rows = connection.exec_driver_sql("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL").all()
    return {name: re.sub(r"\s", "", sql) for name, sql in rows}


def test_migrations_from_nothing_give_the_schema_on_paper(database: Database, tmp_path: Path) -> None:
    migrate(database)
    paper = Database(tmp_path / "paper.db", b"k" * 32)
    with paper.begin() as connection:
        schema.metadata.create_all(connection)
        for statement in schema.EXTRA:
            connection.exec_driver_sql(statement)
        wanted = things(connection)
    with database.begin() as connection:
        built = things(connection)
    del built["alembic_version"]
    assert built == wanted
    assert len(built) > 30
    database.close()
    paper.close()


def test_the_newest_migration_is_the_revision_the_code_expects() -> None:
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    assert ScriptDirectory.from_config(config).get_current_head() == schema.REVISION


def test_migrating_twice_changes_nothing(database: Database) -> None:
    migrate(database)
    migrate(database)
    with database.begin() as connection:
        assert connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalars().all() == ["0001"]
    database.close()


def test_a_database_of_a_newer_version_is_left_alone(home: Path, desk: Desk, clock: HandClock) -> None:
    with desk.database.begin() as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
    desk.close()
    with pytest.raises(KnownError, match="phiên bản mới hơn"):
        open_desk(home, clock)


def test_the_connection_runs_as_decided(desk: Desk) -> None:
    """EXCLUSIVE before WAL leaves no shared-memory file; FULL is what the printed slip rests on."""
    with desk.database.begin() as connection:
        for pragma in PRAGMAS:
            name, value = pragma.split("=")
            found = str(connection.exec_driver_sql(f"PRAGMA {name}").scalar()).upper()
            wanted = {"FULL": "2", "ON": "1", "MEMORY": "2", "OFF": "0"}.get(value, value.upper())
            assert found == wanted, name
    assert not list(desk.home.glob("*-shm"))


def test_the_file_is_no_readable_database(desk: Desk) -> None:
    desk.close()
    assert not (desk.home / "desk.db").read_bytes().startswith(b"SQLite format 3")
    assert not (desk.home / "desk.db-wal").exists()


def test_the_old_database_is_kept_until_a_backup_is_proven(
    home: Path, desk: Desk, clock: HandClock, tmp_path: Path
) -> None:
    """What a migration did can be undone by hand for as long as there is no newer proof of the data."""
    code = desk.do(receive, intake(), uuid4()).code
    desk.close()
    keep_copy(reopened := Database(home / "desk.db", desk.vault.key("database")), "0000")
    reopened.close()
    (copy,) = home.glob("desk.db.before-*")
    old = Database(copy, desk.vault.key("database"))
    with old.begin() as connection:
        assert connection.exec_driver_sql("SELECT code FROM dossier").scalar_one() == code
    old.close()
    again = open_desk(home, clock)
    assert copy.exists()
    back_up(again, tmp_path / "usb")
    assert list(home.glob("desk.db.before-*")) == []
    again.close()
