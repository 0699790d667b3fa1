"""Sheets found on the glass: how far their corners are off, how many are snapped to their size, and nothing cut away.

Run: python -m tests.benchmarks.scan_crop [--pages 10] [--seed 1]. Prints a table by sheet and bed, then white sheets
under a white lid that hold one thing only and keep their size, and ends with one JSON line. The peer is the box of all
that differs from the bed by Otsu's threshold, the usual crop of a script.
"""

import argparse
import json
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from statistics import median, quantiles

import cv2
import numpy as np

from scanning.cleanup import sure_degrees
from scanning.crop import Box, crop, find_sheet
from tests.benchmarks._pages import CODE, PAYLOAD, draw, scan
from tests.scanning.paper import Picture, code128, paste, qr, skewed

DPI = 150
MM = DPI / 25.4
GLASS_MM = (216.0, 310.0)
SHEETS_MM = {"A4": (210.0, 297.0), "A5": (148.0, 210.0), "card": (85.6, 53.98), "odd": (180.0, 130.0)}
BEDS = {"dark": 40, "grey": 205}
LID = 250
LARGEST_DEG = 6.0


@dataclass(slots=True)
class Tally:
    """One line: corner errors in mm of ours and of the peer, sheets of the right size, CPU ms of one thread."""

    ours_mm: list[float] = field(default_factory=list)
    peer_mm: list[float] = field(default_factory=list)
    right: int = 0
    ms: list[float] = field(default_factory=list)


def main() -> None:
    """Every sheet on every bed, turned by up to 6°; the angle is the program's own."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pages", type=int, default=10, help="of each sheet on each bed")
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    seeds = range(asked.seed, asked.seed + asked.pages)
    print(f"{'sheet':12}{'found':>8}{'right size':>12}{'median mm':>11}{'p95 mm':>8}{'peer mm':>9}{'ms':>6}")
    tallies = {f"{name}, {bed}": measure(size, BEDS[bed], seeds) for name, size in SHEETS_MM.items() for bed in BEDS}
    for name, each in tallies.items():
        print(f"{name:12}{len(each.ours_mm):>5}/{asked.pages}{each.right:>12}{_middle(each.ours_mm):>11}"
              f"{_high(each.ours_mm):>8}{_middle(each.peer_mm):>9}{median(each.ms):>6.0f}")  # fmt: skip
    whole = {name: sum(map(partial(keeps_its_size, name), seeds)) for name in LONE_PRINT}
    for name, kept in whole.items():
        print(f"{name + ' alone':12} keeps its sheet {kept}/{asked.pages}")
    off = [error for each in tallies.values() for error in each.ours_mm]
    print(
        json.dumps({
            "crop_pages": asked.pages * len(tallies), "crop_found": len(off),
            "crop_right_size": sum(each.right for each in tallies.values()),
            "corner_mm_median": round(median(off), 2), "corner_mm_p95": round(quantiles(off, n=20)[-1], 2),
            "peer_corner_mm_median": round(median(mm for each in tallies.values() for mm in each.peer_mm), 2),
            "white_sheets": asked.pages * len(whole), "white_sheets_whole": sum(whole.values()),
        })
    )  # fmt: skip


def keeps_its_size(name: str, seed: int) -> bool:
    """Whether a white sheet under a white lid, turned by up to 6°, is not cut down to the one thing on it."""
    degrees = float(np.random.default_rng(seed).uniform(-LARGEST_DEG, LARGEST_DEG))
    page = scan(skewed(LONE_PRINT[name](), degrees, LID), seed, noise=2.5, blur_px=0.6)
    kept = crop(page, DPI, sure_degrees(page))
    return all(kept.shape[side] > page.shape[side] - MM for side in (0, 1))


def _white() -> Picture:
    return np.full((round(297 * MM), round(210 * MM), 3), LID, np.uint8)


def _qr() -> Picture:
    page = _white()
    paste(page, qr(f"SEP:{PAYLOAD}", round(25 * MM)), round(160 * MM), round(250 * MM))
    return page


def _bars() -> Picture:
    page = _white()
    paste(page, code128(CODE, 2, round(13 * MM)), round(45 * MM), round(30 * MM))
    return page


def _photo() -> Picture:
    """Of 10 × 15 cm, in colours that nowhere are even."""
    page, tones = _white(), np.random.default_rng(3).integers(40, 200, (6, 5, 3)).astype(np.uint8)
    size = (round(100 * MM), round(150 * MM))
    page[size[0] // 2 :, size[0] // 2 :][: size[1], : size[0]] = cv2.resize(tones, size, interpolation=cv2.INTER_LINEAR)
    return page


def _frame() -> Picture:
    """All around the page, as certificates have it."""
    page = _white()
    ends = [(round(x * MM), round(y * MM)) for x, y in ((10, 10), (200, 287))]
    cv2.rectangle(page, ends[0], ends[1], (30, 30, 30), round(MM))
    return page


LONE_PRINT: dict[str, Callable[[], Picture]] = {"QR": _qr, "bar code": _bars, "photo": _photo, "frame": _frame}
"""White A4 sheets of which only the print can be told from the lid."""


def measure(size_mm: tuple[float, float], bed: int, seeds: range) -> Tally:
    """One sheet on one bed at chance places and angles."""
    tally = Tally()
    for seed in seeds:
        picture, true = lay(size_mm, bed, seed)
        started_s = time.thread_time()
        degrees = sure_degrees(picture)
        box = find_sheet(picture, DPI, degrees)
        tally.ms.append((time.thread_time() - started_s) * 1000)
        if box is not None:
            tally.ours_mm.append(_off(_corners(box, picture, degrees), true))
            tally.right += sorted((box.width, box.height)) == sorted(size_mm) or _near(box, size_mm)
        tally.peer_mm.append(_off(_otsu_box(picture), true))
    return tally


def lay(size_mm: tuple[float, float], bed: int, seed: int) -> tuple[Picture, np.ndarray]:
    """A printed sheet on the glass, and its true corners (4×2 px, from the upper left clockwise)."""
    rng = np.random.default_rng(seed)
    sheet = _printed(size_mm, seed)
    degrees = float(rng.uniform(-LARGEST_DEG, LARGEST_DEG))
    turned = skewed(sheet, degrees, bed)
    height, width = (max(round(side * MM), turned.shape[at]) for at, side in enumerate(reversed(GLASS_MM)))
    x, y = (int(rng.integers(0, room + 1)) for room in (width - turned.shape[1], height - turned.shape[0]))
    glass = np.full((height, width, 3), bed, np.uint8)
    glass[y : y + turned.shape[0], x : x + turned.shape[1]] = turned
    middle = np.array([x + turned.shape[1] / 2, y + turned.shape[0] / 2])
    half = np.array([[-1, -1], [1, -1], [1, 1], [-1, 1]]) * (sheet.shape[1] / 2, sheet.shape[0] / 2)
    return scan(glass, seed, noise=2.5, blur_px=0.6), middle + half @ _spin(degrees).T


def _printed(size_mm: tuple[float, float], seed: int) -> Picture:
    """The upper left of a form, as large as the sheet."""
    form = cv2.resize(draw("form", seed).pixels, None, fx=0.5, fy=0.5, interpolation=cv2.INTER_AREA)
    sheet = np.full((round(size_mm[1] * MM), round(size_mm[0] * MM), 3), 246, np.uint8)
    part = form[: sheet.shape[0], : sheet.shape[1]]
    sheet[: part.shape[0], : part.shape[1]] = np.minimum(part, 246)
    return sheet


def _spin(degrees: float) -> np.ndarray:
    """Clockwise on a picture whose y runs down."""
    sin, cos = np.sin(np.radians(degrees)), np.cos(np.radians(degrees))
    return np.array([[cos, -sin], [sin, cos]])


def _corners(box: Box, picture: Picture, degrees: float) -> np.ndarray:
    """The box's corners on the picture before it was levelled."""
    from scanning.cleanup import turn_matrix

    turn, _ = turn_matrix(picture.shape, degrees)
    level = np.array([[box.left, box.top], [box.left + box.width, box.top],
                      [box.left + box.width, box.top + box.height], [box.left, box.top + box.height]]) * MM  # fmt: skip
    return np.asarray((level - turn[:, 2]) @ np.linalg.inv(turn[:, :2]).T)


