"""Bring a database to the newest schema, in one transaction: all of it or none, and a copy of the old one kept."""

import os
import shutil
from pathlib import Path

from sqlalchemy import Connection

from dossiers.errors import KnownError
from dossiers.store import schema
from dossiers.store.database import Database
from dossiers.store.durable import sync_folder, write_fault

MIGRATIONS = Path(__file__).parent / "migrations"
BEFORE = ".before-"


class NotMigrated(KnownError):
    """The migration itself is at fault; the database is as it was."""

    def __init__(self) -> None:
        super().__init__(
            "Bản mới chưa chuyển được dữ liệu sang dạng của nó; dữ liệu vẫn nguyên như trước. "
            "Đóng phần mềm rồi mở lại; nếu vẫn vậy, báo bộ phận kỹ thuật."
        )


def migrate(database: Database) -> None:
    """Run the migrations this database lacks; raises NotMigrated, or KnownError for one made by a newer version."""
    with database.begin() as connection:
        found = revision(connection)
    if found == schema.REVISION:
        return
    if found:
        keep_copy(database, found)
    try:
        with database.begin() as connection:
            upgrade(connection, found)
    except KnownError:
        raise
    except Exception as error:
        raise NotMigrated from error


def keep_copy(database: Database, found: str) -> None:
    """The database as it stands at its old revision, kept beside it until the next proven backup."""
    database.checkpoint("TRUNCATE")
    copy = copy_beside(database.path, found)
    incoming = copy.with_name(f"{copy.name}.part")
    try:
        shutil.copyfile(database.path, incoming)
        with incoming.open("r+b") as file:
            os.fsync(file.fileno())
        incoming.replace(copy)
        sync_folder(copy.parent)
    except OSError as error:
        raise write_fault(error) from error


def copy_beside(path: Path, found: str) -> Path:
    """Where the copy of a revision lies."""
    return path.with_name(f"{path.name}{BEFORE}{found}")


def forget_copies(path: Path) -> None:
    """A backup was proven since: what was kept from before a migration has had its time."""
    for copy in path.parent.glob(f"{path.name}{BEFORE}*"):
        copy.unlink()


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
