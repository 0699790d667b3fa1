"""A province's evening: every commune sends its whole day at once, to PostgreSQL (T9) and to embedded SQLite (T10).

Run: python -m tests.benchmarks.province [--communes N] [--dossiers N] [--workers N]. The load comes from the same
machine, so the rates are lower bounds; CPU time is what stays comparable when others use it too. Beside each stands
its floor: the same rows by bare COPY or INSERT. Prints a table and ends with one JSON line.
"""

import argparse
import http.client
import json
import os
import secrets
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from itertools import count, cycle
from pathlib import Path
from statistics import quantiles
from urllib.parse import urlsplit

import psycopg
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from sqlalchemy import func, insert, select

from dossiers.clock import system_clock, to_ms
from dossiers.journal import Epoch
from installer.wire_corpus import imagine, lean_day
from sync.batch import chain, write_batch
from sync.protocol import MAX_OPS, SCHEMA, VERSION, Header
from sync.province.database import Database
from sync.province.schema import device, journal
from tests.benchmarks._province_floor import Floor, copy_floor, cpu_s, family_cpu_s, insert_floor, parent_of
from tests.sync.postgres import cluster

ROOT = Path(__file__).parent.parent.parent
MOTCUA = (sys.executable, "-m", "desktop.cli", "province", "--port", "0", "--json")
SOME_COMMUNES = 60
"""Enough for a steady rate; the rate does not grow with the number of communes on one writer."""

SMALL_BATCH = 200
"""What a desk sends after a line has broken twice; on a sound one its day is one batch."""

HEADINGS = ("ops", "s", "ops/s", "server µs", "database µs", "B/op", "p50 ms", "p95 ms", "p99 ms")


@dataclass(frozen=True, slots=True)
class Commune:
    """One office's day: its desk's row, and its batches as they go over the wire."""

    row: dict[str, object]
    ops: int
    batches: tuple[bytes, ...]


@dataclass(frozen=True, slots=True)
class Measured:
    """One evening: seconds until all was acknowledged, CPU seconds of the workers and of PostgreSQL, the size of the
    database, the seconds of each batch.
    """

    ops: int
    took_s: float
    server_s: float
    database_s: float
    database_bytes: int
    batch_s: tuple[float, ...]

    @property
    def rate(self) -> float:
        """Ops a second."""
        return self.ops / self.took_s

    @property
    def cpu_us(self) -> float:
        """CPU time an op, workers and PostgreSQL together."""
        return (self.server_s + self.database_s) / self.ops * 1e6

    @property
    def percentiles_s(self) -> tuple[float, float, float]:
        """p50, p95, p99 of a batch."""
        cuts = quantiles(self.batch_s, n=100)
        return cuts[49], cuts[94], cuts[98]

    def row(self) -> str:
        """A line of the table."""
        micros = [seconds / self.ops * 1e6 for seconds in (self.server_s, self.database_s)]
        times = [seconds * 1000 for seconds in self.percentiles_s]
        figures = (self.ops, self.took_s, self.rate, *micros, self.database_bytes / self.ops, *times)
        return "".join(f"{value:>12.{int(value is self.took_s)}f}" for value in figures)


def main() -> None:
    """Imagine the communes, send them to either database in large and small batches, and say what the floor is."""
    options = arguments()
    whole = imagine_communes(options.communes, options.dossiers, MAX_OPS)
    some = whole[:SOME_COMMUNES]
    small = imagine_communes(len(some), options.dossiers, SMALL_BATCH)
    print(f"{'':<38}" + "".join(f"{name:>12}" for name in HEADINGS), flush=True)
    with postgres() as new:
        database = new()
        t9 = evening(f"PostgreSQL, {options.workers} workers", database, whole, options.workers, options.connections)
        t9_floor = copy_floor(database, new(), [str(commune.row["unit"]) for commune in some])
        show_floor("  floor: COPY of the same rows", t9_floor)
        evening("PostgreSQL, 1 worker", new(), some, 1, options.connections)
        name = f"PostgreSQL, {options.workers} workers, small batches"
        evening(name, new(), small, options.workers, options.connections)
    with tempfile.TemporaryDirectory(prefix="motcua-bench-") as folder:
        one, two, three = (f"sqlite:///{folder}/{n}.db" for n in range(3))
        t10 = evening("SQLite, 1 process", one, some, 1, options.connections)
        t10_floor = insert_floor(one, two)
        show_floor("  floor: INSERT of the same rows", t10_floor)
        evening("SQLite, 1 process, small batches", three, small, 1, options.connections)
    figures = {
        "communes": options.communes, "dossiers": options.dossiers, "connections": options.connections,
        "cores": os.cpu_count(), "load": round(os.getloadavg()[0], 1),
        "T9": round(t9.rate), "T9_floor": round(t9_floor.rate), "T9_s": round(t9.took_s, 1),
        "T9_p99_s": round(t9.percentiles_s[2], 3), "T9_cpu_us": round(t9.cpu_us),
        "T9_bytes_op": round(t9.database_bytes / t9.ops), "T10": round(t10.rate), "T10_floor": round(t10_floor.rate),
        "T10_p99_s": round(t10.percentiles_s[2], 3), "T10_cpu_us": round(t10.cpu_us),
    }  # fmt: skip
    print(json.dumps(figures))


def show_floor(name: str, floor: Floor) -> None:
    """A floor's line of the table."""
    print(f"{name:<38}{floor.ops:>12}{floor.took_s:>12.1f}{floor.rate:>12.0f}{'':>12}{floor.cpu_us:>12.0f}", flush=True)


