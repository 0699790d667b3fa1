"""The one connection to the encrypted database: its key, its pragmas, its transactions, its faults as sentences."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2 as sqlcipher
from sqlalchemy import Connection, Engine, StaticPool, create_engine, event
from sqlalchemy.exc import DBAPIError

from dossiers.errors import KnownError
from dossiers.store.durable import disk_full

PRAGMAS = (
    "locking_mode=EXCLUSIVE", "journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON", "busy_timeout=5000",
    "cache_size=-16000", "temp_store=MEMORY", "mmap_size=0", "trusted_schema=OFF", "wal_autocheckpoint=8000",
    "journal_size_limit=67108864",
)  # fmt: skip
"""In this order: EXCLUSIVE before WAL, so that no shared-memory file exists that a full disk could turn into SIGBUS.

FULL because a citizen holds the slip: under NORMAL a power cut took acknowledged commits back. Checkpoints run when
idle, so the automatic one is far away: it would stall a commit on a slow disk.
"""

FULL, IO_ERROR, READ_ONLY, CANNOT_OPEN, BUSY, LOCKED, INTERRUPTED = 13, 10, 8, 14, 5, 6, 9
DAMAGED_CODES = {11, 26}
"""SQLITE_CORRUPT and SQLITE_NOTADB: SQLCipher checks each page's HMAC and reports a flipped bit as one of these."""


class Damaged(KnownError):
    """The database does not read back as it was written."""


class DeskOpen(KnownError):
    """Another process holds this home."""


class Interrupted(KnownError):
    """A search was cut short because nobody waits for it any more."""


class Database:
    """One file, one key, one connection, used by one thread."""

    def __init__(self, path: Path, key: bytes) -> None:
        """Open or create the file; raises DeskOpen, Damaged or KnownError."""
        self.path = path
        self.engine = engine_for(path, key)
        self.closed = False
        self._open: Connection | None = None
        try:
            with self.begin() as connection:
                connection.exec_driver_sql("SELECT count(*) FROM sqlite_master")
                # For what SQLAlchemy has no word for: backup and interrupt.
                self.driver: Any = connection.connection.driver_connection
        except BaseException:
            self.abandon()
            raise

    @contextmanager
    def begin(self) -> Iterator[Connection]:
        """One transaction, committed at the end of the block; a block inside another is part of it."""
        if self._open is not None:
            yield self._open
            return
        with plainly(), self.engine.begin() as connection:
            self._open = connection
            try:
                yield connection
            finally:
                self._open = None

    def checkpoint(self, mode: str) -> None:
        """Move the log into the file; PASSIVE when idle, TRUNCATE at the end."""
        with plainly():
            self.driver.execute(f"PRAGMA wal_checkpoint({mode})").fetchall()

    def close(self) -> None:
        """Let statistics and the log settle, then let go of the file."""
        with suppress(KnownError):
            with plainly():
                self.driver.execute("PRAGMA analysis_limit=400")
                self.driver.execute("PRAGMA optimize").fetchall()
            self.checkpoint("TRUNCATE")
        self.abandon()

    def abandon(self) -> None:
        """Let go of the file as it is."""
        self.engine.dispose()
        self.closed = True


def engine_for(path: Path, key: bytes) -> Engine:
    """An engine on SQLCipher with one connection; every transaction begins IMMEDIATE.

    A deferred one that turns to writing can fail at once however long it would wait. Parameters stay out of
    exceptions, for they hold personal data.
    """
    engine = create_engine(
        f"sqlite:///{path}", module=sqlcipher, poolclass=StaticPool, hide_parameters=True,
        connect_args={"timeout": 1.0},
    )  # fmt: skip

    @event.listens_for(engine, "connect")
    def _prepare(connection: Any, _record: object) -> None:
        connection.isolation_level = None
        set_key(connection, key)
        for pragma in PRAGMAS:
            connection.execute(f"PRAGMA {pragma}").fetchall()

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        connection.exec_driver_sql("BEGIN IMMEDIATE")

    return engine


def set_key(connection: Any, key: bytes) -> None:
    """Give a connection its raw 256-bit key; no key derivation, so opening takes well under a millisecond."""
    connection.execute("PRAGMA cipher_log_level=NONE").fetchall()
    connection.execute(f"PRAGMA key=\"x'{key.hex()}'\"").fetchall()


@contextmanager
def plainly() -> Iterator[None]:
    """Turn the world's database faults into sentences; our own bugs pass through as they are."""
    try:
        yield
    except (DBAPIError, sqlcipher.Error) as error:
        known = explain(error.orig if isinstance(error, DBAPIError) else error)
        if known is None:
            raise
        raise known from error


def explain(error: BaseException | None) -> KnownError | None:
    """The sentence for a driver's error; None when it is no fault of the world."""
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    if code == FULL:
        return disk_full()
    if code in DAMAGED_CODES:
        return damaged()
    if code in {BUSY, LOCKED}:
        return DeskOpen("Quầy đang mở dữ liệu này trên máy. Đóng quầy rồi chạy lại, hoặc làm việc ngay trong quầy.")
    if code == INTERRUPTED:
        return Interrupted("Đã dừng tìm theo yêu cầu mới.")
    if code in {IO_ERROR, READ_ONLY, CANNOT_OPEN}:
        return KnownError(
            "Không đọc ghi được ổ đĩa. Việc vừa làm chưa được lưu; những gì đã lưu vẫn nguyên. "
            "Kiểm tra ổ đĩa và chỗ trống rồi làm lại."
        )
    return None


def damaged() -> Damaged:
    """The sentence for a database that no longer reads back."""
    return Damaged(
        "Tệp dữ liệu trên máy này bị hỏng. Không tiếp tục ghi để giữ nguyên hiện trạng. "
        "Khôi phục từ bản sao lưu gần nhất và báo bộ phận kỹ thuật."
    )
