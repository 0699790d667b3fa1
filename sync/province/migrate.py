"""Bring the province's database to the newest schema, while every other worker waits."""

from pathlib import Path

from sqlalchemy import Connection, inspect, text

from dossiers.store.migrate import upgrade
from sync.province import schema

MIGRATIONS = Path(__file__).parent / "migrations"


def migrate(connection: Connection) -> None:
    """Run the migrations this database lacks, in the caller's transaction; raises KnownError for a newer one."""
    found = ""
    if inspect(connection).has_table("alembic_version"):
        found = str(connection.execute(text("SELECT version_num FROM alembic_version")).scalar_one())
    if found != schema.REVISION:
        upgrade(connection, found, MIGRATIONS)
