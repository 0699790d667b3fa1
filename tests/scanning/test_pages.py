"""Straightening and thumbnails: the angle found, nothing cut off, small files of any page."""

import cv2
import numpy as np
import pytest

from scanning.cleanup import find_skew
from scanning.codes import read_codes
from scanning.pages import THUMBNAIL_MAX_BYTES, thumbnail
from scanning.tidy import tidy
from tests.scanning.paper import Picture, Slip, draw_slip, scanned, skewed

CODE = "H26.19.103-261121-0042"


@pytest.fixture(scope="module")
def slip() -> Picture:
    return draw_slip(Slip(CODE, f"{CODE}/X", 200))


@pytest.mark.parametrize(
    ("degrees", "bed"), [(-12, 40), (-5.3, 255), (-0.4, 40), (0, 255), (0.25, 255), (2.7, 40), (12, 255)]
)
def test_a_skewed_page_comes_back_level(degrees: float, bed: int, slip: Picture) -> None:
    page = scanned(skewed(slip, degrees, bed), seed=1)
    assert find_skew(page).degrees == pytest.approx(degrees, abs=0.1)
    level = tidy(page, 200)
    assert find_skew(level).degrees == pytest.approx(0, abs=0.1)
    assert CODE in {reading.text for reading in read_codes(level, lambda reading: reading.text == CODE)}


def test_straightening_cuts_nothing_off(slip: Picture) -> None:
    page = skewed(slip, 8)
    level = tidy(page, 200)
    ink_before, ink_after = ((255 - picture.astype(np.int64)).sum() for picture in (page, level))
    assert ink_after == pytest.approx(ink_before, rel=0.05)


def _noise() -> Picture:
    return np.random.default_rng(1).normal(235, 6, (2339, 1654)).clip(0, 255).astype(np.uint8)


def _speckled() -> Picture:
    page = _noise()
    rng = np.random.default_rng(2)
    for x, y in rng.integers(20, 1600, (300, 2)):
        cv2.circle(page, (int(x), int(y)), 3, 40, -1)
    return page


@pytest.mark.parametrize(
    "page", [np.full((500, 400, 3), 255, np.uint8), np.zeros((9, 9), np.uint8), _noise(), _speckled()]
)
def test_a_page_without_lines_is_left_alone(page: Picture) -> None:
    assert tidy(page, 200) is page
    assert find_skew(page).confidence < 1.5


def test_a_level_page_keeps_its_very_pixels(slip: Picture) -> None:
    assert tidy(slip, 200) is slip


@pytest.mark.parametrize("side_px", [120, 320, 2000])
def test_thumbnails_are_small_even_of_noise(side_px: int) -> None:
    noise = np.random.default_rng(3).integers(0, 255, (3508, 2480, 3), dtype=np.uint8)
    data = thumbnail(noise, side_px)
    small = cv2.imdecode(np.frombuffer(data, np.uint8), cv2.IMREAD_COLOR)
    assert len(data) <= THUMBNAIL_MAX_BYTES
    assert small is not None
    assert small.shape[0] <= side_px
    assert small.shape[1] / small.shape[0] == pytest.approx(2480 / 3508, abs=0.02)
