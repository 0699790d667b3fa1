"""The floor under a province's evening: the same rows put into the same tables by nobody who thinks about them."""

import os
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import psycopg
from sqlalchemy import Connection, Table, insert, select

from sync.protocol import MAX_OPS
from sync.province.database import Database
from sync.province.schema import dossier, feed, journal

TABLES = (journal, dossier, feed)
TICKS_S = os.sysconf("SC_CLK_TCK")


@dataclass(frozen=True, slots=True)
class Floor:
    """How quickly the rows of so many ops went in, and for how much CPU of the database (of all, on SQLite)."""

    ops: int
    took_s: float
    cpu_s: float

    @property
    def rate(self) -> float:
        """Ops a second."""
        return self.ops / self.took_s

    @property
    def cpu_us(self) -> float:
        """CPU time an op."""
        return self.cpu_s / self.ops * 1e6


def copy_floor(database_url: str, empty_url: str, units: Sequence[str]) -> Floor:
    """Rows of some units by binary COPY into the same tables of an empty database, one transaction a table."""
    Database(empty_url).close()
    with psycopg.connect(database_url) as source, psycopg.connect(empty_url) as target:
        data = {table.name: _copy_out(source, table, units) for table in TABLES}
        postmaster = parent_of(target.info.backend_pid)
        spent_s, started = family_cpu_s(postmaster), time.perf_counter()
        for name, rows in data.items():
            with target.cursor().copy(f"COPY {name} FROM STDIN (FORMAT BINARY)") as copy:
                copy.write(rows)
            target.commit()
        took_s = time.perf_counter() - started
        ops = target.execute("SELECT count(*) FROM journal").fetchone()
        assert ops
        return Floor(ops[0], took_s, family_cpu_s(postmaster) - spent_s)


def insert_floor(database_url: str, empty_url: str) -> Floor:
    """Every row by plain INSERT into the same tables of an empty SQLite file, a synchronous commit each 1 000 rows."""
    source, target = Database(database_url), Database(empty_url)
    spent_s = took_s = 0.0
    ops = 0
    for table in TABLES:
        with source.reading() as reader:
            for part in reader.execution_options(yield_per=MAX_OPS).execute(select(table)).mappings().partitions():
                rows = [dict(row) for row in part]
                began_s, began = time.process_time(), time.perf_counter()
                with target.writing("") as writer:
                    _insert(writer, table, rows)
                spent_s, took_s = spent_s + time.process_time() - began_s, took_s + time.perf_counter() - began
                ops += len(rows) if table is journal else 0
    source.close()
    target.close()
    return Floor(ops, took_s, spent_s)


def parent_of(process: int) -> int:
    """The process that started another: of a backend, PostgreSQL's own."""
    return int(_stat(Path(f"/proc/{process}"))[1])


def cpu_s(process: int) -> float:
    """CPU seconds a process has used so far."""
    return sum(map(int, _stat(Path(f"/proc/{process}"))[11:13])) / TICKS_S


def family_cpu_s(parent: int) -> float:
    """CPU seconds of a process, of its children that live, and of those it has seen end."""
    ticks = 0
    for place in Path("/proc").glob("[0-9]*"):
        try:
            fields = _stat(place)
        except OSError:
            continue
        mine, theirs = sum(map(int, fields[11:13])), sum(map(int, fields[13:15]))
        if place.name == str(parent):
            ticks += mine + theirs
        elif fields[1] == str(parent):
            ticks += mine
    return ticks / TICKS_S


def _stat(place: Path) -> list[str]:
    """What Linux says of a process after its name (proc_pid_stat(5), from field 3 on)."""
    return (place / "stat").read_text("utf-8").rpartition(")")[2].split()


def _copy_out(source: psycopg.Connection[Any], table: Table, units: Sequence[str]) -> bytes:
    names = ", ".join(f"'{unit}'" for unit in units)
    wanted = f"unit IN ({names})" if "unit" in table.c else f"device IN (SELECT id FROM device WHERE unit IN ({names}))"
    with source.cursor().copy(f"COPY (SELECT * FROM {table.name} WHERE {wanted}) TO STDOUT (FORMAT BINARY)") as copy:
        return b"".join(bytes(block) for block in copy)


def _insert(connection: Connection, table: Table, rows: list[dict[str, Any]]) -> None:
    connection.execute(insert(table), rows)
