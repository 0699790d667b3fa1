"""Blank backs are found under their dirt, and no page with anything on it is taken for one."""

import cv2
import numpy as np
import pytest

from scanning.blank import is_blank
from tests.benchmarks._blanks import draw, under_dirt
from tests.benchmarks._pages import draw as draw_paper
from tests.benchmarks._pages import scan

DPI = 200


@pytest.mark.parametrize(
    ("kind", "seed"),
    [("bleed-through", 3), ("crease", 1), ("holes", 8), ("dark edge", 5)],
)
def test_a_dirty_back_is_blank(kind: str, seed: int) -> None:
    assert is_blank(draw(kind, seed, DPI), DPI)


@pytest.mark.parametrize(("kind", "seed"), [("page number", 0), ("faint seal", 4), ("pencil", 2)])
def test_one_small_thing_keeps_a_page(kind: str, seed: int) -> None:
    assert not is_blank(draw(kind, seed, DPI), DPI)


def test_fibres_of_recycled_paper_are_no_ink() -> None:
    """At 150 dpi a fibre is as long as a dot is wide; they lie all over the sheet, and a page number does not."""
    assert is_blank(draw("bleed-through", 3, 150), 150)
    assert not is_blank(draw("page number", 9, 150), 150)


def test_a_pale_stamp_under_a_fold_keeps_a_page() -> None:
    """Lilac ink takes no blue light from kraft paper: every channel is judged against its own paper."""
    assert not is_blank(under_dirt("pale stamp", 11, DPI), DPI)


def test_a_full_page_is_not_blank_in_grey_or_colour() -> None:
    form = scan(draw_paper("form", 1).pixels, 1)
    assert not is_blank(form, 300)
    assert not is_blank(cv2.cvtColor(form, cv2.COLOR_BGR2GRAY).astype(np.uint8), 300)


@pytest.mark.parametrize("shade", [0, 255])
def test_an_even_picture_is_blank(shade: int) -> None:
    assert is_blank(np.full((40, 30, 3), shade, np.uint8), 200)