def arguments() -> argparse.Namespace:
    """How large a province."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--communes", type=int, default=230)
    parser.add_argument("--dossiers", type=int, default=300)
    parser.add_argument("--connections", type=int, default=40)
    parser.add_argument("--workers", type=int, default=2)
    return parser.parse_args()


@contextmanager
def postgres() -> Iterator[Callable[[], str]]:
    """A cluster; yields what makes one more database in it."""
    numbers = count()
    with cluster() as server:

        def new() -> str:
            name = f"province_{next(numbers)}"
            with psycopg.connect(f"{server}/postgres", autocommit=True) as connection:
                connection.execute(f"CREATE DATABASE {name}")
                # As docs/province.md advises: the default, pglz, costs more than the rest of the upsert.
                connection.execute(f"ALTER DATABASE {name} SET default_toast_compression = lz4")
            return f"{server}/{name}"

        yield new


def imagine_communes(wanted: int, dossiers: int, batch: int) -> list[Commune]:
    """So many invented offices, no two of one unit."""
    communes: dict[str, Commune] = {}
    for seed in range(10 * wanted):
        office = imagine(seed)
        if office.office.unit not in communes:
            communes[office.office.unit] = commune(office.office.unit, lean_day(office, dossiers), batch)
        if len(communes) == wanted:
            break
    return list(communes.values())


def commune(unit: str, lines: Sequence[bytes], size: int) -> Commune:
    """A desk of its own with a whole day to send."""
    key, place = Ed25519PrivateKey.generate(), Epoch(device=secrets.token_bytes(16), id=secrets.token_bytes(8))
    now_ms = to_ms(system_clock())
    batches, previous = [], place.root
    for start in range(0, len(lines), size):
        part = lines[start : start + size]
        head = chain(previous, part)[-1]
        header = Header(
            device=place.device, epoch=place.id, first=start + 1, count=len(part), previous=previous, head=head,
            sent_at=now_ms, nonce=secrets.token_bytes(8), version=VERSION, schema=SCHEMA,
        )  # fmt: skip
        batches.append(write_batch(key, header, part, quick=True))
        previous = head
    row: dict[str, object] = {
        "id": place.device, "unit": unit, "slot": 1, "office": unit, "state": "active", "enrolled_at": now_ms,
        "public_key": key.public_key().public_bytes_raw(), "heard_at": now_ms,
    }  # fmt: skip
    return Commune(row, len(lines), tuple(batches))


def evening(name: str, database_url: str, communes: Sequence[Commune], workers: int, connections: int) -> Measured:
    """Send everything, see that all of it arrived once and was applied, and print the line of the table."""
    ops = sum(commune.ops for commune in communes)
    with tempfile.TemporaryDirectory(prefix="motcua-bench-") as folder, ExitStack() as stack:
        serving = [stack.enter_context(worker(database_url, folder)) for _ in range(workers)]
        database = Database(database_url)
        stack.callback(database.close)
        with database.writing("") as connection:
            connection.execute(insert(device), [commune.row for commune in communes])
        doors = cycle(port for port, _ in serving)
        server_s, database_s = sum(cpu_s(process) for _, process in serving), database_cpu_s(database)
        started = time.perf_counter()
        with ThreadPoolExecutor(connections) as pool:
            times = list(pool.map(lambda pair: send(*pair), [(commune, next(doors)) for commune in communes]))
        took_s, database_s = time.perf_counter() - started, database_cpu_s(database) - database_s
        server_s = sum(cpu_s(process) for _, process in serving) - server_s
        with database.reading() as connection:
            query = select(func.count()).where(journal.c.state == "applied")
            applied = connection.execute(query).scalar_one()
            size = database.size_bytes(connection)
    if applied != ops:
        raise AssertionError(f"{applied} of {ops} ops are applied")
    batch_s = tuple(seconds for each in times for seconds in each)
    measured = Measured(ops, took_s, server_s, database_s, size, batch_s)
    print(f"{name:<38}{measured.row()}", flush=True)
    return measured


def database_cpu_s(database: Database) -> float:
    """CPU seconds PostgreSQL has used; SQLite runs inside the worker."""
    if database.engine.dialect.name != "postgresql":
        return 0.0
    with database.reading() as connection:
        backend = connection.exec_driver_sql("SELECT pg_backend_pid()").scalar_one()
    return family_cpu_s(parent_of(backend))


@contextmanager
def worker(database_url: str, folder: str) -> Iterator[tuple[int, int]]:
    """One server process; yields its port and its number."""
    command = [*MOTCUA, "--database", database_url, "--folder", folder]
    process = subprocess.Popen(
        command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, encoding="utf-8"
    )
    try:
        assert process.stdout is not None
        yield json.loads(process.stdout.readline())["port"], process.pid
    finally:
        process.terminate()
        with process:
            process.wait(60)


def send(commune: Commune, port: int) -> list[float]:
    """One desk's day over one connection; the seconds of each batch."""
    times = []
    connection = http.client.HTTPConnection(urlsplit(f"//127.0.0.1:{port}").netloc, timeout=300)
    for body in commune.batches:
        started = time.perf_counter()
        connection.request("POST", "/v1/sync", body)
        reply = connection.getresponse()
        reply.read()
        times.append(time.perf_counter() - started)
        if reply.status != 200:
            raise AssertionError(f"a batch was answered with {reply.status}")
    connection.close()
    return times


if __name__ == "__main__":
    main()
