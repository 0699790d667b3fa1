"""From F10 to the durable commit at 100 000 dossiers, beside one raw fdatasync'd SQLite insert in the same run.

Run: python -m tests.benchmarks.commit [--dossiers N] [--seed S]. Prints a table and ends with one JSON line.
"""

import argparse
import json
import time
from collections.abc import Callable
from pathlib import Path
from random import Random
from statistics import median, quantiles

import sqlcipher3.dbapi2 as sqlite

from dossiers.ids import new_id
from dossiers.receive import receive
from tests.benchmarks.filled import filled_desk, intake

COMMITS = 300


def main() -> None:
    """Fill a desk, then commit in turn: a whole reception, and one bare row in a plain database beside it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--dossiers", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    random = Random(options.seed + 1)
    with filled_desk(options.dossiers, options.seed) as (desk, clock, citizens, rate):
        bare = bare_database(desk.home / "bare.db")
        line = desk.journal.unsent(1)[0].line

        def reception() -> None:
            desk.do(receive, intake(random.choice(citizens), clock()), new_id(clock()))

        def bare_insert() -> None:
            bare.execute("INSERT INTO journal(line) VALUES (?)", (line,))

        times: dict[str, list[float]] = {"F10 to commit": [], "bare insert": []}
        cpu: dict[str, list[float]] = {"F10 to commit": [], "bare insert": []}
        for _ in range(COMMITS):
            for name, deed in (("F10 to commit", reception), ("bare insert", bare_insert)):
                wall, spent = timed(deed)
                times[name].append(wall)
                cpu[name].append(spent)
            clock.next_visitor()
        bare.close()
    print(f"{options.dossiers} hồ sơ có sẵn (ghi {rate:.0f} hồ sơ/giây), {COMMITS} lượt xen kẽ")
    print(f"{'':<16}{'p50 ms':>9}{'p95 ms':>9}{'p99 ms':>9}{'cpu p50':>9}")
    for name, each in times.items():
        cuts = quantiles(each, n=100)
        print(f"{name:<16}{cuts[49]:>9.2f}{cuts[94]:>9.2f}{cuts[98]:>9.2f}{median(cpu[name]):>9.2f}")
    ours, floor = median(times["F10 to commit"]), median(times["bare insert"])
    figures = {
        "dossiers": options.dossiers, "commit_p50_ms": round(ours, 3),
        "commit_p95_ms": round(quantiles(times["F10 to commit"], n=100)[94], 3), "raw_insert_p50_ms": round(floor, 3),
        "commit_ratio": round(ours / floor, 3), "commit_cpu_p50_ms": round(median(cpu["F10 to commit"]), 3),
        "fill_per_second": round(rate), "T11": round(quantiles(times["F10 to commit"], n=100)[98], 3),
        "T11_floor": round(quantiles(times["bare insert"], n=100)[98], 3),
    }  # fmt: skip
    print(json.dumps(figures))


def bare_database(path: Path) -> sqlite.Connection:
    """A plain, unencrypted table with the same promise of durability: one fdatasync a commit."""
    connection = sqlite.connect(path, isolation_level=None)
    for pragma in ("locking_mode=EXCLUSIVE", "journal_mode=WAL", "synchronous=FULL", "wal_autocheckpoint=8000"):
        connection.execute(f"PRAGMA {pragma}").fetchall()
    connection.execute("CREATE TABLE journal(id INTEGER PRIMARY KEY, line BLOB)")
    return connection


def timed(deed: Callable[[], None]) -> tuple[float, float]:
    """Milliseconds of wall and of thread CPU."""
    started, spent = time.perf_counter(), time.thread_time()
    deed()
    return (time.perf_counter() - started) * 1000, (time.thread_time() - spent) * 1000


if __name__ == "__main__":
    main()
