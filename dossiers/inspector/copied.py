"""Reads the database from a copy in a place of its own: opening SQLite beside a log would write into the home."""

import json
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any, NamedTuple

import sqlcipher3.dbapi2 as sqlcipher

from dossiers.inspector.keys import Key

DATABASE_FILE = "desk.db"
ANCHOR_FILE = "anchor"
MANIFEST_FILE = "manifest.json"
FILES_FOLDER = "files"


class Place(NamedTuple):
    """What is inspected: its folder, its keys, and the copy of its database (encrypted as it was, gone afterwards)."""

    folder: Path
    key: Key
    copy: Path
    rows: "sqlcipher.Connection"

    @property
    def is_backup(self) -> bool:
        """A backup carries a manifest; a home has none."""
        return (self.folder / MANIFEST_FILE).exists()

    @property
    def files(self) -> Path:
        """Where scans and slips lie: beside the backups they are shared by, within a home."""
        if not self.is_backup:
            return self.folder / FILES_FOLDER
        told = json.loads((self.folder / MANIFEST_FILE).read_bytes().partition(b"\n")[0])
        name: str = told.get("files_in", FILES_FOLDER)
        return self.folder.parent / name

    def ask(self, sql: str, *values: object) -> list[Any]:
        """Rows of a query."""
        found: list[Any] = self.rows.execute(sql, values).fetchall()
        return found


@contextmanager
def copied(folder: Path, key: Key) -> Iterator[Place]:
    """The place with its database open on a copy; the log beside a home's database is copied with it."""
    with tempfile.TemporaryDirectory(prefix="motcua-") as scratch:
        copy = Path(scratch) / DATABASE_FILE
        for suffix in ("", "-wal"):
            source = folder / f"{DATABASE_FILE}{suffix}"
            if source.exists():
                shutil.copyfile(source, copy.with_name(source.name))
        purpose = "backup" if (folder / MANIFEST_FILE).exists() else "database"
        with closing(connect(copy, key(purpose))) as rows:
            yield Place(folder, key, copy, rows)


def connect(copy: Path, key: bytes) -> "sqlcipher.Connection":
    """A connection under a raw key; nothing is read yet."""
    rows = sqlcipher.connect(copy, isolation_level=None)
    rows.row_factory = sqlcipher.Row
    rows.execute("PRAGMA cipher_log_level=NONE").fetchall()
    rows.execute(f"PRAGMA key=\"x'{key.hex()}'\"").fetchall()
    return rows
