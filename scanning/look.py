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


@dataclass(frozen=True, slots=True)
class Look:
    """What a side shows; `smudged` where bars as long as a dossier's stand on it that no reader reads."""

    readings: tuple[Reading, ...]
    blank: bool
    smudged: bool


def look_at(image: Picture, dpi: int, accept: Accept) -> Look:
    """Look at a page (BGR or grey, uint8); `accept` as in `codes.read_codes`."""
    blank = is_blank(image, dpi)
    readings = () if blank else tuple(read_codes(image, accept))
    told = any(accept(reading) for reading in readings)
    return Look(readings, blank, smudged=not told and _has_unread_bars(image, dpi, readings))


def _has_unread_bars(image: Picture, dpi: int, readings: tuple[Reading, ...]) -> bool:
    import cv2
    import numpy as np

    scale = min(1.0, _WORK_DPI / dpi)
    small = np.asarray(cv2.resize(grey(image), None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA), np.uint8)
    centres = [np.mean(reading.corners, axis=0) * scale for reading in readings]
    return any(
        _is_long(quad, dpi * scale / 25.4)
        and not any(cv2.pointPolygonTest(quad, centre.tolist(), measureDist=False) >= 0 for centre in centres)
        for quad in locate_strips(small)
    )


def _is_long(quad: Quad, px_per_mm: float) -> bool:
    import numpy as np

    height, length = sorted(float(np.linalg.norm(quad[at + 1] - quad[at])) / px_per_mm for at in (0, 1))
    return height >= _LEAST_HEIGHT_MM and _BARS_MM[0] <= length <= _BARS_MM[1]
