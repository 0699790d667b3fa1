"""Blank backs are found under their dirt, and no page with anything on it is taken for one."""

import cv2
import numpy as np
import pytest

from scanning.blank import is_blank
from scanning.look import look_at
from scanning.tidy import look_over
from tests.benchmarks._blanks import draw, under_dirt
from tests.benchmarks._pages import draw as draw_paper
from tests.benchmarks._pages import scan
from tests.scanning.paper import Picture, code128, qr

DPI = 200
SLIP = "SEP:H55.242-261101-0007/0123456789ABCDEFGHJKMNPQRS"


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


def with_code(code: Picture, width_mm: float, height_mm: float, at_mm: tuple[float, float], dpi: int) -> Picture:
    """An A4 sheet that carries nothing but a code."""
    page = np.full((round(297 * dpi / 25.4), round(210 * dpi / 25.4), 3), 250, np.uint8)
    size = round(width_mm * dpi / 25.4), round(height_mm * dpi / 25.4)
    printed = np.maximum(cv2.resize(code, size, interpolation=cv2.INTER_AREA), 60)
    x, y = (round(mm * dpi / 25.4) for mm in at_mm)
    page[y : y + size[1], x : x + size[0]] = printed[:, :, None]
    return page


@pytest.mark.parametrize("dpi", [100, 200, 300])
@pytest.mark.parametrize("at_mm", [(120, 90), (2, 3)])
def test_a_sheet_with_nothing_but_a_code_is_never_blank(dpi: int, at_mm: tuple[float, float]) -> None:
    """A separator whose code the reader cannot read must stop the pile, not fall out of it as the back of a page."""
    codes = (
        (qr(SLIP, 2000), 15, 15), (qr("12345", 2000, "L"), 6, 6), (code128("H55.242-261101-0007", 20, 20), 80, 13),
        (code128("260001", 20, 20), 20, 4),
    )  # fmt: skip
    for code, width_mm, height_mm in codes:
        page = with_code(code, width_mm, height_mm, at_mm, dpi)
        assert not is_blank(page, dpi)
        assert not look_over(page, dpi, lambda _: True).blank


@pytest.mark.parametrize("dpi", [100, 200])
def test_low_bars_along_the_edge_of_a_sheet_are_no_bit_of_that_edge(dpi: int) -> None:
    """At 100 dpi bars run together into one grey strip, ten times as long as it is high."""
    page = with_code(code128("H55.242-261101-0007", 20, 20), 75, 5, (60, 3), dpi)
    assert not is_blank(page, dpi)


def test_no_page_is_blank_once_a_code_is_read_on_it(monkeypatch: pytest.MonkeyPatch) -> None:
    """However pale it is, and whoever the code belongs to."""
    page = with_code(code128("H55.242-261101-0007", 20, 20), 80, 13, (60, 90), DPI)
    monkeypatch.setattr("scanning.look.is_blank", lambda *_: True)
    assert [reading.text for reading in look_at(page, DPI, lambda _: False).readings] == ["H55.242-261101-0007"]
    assert not look_at(page, DPI, lambda _: False).blank
