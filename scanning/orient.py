"""Which way up a page is, by what its own letters do: marks and ascenders stand over a line, little hangs below it.

Vietnamese print says it clearly: most words carry a mark above, only the dot and a few letters reach down.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias, cast

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from scanning.picture import Picture
    from scanning.reading import Reading

    Mask: TypeAlias = NDArray[np.uint8]
    Profile: TypeAlias = NDArray[np.float64]

LEAST_LEAN = 0.1
"""Of the ink outside the lines' bodies, how much more must lie on one side; below it nobody knows."""

FEW_LETTERS_LEAN_MM = 3.0
"""Few letters lean by chance, as the root of their number: over the root of their mm² it is the least lean too."""

_WORK_DPI = 150
_MM = _WORK_DPI / 25.4
_LETTER_MM = (0.25, 7.0)
_BODY_MM = (0.9, 5.0)
_STRIPS = 4
_LEAST_INK_MM2 = 25.0
_AXIS_RATIO = 1.5


@dataclass(frozen=True, slots=True)
class Facing:
    """Quarter turns clockwise that set the page upright, and how clearly its lines lean (0…1); 0 turns where unsure."""

    quarters: int
    lean: float
    sure: bool


def find_facing(level: Picture, dpi: int) -> Facing:
    """How a levelled page faces, by its lines of print: along or across the page, upright or on their heads."""
    import numpy as np

    letters = _letters(level, dpi)
    (lean, mass_mm2), (lying_lean, lying_mm2) = _leans(letters), _leans(np.ascontiguousarray(np.rot90(letters)))
    turns = (0, 2)
    if lying_mm2 > mass_mm2:
        # np.rot90 turns counter-clockwise: what stands upright then needs three quarters clockwise.
        turns, lean, mass_mm2, lying_mm2 = (3, 1), lying_lean, lying_mm2, mass_mm2
    unsure = mass_mm2 < max(_LEAST_INK_MM2, _AXIS_RATIO * lying_mm2)
    if unsure or abs(lean) < max(LEAST_LEAN, FEW_LETTERS_LEAN_MM / math.sqrt(mass_mm2)):
        return Facing(0, abs(lean), sure=False)
    return Facing(turns[0] if lean > 0 else turns[1], abs(lean), sure=True)


def quarters_by_code(reading: Reading) -> int:
    """Quarter turns clockwise that set a page upright whose code is printed upright."""
    (x0, y0), (x1, y1) = reading.corners[0], reading.corners[1]
    if abs(x1 - x0) >= abs(y1 - y0):
        return 0 if x1 > x0 else 2
    return 3 if y1 > y0 else 1


def _letters(level: Picture, dpi: int) -> Mask:
    """Ink of the size of letters at 150 dpi: rules, seals, photographs and grain are left out."""
    import cv2
    import numpy as np

    from scanning.picture import grey

    scale = min(1.0, _WORK_DPI / dpi)
    small = cv2.resize(grey(level), None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    paper = cv2.blur(small, (31, 31)).astype(np.int16)
    ink = (small < paper - np.maximum(24, paper // 5)).astype(np.uint8)
    _, labels, boxes, _ = cv2.connectedComponentsWithStats(ink)
    sides = boxes[:, [cv2.CC_STAT_WIDTH, cv2.CC_STAT_HEIGHT]]
    kept = (sides.max(axis=1) >= _LETTER_MM[0] * _MM) & (sides.max(axis=1) <= _LETTER_MM[1] * _MM)
    kept[0] = False
    return cast("Mask", kept[labels].astype(np.uint8))


def _leans(letters: Mask) -> tuple[float, float]:
    """For the lines along the picture: the share of ink above their bodies less that below, and the bodies' mm²."""
    import numpy as np

    above = below = body = 0.0
    for strip in np.array_split(letters, _STRIPS, axis=1):
        profile = strip.sum(axis=1).astype(np.float64)
        for line in _runs(profile > 0):
            over, middle, under = _parts(profile[line])
            above, body, below = above + over, body + middle, below + under
    outside = above + below
    return (above - below) / outside if outside else 0.0, body / _MM**2


def _parts(line: Profile) -> tuple[float, float, float]:
    """Ink above, in and below the body of one line; nothing where the run is no line of print."""
    import numpy as np

    full = np.flatnonzero(line >= 0.5 * np.quantile(line, 0.9))
    top, bottom = int(full[0]), int(full[-1]) + 1
    if not _BODY_MM[0] * _MM <= bottom - top <= _BODY_MM[1] * _MM:
        return 0.0, 0.0, 0.0
    return float(line[:top].sum()), float(line[top:bottom].sum()), float(line[bottom:].sum())


def _runs(filled: NDArray[np.bool_]) -> list[slice]:
    """Unbroken runs of True."""
    import numpy as np

    steps = np.flatnonzero(np.diff(np.concatenate([[False], filled, [False]]).astype(np.int8)))
    return [slice(start, end) for start, end in zip(steps[::2].tolist(), steps[1::2].tolist(), strict=True)]
