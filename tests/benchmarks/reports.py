"""The month's report at 1 000 000 dossiers beside a plain SQL scan; a register of 1 000 pages; the keys of a copy.

The rows are written straight into the table of the register, not by verbs: a million of those would take hours, and
the reports read nothing else. Run: python -m tests.benchmarks.reports [--dossiers N] [--seed S]. Prints a table and
ends with one JSON line.
"""

import argparse
import json
import os
import time
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from io import BytesIO
from pathlib import Path
from random import Random
from statistics import median
from tempfile import TemporaryDirectory
from typing import Any

from dossiers.clock import VIETNAM, local_date, say_time, to_ms
from dossiers.codes import normalise
from dossiers.ids import new_id
from dossiers.marks import Mark
from dossiers.office import Office
from dossiers.reporting.figures import Grouping
from dossiers.reporting.spans import Span, month_of
from dossiers.store.conditions import day_range
from dossiers.store.desk import Desk
from dossiers.store.vault import create_home
from tests.benchmarks.filled import CHIEF, citizen

NOW = datetime(2026, 11, 20, 9, 30, tzinfo=UTC)
YEARS = 5
"""A million dossiers in five years are 800 on a working day: a ward three times as busy as any published account."""

ROUNDS = 5
PAGES = 1000
DAY_MS = 86_400_000

COLUMNS = (
    "uid", "code", "code_key", "procedure_code", "procedure_name", "sector", "name", "id_number", "numbers", "status",
    "conditional", "channel", "clerk", "holder", "held_since", "late_since", "marks", "received_at", "due_at",
    "finished_at", "stopped_at", "returned_at", "epoch", "seq",
)  # fmt: skip

SCAN = """
SELECT sector,
  sum(received_at < :first),
  sum(received_at >= :first AND channel = '2'), sum(received_at >= :first AND channel <> '2'),
  sum(finished_at <= :last AND late_since IS NULL AND finished_at <= ifnull(due_at, finished_at)
      AND ifnull((finished_at + 25200000) / 86400000 < (due_at + 25200000) / 86400000, 0)),
  sum(finished_at <= :last AND late_since IS NULL AND finished_at <= ifnull(due_at, finished_at)
      AND NOT ifnull((finished_at + 25200000) / 86400000 < (due_at + 25200000) / 86400000, 0)),
  sum(finished_at <= :last AND (late_since IS NOT NULL OR finished_at > due_at)),
  sum(finished_at IS NULL OR finished_at > :last)
FROM dossier NOT INDEXED
WHERE status <> 'voided' AND received_at <= :last AND (finished_at IS NULL OR finished_at >= :first)
GROUP BY sector
"""
"""The same sheet as one would write it by hand, reading every row."""


