"""Pages fed on their side or on their head are set upright by their own letters or their code, or left as they lie."""

import cv2
import numpy as np
import pytest

from scanning.codes import read_codes
from scanning.orient import find_facing, quarters_by_code
from scanning.tidy import look_over, tidy
from tests.benchmarks._pages import draw, scan
from tests.scanning.paper import Picture, Slip, draw_slip, paste, qr

CODE = "H26.19.103-261121-0042"


@pytest.fixture(scope="module")
def letter() -> Picture:
    return tidy(scan(draw("letter", 1).pixels, 1, degrees=2)[::2, ::2], 150)


@pytest.mark.parametrize("quarters", range(4))
def test_a_letter_says_which_way_up_it_is(quarters: int, letter: Picture) -> None:
    fed = np.ascontiguousarray(np.rot90(letter, quarters))
    assert find_facing(fed, 150).quarters == quarters


@pytest.mark.parametrize("quarters", range(4))
def test_a_code_says_it_too(quarters: int) -> None:
    fed = np.ascontiguousarray(np.rot90(draw_slip(Slip(CODE, f"{CODE}/X", 200)), quarters))
    readings = read_codes(fed, lambda reading: reading.symbology == "QRCode")
    assert {quarters_by_code(reading) for reading in readings} == {quarters}


@pytest.mark.parametrize("quarters", range(4))
def test_a_sheet_with_too_few_letters_is_turned_by_the_code_of_a_dossier_alone(quarters: int) -> None:
    """A drawing of a plot of land: its frame and lines are no letters."""
    sheet = np.full((1169, 827, 3), 250, np.uint8)
    cv2.rectangle(sheet, (60, 260), (760, 1100), (20, 20, 20), 3)
    cv2.ellipse(sheet, (400, 700), (250, 300), 20, 0, 360, (20, 20, 20), 3)
    paste(sheet, qr(f"{CODE}/X", 160), 600, 60)
    fed = np.ascontiguousarray(np.rot90(sheet, quarters))
    assert look_over(fed, 100, lambda reading: reading.text.startswith(CODE)).quarters == quarters
    assert look_over(fed, 100, lambda _: False).quarters == 0


def test_a_page_without_print_is_never_turned() -> None:
    grain = np.random.default_rng(1).normal(200, 9, (1754, 1240)).clip(0, 255).astype(np.uint8)
    assert find_facing(grain, 150).quarters == 0
    assert find_facing(np.full((90, 60, 3), 255, np.uint8), 150).quarters == 0
