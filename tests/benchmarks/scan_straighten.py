"""The angle found on skewed pages against the angle they were given, and what straightening costs.

Run: python -m tests.benchmarks.scan_straighten [--pages 24] [--seed 1]. Prints a table and ends with one JSON line.
"""

import argparse
import json
import time
from collections.abc import Callable
from statistics import median, quantiles

import cv2
import numpy as np

from scanning.cleanup import LEAST_CONFIDENCE, find_skew, rotate
from tests.scanning.paper import Picture, Slip, draw_slip, scanned, skewed

DPI = 200
WHITE_BED, DARK_BED = 255, 40


def slip() -> Picture:
    """A full form."""
    return draw_slip(Slip("H26.19.103-261121-0042", "H26.19.103-261121-0042/X", DPI))


def letter() -> Picture:
    """A few lines on an otherwise empty sheet."""
    page = np.full((2339, 1654, 3), 255, np.uint8)
    for y in (300, 360, 900, 960, 1020):
        cv2.putText(page, "Don xin xac nhan tinh trang", (200, y), 0, 1, (30, 30, 30), 2)
    return page


def blank() -> Picture:
    """Nothing: on a white bed no angle may be believed."""
    return np.full((2339, 1654, 3), 255, np.uint8)


def main() -> None:
    """Skew each kind of page by random angles within ±12° and find them again; CPU time of one thread."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pages", type=int, default=24, help="pages of each kind")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    rng = np.random.default_rng(options.seed)
    print(f"{'page':10}{'found':>8}{'median °':>10}{'p95 °':>8}{'max °':>8}{'find ms':>9}{'turn ms':>9}")
    figures: dict[str, float] = {}
    kinds: dict[str, Callable[[], Picture]] = {"form": slip, "letter": letter, "blank": blank}
    for kind, draw in kinds.items():
        figures |= measure(kind, draw, options.pages, rng)
    print(json.dumps(figures))


def measure(kind: str, draw: Callable[[], Picture], count: int, rng: np.random.Generator) -> dict[str, float]:
    """One line of the table; blanks lie on a white bed, the others on white and dark in turn."""
    clean = draw()
    errors, find_ms, turn_ms, found = [], [], [], 0
    for seed in range(count):
        angle = float(rng.uniform(-12, 12))
        bed = DARK_BED if kind != "blank" and seed % 2 else WHITE_BED
        page = scanned(skewed(clean, angle, bed), seed)
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
    if not errors:
        print(f"{kind:10}{found:>5}/{count}{'–':>10}{'–':>8}{'–':>8}{cost}")
        return {f"{kind}_turned": 0}
    p95 = quantiles(errors, n=20)[-1]
    print(f"{kind:10}{found:>5}/{count}{median(errors):>10.3f}{p95:>8.3f}{max(errors):>8.3f}{cost}")
    return {
        f"{kind}_found": found / count,
        f"{kind}_p95_deg": round(p95, 3),
        f"{kind}_max_deg": round(max(errors), 3),
        f"{kind}_find_ms": round(median(find_ms), 1),
    }


if __name__ == "__main__":
    main()
