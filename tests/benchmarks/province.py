"""A province's evening: every commune sends its whole day at once, to PostgreSQL (T9) and to embedded SQLite (T10).

Run: python -m tests.benchmarks.province [--communes N] [--dossiers N] [--workers N]. The load comes from the same
machine, so the rates are lower bounds. Prints a table and ends with one JSON line.
"""

import argparse
import http.client
import json
import resource
import secrets
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from itertools import cycle
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
from sync.protocol import SCHEMA, VERSION, Header
from sync.province.database import Database
from sync.province.schema import device, journal
from tests.sync.postgres import cluster

ROOT = Path(__file__).parent.parent.parent
MOTCUA = (sys.executable, "-m", "desktop.cli", "province", "--port", "0", "--json")
SQLITE_COMMUNES = 60
"""Enough for a steady rate; the rate does not grow with the number of communes on one writer."""


@dataclass(frozen=True, slots=True)
class Commune:
    """One office's day: its desk's row, and its batches as they go over the wire."""

    row: dict[str, object]
    ops: int
    batches: tuple[bytes, ...]


@dataclass(frozen=True, slots=True)
class Measured:
    """One evening: seconds until all was acknowledged, the workers' own CPU seconds, the size of the database, the
    seconds of each batch.
    """

    ops: int
    took_s: float
    cpu_s: float
    database_bytes: int
    batch_s: tuple[float, ...]

    @property
    def rate(self) -> float:
        """Ops a second."""
        return self.ops / self.took_s

    @property
    def cpu_us(self) -> float:
        """The workers' CPU time an op, database apart: what stays the same on a busy machine."""
        return self.cpu_s / self.ops * 1e6

    @property
    def percentiles_s(self) -> tuple[float, float, float]:
        """p50, p95, p99 of a batch."""
        cuts = quantiles(self.batch_s, n=100)
        return cuts[49], cuts[94], cuts[98]


def main() -> None:
    """Imagine the communes once, then send them to either database."""
    options = arguments()
    communes = imagine_communes(options.communes, options.dossiers, options.batch)
    with cluster() as server:
        with psycopg.connect(f"{server}/postgres", autocommit=True) as connection:
            connection.execute("CREATE DATABASE province")
            # As docs/province.md advises: the default, pglz, costs more than the rest of the upsert.
            connection.execute("ALTER DATABASE province SET default_toast_compression = lz4")
        t9 = evening(f"{server}/province", communes, options.workers, options.connections)
    with tempfile.TemporaryDirectory(prefix="motcua-bench-") as folder:
        some = communes[:SQLITE_COMMUNES]
        t10 = evening(f"sqlite:///{folder}/province.db", some, 1, options.connections)
    print(f"{'':<34}{'ops':>9}{'s':>8}{'ops/s':>9}{'cpu µs':>9}{'B/op':>7}{'p50 ms':>9}{'p95 ms':>9}{'p99 ms':>9}")
    for name, measured in ((f"PostgreSQL, {options.workers} workers", t9), ("SQLite, 1 process", t10)):
        times = "".join(f"{seconds * 1000:>9.0f}" for seconds in measured.percentiles_s)
        size = measured.database_bytes / measured.ops
        print(f"{name:<34}{measured.ops:>9}{measured.took_s:>8.1f}{measured.rate:>9.0f}{measured.cpu_us:>9.0f}{size:>7.0f}{times}")
    figures = {
        "communes": options.communes, "dossiers": options.dossiers, "connections": options.connections,
        "T9": round(t9.rate), "T9_s": round(t9.took_s, 1), "T9_p99_s": round(t9.percentiles_s[2], 3),
        "T9_cpu_us": round(t9.cpu_us),
        "T9_bytes_op": round(t9.database_bytes / t9.ops), "T10": round(t10.rate),
        "T10_p99_s": round(t10.percentiles_s[2], 3), "T10_cpu_us": round(t10.cpu_us),
    }  # fmt: skip
    print(json.dumps(figures))


def arguments() -> argparse.Namespace:
    """How large a province."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--communes", type=int, default=230)
    parser.add_argument("--dossiers", type=int, default=300)
    parser.add_argument("--batch", type=int, default=200, help="lines a batch")
    parser.add_argument("--connections", type=int, default=40)
    parser.add_argument("--workers", type=int, default=2)
    return parser.parse_args()


def imagine_communes(count: int, dossiers: int, batch: int) -> list[Commune]:
    """So many invented offices, no two of one unit."""
    communes: dict[str, Commune] = {}
    for seed in range(10 * count):
        office = imagine(seed)
        if office.office.unit not in communes:
            communes[office.office.unit] = commune(office.office.unit, lean_day(office, dossiers), batch)
        if len(communes) == count:
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


def evening(database_url: str, communes: Sequence[Commune], workers: int, connections: int) -> Measured:
    """Send everything, and see that all of it arrived once and was applied."""
    ops = sum(commune.ops for commune in communes)
    spent_s = children_cpu_s()
    with tempfile.TemporaryDirectory(prefix="motcua-bench-") as folder, ExitStack() as stack:
        ports = [stack.enter_context(worker(database_url, folder)) for _ in range(workers)]
        database = Database(database_url)
        with database.writing("") as connection:
            connection.execute(insert(device), [commune.row for commune in communes])
        doors = cycle(ports)
        started = time.perf_counter()
        with ThreadPoolExecutor(connections) as pool:
            times = list(pool.map(lambda pair: send(*pair), [(commune, next(doors)) for commune in communes]))
        took_s = time.perf_counter() - started
        with database.reading() as connection:
            query = select(func.count()).where(journal.c.state == "applied")
            applied = connection.execute(query).scalar_one()
            size = database.size_bytes(connection)
        database.close()
    if applied != ops:
        raise AssertionError(f"{applied} of {ops} ops are applied")
    return Measured(ops, took_s, children_cpu_s() - spent_s, size, tuple(seconds for each in times for seconds in each))


def children_cpu_s() -> float:
    """CPU seconds of the processes this one started and saw end; PostgreSQL's own are not among them."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


@contextmanager
def worker(database_url: str, folder: str) -> Iterator[int]:
    """One server process; yields its port."""
    command = [*MOTCUA, "--database", database_url, "--folder", folder]
    process = subprocess.Popen(
        command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, encoding="utf-8"
    )
    try:
        assert process.stdout is not None
        yield json.loads(process.stdout.readline())["port"]
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
