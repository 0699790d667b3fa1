"""Blank backs found and nearly blank pages lost, beside a fixed threshold on darkness and coverage, and what it costs.

Run: python -m tests.benchmarks.scan_blank [--pages 10] [--seed 1000]. Prints a table by kind of page and ends with one
JSON line. The peer is NAPS2's default rule re-expressed (a page is blank where fewer than 0.15 % of its pixels are
darker than luma 179; SCANNING.md section 3), not its program.
"""

import argparse
import json
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from statistics import median

import numpy as np

from scanning.blank import is_blank
from scanning.picture import grey
from tests.benchmarks._blanks import BLANK, NEAR_BLANK, draw, under_dirt
from tests.scanning.paper import Picture

DPI = 200
PEER_LUMA, PEER_COVERAGE = 179, 0.0015


def threshold_rule(page: Picture, _: int) -> bool:
    """NAPS2's default, re-expressed."""
    return bool(np.mean(grey(page) < PEER_LUMA) < PEER_COVERAGE)


RULES: dict[str, Callable[[Picture, int], bool]] = {"ours": is_blank, "threshold": threshold_rule}


@dataclass
class Tally:
    """What each rule said of one family of pages."""

    pages: int = 0
    called_blank: dict[str, int] = field(default_factory=lambda: dict.fromkeys(RULES, 0))
    ms: dict[str, list[float]] = field(default_factory=lambda: {rule: [] for rule in RULES})

    def add(self, page: Picture) -> None:
        """Ask every rule about a page; CPU time of one thread."""
        self.pages += 1
        for name, rule in RULES.items():
            started_s = time.thread_time()
            self.called_blank[name] += rule(page, DPI)
            self.ms[name].append((time.thread_time() - started_s) * 1000)

    def __iadd__(self, other: "Tally") -> "Tally":
        self.pages += other.pages
        for name in RULES:
            self.called_blank[name] += other.called_blank[name]
            self.ms[name] += other.ms[name]
        return self


def main() -> None:
    """Blank pages of every kind; near-blank ones clean and under the dirt of the blank ones."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pages", type=int, default=10, help="pages of each kind")
    parser.add_argument("--seed", type=int, default=1000)
    options = parser.parse_args()
    print(json.dumps(measure(range(options.seed, options.seed + options.pages))))


def measure(seeds: range) -> dict[str, float]:
    """The table, and its sums."""
    print(f"{'page':32}{'pages':>7}" + "".join(f"{f'blank: {name}':>18}" for name in RULES))
    blank = family("", BLANK, draw, seeds)
    near = family("", NEAR_BLANK, draw, seeds)
    near += family(" under dirt", NEAR_BLANK, under_dirt, seeds)
    return sums(blank, near)


def family(note: str, kinds: Iterable[str], make: Callable[[str, int], Picture], seeds: range) -> Tally:
    """One line of the table for each kind."""
    all_kinds = Tally()
    for kind in kinds:
        tally = Tally()
        for seed in seeds:
            tally.add(make(kind, seed))
        print(f"{kind + note:32}{tally.pages:>7}" + "".join(f"{tally.called_blank[name]:>18}" for name in RULES))
        all_kinds += tally
    return all_kinds


def sums(blank: Tally, near: Tally) -> dict[str, float]:
    """Pages lost and found, and CPU ms, by each rule."""
    figures: dict[str, float] = {"near_blank_pages": near.pages, "blank_pages": blank.pages}
    for name in RULES:
        prefix = "" if name == "ours" else f"{name}_"
        figures[f"{prefix}near_blank_lost"] = near.called_blank[name]
        figures[f"{prefix}blank_found"] = round(blank.called_blank[name] / blank.pages, 3)
        figures[f"{prefix}ms"] = round(median(blank.ms[name] + near.ms[name]), 1)
    return figures


if __name__ == "__main__":
    main()
