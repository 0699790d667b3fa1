"""Every figure of 100 000 dossiers, lived by the real verbs, beside a count by hand that shares no code with it.

Run: python -m tests.benchmarks.reports_by_hand [--dossiers N] [--seed S]. Ends with one JSON line, or with the first
figure that differs.
"""

import argparse
import json
import time
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, date, datetime
from itertools import product
from pathlib import Path
from tempfile import TemporaryDirectory

from dossiers.dossier import Dossier
from dossiers.fold import decode_state
from dossiers.reporting.figures import EVERYTHING, Grouping, Measure, Slice
from dossiers.reporting.six_columns import LEAVES
from dossiers.reporting.spans import Span, month_of
from dossiers.store.desk import Desk
from dossiers.store.vault import create_home
from tests.store.counted_by_hand import KEYS, measures_of
from tests.store.homes import CHIEF, OFFICE, SECRET, HandClock, open_desk
from tests.store.lived_office import live

SPANS = (
    month_of(date(2026, 7, 1)), month_of(date(2026, 10, 1)), month_of(date(2026, 11, 1)),
    Span(first=date(2026, 9, 15), last=date(2026, 9, 15)), Span(first=date(2026, 1, 1), last=date(2026, 12, 31)),
)  # fmt: skip

Counts = dict[tuple[Span, Grouping, str], Counter[Measure]]


def main() -> None:
    """Live, count twice, compare."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--dossiers", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    clock = HandClock()
    clock.now = datetime(2026, 6, 30, tzinfo=UTC)
    with TemporaryDirectory(prefix="motcua-benchmark-") as folder:
        home = Path(folder) / "home"
        desk = open_desk(home, clock, create_home(home, CHIEF, SECRET, clock))
        try:
            desk.set_office(OFFICE)
            started = time.perf_counter()
            live(desk, clock, options.dossiers, options.seed)
            lived_s = time.perf_counter() - started
            compared = compare(desk, by_hand(desk, clock()))
        finally:
            desk.close()
    figures = {"dossiers": options.dossiers, "figures_compared": compared, "differences": 0, "lived_s": round(lived_s)}
    print(json.dumps(figures))


def by_hand(desk: Desk, now: datetime) -> Counts:
    """Every measure of every line of every span, in plain Python."""
    counts: Counts = {}
    for each in states(desk):
        for span in SPANS:
            measures = measures_of(each, span, now)
            for grouping in Grouping:
                counts.setdefault((span, grouping, KEYS[grouping](each)), Counter()).update(measures)
    return counts


def states(desk: Desk) -> Iterator[Dossier]:
    """Every dossier's state, one at a time."""
    with desk.database.begin() as connection:
        for row in connection.exec_driver_sql("SELECT state FROM state"):
            yield decode_state(row[0])


def compare(desk: Desk, counts: Counts) -> int:
    """Every cell of every sheet and every measure; returns how many were held together."""
    compared = 0
    for span, grouping in product(SPANS, Grouping):
        lines = {line.slice.value: line for line in desk.reports.sheet(span, grouping).lines}
        for (_, _, value), hand in ((key, hand) for key, hand in counts.items() if key[:2] == (span, grouping)):
            part = EVERYTHING if grouping is Grouping.NOTHING else Slice(by=grouping, value=value)
            for leaf in LEAVES if value in lines else ():
                require(lines[value].count(leaf), hand[leaf], leaf, span)
            for figure in desk.reports.figures([(each, None) for each in Measure], span, part):
                if figure.measure is not Measure.SYNCED:
                    require(figure.numerator, hand[figure.measure], figure.measure, span)
                    require(len(desk.reports.keys(figure)), figure.numerator, figure.measure, span)
                    compared += 1
    return compared


def require(ours: int, hand: int, measure: Measure, span: Span) -> None:
    """Both counts, or the figure at fault."""
    if ours != hand:
        raise AssertionError(f"{measure.value} in {span.words}: the report says {ours}, the count by hand {hand}")


if __name__ == "__main__":
    main()
