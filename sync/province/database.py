"""One province database: SQLite in a file by default, PostgreSQL by URL, the same tables in both."""

import json
import secrets
from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager, nullcontext
from operator import itemgetter
from threading import Lock
from typing import Any

from sqlalchemy import (
    URL,
    ColumnElement,
    Connection,
    Engine,
    LargeBinary,
    Table,
    bindparam,
    cast,
    create_engine,
    event,
    func,
    make_url,
    select,
    text,
)
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.types import NullType, TypeEngine

from dossiers.errors import KnownError
from sync.province import schema
from sync.province.migrate import migrate

SQLITE_PRAGMAS = (
    "journal_mode=WAL", "synchronous=FULL", "busy_timeout=30000", "trusted_schema=OFF", "cache_size=-65536",
    "wal_autocheckpoint=8000",
)  # fmt: skip
"""A batch touches pages all over four indexes: 64 MiB keep them at hand; some 30 batches share a checkpoint."""

SQLITE_SIZES = ("page_count", "page_size")
HISTORY = select(schema.about.c.value).where(schema.about.c.key == "history")
EVER = 1 << 62
"""A transaction number no transaction reaches."""


class Database:
    """The open database; every method may be called from any thread."""

    def __init__(self, url: str) -> None:
        """Open `sqlite:///…` or `postgresql://…` and bring it up to date; raises KnownError for any other."""
        self.engine, self._writer = _engines(url)
        self._postgres = self.engine.dialect.name == "postgresql"
        # SQLite lets a second writer sleep and try again; in one process waiting in turn is quicker and fair.
        self._turn = nullcontext() if self._postgres else Lock()
        try:
            with self.writing("") as connection:
                migrate(connection)
                first = self.insert(schema.about).values(key="history", value=secrets.token_hex(8))
                connection.execute(first.on_conflict_do_nothing())
        except BaseException:
            self.close()
            raise

    @contextmanager
    def writing(self, unit: str) -> Iterator[Connection]:
        """One transaction, the only writer of `unit` until it commits; durable when the block is left."""
        with self._turn, self._writer.connect() as connection, connection.begin():
            if self._postgres:
                lock = text("SELECT pg_advisory_xact_lock(hashtextextended(:unit, 0))")
                connection.execute(lock, {"unit": unit})
            yield connection

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """One unchanging view of everything committed so far."""
        options = {"isolation_level": "REPEATABLE READ"} if self._postgres else {}
        with self.engine.connect().execution_options(**options) as connection, connection.begin():
            yield connection

    def insert(self, table: Table) -> Any:
        """An INSERT that knows ON CONFLICT; both dialects spell it alike."""
        return postgresql.insert(table) if self._postgres else sqlite.insert(table)

    def add(
        self, connection: Connection, table: Table, rows: Sequence[Mapping[str, object]], on_conflict: str = ""
    ) -> None:
        """Insert many rows alike, as one statement; `on_conflict` is its last clause, spelt alike in both dialects.

        PostgreSQL gets one array a column: a statement a row cost it more than the rows themselves. What is sent is
        what the driver takes, past the types of the tables, whose care of each value cost as much as SQLite's own.
        """
        if not rows:
            return
        names = tuple(rows[0])
        columns = itemgetter(*names)
        quote = self.engine.dialect.identifier_preparer.quote
        into = f"INSERT INTO {quote(table.name)} ({', '.join(quote(name) for name in names)})"
        if self._postgres:
            kinds = [table.c[name].type for name in names]
            casts = ", ".join(f"CAST(%s AS {kind.compile(self.engine.dialect)}[])" for kind in kinds)
            values = tuple(map(_array, kinds, zip(*map(columns, rows), strict=True)))
            connection.exec_driver_sql(f"{into} SELECT * FROM unnest({casts}) {on_conflict}", values)
            return
        places = ", ".join("?" * len(names))
        connection.exec_driver_sql(f"{into} VALUES ({places}) {on_conflict}", list(map(columns, rows)))

    def among(self, column: ColumnElement[Any], values: Collection[Any]) -> ColumnElement[bool]:
        """Whether a column of bytes or text holds one of these values: always the same statement, however many."""
        if self._postgres:
            # Of no type of ours, so that the driver sees the array itself.
            array = bindparam(None, _array(column.type, values), unique=True, type_=NullType())
            return column == func.any(cast(array, postgresql.ARRAY(column.type)))
        listed = func.json_each(_json(values)).table_valued("value")
        of_bytes = isinstance(column.type, LargeBinary)
        return column.in_(select(func.unhex(listed.c.value) if of_bytes else listed.c.value))

    def transaction_id(self, connection: Connection) -> int:
        """The number of this writing transaction; SQLite has one writer at a time and needs none."""
        if not self._postgres:
            return 0
        return int(connection.execute(text("SELECT pg_current_xact_id()::text")).scalar_one())

    def horizon(self, connection: Connection) -> int:
        """Every transaction below this number has ended: no commit can still appear behind a reader's back."""
        if not self._postgres:
            return EVER
        return int(connection.execute(text("SELECT pg_snapshot_xmin(pg_current_snapshot())::text")).scalar_one())

    def history(self, connection: Connection) -> str:
        """The identity of this run of history; it changes whenever a backup was restored."""
        return str(connection.execute(HISTORY).scalar_one())

    def size_bytes(self, connection: Connection) -> int:
        """What the database takes on its disk."""
        if self._postgres:
            return int(connection.execute(text("SELECT pg_database_size(current_database())")).scalar_one())
        pages, page_bytes = (connection.execute(text(f"PRAGMA {name}")).scalar_one() for name in SQLITE_SIZES)
        return int(pages) * int(page_bytes)

    def close(self) -> None:
        """Close every connection."""
        self.engine.dispose()
        self._writer.dispose()


