"""What it costs to be safe at home: the encrypted database beside a plain one, leaks, backup, packages, all in one run.

Run: python -m tests.benchmarks.rest [--dossiers N] [--seed S]. Prints a table and ends with one JSON line.

Both databases hold the same rows, written out by the same export, and are opened by the same code; only the key is
missing in one. Each keystroke and each reception is done on one and at once on the other, in changing order.
"""

import argparse
import json
import os
import shutil
import subprocess
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from random import Random
from statistics import median, quantiles
from tempfile import TemporaryDirectory
from unittest.mock import patch

from dossiers.ids import new_id
from dossiers.people import Person
from dossiers.receive import receive
from dossiers.store.desk import DATABASE_FILE, Desk
from dossiers.store.register import Query
from tests.benchmarks import backup_stall, update_delta
from tests.benchmarks.filled import Past, filled_desk, intake
from tests.benchmarks.search import keystrokes
from tests.journeys.leak_search import search
from tests.journeys.leaky_day import PLANTED

ROOT = Path(__file__).parents[2]
PACKAGES = ROOT / "out" / "packages"
MOST_KEYS = 2000
COMMITS = 300
KINDS = ("encrypted", "plain")

Times = dict[str, list[tuple[float, float]]]
"""For each database: milliseconds of wall and of thread CPU, one pair a deed."""


