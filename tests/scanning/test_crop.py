"""Sheets found on their bed and cut out at their true size, and nothing ever cut away with them."""

from collections.abc import Callable

import cv2
import numpy as np
import pytest

from scanning.crop import crop, find_sheet
from tests.benchmarks._blanks import text_cover
from tests.benchmarks.scan_crop import LONE_PRINT
from tests.scanning.paper import Picture, skewed

DPI = 100
MM = DPI / 25.4


def sheet(width_mm: float, height_mm: float, paper: int = 246) -> Picture:
    """A printed sheet at 100 dpi."""
    page = np.full((round(height_mm * MM), round(width_mm * MM), 3), paper, np.uint8)
    line = 255 - text_cover("Giấy chứng nhận số 7", 12, DPI)
    for y in range(round(8 * MM), page.shape[0] - 40, round(9 * MM)):
        spot = page[y : y + line.shape[0], round(6 * MM) : round(6 * MM) + line.shape[1]]
        spot[:] = np.minimum(spot, line[:, : spot.shape[1], None])
    return page


def on_bed(page: Picture, bed: int, size_mm: tuple[float, float], at_mm: tuple[float, float]) -> Picture:
    """The page laid on the glass; what hangs over the glass is not seen."""
    glass = np.full((round(size_mm[1] * MM), round(size_mm[0] * MM), 3), bed, np.uint8)
    x, y = (round(place * MM) for place in at_mm)
    seen = page[max(0, -y) : glass.shape[0] - y, max(0, -x) : glass.shape[1] - x]
    glass[max(0, y) : max(0, y) + seen.shape[0], max(0, x) : max(0, x) + seen.shape[1]] = seen
    noise = np.random.default_rng(1).normal(0, 3, glass.shape)
    return np.asarray((glass + noise).clip(0, 255), np.uint8)


@pytest.mark.parametrize("bed", [30, 70, 214])
@pytest.mark.parametrize("size", [(148.0, 210.0), (85.6, 53.98), (180.0, 130.0)])
def test_a_level_sheet_is_cut_to_its_size(size: tuple[float, float], bed: int) -> None:
    picture = on_bed(sheet(*size), bed, (216, 300), (2, 1.5))
    height, width = crop(picture, DPI, 0).shape[:2]
    assert (width / MM, height / MM) == pytest.approx(size, abs=0.6)


@pytest.mark.parametrize(("degrees", "bed"), [(-11.0, 30), (4.0, 214), (12.0, 30)])
def test_a_skewed_sheet_that_the_bed_clips_keeps_its_size(degrees: float, bed: int) -> None:
    """An A4 sheet turned on an A4 glass hangs over it at the corners; the missing corners come back white."""
    turned = skewed(sheet(210, 297), degrees, bed)
    y, x = ((side - round(mm * MM)) // 2 for side, mm in zip(turned.shape, (297, 210), strict=False))
    glass = turned[y : y + round(297 * MM), x : x + round(210 * MM)]
    box = find_sheet(glass, DPI, degrees)
    assert box is not None
    assert (box.width, box.height) == (210, 297)
    assert crop(glass, DPI, degrees).shape[:2] == (round(297 * MM), round(210 * MM))


def test_two_cards_on_the_glass_stay_together() -> None:
    card = sheet(85.6, 53.98)
    picture = on_bed(card, 30, (210, 297), (20, 20))
    picture[round(150 * MM) :][: card.shape[0], round(60 * MM) : round(60 * MM) + card.shape[1]] = card
    assert crop(picture, DPI, 0).shape == picture.shape


def test_a_pale_note_beside_a_card_is_never_cut_away() -> None:
    """White paper on a white bed: the copy of a card looks like a sheet, the pencil beside it says what is one."""
    picture = on_bed(sheet(85.6, 53.98, paper=200), 246, (210, 297), (20, 20))
    assert crop(picture, DPI, 0).shape != picture.shape
    cv2.line(picture, (400, 700), (520, 690), (228, 228, 228), 2)
    cv2.line(picture, (520, 690), (430, 760), (228, 228, 228), 2)
    assert crop(picture, DPI, 0).shape == picture.shape


def test_a_white_page_on_a_white_bed_keeps_the_frame_it_was_scanned_in() -> None:
    page = on_bed(sheet(180, 260), 246, (210, 297), (15, 18))
    assert crop(skewed(page, 3)[20:-20, 20:-20], DPI, 3).shape == skewed(page, 3)[20:-20, 20:-20].shape


@pytest.mark.parametrize("degrees", [0.0, 2.5])
@pytest.mark.parametrize("print_of", LONE_PRINT.values(), ids=LONE_PRINT)
def test_a_white_sheet_is_never_cut_down_to_what_is_printed_on_it(
    print_of: Callable[[], Picture], degrees: float
) -> None:
    """A separator sheet under a white lid was once kept as the 22 mm of its QR."""
    page = on_bed(skewed(print_of(), degrees, 250) if degrees else print_of(), 250, (210, 297), (0, 0))
    kept = crop(page, DPI, degrees)
    assert kept.shape[0] >= page.shape[0]
    assert kept.shape[1] >= page.shape[1]


@pytest.mark.parametrize("paper", [(150, 220, 235), (205, 205, 205)])
def test_a_coloured_sheet_of_any_size_is_found_on_a_white_bed(paper: tuple[int, int, int]) -> None:
    page = np.minimum(sheet(120, 170), paper).astype(np.uint8)
    height, width = crop(on_bed(page, 250, (210, 297), (20, 30)), DPI, 0).shape[:2]
    assert (width / MM, height / MM) == pytest.approx((120, 170), abs=0.6)


@pytest.mark.parametrize("picture", [np.full((300, 200, 3), 250, np.uint8), np.zeros((12, 9), np.uint8)])
def test_an_even_picture_is_left_alone(picture: Picture) -> None:
    assert crop(picture, DPI, 0) is picture