def _array(kind: TypeEngine[Any], values: Collection[Any]) -> object:
    from sync.province.arrays import Array

    return Array(kind, values)


def _json(values: Collection[Any]) -> str:
    """A list as SQLite reads one; bytes in hex."""
    return json.dumps([value.hex() if isinstance(value, bytes) else value for value in values])


def _engines(url: str) -> tuple[Engine, Engine]:
    """Where to read and where to write; raises KnownError."""
    parsed = make_url(url)
    if parsed.get_backend_name() == "postgresql":
        options = {"options": "-c synchronous_commit=on"}
        driven = parsed.set(drivername="postgresql+psycopg")
        engine = create_engine(driven, connect_args=options, pool_size=20, hide_parameters=True)
        event.listen(engine, "connect", _prepare_postgres)
        return engine, engine
    if parsed.get_backend_name() != "sqlite" or not parsed.database or parsed.database == ":memory:":
        raise KnownError("Cơ sở dữ liệu phải là sqlite:///ĐƯỜNG-DẪN hoặc postgresql://….")
    # One connection writes: another would find its cached pages outdated whenever its turn comes.
    return _sqlite(parsed, "BEGIN"), _sqlite(parsed, "BEGIN IMMEDIATE", pool_size=1, max_overflow=0)


def _sqlite(url: URL, begin: str, **pool: int) -> Engine:
    from sqlcipher3 import dbapi2

    engine = create_engine(url, module=dbapi2, hide_parameters=True, **pool)
    event.listen(engine, "connect", _prepare_sqlite)
    # The driver must not open transactions by itself: how one begins is ours to say.
    event.listen(engine, "begin", lambda connection: connection.exec_driver_sql(begin))
    return engine


def _prepare_postgres(connection: Any, _record: object) -> None:
    from sync.province.arrays import know_arrays

    know_arrays(connection)


def _prepare_sqlite(connection: Any, _record: object) -> None:
    connection.isolation_level = None
    for pragma in SQLITE_PRAGMAS:
        connection.execute(f"PRAGMA {pragma}").close()