def main() -> None:
    """Fill a register, measure."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--dossiers", type=int, default=1_000_000)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    with TemporaryDirectory(prefix="motcua-benchmark-") as folder:
        home = Path(folder) / "home"
        desk = Desk.open(home, create_home(home, CHIEF, "mật khẩu thử", lambda: NOW), lambda: NOW, "benchmark")
        try:
            desk.set_office(Office(unit="H99.001", name="ỦY BAN NHÂN DÂN XÃ THỬ NGHIỆM"))
            fill(desk, options.dossiers, Random(options.seed))
            figures = measure(desk)
        finally:
            desk.close()
    pages, seconds = register_of_many_pages()
    print(f"sổ {pages} trang: {seconds:.1f} s")
    figures |= {"copies_keys": copies_keys(), "register_1000_pages_s": round(seconds, 2)}
    print(json.dumps({"dossiers": options.dossiers} | figures))


def fill(desk: Desk, count: int, random: Random) -> None:
    """Write the rows of `count` invented dossiers, oldest first, as the writer would have left them."""
    started = time.perf_counter()
    marks = ", ".join("?" * len(COLUMNS))
    with desk.database.begin() as connection:
        connection.exec_driver_sql(
            f"INSERT INTO dossier ({', '.join(COLUMNS)}) VALUES ({marks})", list(rows(desk, count, random))
        )
        connection.exec_driver_sql("ANALYZE")
    desk.idle()
    spent = time.perf_counter() - started
    print(f"{count} hồ sơ trong {YEARS} năm, {desk.database.path.stat().st_size / 1e6:.0f} MB, ghi {spent:.0f} s")


def rows(desk: Desk, count: int, random: Random) -> Iterator[tuple[Any, ...]]:
    """Rows in the order of reception."""
    procedures = desk.catalogue.all(local_date(NOW))
    popular = [each for each in procedures if each.code == "2.000815"] * (6 * len(procedures)) + procedures
    people = [citizen(random) for _ in range(2000)]
    epoch, now_ms = desk.journal.head.epoch, to_ms(NOW)
    first = now_ms - YEARS * 365 * DAY_MS
    for place in range(count):
        at = first + (now_ms - first) * place // count
        procedure, person, clerk = random.choice(popular), random.choice(people), f"Cán bộ {random.randint(1, 6)}"
        moment = datetime.fromtimestamp(at / 1000, UTC)
        code = f"H99.001-{moment.astimezone(VIETNAM):%y%m%d}-{place:07}"
        yield (
            new_id(moment).bytes, code, normalise(code), procedure.code, procedure.name, procedure.sector, person.name,
            person.id_number, f" {person.id_number} ", *fate(random, at, now_ms, clerk), epoch, place,
        )  # fmt: skip


def fate(random: Random, at: int, now_ms: int, clerk: str) -> tuple[Any, ...]:
    """What became of a dossier received then: from `status` to `returned_at`."""
    due = at + random.choice((8 * 3_600_000, DAY_MS, 3 * DAY_MS, 15 * DAY_MS))
    finished = at + round((due - at) * (1.3 if random.random() < 0.02 else random.uniform(0.1, 0.98)))
    if random.random() < 0.0005:
        finished = now_ms + DAY_MS
    open_now = finished > now_ms
    ready = not open_now and random.random() < 0.05
    status = "received" if open_now else "result_ready" if ready else "returned"
    status = "voided" if random.random() < 0.005 else status
    late_since = due if due < finished and not (open_now and due > now_ms) else None
    marks = sum(mark for mark in Mark if random.random() < 0.2)
    ended = None if open_now else finished
    returned = finished + random.randint(0, 240) * 60_000 if status == "returned" else None
    channel = random.choices(("1", "2", "3"), (70, 28, 2))[0]
    return (status, 0, channel, clerk, clerk, at, late_since, marks, at, due, ended, ended, returned)


def measure(desk: Desk) -> dict[str, object]:
    """Milliseconds of the month's report and its pieces, for the newest whole month and for one two years ago."""
    spans = [month_of(date(2026, 10, 1)), month_of(date(2024, 10, 1))]
    pieces: dict[str, Callable[[Span], object]] = {
        "six columns by sector": lambda span: desk.reports.sheet(span, Grouping.SECTOR),
        "six columns by procedure": lambda span: desk.reports.sheet(span, Grouping.PROCEDURE),
        "six columns by channel": lambda span: desk.reports.sheet(span, Grouping.CHANNEL),
        "indicators": desk.reports.indicators,
        "series by day": desk.reports.series,
        "paces": desk.reports.paces,
        "never used": desk.reports.never_used,
        "the whole report": desk.reports.monthly,
        "plain scan, one sheet": lambda span: scan(desk, span),
    }
    times = {name: [timed(piece, span) for span in spans] for name, piece in pieces.items()}
    print(f"{'':<28}{'10/2026 ms':>12}{'10/2024 ms':>12}")
    for name, (newest, older) in times.items():
        print(f"{name:<28}{newest:>12.1f}{older:>12.1f}")
    for span in spans:
        compare(desk, span)
    return {
        "month_report_ms": round(max(times["the whole report"]), 1),
        "month_report_scan_ms": round(max(times["plain scan, one sheet"]), 1),
    }


def compare(desk: Desk, span: Span) -> None:
    """The sheet and the plain scan must be one."""
    ours = {
        line.slice.value: (
            line.carried_over, line.received_online, line.received_direct, line.early, line.on_time, line.late,
            line.open,
        )
        for line in desk.reports.sheet(span, Grouping.SECTOR).lines
    }  # fmt: skip
    if ours != {row[0]: tuple(row[1:]) for row in scan(desk, span)}:
        raise AssertionError("the report and the plain scan disagree")


def scan(desk: Desk, span: Span) -> list[Any]:
    """The sheet by reading every row."""
    values = {"first": day_range(span.first)[0], "last": day_range(span.last)[1]}
    with desk.database.begin() as connection:
        return list(connection.exec_driver_sql(SCAN, values).all())


def timed(piece: Callable[[Span], object], span: Span) -> float:
    """Median milliseconds of some rounds."""
    times = []
    for _ in range(ROUNDS):
        started = time.perf_counter()
        piece(span)
        times.append((time.perf_counter() - started) * 1000)
    return median(times)


def copies_keys() -> int:
    """Keys from the card to slip, number and money of a certified copy, pressed in the real window off screen."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from tests.journeys.copies import count_copies_keys

    return count_copies_keys()


def register_of_many_pages() -> tuple[int, float]:
    """Draw a register of at least PAGES pages; returns the pages and the seconds."""
    from printing.long_head import LongColumn
    from printing.long_table import LongTable, write
    from printing.sheet_sizes import A4_LANDSCAPE

    columns = (
        LongColumn("TT", 0.06, align="centre"), LongColumn("Mã hồ sơ", 0.15), LongColumn("Chủ hồ sơ", 0.17),
        LongColumn("Thủ tục", 0.26), LongColumn("Nhận", 0.12), LongColumn("Hẹn trả", 0.12), LongColumn("Trả", 0.12),
    )  # fmt: skip
    random = Random(1)
    people = [citizen(random).name for _ in range(2000)]

    def lines() -> Iterator[tuple[str, ...]]:
        for number in range(1, PAGES * 30 + 1):
            at = NOW - timedelta(minutes=3 * number)
            yield (
                str(number), f"H99.001-{at:%y%m%d}-{number % 10_000:04}", random.choice(people),
                "Chứng thực bản sao từ bản chính giấy tờ, văn bản", say_time(at), say_time(at), say_time(at),
            )  # fmt: skip

    started = time.perf_counter()
    pages = write(BytesIO(), LongTable(title="Sổ theo dõi hồ sơ", columns=columns), lines(), A4_LANDSCAPE)
    return pages, time.perf_counter() - started


if __name__ == "__main__":
    main()
