"""Straightening, the page PDF and thumbnails: the angle found, the size on paper, the seal still red."""

import cv2
import numpy as np
import pypdfium2
import pytest

from scanning.cleanup import find_skew, straighten
from scanning.codes import read_codes
from scanning.documents import read_document
from scanning.errors import Fault, ScanError
from scanning.pages import THUMBNAIL_MAX_BYTES, PageImage, page_pdf, thumbnail
from tests.scanning.paper import Picture, Slip, draw_slip, scanned, sealed, skewed

CODE = "H26.19.103-261121-0042"


@pytest.fixture(scope="module")
def slip() -> Picture:
    return draw_slip(Slip(CODE, f"{CODE}/X", 200))


@pytest.mark.parametrize(
    ("degrees", "bed"), [(-12, 40), (-5.3, 255), (-0.4, 40), (0, 255), (0.25, 255), (2.7, 40), (12, 255)]
)
def test_a_skewed_page_comes_back_level(degrees: float, bed: int, slip: Picture) -> None:
    page = scanned(skewed(slip, degrees, bed), seed=1)
    level, skew = straighten(page)
    assert skew.degrees == pytest.approx(degrees, abs=0.1)
    assert find_skew(level).degrees == pytest.approx(0, abs=0.1)
    assert CODE in {reading.text for reading in read_codes(level, lambda reading: reading.text == CODE)}


def test_straightening_cuts_nothing_off(slip: Picture) -> None:
    page = skewed(slip, 8)
    level, _ = straighten(page)
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
    level, skew = straighten(page)
    assert level is page
    assert skew.confidence < 1.5


def test_a_level_page_keeps_its_very_pixels(slip: Picture) -> None:
    level, _ = straighten(slip)
    assert level is slip


def test_the_pdf_has_the_size_of_the_sheets(slip: Picture) -> None:
    pages = [PageImage(slip, 200), PageImage(slip[:1000], 200), PageImage(slip[:, :, 0], 200)]
    document = pypdfium2.PdfDocument(page_pdf(pages))
    sizes_mm = [tuple(round(side / 72 * 25.4) for side in document[index].get_size()) for index in range(3)]
    document.close()
    assert sizes_mm == [(210, 297), (210, 127), (210, 297)]


def test_codes_and_seal_survive_the_pdf() -> None:
    slip = draw_slip(Slip(CODE, f"{CODE}/X", 300))
    paper = scanned(sealed(slip, 1000, 2800, 230), seed=5)
    [page] = read_document(page_pdf([PageImage(paper, 300)]))
    assert page.dpi == 300
    assert page.pixels.shape == paper.shape
    assert {reading.text for reading in read_codes(page.pixels, lambda _: True)} == {CODE, f"{CODE}/X"}
    ring = (paper[2560:3040, 760:1240].min(axis=2) < 140) & (paper[2560:3040, 760:1240, 2] > 170)
    before, after = (_chroma(picture[2560:3040, 760:1240])[ring].mean() for picture in (paper, page.pixels))
    assert before > 40
    assert after > 0.85 * before


def _chroma(picture: Picture) -> np.ndarray:
    lab = cv2.cvtColor(picture, cv2.COLOR_BGR2LAB).astype(np.float64) - 128
    return np.asarray(np.hypot(lab[:, :, 1], lab[:, :, 2]))


def test_the_same_page_gives_the_same_bytes(slip: Picture) -> None:
    """Blobs are named by their content: writing a page twice must not make two."""
    assert page_pdf([PageImage(slip, 200)]) == page_pdf([PageImage(slip, 200)])


def test_a_page_under_200_dpi_is_refused(slip: Picture) -> None:
    with pytest.raises(ScanError) as caught:
        page_pdf([PageImage(slip, 300), PageImage(slip, 199)])
    assert caught.value.fault is Fault.LOW_RESOLUTION


@pytest.mark.parametrize("side_px", [120, 320, 2000])
def test_thumbnails_are_small_even_of_noise(side_px: int) -> None:
    noise = np.random.default_rng(3).integers(0, 255, (3508, 2480, 3), dtype=np.uint8)
    data = thumbnail(noise, side_px)
    small = cv2.imdecode(np.frombuffer(data, np.uint8), cv2.IMREAD_COLOR)
    assert len(data) <= THUMBNAIL_MAX_BYTES
    assert small is not None
    assert small.shape[0] <= side_px
    assert small.shape[1] / small.shape[0] == pytest.approx(2480 / 3508, abs=0.02)
