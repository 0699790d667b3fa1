"""How long a reception waits because a backup runs, beside the same receptions without one, in the same run.

Run: python -m tests.benchmarks.backup_stall [--dossiers N] [--seed S]. Prints a table and ends with one JSON line.

Receptions come from a thread of their own, as from the window, at a steady pace: the stall is the time from asking
until the database thread begins. While nothing else is to be done that is the time it takes to be woken. On a machine
that has other things to do it is mostly their time: the backup's own is the processor's between two looks at the queue.
"""

import argparse
import json
import threading
import time
from collections.abc import Callable
from pathlib import Path
from random import Random
from statistics import median, quantiles
from tempfile import TemporaryDirectory
from typing import TypeVar

from desktop.bridges.one_thread import OneThread
from dossiers.clock import system_clock
from dossiers.ids import new_id
from dossiers.people import Person
from dossiers.receive import receive
from dossiers.store.backup import back_up
from dossiers.store.desk import Desk
from dossiers.store.restore import restore
from dossiers.store.vault import create_home, unlock
from dossiers.store.verify import verify
from tests.benchmarks.filled import CHIEF, Past, fill, intake
from tests.store.homes import OFFICE

T = TypeVar("T")

SECRET = "mật khẩu thử"
PACE_S = 0.02
RECEPTIONS = 200

Waits = list[tuple[float, float]]
"""For each reception: milliseconds until it was begun, and until it was committed."""


class Busy:
    """A filled desk on a database thread of its own, and a clerk who receives there at a steady pace."""

    def __init__(self, folder: Path, dossiers: int, seed: int) -> None:
        self.clock, self._random = Past(dossiers // 300 + 1), Random(seed)
        self.database = OneThread("database")
        self.home = folder / "home"
        self.desk, self._people = self.ask(lambda: self._filled(dossiers))

    def ask(self, job: Callable[[], T]) -> T:
        """Do something on the database thread and wait for it."""
        return self.database.submit(job).result()

    def receive_until(self, done: Callable[[int], bool]) -> Waits:
        """Receive until `done(how many)`; returns what each reception waited and took."""
        waits: Waits = []
        pause = threading.Event()
        while not done(len(waits)):
            asked = time.perf_counter()
            begun = self.ask(self._reception)
            waits.append(((begun - asked) * 1000, (time.perf_counter() - asked) * 1000))
            pause.wait(PACE_S)
        return waits

    def close(self) -> None:
        """Close the desk on its thread."""
        self.ask(self.desk.close)
        self.database.close()

    def _filled(self, dossiers: int) -> tuple[Desk, list[Person]]:
        desk = Desk.open(self.home, create_home(self.home, CHIEF, SECRET, self.clock), self.clock, "benchmark")
        desk.set_office(OFFICE)
        people = fill(desk, self.clock, dossiers, self._random)
        desk.idle()
        return desk, people

    def _reception(self) -> float:
        begun = time.perf_counter()
        self.desk.do(receive, intake(self._random.choice(self._people), self.clock()), new_id(self.clock()))
        self.clock.next_visitor()
        return begun


def measure(dossiers: int = 2_000, seed: int = 1) -> dict[str, float | bool]:
    """Receive quietly, then while backups run; restore the last and hold it against the desk. Prints the table."""
    with TemporaryDirectory(prefix="motcua-stall-") as folder:
        busy = Busy(Path(folder), dossiers, seed)
        try:
            quiet = busy.receive_until(lambda count: count >= RECEPTIONS)
            meanwhile, took_s, last, cpu_ms = backed_up(busy, Path(folder) / "usb")
        finally:
            busy.close()
        sound = restored_is_sound(last, Path(folder) / "new")
    print(f"{dossiers} hồ sơ; một lần sao lưu có kiểm tra {took_s:.1f} giây")
    print(f"{'':<22}{'receptions':>11}{'wait p50':>10}{'wait p99':>10}{'wait max':>10}{'commit p99':>12}  ms")
    for name, waits in (("no backup (floor)", quiet), ("while backing up", meanwhile)):
        print(f"{name:<22}{len(waits):>11}{row(waits)}")
    cpu = quantiles(cpu_ms, n=1000)
    print(f"cpu between two looks at the queue: p99 {cpu[989]:.2f}, p999 {cpu[998]:.2f}, max {max(cpu_ms):.2f} ms")
    return {
        "backup_step_cpu_p99_ms": round(cpu[989], 2), "backup_step_cpu_max_ms": round(max(cpu_ms), 2),
        "backup_stall_p99_ms": round(at(meanwhile, 99), 2), "backup_floor_p99_ms": round(at(quiet, 99), 2),
        "backup_stall_max_ms": round(max(wait for wait, _ in meanwhile), 2), "backup_s": round(took_s, 2),
        "restore_verified": sound,
    }  # fmt: skip


class Stretches:
    """Lets waiting jobs go first, and notes how much of the processor was used since it last did."""

    def __init__(self, serve: Callable[[], None]) -> None:
        self._serve = serve
        self._since: float | None = None
        self.cpu_ms: list[float] = []

    def __call__(self) -> None:
        """Between two steps of the backup, on its thread."""
        if self._since is not None:
            self.cpu_ms.append((time.thread_time() - self._since) * 1000)
        self._serve()
        self._since = time.thread_time()


def backed_up(busy: Busy, folder: Path) -> tuple[Waits, float, Path, list[float]]:
    """Back up again and again while the clerk receives, until there are enough receptions."""
    waits: Waits = []
    took: list[float] = []
    cpu_ms: list[float] = []
    while len(waits) < RECEPTIONS:
        began, between = time.perf_counter(), Stretches(busy.database.serve)
        job = busy.database.submit(lambda: back_up(busy.desk, folder, between=between))  # noqa: B023 — runs now
        waits += busy.receive_until(lambda _: job.done())  # noqa: B023 — runs now
        took.append(time.perf_counter() - began)
        cpu_ms += between.cpu_ms
        last = job.result().folder
    return waits, median(took), last, cpu_ms


def restored_is_sound(backup: Path, home: Path) -> bool:
    """Whether a restored home verifies and holds what its backup says."""
    report = restore(backup, home, lambda place: unlock(place, CHIEF.name, SECRET, system_clock), system_clock)
    desk = Desk.open(home, unlock(home, CHIEF.name, SECRET, system_clock), system_clock, "another")
    try:
        return verify(desk) == () and desk.register.counts().total == report.dossiers > 0
    finally:
        desk.close()


def row(waits: Waits) -> str:
    """A line of the table."""
    commit = quantiles([whole for _, whole in waits], n=100)[98]
    return f"{at(waits, 50):>10.2f}{at(waits, 99):>10.2f}{max(wait for wait, _ in waits):>10.2f}{commit:>12.2f}"


def at(waits: Waits, percent: int) -> float:
    """A percentile of the waits."""
    return quantiles([wait for wait, _ in waits], n=100)[percent - 1]


def main() -> None:
    """See the module."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--dossiers", type=int, default=2_000)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    print(json.dumps(measure(options.dossiers, options.seed)))


if __name__ == "__main__":
    main()
