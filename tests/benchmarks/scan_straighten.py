"""The angle found on skewed office papers against the angle they were given, and what straightening costs.

Run: python -m tests.benchmarks.scan_straighten [--pages 20] [--seed 1]. Prints a table by kind of paper and ends with
one JSON line; a page counts as found where it would be turned.
"""

import argparse
import json
import time
from collections.abc import Callable
from statistics import median, quantiles

import numpy as np

from scanning.cleanup import LEAST_CONFIDENCE, find_skew, rotate
from tests.benchmarks._pages import KINDS, Paper, draw, scan
from tests.scanning.paper import Picture, skewed

REACH_DEG = 12
BEDS = (250, 40, 205)

WORDS = ("Kính gửi Ủy ban nhân dân xã", "Tôi làm đơn này xin xác nhận", "ngày 12 tháng 5", "Người làm đơn", "Ký tên")


def sparse(seed: int) -> Picture:
    """Three to six short lines on an otherwise empty sheet."""
    rng, paper = np.random.default_rng(seed), Paper()
    y_mm = rng.uniform(25, 80)
    for _ in range(int(rng.integers(3, 7))):
        paper.write(str(rng.choice(WORDS)), rng.uniform(20, 110), y_mm)
        y_mm += rng.choice([7, 7, 9, 30])
    return paper.pixels


def blank(_: int) -> Picture:
    """Nothing: on a bed as white as the paper no angle may be believed."""
    return Paper().pixels


def main() -> None:
    """Skew each kind of page by random angles within ±12° and find them again; CPU time of one thread, 300 dpi."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pages", type=int, default=20, help="pages of each kind")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    rng = np.random.default_rng(options.seed)
    print(f"{'page':14}{'found':>8}{'median °':>10}{'p95 °':>8}{'max °':>8}{'find ms':>9}{'turn ms':>9}")
    papers: dict[str, Callable[[int], Picture]] = {kind: drawer(kind) for kind in KINDS}
    errors: list[float] = []
    figures: dict[str, float] = {}
    for kind, make in (papers | {"sparse": sparse, "sideways": _sideways, "blank": blank}).items():
        errors += measure(kind, make, options.pages, rng, figures)
    figures["deskew_p95_deg"] = round(quantiles(errors, n=20)[-1], 3)
    figures["deskew_max_deg"] = round(max(errors), 3)
    print(json.dumps(figures))


def drawer(kind: str) -> Callable[[int], Picture]:
    """Pages of a kind, by seed."""
    return lambda seed: draw(kind, seed).pixels


def _sideways(seed: int) -> Picture:
    """A dense page fed on its side."""
    return np.ascontiguousarray(np.rot90(draw("letter", seed).pixels))


def measure(
    kind: str, make: Callable[[int], Picture], count: int, rng: np.random.Generator, figures: dict[str, float]
) -> list[float]:
    """One line of the table; blanks lie on a white bed, the others on a white, a dark and a grey one in turn."""
    errors, find_ms, turn_ms, found = [], [], [], 0
    for seed in range(count):
        angle = float(rng.uniform(-REACH_DEG, REACH_DEG))
        bed = 255 if kind == "blank" else BEDS[seed % len(BEDS)]
        page = scan(skewed(make(seed), angle, bed), seed)
        started_s = time.thread_time()
        skew = find_skew(page)
        found_s = time.thread_time()
        rotate(page, angle)
        find_ms.append((found_s - started_s) * 1000)
        turn_ms.append((time.thread_time() - found_s) * 1000)
        if skew.confidence >= LEAST_CONFIDENCE:
            found += 1
            errors.append(abs(skew.degrees - angle))
    cost = f"{median(find_ms):>9.0f}{median(turn_ms):>9.0f}"
    figures[f"{kind}_found"] = round(found / count, 3)
    figures[f"{kind}_find_ms"] = round(median(find_ms), 1)
    if not errors:
        print(f"{kind:14}{found:>5}/{count}{'–':>10}{'–':>8}{'–':>8}{cost}")
        return errors
    p95 = quantiles(errors, n=20)[-1]
    print(f"{kind:14}{found:>5}/{count}{median(errors):>10.3f}{p95:>8.3f}{max(errors):>8.3f}{cost}")
    figures |= {f"{kind}_p95_deg": round(p95, 3), f"{kind}_max_deg": round(max(errors), 3)}
    return errors


if __name__ == "__main__":
    main()
