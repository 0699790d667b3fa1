"""Dust taken off pages on request: specks gone, and every dot of a letter, a mark or a dotted leader kept.

Run: python -m tests.benchmarks.scan_despeckle [--pages 5] [--seed 1]. Prints a table by kind of page and ends with one
JSON line. The peer is a median filter of 3 px, what scanning programs call despeckle; ink is kept where a page's dark
pixel stays dark.
"""

import argparse
import json
import time
from collections.abc import Callable
from dataclasses import dataclass
from statistics import median

import cv2
import numpy as np

from scanning.despeckle import despeckle
from tests.benchmarks._pages import KINDS, draw, scan
from tests.scanning.paper import Picture

Clean = Callable[[Picture], Picture]

DPI = 300
SPECKS = 60
_MM = DPI / 25.4
_DARK = 170
_FAR_MM = 2.6
"""Specks nearer to print are left by the rule: they might be a mark of a letter."""


@dataclass(slots=True)
class Cleaned:
    """Of one page: specks that went, the ink that stayed, small marks of the print that went, CPU ms of one thread."""

    specks_gone: int
    ink_kept: float
    dots_lost: int
    dots: int
    ms: float


def by_median(page: Picture) -> Picture:
    """What scanning programs call despeckle."""
    return np.asarray(cv2.medianBlur(page, 3), np.uint8)


WAYS: dict[str, Clean] = {"ours": lambda page: despeckle(page, DPI), "median": by_median}


def main() -> None:
    """Every kind of page with 60 specks."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pages", type=int, default=5, help="of each kind")
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    print(f"{'page':14}{'way':8}{'specks gone':>13}{'ink kept':>10}{'dots lost':>11}{'of':>7}{'ms':>7}")
    figures: dict[str, float] = {}
    for way, clean in WAYS.items():
        everything: list[Cleaned] = []
        for kind in KINDS:
            done = [measure(kind, seed, clean) for seed in range(asked.seed, asked.seed + asked.pages)]
            everything += done
            print(f"{kind:14}{way:8}{sum(each.specks_gone for each in done):>8}/{SPECKS * len(done)}"
                  f"{min(each.ink_kept for each in done):>10.4%}{sum(each.dots_lost for each in done):>11}"
                  f"{sum(each.dots for each in done):>7}{median(each.ms for each in done):>7.0f}")  # fmt: skip
        prefix = "" if way == "ours" else "median_"
        figures |= {
            f"{prefix}specks_gone": round(sum(each.specks_gone for each in everything) / SPECKS / len(everything), 3),
            f"{prefix}ink_kept": round(min(each.ink_kept for each in everything), 5),
            f"{prefix}dots_lost": sum(each.dots_lost for each in everything),
        }
    print(json.dumps({"dots": sum(each.dots for each in everything)} | figures))


def measure(kind: str, seed: int, clean: Clean) -> Cleaned:
    """A page with specks strewn away from its print, cleaned."""
    page = scan(draw(kind, seed).pixels, seed)
    dusty, spots = strewn(page, np.random.default_rng(seed))
    started_s = time.thread_time()
    cleaned = clean(dusty)
    ms = (time.thread_time() - started_s) * 1000
    ink = page.min(axis=2) < _DARK
    still = cleaned.min(axis=2) < _DARK
    gone = sum(not still[y - 2 : y + 3, x - 2 : x + 3].any() for x, y in spots)
    _, labels, boxes, _ = cv2.connectedComponentsWithStats(ink.astype(np.uint8))
    small = np.flatnonzero((boxes[:, [2, 3]].max(axis=1) <= 0.6 * _MM) & (boxes[:, 4] >= 9))
    kept = np.bincount(labels[still & ink], minlength=len(boxes))
    return Cleaned(gone, float((ink & still).sum() / ink.sum()), int((kept[small] == 0).sum()), len(small), ms)


def strewn(page: Picture, rng: np.random.Generator) -> tuple[Picture, list[tuple[int, int]]]:
    """Specks of 0.12 to 0.3 mm where no print is near and no other speck, and their places."""
    far = cv2.distanceTransform((page.min(axis=2) >= 190).astype(np.uint8), cv2.DIST_L2, 5) > _FAR_MM * _MM
    dusty, spots = page.copy(), list[tuple[int, int]]()
    while len(spots) < SPECKS:
        x, y = int(rng.integers(10, page.shape[1] - 10)), int(rng.integers(10, page.shape[0] - 10))
        if not far[y, x] or any(abs(x - u) + abs(y - v) < 8 * _MM for u, v in spots):
            continue
        spots.append((x, y))
        radius = rng.uniform(0.06, 0.15) * _MM
        cv2.circle(dusty, (x * 16, y * 16), round(radius * 16), (70, 70, 70), -1, cv2.LINE_AA, 4)
    return dusty, spots


if __name__ == "__main__":
    main()
