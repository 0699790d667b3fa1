"""Dust goes from a page on request; dots of letters, dotted leaders, seals and pens stay to the last pixel."""

import cv2
import numpy as np
import pytest

from scanning.despeckle import despeckle, find_specks
from tests.benchmarks._pages import MM, draw, scan
from tests.scanning.paper import Picture

DPI = 150


def page(kind: str) -> Picture:
    """A scanned page at 150 dpi."""
    return np.asarray(
        cv2.resize(scan(draw(kind, 2).pixels, 2), None, fx=0.5, fy=0.5, interpolation=cv2.INTER_AREA), np.uint8
    )


@pytest.mark.parametrize("kind", ["form", "certificate"])
def test_nothing_of_a_clean_page_is_taken(kind: str) -> None:
    """Where the lines of a certificate's ground cross they are dark, and once were taken for dust."""
    clean = scan(draw(kind, 2).pixels, 2)
    assert despeckle(clean, 300) is clean


def test_dust_goes_and_what_stands_beside_it_stays() -> None:
    clean = page("form")
    near = cv2.dilate((clean.min(axis=2) < 190).astype(np.uint8), np.ones((round(2.5 * MM),) * 2, np.uint8))
    rng, dusty = np.random.default_rng(1), clean.copy()
    spots: list[tuple[int, int]] = []
    while len(spots) < 60:
        x, y = int(rng.integers(10, clean.shape[1] - 10)), int(rng.integers(10, clean.shape[0] - 10))
        if not near[y, x] and all(abs(x - u) + abs(y - v) > 60 for u, v in spots):
            spots.append((x, y))
            dusty[y : y + 2, x : x + 2] = 80
    cleaned = despeckle(dusty, DPI)
    left = sum(int(cleaned[y, x].max()) < 150 for x, y in spots)
    assert left <= 2
    far = np.ones(clean.shape[:2], bool)
    for x, y in spots:
        far[y - 6 : y + 7, x - 6 : x + 7] = False
    assert np.array_equal(cleaned[far], clean[far])


def test_a_picture_of_a_speck_alone() -> None:
    tiny = np.full((3, 3), 200, np.uint8)
    tiny[1, 1] = 0
    assert find_specks(tiny, DPI).shape == tiny.shape
