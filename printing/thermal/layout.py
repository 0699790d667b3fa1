"""Blocks down a strip of paper as long as they need, and the strip as the one-bit dots a printer burns."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from io import BytesIO
from math import ceil
from typing import TYPE_CHECKING

from printing.raster import pages
from printing.thermal.lettering import REGULAR, register_sans
from printing.thermal.rolls import DPI, EDGE, Roll

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray
    from reportlab.graphics.shapes import Drawing
    from reportlab.pdfgen.canvas import Canvas
    from reportlab.platypus import Flowable

GUTTER = 24
"""Dots between the words and the bar beside them."""

INK = 160
"""Greys darker than this become dots: a little over the middle, so that thin accents stay whole."""

REAL_TIME = re.compile(rb"\x10(?=[\x04\x05\x14])")
"""A lone dot whose neighbours make it a real-time command, which printers obey even inside a picture."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Slip:
    """What a slip says from top to bottom; `bar` stands at the right edge beside the first blocks of `body`."""

    head: list[Flowable]
    body: list[Flowable]
    foot: list[Flowable]
    bar: Drawing | None = None


@dataclass(frozen=True, slots=True)
class _Placed:
    block: Flowable
    left: float
    bottom: float
    """Dots from the top of the strip down to the block's lower edge."""


def draw(slip: Slip, roll: Roll) -> bytes:
    """The slip as a one-bit PNG as wide as the roll prints and as long as its words; the same facts, the same bytes."""
    from PIL import Image

    (page,) = pages(strip(slip, roll), 72)
    file = BytesIO()
    Image.fromarray(one_bit(page[..., 0])).save(file, "PNG", dpi=(DPI, DPI))
    return file.getvalue()


def one_bit(grey: NDArray[np.uint8]) -> NDArray[np.bool_]:
    """Paper (True) and dots (False) of a grey picture whose width is whole bytes, without blank rows at the ends.

    A dot that would read as a command is made two dots wide; codes have none, their narrowest run is three dots.
    """
    import numpy as np

    ink = grey < INK
    rows = np.flatnonzero(ink.any(axis=1))
    packed = np.packbits(ink[rows[0] : rows[-1] + 1], axis=1)
    harmless = np.frombuffer(REAL_TIME.sub(b"\x18", packed.tobytes()), np.uint8)
    return ~np.unpackbits(harmless.reshape(packed.shape), axis=1).astype(np.bool_)


def strip(slip: Slip, roll: Roll) -> bytes:
    """A PDF of one page, a point for each dot."""
    from reportlab.pdfgen.canvas import Canvas

    register_sans()
    buffer = BytesIO()
    canvas = Canvas(buffer, initialFontName=REGULAR, invariant=1)
    placed, length = _place(canvas, slip, roll)
    canvas.setPageSize((roll.width, length))
    for item in placed:
        item.block.drawOn(canvas, item.left, length - item.bottom)
    canvas.save()
    return buffer.getvalue()


def _place(canvas: Canvas, slip: Slip, roll: Roll) -> tuple[list[_Placed], int]:
    """Every block where it goes, and the length of the strip."""
    placed, top = _stack(canvas, slip.head, roll.text_width, EDGE)
    body = list(slip.body)
    if slip.bar is not None:
        end = top + int(slip.bar.height)
        placed.append(_Placed(slip.bar, roll.width - EDGE - slip.bar.width, end))
        while body and top < end:
            beside, top = _stack(canvas, [body.pop(0)], roll.text_width - slip.bar.width - GUTTER, top)
            placed += beside
        top = max(top, end)
    below, top = _stack(canvas, [*body, *slip.foot], roll.text_width, top)
    return placed + below, top + EDGE


def _stack(canvas: Canvas, blocks: Iterable[Flowable], width: float, top: int) -> tuple[list[_Placed], int]:
    """Blocks under one another from `top` on, each centred in `width`, on whole dots; and where the next begins."""
    placed = []
    for block in blocks:
        wide, high = block.wrapOn(canvas, width, 0)
        bottom = top + ceil(block.getSpaceBefore() + high)
        placed.append(_Placed(block, EDGE + (width - wide) // 2, bottom))
        top = bottom + ceil(block.getSpaceAfter())
    return placed, top
