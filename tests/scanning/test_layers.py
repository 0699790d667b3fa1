"""Layered pages: small, and nothing of the paper lost: seals, pens, thin strokes, pencil, photographs, codes."""

import io
from functools import cache
from pathlib import Path

import cv2
import numpy as np
import pikepdf
import pytest
from numpy.typing import NDArray

from scanning.layers import TILE_DPI, Layers, split_page
from scanning.layers_codecs import StencilFilter, encode_stencil
from scanning.pages import PageImage
from scanning.pdf import archive_pdf
from tests.benchmarks._pages import DPI, KINDS, MM, PAYLOAD, Box, Paper, draw, scan
from tests.benchmarks._quality import chroma_kept, qr_texts, render
from tests.scanning.paper import Picture
from tests.scanning.preflight import valid_archives

BUDGET_KB = {"form": 70, "letter": 55, "certificate": 260, "id": 45}


@cache
def _case(kind: str) -> tuple[Paper, Picture, bytes]:
    """A paper, its scan, and its PDF."""
    paper = draw(kind, 2)
    page = scan(paper.pixels, 2)
    return paper, page, archive_pdf([PageImage(page, DPI)]).data


@cache
def _layers(kind: str) -> Layers:
    return split_page(_case(kind)[1], DPI)


@pytest.mark.parametrize("kind", KINDS)
def test_a_page_keeps_its_budget_and_its_code(kind: str) -> None:
    paper, _, pdf = _case(kind)
    assert len(pdf) <= 1000 * BUDGET_KB[kind]
    if PAYLOAD in qr_texts(paper.pixels):
        assert PAYLOAD in qr_texts(render(pdf))


def test_every_kind_is_a_valid_archive(tmp_path: Path) -> None:
    files = {kind: _case(kind)[2] for kind in KINDS}
    assert valid_archives(files, tmp_path) == set(KINDS)


@pytest.mark.parametrize("kind", ["form", "letter", "certificate"])
def test_a_seal_keeps_its_colour(kind: str) -> None:
    paper, page, pdf = _case(kind)
    chroma, hue_deg = chroma_kept(page, render(pdf), paper.seals[0])
    assert chroma > 0.87
    assert hue_deg < 5


