"""A side of a sheet in a pile, looked at: its codes, whether it is blank, whether bars on it stay unread."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from scanning.bars import locate_strips
from scanning.blank import is_blank
from scanning.codes import read_codes
from scanning.picture import grey
from scanning.reading import Accept, Reading

if TYPE_CHECKING:
    from scanning.bars import Quad
    from scanning.picture import Picture

_WORK_DPI = 150
_BARS_MM = (50, 145)
"""Length of a dossier's bars as the localiser sees them: 86 to 108 mm and what stands near them; labels are shorter."""

_LEAST_HEIGHT_MM = 4
_SOFTEN_PX = 0.7
_INK_PERCENT, _PAPER_PERCENT = 0.5, 60
"""Percentiles of the page's light that stand for ink and for paper."""

_LEAST_CONTRAST = 24.0
"""Grey levels between the two; under this it is the paper's own grain that would be made deep."""


@dataclass(frozen=True, slots=True)
class Look:
    """What a side shows; `smudged` where bars as long as a dossier's stand on it that no reader reads.

    A side with a code on it is never blank, whoever the code belongs to.
    """

    readings: tuple[Reading, ...]
    blank: bool
    smudged: bool


def look_at(image: Picture, dpi: int, accept: Accept) -> Look:
    """Look at a page (BGR or grey, uint8); `accept` as in `codes.read_codes`.

    A page so pale that it passes for blank is read all the same where bars are made out on it.
    """
    blank, bars = is_blank(image, dpi), _long_bars(image, dpi)
    readings = () if blank and not bars else tuple(read_codes(image, accept))
    told = any(accept(reading) for reading in readings)
    return Look(readings, blank and not readings, smudged=not told and any(_is_unread(quad, readings) for quad in bars))


def _long_bars(image: Picture, dpi: int) -> list[Quad]:
    """Where bars as long as a dossier's stand (4×2 px of `image`), however pale they are printed."""
    import cv2
    import numpy as np

    scale = min(1.0, _WORK_DPI / dpi)
    small = cv2.resize(grey(image), None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    small = cv2.GaussianBlur(small, (0, 0), _SOFTEN_PX)
    ink, paper = np.percentile(small, (_INK_PERCENT, _PAPER_PERCENT))
    gain = 255 / max(float(paper - ink), _LEAST_CONTRAST)
    deep = np.clip((small.astype(np.float32) - ink) * gain, 0, 255).astype(np.uint8)
    quads = locate_strips(deep)
    return [np.asarray(quad / scale, np.float32) for quad in quads if _is_long(quad, dpi * scale / 25.4)]


def _is_unread(quad: Quad, readings: tuple[Reading, ...]) -> bool:
    import cv2
    import numpy as np

    centres = (np.mean(reading.corners, axis=0).tolist() for reading in readings)
    return not any(cv2.pointPolygonTest(quad, centre, measureDist=False) >= 0 for centre in centres)


def _is_long(quad: Quad, px_per_mm: float) -> bool:
    import numpy as np

    height, length = sorted(float(np.linalg.norm(quad[at + 1] - quad[at])) / px_per_mm for at in (0, 1))
    return height >= _LEAST_HEIGHT_MM and _BARS_MM[0] <= length <= _BARS_MM[1]