def main() -> None:
    """Measure, print, and end with the line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--dossiers", type=int, default=20_000)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    with twins(options.dossiers, options.seed) as (desks, clock, citizens):
        keys = search_times(desks, citizens, Random(options.seed + 1))
        commits = commit_times(desks, clock, citizens, Random(options.seed + 2))
        sizes = {name: desk.database.path.stat().st_size / 1e6 for name, desk in desks.items()}
    print(f"{options.dossiers} hồ sơ; tệp mã hóa {sizes['encrypted']:.1f} MB, tệp thường {sizes['plain']:.1f} MB")
    print(f"{'':<22}{'n':>6}{'wall p50':>10}{'p95':>8}{'p99':>8}{'cpu p50':>10}{'cpu total':>11}  ms")
    for deed, times in (("keystroke", keys), ("reception", commits)):
        for name in KINDS:
            print_line(f"{deed}, {name}", times[name])
    figures = {
        "encrypted_search_ratio": ratio(keys, cpu_total), "encrypted_search_wall_ratio": ratio(keys, wall_p50),
        "encrypted_commit_ratio": ratio(commits, wall_p50), "encrypted_commit_cpu_ratio": ratio(commits, cpu_total),
        "leaks_found": leaks_found(), **backup_stall.measure(options.dossiers, options.seed), **package_sizes(),
        **update_delta.measure(),
    }  # fmt: skip
    print(json.dumps({"dossiers": options.dossiers, **figures}))


@contextmanager
def twins(dossiers: int, seed: int) -> Iterator[tuple[dict[str, Desk], Past, list[Person]]]:
    """The same filled desk twice, the second without a key on its database."""
    with TemporaryDirectory(prefix="motcua-rest-") as folder:
        homes = {name: Path(folder) / name for name in KINDS}
        with filled_desk(dossiers, seed) as (desk, clock, citizens, _):
            vault = desk.vault
            desk.idle()
            for name, home in homes.items():
                shutil.copytree(desk.home, home, ignore=shutil.ignore_patterns("desk.db*", "ballast"))
                key = vault.key("database").hex() if name == "encrypted" else ""
                export(desk, home / DATABASE_FILE, key)
        desks = {"encrypted": Desk.open(homes["encrypted"], vault, clock, "benchmark", ballast_bytes=0)}
        with patch("dossiers.store.database.set_key", lambda *_: None):
            desks["plain"] = Desk.open(homes["plain"], vault, clock, "benchmark", ballast_bytes=0)
        try:
            for name, desk in desks.items():
                if desk.database.path.read_bytes().startswith(b"SQLite format 3") != (name == "plain"):
                    raise AssertionError(f"the {name} database is not {name}")
            yield desks, clock, citizens
        finally:
            for each in desks.values():
                each.close()


def export(desk: Desk, file: Path, key: str) -> None:
    """The same rows in the same order into a new file; without a key it is plain."""
    driver = desk.database.driver
    said = f"\"x'{key}'\"" if key else "''"
    driver.execute(f"ATTACH DATABASE ? AS twin KEY {said}", (str(file),))
    driver.execute("SELECT sqlcipher_export('twin')").fetchall()
    driver.execute("DETACH DATABASE twin")


def search_times(desks: dict[str, Desk], citizens: list[Person], random: Random) -> Times:
    """Search as you type on both."""
    typed = keystrokes(random, citizens, desks["plain"])
    times: Times = defaultdict(list)
    for _, text in random.sample(typed, min(MOST_KEYS, len(typed))):
        found = {}
        for name in random.sample(KINDS, 2):
            times[name].append(timed(lambda: found.update({name: desks[name].register.search(Query(text=text)).rows})))  # noqa: B023
        if found["encrypted"] != found["plain"]:
            raise AssertionError(f"the two databases answer differently to {len(text)} letters")
    return times


def commit_times(desks: dict[str, Desk], clock: Past, citizens: list[Person], random: Random) -> Times:
    """The same reception on both, each made durable."""
    times: Times = defaultdict(list)
    for _ in range(COMMITS):
        whole, dossier = intake(random.choice(citizens), clock()), new_id(clock())
        for name in random.sample(KINDS, 2):
            times[name].append(timed(lambda: desks[name].do(receive, whole, dossier)))  # noqa: B023
        clock.next_visitor()
    return times


def timed(deed: Callable[[], object]) -> tuple[float, float]:
    """Milliseconds of wall and of thread CPU."""
    started, spent = time.perf_counter(), time.thread_time()
    deed()
    return (time.perf_counter() - started) * 1000, (time.thread_time() - spent) * 1000


def ratio(times: Times, of: Callable[[list[tuple[float, float]]], float]) -> float:
    """Encrypted over plain."""
    return round(of(times["encrypted"]) / of(times["plain"]), 3)


def wall_p50(pairs: list[tuple[float, float]]) -> float:
    """What somebody waits, as a rule."""
    return median(wall for wall, _ in pairs)


def cpu_total(pairs: list[tuple[float, float]]) -> float:
    """What the machine works, which a loaded machine hardly changes."""
    return sum(cpu for _, cpu in pairs)


def print_line(name: str, pairs: list[tuple[float, float]]) -> None:
    """One row of the table."""
    cuts = quantiles((wall for wall, _ in pairs), n=100)
    cpu = median(cpu for _, cpu in pairs)
    print(
        f"{name:<22}{len(pairs):>6}{cuts[49]:>10.2f}{cuts[94]:>8.2f}{cuts[98]:>8.2f}{cpu:>10.2f}{cpu_total(pairs):>11.0f}"
    )


def leaks_found() -> int:
    """A day of the leak search (tests/journeys/test_leaks.py): how many planted words lie in the clear after it."""
    with TemporaryDirectory(prefix="motcua-leaks-") as folder:
        place = Path(folder)
        temporary = place / "tmp"
        temporary.mkdir()
        homes = dict.fromkeys(("TMPDIR", "TEMP", "TMP", "HOME"), str(temporary))
        subprocess.run(
            [sys.executable, "-m", "tests.journeys.leaky_day", place], cwd=ROOT, env=os.environ | homes, check=False,
            capture_output=True, timeout=120,
        )  # fmt: skip
        control = len({leak.what for leak in search([place], PLANTED) if leak.file == "plain.db"})
        (place / "plain.db").unlink()
        shutil.rmtree(place / "papers")
        leaks = search([place], PLANTED)
        files = sum(1 for _ in place.rglob("*"))
        print(f"rò rỉ: {len(leaks)} trong {files} tệp; đối chứng: {control} ở tệp thường")
        return len(leaks)


def package_sizes() -> dict[str, float]:
    """Megabytes of the packages that were built; what was not built has no figure."""
    sizes = {}
    for name, pattern in (("setup_exe_mb", "*setup.exe"), ("deb_mb", "*.deb")):
        built = sorted(PACKAGES.glob(pattern), key=lambda file: file.stat().st_mtime)
        if built:
            sizes[name] = round(built[-1].stat().st_size / 1e6, 1)
        else:
            print(f"{name}: not built")
    return sizes


if __name__ == "__main__":
    main()
