"""Bring a database to the newest schema, in one transaction: all of it or none."""

from pathlib import Path

from sqlalchemy import Connection

from dossiers.errors import KnownError
from dossiers.store import schema
from dossiers.store.database import Database

MIGRATIONS = Path(__file__).parent / "migrations"


def migrate(database: Database) -> None:
    """Run the migrations this database lacks; raises KnownError for one made by a newer version."""
    with database.begin() as connection:
        found = revision(connection)
        if found != schema.REVISION:
            upgrade(connection, found)


def revision(connection: Connection) -> str:
    """The migration a database stands at; empty for a new file."""
    known = connection.exec_driver_sql("SELECT 1 FROM sqlite_master WHERE name = 'alembic_version'").first()
    if known is None:
        return ""
    return str(connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar_one())


def upgrade(connection: Connection, found: str, scripts: Path = MIGRATIONS) -> None:
    """Run Alembic on the open transaction; it is imported here because a current database never needs it."""
    from alembic import command
    from alembic.config import Config
    from alembic.script import ScriptDirectory

    config = Config(attributes={"connection": connection})
    config.set_main_option("script_location", str(scripts))
    if found and found not in {step.revision for step in ScriptDirectory.from_config(config).walk_revisions()}:
        raise KnownError("Dữ liệu này do phiên bản mới hơn ghi. Cập nhật phần mềm rồi mở lại; dữ liệu vẫn nguyên.")
    command.upgrade(config, "head")