def _otsu_box(picture: Picture) -> np.ndarray:
    grey = cv2.GaussianBlur(cv2.cvtColor(picture, cv2.COLOR_BGR2GRAY), (0, 0), 2)
    _, light = cv2.threshold(grey, 0, 255, cv2.THRESH_BINARY + cv2.THRESH_OTSU)
    outlines, _ = cv2.findContours(light, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_SIMPLE)
    corners = cv2.boxPoints(cv2.minAreaRect(max(outlines, key=cv2.contourArea)))
    ring = np.argsort([np.arctan2(y, x) for x, y in corners - corners.mean(axis=0)])
    return np.asarray(corners[ring])


def _off(found: np.ndarray, true: np.ndarray) -> float:
    """The farthest corner's error in mm, whichever corner is called first."""
    turns = (np.roll(found, step, axis=0) for step in range(4))
    return float(min(np.linalg.norm(each - true, axis=1).max() for each in turns)) / MM


def _near(box: Box, size_mm: tuple[float, float]) -> bool:
    """Within a millimetre, for a sheet of no known size."""
    pairs = zip(sorted((box.width, box.height)), sorted(size_mm), strict=True)
    return all(abs(found - true) <= 1 for found, true in pairs)


def _middle(errors: list[float]) -> str:
    return f"{median(errors):.2f}" if errors else "–"


def _high(errors: list[float]) -> str:
    return f"{quantiles(errors, n=20)[-1]:.2f}" if len(errors) > 1 else "–"


if __name__ == "__main__":
    main()
