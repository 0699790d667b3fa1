"""Dust taken off pages on request: specks gone, and every dot of a letter, a mark or a dotted leader kept.

Run: python -m tests.benchmarks.scan_despeckle [--pages 5] [--seed 1]. Prints a table by kind of page and ends with one
JSON line. The peer is a median filter of 3 px, what scanning programs call despeckle; ink is kept where a page's dark
pixel stays dark. A certificate's guilloche leaves room for fewer than 60 specks that lie alone.
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
_PRINT = 150
"""Darker than the guilloche of a certificate."""

_SPECK = 70
_FAR_MM = 2.6
"""Specks nearer to print are left by the rule: they might be a mark of a letter."""

_APART_MM = 8.0


@dataclass(slots=True)
class Cleaned:
    """Of one page: specks that went, the ink that stayed, small marks of the print that went, CPU ms of one thread."""

    specks: int
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
            specks = sum(each.specks for each in done)
            print(f"{kind:14}{way:8}{sum(each.specks_gone for each in done):>8}/{specks:<4}"
                  f"{min(each.ink_kept for each in done):>10.4%}{sum(each.dots_lost for each in done):>11}"
                  f"{sum(each.dots for each in done):>7}{median(each.ms for each in done):>7.0f}")  # fmt: skip
        prefix = "" if way == "ours" else "median_"
        figures |= {
            f"{prefix}specks_gone": round(
                sum(each.specks_gone for each in everything) / sum(each.specks for each in everything), 3
            ),
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
    gone = sum(_darkest(cleaned, x, y) > (_darkest(page, x, y) + _SPECK) / 2 for x, y in spots)
    _, labels, boxes, _ = cv2.connectedComponentsWithStats(ink.astype(np.uint8))
    small = np.flatnonzero((boxes[:, [2, 3]].max(axis=1) <= 0.6 * _MM) & (boxes[:, 4] >= 9))
    kept = np.bincount(labels[still & ink], minlength=len(boxes))
    return Cleaned(
        len(spots), gone, float((ink & still).sum() / ink.sum()), int((kept[small] == 0).sum()), len(small), ms
    )


def strewn(page: Picture, rng: np.random.Generator) -> tuple[Picture, list[tuple[int, int]]]:
    """Specks of 0.12 to 0.3 mm where no print is near and no other speck, as far as there is room, and their places."""
    far = cv2.distanceTransform((page.min(axis=2) >= _PRINT).astype(np.uint8), cv2.DIST_L2, 5) > _FAR_MM * _MM
    far[:10], far[-10:], far[:, :10], far[:, -10:] = False, False, False, False
    room, dusty, spots = far.astype(np.uint8), page.copy(), list[tuple[int, int]]()
    while len(spots) < SPECKS and room.any():
        places = np.flatnonzero(room)
        y, x = divmod(int(places[rng.integers(len(places))]), page.shape[1])
        spots.append((x, y))
        cv2.circle(room, (x, y), round(_APART_MM * _MM), 0, -1)
        radius = rng.uniform(0.06, 0.15) * _MM
        cv2.circle(dusty, (x * 16, y * 16), round(radius * 16), (_SPECK,) * 3, -1, cv2.LINE_AA, 4)
    return dusty, spots


def _darkest(page: Picture, x: int, y: int) -> int:
    """Where a speck was."""
    return int(page[y - 2 : y + 3, x - 2 : x + 3].min())


if __name__ == "__main__":
    main()
