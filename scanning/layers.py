"""A page apart into what a PDF lays upon each other again: paper, tiles of colour, and the black print.

Nothing is discarded. What is neither print nor clearly on the paper stays in the paper's layer; pens, seals, pencil
and photographs lie over it as tiles of the page's own pixels; black print lies on top at full resolution, without
loss. Sizes and peers: docs/decisions/0104.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, cast

from scanning.layers_codecs import PAPER, PATTERN, TILES, Stencil, encode_layer, encode_stencil
from scanning.layers_ink import find_black_ink, ink_colour
from scanning.layers_paper import bare_paper, paper_tone, shrink, stretch, usual
from scanning.layers_tiles import Box, box_details, difference, find_details
from scanning.picture import decode

if TYPE_CHECKING:
    from scanning.picture import Picture

STENCIL_DPI = 300
TILE_DPI = 200
"""The law's floor for a scan (domain 6.8) holds for every seal and signature."""

PAPER_DPI = 100
PATTERNED_PAPER_DPI = 150
_PATTERN = 12
"""Paper that usually differs this much from its own tone (of 255) carries guilloche."""


@dataclass(frozen=True, slots=True)
class Quality:
    """JPEG quality (0–100) of the paper, of patterned paper and of the tiles."""

    paper: int
    pattern: int
    tiles: int


ARCHIVE = Quality(paper=40, pattern=20, tiles=24)
"""As measured: a seal keeps its colour, its ring can be read, a QR still reads (docs/decisions/0104)."""


@dataclass(frozen=True, slots=True)
class Tile:
    """A JPEG and where it lies, in pixels of `TILE_DPI`, y down."""

    jpeg: bytes
    box: Box


@dataclass(frozen=True, slots=True)
class Layers:
    """One page: its paper's size (inches), the JPEG of the paper, tiles over it, print on top in one colour (BGR)."""

    size_in: tuple[float, float]
    paper: bytes
    tiles: tuple[Tile, ...]
    patterned: bool
    print: Stencil | None
    ink: tuple[int, int, int]


def split_page(picture: Picture, dpi: int, quality: Quality = ARCHIVE) -> Layers:
    """The layers of a BGR or grey picture of 200 dpi or more; finer than 300 dpi is brought to 300 first."""
    import numpy as np

    page, dpi = _prepared(picture, dpi)
    middle = shrink(page, TILE_DPI / dpi)
    tone = paper_tone(page)
    ink = find_black_ink(page, middle, tone)
    rims = shrink(_grown(ink.stencil), TILE_DPI / dpi)
    away = difference(middle, tone, rims)
    usually = usual(away, 80)
    patterned = usually > _PATTERN
    details = find_details(away, usually, ink.mixed)
    boxes = box_details(details, patterned=patterned)
    near = _within(boxes, _grown(details))
    ground_dpi = PATTERNED_PAPER_DPI if patterned else PAPER_DPI
    ground = bare_paper(middle, ~np.maximum(rims, near), tone, ground_dpi / TILE_DPI)
    return Layers(
        size_in=(page.shape[1] / dpi, page.shape[0] / dpi),
        paper=_encode_paper(ground, quality, patterned),
        tiles=_tiles(boxes, _over(middle, near, ground), quality),
        patterned=patterned,
        print=encode_stencil(ink.stencil) if ink.stencil.any() else None,
        ink=ink_colour(page, ink.stencil),
    )


def coarsen(page: Layers, quality: Quality) -> Layers:
    """The page with its colours at a lower quality; its print stays as it is."""
    tiles = tuple(replace(tile, jpeg=_encode_tile(decode(tile.jpeg), quality)) for tile in page.tiles)
    return replace(page, paper=_encode_paper(decode(page.paper), quality, page.patterned), tiles=tiles)


def _encode_paper(picture: Picture, quality: Quality, patterned: bool) -> bytes:
    if patterned:
        return encode_layer(picture, quality.pattern, PATTERN)
    return encode_layer(picture, quality.paper, PAPER)


def _encode_tile(picture: Picture, quality: Quality) -> bytes:
    return encode_layer(picture, quality.tiles, TILES)


def _prepared(picture: Picture, dpi: int) -> tuple[Picture, int]:
    """The page in colour and at the stencil's resolution or the scanner's, whichever is less."""
    import cv2

    page = shrink(picture, STENCIL_DPI / dpi)
    if page.ndim == 2:
        page = cast("Picture", cv2.cvtColor(page, cv2.COLOR_GRAY2BGR))
    return page, min(dpi, STENCIL_DPI)


def _grown(mask: Picture) -> Picture:
    """A mask two pixels larger on every side: what optics blurred belongs to the ink."""
    import cv2
    import numpy as np

    return cast("Picture", cv2.dilate(mask, np.ones((5, 5), np.uint8)))


def _within(boxes: list[Box], mask: Picture) -> Picture:
    """The mask inside the boxes, nothing outside."""
    import numpy as np

    kept = np.zeros_like(mask)
    for box in boxes:
        kept[box.rows, box.columns] = mask[box.rows, box.columns]
    return kept


def _over(page: Picture, near: Picture, ground: Picture) -> Picture:
    """The page's own pixels where details are near, the smooth paper between them: noise costs nothing there."""
    import cv2

    return cast("Picture", cv2.copyTo(page, near, stretch(ground, page)))


def _tiles(boxes: list[Box], picture: Picture, quality: Quality) -> tuple[Tile, ...]:
    return tuple(Tile(_encode_tile(picture[box.rows, box.columns], quality), box) for box in boxes)