@pytest.mark.parametrize("kind", ["form", "letter", "certificate"])
def test_a_pen_over_a_seal_leaves_no_black_fragments(kind: str) -> None:
    """Two coloured inks crossing are dark, and used to be taken for print."""
    paper, _, pdf = _case(kind)
    left, top, right, bottom = paper.seals[0]
    middle = slice(top + (bottom - top) // 3, top + 2 * (bottom - top) // 3), slice(left, right)
    clean, shown = (picture[middle].astype(int) for picture in (paper.pixels, render(pdf)))
    pen = (clean[:, :, 0] - clean[:, :, 2] > 60) & (clean.max(axis=2) > 130)
    assert pen.sum() > 500
    assert (shown[pen].max(axis=1) < 80).mean() < 0.01


def test_guilloche_is_no_seal() -> None:
    """Red lines all over a certificate used to make one tile of the sheet."""
    layers = _layers("certificate")
    covered = sum(_area(tile.box) for tile in layers.tiles) / (210 / 25.4 * 297 / 25.4 * TILE_DPI**2)
    assert layers.patterned
    assert covered < 0.12
    seal = _case("certificate")[0].seals[0]
    assert any(_covers(tile.box, seal) for tile in layers.tiles)


def test_guilloche_keeps_its_colours() -> None:
    """It once came back grey, all its bytes spent on the edges of its lines."""
    _, page, pdf = _case("certificate")
    ground = slice(round(170 * MM), round(215 * MM)), slice(round(30 * MM), round(90 * MM))
    away = np.linalg.norm((_lab(page[ground]) - _lab(render(pdf)[ground]))[..., 1:], axis=2)
    assert away.mean() < 3.2


def _lab(page: Picture) -> NDArray[np.float32]:
    """As an eye sees it that cannot tell one pixel from the next."""
    seen = cv2.GaussianBlur(page, (0, 0), 3).astype(np.float32) / 255
    return np.asarray(cv2.cvtColor(seen, cv2.COLOR_BGR2LAB), np.float32)


def test_small_print_keeps_its_dots() -> None:
    """PHẠM without its dot is another name; on a card it is three pixels wide, and once was left to the paper."""
    paper, _, pdf = _case("id")
    drawn = render(pdf)
    black = (paper.pixels.max(axis=2) < 110).astype(np.uint8)
    _, _, boxes, centres = cv2.connectedComponentsWithStats(black)
    dots = centres[(boxes[:, 2:4].max(axis=1) <= 6) & (boxes[:, cv2.CC_STAT_AREA] >= 6)].astype(int)
    assert len(dots) > 50
    assert max(drawn[y - 2 : y + 3, x - 2 : x + 3].max(axis=2).min() for x, y in dots) < 120


def test_a_portrait_is_a_picture_not_a_stencil() -> None:
    """Dark hair painted as print was a black cap with a hard rim."""
    _, page, pdf = _case("id")
    face = slice(round(59 * MM), round(86 * MM)), slice(round(66 * MM), round(86 * MM))
    soft = [cv2.GaussianBlur(picture[face], (0, 0), 2).astype(int) for picture in (page, render(pdf))]
    assert np.abs(soft[0] - soft[1]).mean() < 6
    assert np.percentile(np.abs(soft[0] - soft[1]), 99) < 40


def test_strokes_of_a_hair_stay() -> None:
    """Lines of 0.1 mm, one by one and close together, used to fade or to run into each other."""
    sheet = np.full((600, 1200, 3), 255, np.uint8)
    for x in range(100, 300, 40):
        cv2.line(sheet, (x, 100), (x, 500), (40, 40, 40), 1)
    for x in range(500, 700, 6):
        cv2.line(sheet, (x, 100), (x, 500), (40, 40, 40), 2)
    page = scan(sheet, 5)
    shown = _shown(page)[150:450].min(axis=2)
    lone, close = shown[:, 80:320], shown[:, 500:690]
    faint = np.median(page[150:450, 99:102].min(axis=(1, 2)))
    assert all(np.median(lone[:, x - 82 : x - 78].min(axis=1)) < (faint + 232) / 2 for x in range(100, 300, 40))
    assert 28 <= np.median((np.diff((close < 128).astype(int), axis=1) == 1).sum(axis=1)) <= 34


INKS = {
    "pencil": (135, 135, 135),
    "faint red": (170, 170, 235),
    "pale blue": (235, 180, 150),
    "grey print": (120, 120, 120),
}


@pytest.mark.parametrize("ink", INKS)
def test_what_is_not_print_is_not_discarded(ink: str) -> None:
    sheet = np.full((900, 1200, 3), 255, np.uint8)
    cv2.putText(sheet, "Da nhan du", (150, 300), cv2.FONT_HERSHEY_SCRIPT_SIMPLEX, 4, INKS[ink], 5, cv2.LINE_AA)
    page = scan(sheet, 3)
    shown = _shown(page)
    stroke = sheet.min(axis=2) < 240
    before, after = (page[~stroke].mean() - picture[stroke].mean() for picture in (page, shown))
    assert after > 0.7 * before


def test_pages_of_every_shape_come_back_at_their_size() -> None:
    shapes = {(9, 9): 200, (40, 1200): 300, (1200, 40, 3): 250, (1169, 827, 3): 200, (2000, 3000): 600}
    rng = np.random.default_rng(4)
    for shape, dpi in shapes.items():
        layers = split_page(rng.integers(0, 256, shape, dtype=np.uint8), dpi)
        assert layers.size_in == pytest.approx((shape[1] / dpi, shape[0] / dpi), abs=0.01)
    with pikepdf.open(io.BytesIO(archive_pdf([PageImage(np.full((2339, 1654), 240, np.uint8), 200)]).data)) as pdf:
        assert set(pdf.pages[0].Resources.XObject.keys()) == {"/Paper"}


def test_a_raster_is_coded_by_group_4_without_loss() -> None:
    """Noise would keep the arithmetic coder busy for seconds."""
    mask = ((np.random.default_rng(6).random((1500, 1600)) < 0.5) * 255).astype(np.uint8)
    stencil = encode_stencil(mask)
    assert stencil.filter is StencilFilter.GROUP_4
    with pikepdf.new() as pdf:
        image = pdf.make_stream(
            stencil.data, Type=pikepdf.Name.XObject, Subtype=pikepdf.Name.Image, Width=1600, Height=1500,
            BitsPerComponent=1, ColorSpace=pikepdf.Name.DeviceGray, Filter=pikepdf.Name.CCITTFaxDecode,
            DecodeParms=pikepdf.Dictionary(K=-1, Columns=1600, Rows=1500),
        )  # fmt: skip
        read = np.asarray(pikepdf.PdfImage(image).as_pil_image().convert("L"))
    assert ((read < 128) == (mask > 0)).all()


def _shown(page: Picture) -> Picture:
    return render(archive_pdf([PageImage(page, DPI)]).data)


def _area(box: tuple[int, int, int, int]) -> int:
    left, top, right, bottom = box
    return (right - left) * (bottom - top)


def _covers(tile: tuple[int, int, int, int], seal: Box) -> bool:
    """Whether the tile holds the seal, given at 300 dpi, but for its rim."""
    left, top, right, bottom = (edge * TILE_DPI / DPI for edge in seal)
    slack = 0.1 * (right - left)
    return tile[0] < left + slack and tile[1] < top + slack and tile[2] > right - slack and tile[3] > bottom - slack
