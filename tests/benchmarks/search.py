"""Search as you type at 100 000 dossiers: every keystroke of names, numbers and codes, timed to the rows in hand.

Run: python -m tests.benchmarks.search [--dossiers N] [--seed S]. Prints a table and ends with one JSON line.
"""

import argparse
import json
import time
from collections import defaultdict
from random import Random
from statistics import quantiles

from dossiers.names import fold
from dossiers.people import Person
from dossiers.store.desk import Desk
from dossiers.store.register import Query
from tests.benchmarks.filled import filled_desk

SAMPLES = 60
ROUNDS = 3


def main() -> None:
    """Fill a desk, type, measure."""
    options = arguments()
    with filled_desk(options.dossiers, options.seed) as (desk, _, citizens, rate):
        typed = keystrokes(Random(options.seed + 1), citizens, desk)
        wall, cpu, empty = measure(desk, typed, Random(options.seed + 2))
        size_mb = desk.database.path.stat().st_size / 1e6
    print(
        f"{options.dossiers} hồ sơ, {size_mb:.0f} MB, ghi {rate:.0f} hồ sơ/giây, {sum(map(len, wall.values()))} lượt gõ"
    )
    print(f"{'kind':<16}{'keys':>6}{'p50 ms':>9}{'p95 ms':>9}{'p99 ms':>9}{'max ms':>9}{'cpu p95':>9}")
    for kind in (*sorted(wall), "all"):
        times = sorted(wall[kind]) if kind != "all" else sorted(t for each in wall.values() for t in each)
        spent = cpu[kind] if kind != "all" else [t for each in cpu.values() for t in each]
        p50, p95, p99 = percentiles(times)
        print(
            f"{kind:<16}{len(times):>6}{p50:>9.2f}{p95:>9.2f}{p99:>9.2f}{times[-1]:>9.2f}{percentiles(spent)[1]:>9.2f}"
        )
    figures = {
        "dossiers": options.dossiers, "search_p50_ms": round(p50, 3), "search_p95_ms": round(p95, 3),
        "search_p99_ms": round(p99, 3), "search_cpu_p95_ms": round(percentiles(spent)[1], 3),
        "false_empty": empty, "fill_per_second": round(rate), "database_mb": round(size_mb, 1),
    }  # fmt: skip
    print(json.dumps(figures))


def arguments() -> argparse.Namespace:
    """How many dossiers, which invented people."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--dossiers", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=1)
    return parser.parse_args()


def keystrokes(random: Random, citizens: list[Person], desk: Desk) -> list[tuple[str, str]]:
    """Every beginning of what a clerk would type, with its kind; each is known to have at least one answer."""
    typed: list[tuple[str, str]] = []
    for person in random.sample(citizens, SAMPLES):
        words = person.name.split()
        tail = " ".join(words[random.randrange(1, len(words)) :])
        typed += [("name, marks", text) for text in beginnings(person.name)]
        typed += [("name, bare", text) for text in beginnings(fold(person.name))]
        typed += [("name, tail", text) for text in beginnings(fold(tail))]
        typed += [("id, first", text) for text in beginnings(person.id_number)[2:]]
        typed += [("id, last", person.id_number[-digits:]) for digits in (3, 4, 5, 6)]
        if person.phone:
            typed += [("phone", text) for text in beginnings(person.phone)[2:]]
    for row in desk.register.rows(random.sample(range(1, desk.register.counts().total + 1), SAMPLES)):
        _, day, number = row.code.split("-")
        typed += [("code", text) for text in (*beginnings(number), *beginnings(f"{day}-{number}"), row.code)]
    named = [person for person in citizens if "đ" in person.name.lower()]
    typed += [("đ", text) for person in random.sample(named, SAMPLES) for text in beginnings(fold(person.name))]
    return [(kind, text) for kind, text in typed if not text.endswith((" ", "-"))]


def beginnings(text: str) -> list[str]:
    """What stands in the box after each key."""
    return [text[:length] for length in range(1, len(text) + 1)]


def measure(
    desk: Desk, typed: list[tuple[str, str]], random: Random
) -> tuple[dict[str, list[float]], dict[str, list[float]], int]:
    """Milliseconds of wall and of thread CPU for each keystroke, and how many found nothing though they should."""
    wall: dict[str, list[float]] = defaultdict(list)
    cpu: dict[str, list[float]] = defaultdict(list)
    empty = 0
    for _ in range(ROUNDS):
        for kind, text in random.sample(typed, len(typed)):
            started, spent = time.perf_counter(), time.thread_time()
            found = desk.register.search(Query(text=text))
            wall[kind].append((time.perf_counter() - started) * 1000)
            cpu[kind].append((time.thread_time() - spent) * 1000)
            # A citizen drawn for the sample may have no dossier; everybody else's text must find somebody.
            empty += not found.rows and kind == "code"
    return wall, cpu, empty


def percentiles(times: list[float]) -> tuple[float, float, float]:
    """Median, 95th and 99th percentile."""
    cuts = quantiles(times, n=100)
    return cuts[49], cuts[94], cuts[98]


if __name__ == "__main__":
    main()
