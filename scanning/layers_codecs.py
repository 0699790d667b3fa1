"""Layers into bytes a PDF holds: small JPEGs squeezed once more without loss, stencils as JBIG2 or Group 4."""

from __future__ import annotations

import io
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Literal

from scanning.jbig2 import encode_jbig2

if TYPE_CHECKING:
    from scanning.picture import Picture

_SAMPLE_STEP = 8
_BUSY_EDGES = 1_000_000
"""Several times what a page of dense print has: a raster or noise, on which JBIG2 takes two seconds and more."""

_LIGHT = (
    16, 11, 10, 16, 24, 40, 51, 61, 12, 12, 14, 19, 26, 58, 60, 55, 14, 13, 16, 24, 40, 57, 69, 56,
    14, 17, 22, 29, 51, 87, 80, 62, 18, 22, 37, 56, 68, 109, 103, 77, 24, 35, 55, 64, 81, 104, 113, 92,
    49, 64, 78, 87, 103, 121, 120, 101, 72, 92, 95, 98, 112, 100, 103, 99,
)  # fmt: skip
_COLOUR = (
    26, 27, 36, 71, 149, 149, 149, 149, 27, 32, 39, 99, 149, 149, 149, 149, 36, 39, 84, 149, 149, 149, 149, 149,
    71, 99, 149, 149, 149, 149, 149, 149, *(149,) * 32,
)  # fmt: skip
"""ITU-T T.81 table K.1, and K.2 half as coarse again: tiles keep the colour of every pixel, so it may be coarser."""

_COLOUR_OF_PATTERN = tuple(step // 6 for step in _COLOUR)
"""Fine lines of three colours are all that guilloche is: bytes go to their colour before their edges."""

_MEAN_STEP = 8
"""One level of 255: a block's mean is coded in eighths."""


@dataclass(frozen=True, slots=True)
class Colour:
    """How a JPEG keeps colour: with every pixel or once for four, and how coarsely."""

    sampling: Literal["4:4:4", "4:2:0"]
    table: tuple[int, ...] = _COLOUR


TILES, PAPER = Colour("4:4:4"), Colour("4:2:0")
PATTERN = Colour("4:2:0", _COLOUR_OF_PATTERN)


class StencilFilter(StrEnum):
    """The PDF filter that opens a stencil."""

    JBIG2 = "JBIG2Decode"
    GROUP_4 = "CCITTFaxDecode"


@dataclass(frozen=True, slots=True)
class Stencil:
    """An encoded stencil and its size in pixels."""

    data: bytes
    filter: StencilFilter
    width_px: int
    height_px: int


def encode_layer(picture: Picture, quality: int, colour: Colour) -> bytes:
    """A progressive JPEG of a BGR picture; for small layers, on a whole page the second squeeze takes a second."""
    import mozjpeg_lossless_optimization
    from PIL import Image

    out = io.BytesIO()
    tables = [_quantisation(_LIGHT, quality), _quantisation(colour.table, quality)]
    Image.fromarray(picture[:, :, ::-1]).save(out, "JPEG", qtables=tables, subsampling=colour.sampling)
    return bytes(mozjpeg_lossless_optimization.optimize(out.getvalue()))


def _quantisation(table: tuple[int, ...], quality: int) -> list[int]:
    """The table scaled as libjpeg does; mean values are kept finely, lest paper change its tint from layer to layer."""
    scale = 5000 // quality if quality < 50 else 200 - 2 * quality
    return [
        max(1, min(255, (step * scale + 50) // 100, _MEAN_STEP if at == 0 else 255)) for at, step in enumerate(table)
    ]


def encode_stencil(mask: Picture) -> Stencil:
    """A mask (0 or 255) without loss, whichever way its content allows."""
    import numpy as np

    height, width = mask.shape
    sample = mask[::_SAMPLE_STEP]
    edges = np.count_nonzero(sample[:, 1:] != sample[:, :-1]) * _SAMPLE_STEP
    if edges > _BUSY_EDGES:
        return Stencil(_group_4(mask), StencilFilter.GROUP_4, width, height)
    return Stencil(encode_jbig2(mask > 0), StencilFilter.JBIG2, width, height)


def _group_4(mask: Picture) -> bytes:
    """ITU-T T.6 as libtiff writes it, in one strip; ink are its black runs."""
    import numpy as np
    from PIL import Image, TiffImagePlugin

    rows_per_strip, strip_offsets, strip_bytes, photometric = 278, 273, 279, 262
    out = io.BytesIO()
    image = Image.fromarray(np.greater(mask, 0))
    tags = TiffImagePlugin.ImageFileDirectory_v2()
    tags[rows_per_strip], tags[photometric] = mask.shape[0], 1
    image.save(out, "TIFF", compression="group4", tiffinfo=tags)
    with Image.open(out) as written:
        found = written.tag_v2  # type: ignore[attr-defined]
        start, length = found[strip_offsets][0], found[strip_bytes][0]
    return out.getvalue()[start : start + length]
