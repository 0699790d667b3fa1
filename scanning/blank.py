"""Whether a page is blank: the area of sharp ink on it in mm², after paper, shadow, dirt and bed are taken away.

What shines through from the other side is soft, a fold is one straight line, dust is specks; a page number, a faint
seal or a pencil note is sharp. A page that is not surely blank is not blank: it is set aside, never thrown away.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias, cast

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from scanning.picture import Picture

    Floats: TypeAlias = NDArray[np.float32]
    Mask: TypeAlias = NDArray[np.uint8]
    Part: TypeAlias = NDArray[np.bool_]

MOST_BLANK_INK_MM2 = 1.0
"""A one-digit page number covers 2 and more."""

_WORK_DPI = 150
_MM = _WORK_DPI / 25.4
_SHARP_REACH_MM = 0.35
_LEAST_CONTRAST = 0.028
_NOISE_REACH = 5.5
_DARKEST_PAPER = 90.0
_PAPER_LEVEL = 220.0
_LEAST_EXTENT_MM = 0.9
_LONGEST_FIBRE_MM = 1.6
"""Recycled paper carries fibres up to this long; the smallest printed digit is taller."""

_CELLS = (6, 4)
_FLECKED_CELLS = 20
"""So many of the sheet's 24 parts hold a speck where it is the paper that has them."""

_EDGE_MM = 2.5
_SURELY_WRITTEN_MM2 = 400.0
_ACROSS = 0.9
_MOST_LINES = 24
_MOST_LOOKED_AT = 400
_EDGE_STRIP_MM = 9.0
_EDGE_THICK_MM = (0.8, 2.0)
"""How thick a bit of the sheet's edge may be, a short one and a long one; bars of a code are taller."""

_HOLE_MM = (4.0, 8.0)
_HOLE_STRIP_MM = 22.0


def is_blank(image: Picture, dpi: int, part: Part | None = None) -> bool:
    """Whether nothing is written, printed or pressed on the page, or on a part of it; the rest of it is even then."""
    return ink_mm2(image, dpi, part) < MOST_BLANK_INK_MM2


def ink_mm2(image: Picture, dpi: int, part: Part | None = None) -> float:
    """Area of sharp ink in mm², without specks, folds, punch holes and the scanner's bed."""
    small = _at_work_dpi(image, dpi)
    ink = _sharp_marks(small, part)
    ink[_bed(small) > 0] = 0
    if ink.sum() < _SURELY_WRITTEN_MM2 * _MM**2:
        ink[_lines_across(ink) > 0] = 0
    return float(_marks(ink).sum()) / _MM**2


def _at_work_dpi(image: Picture, dpi: int) -> Picture:
    """The darkest of B, G and R at each pixel, each as a share of the paper's own, at 150 dpi.

    Ink of any colour takes light of some colour away, on paper of any colour.
    """
    import cv2
    import numpy as np

    scale = min(1.0, _WORK_DPI / dpi)
    small = cv2.resize(image, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    darkest = None
    for channel in cv2.split(small):
        paper = max(float(np.percentile(channel[::8, ::8], 60)), _DARKEST_PAPER)
        level = cv2.convertScaleAbs(channel, alpha=_PAPER_LEVEL / paper)
        darkest = level if darkest is None else cv2.min(darkest, level)
    return cast("Picture", darkest)


def _sharp_marks(small: Picture, part: Part | None) -> Mask:
    """Where a pixel is clearly darker than its nearest surroundings, as a share of the paper's own light.

    The grain is the part's own: the even rest would have none, and all of the part's would stand out.
    """
    import cv2
    import numpy as np

    light = cv2.GaussianBlur(small, (0, 0), 0.5).astype(np.float32)
    around = cv2.GaussianBlur(light, (0, 0), _SHARP_REACH_MM * _MM)
    # In place: at 150 dpi each of these is 9 MB and more, and a whole page lies beside them.
    depth = np.subtract(around, light, out=light)
    depth /= np.maximum(around, _DARKEST_PAPER, out=around)
    some = depth[::3, ::3]
    if part is not None:
        some = some[cv2.resize(part.astype(np.uint8), some.shape[::-1], interpolation=cv2.INTER_NEAREST) > 0]
    grain = 1.48 * float(np.median(np.abs(some)))
    return cast("Mask", (depth > max(_LEAST_CONTRAST, _NOISE_REACH * grain)).astype(np.uint8))


def _bed(small: Picture) -> Mask:
    """The border of the picture and what is broad, dark and joined to it: the bed beside the sheet."""
    import cv2
    import numpy as np

    dark = (small < 0.5 * _PAPER_LEVEL).astype(np.uint8)
    broad = cv2.morphologyEx(dark, cv2.MORPH_OPEN, np.ones((_px(0.8), _px(0.8)), np.uint8))
    framed = cv2.copyMakeBorder(broad, 1, 1, 1, 1, cv2.BORDER_CONSTANT, value=1)
    _, labels = cv2.connectedComponents(framed)
    bed = (labels == labels[0, 0]).astype(np.uint8)
    grown = cv2.dilate(bed, np.ones((2 * _px(_EDGE_MM) + 1,) * 2, np.uint8))
    return cast("Mask", grown[1:-1, 1:-1])


def _lines_across(ink: Mask) -> Mask:
    """Folds, streaks of the feeder's glass, edges of sheets on a light bed: thin, straight, all across the picture."""
    import cv2
    import numpy as np

    coarse = cv2.resize(
        cv2.dilate(ink, np.ones((3, 3), np.uint8)), None, fx=1 / 3, fy=1 / 3, interpolation=cv2.INTER_NEAREST
    )
    least = 0.4 * min(coarse.shape)
    found = cv2.HoughLinesP(coarse, 1, np.pi / 720, round(least / 3), minLineLength=least, maxLineGap=_px(20) / 3)
    lines = np.zeros_like(ink)
    for segment in [] if found is None else 3 * found.reshape(-1, 4)[:_MOST_LINES]:
        if lines[(segment[1] + segment[3]) // 2, (segment[0] + segment[2]) // 2]:
            continue
        band, beside = _along(segment, ink.shape, _px(1.8)), _along(segment, ink.shape, _px(5))
        on_line = ink & band
        spread = max(np.ptp(places) if len(places) else 0 for places in np.nonzero(on_line))
        stands_alone = int((ink & beside).sum()) < 1.2 * int(on_line.sum())
        if stands_alone and spread >= _ACROSS * max(np.ptp(places) for places in np.nonzero(band)):
            lines |= band
    return lines


def _along(segment: NDArray[np.generic], shape: tuple[int, ...], width_px: int) -> Mask:
    """The band of the segment's line from border to border."""
    import cv2
    import numpy as np

    start, end = segment[:2].astype(np.float64), segment[2:].astype(np.float64)
    reach = (end - start) / np.linalg.norm(end - start) * sum(shape)
    band = np.zeros(shape, np.uint8)
    ends = [np.round(point).astype(int).tolist() for point in (start - reach, end + reach)]
    cv2.line(band, ends[0], ends[1], 1, width_px)
    return band


def _marks(ink: Mask) -> Mask:
    """The ink that stands together; single specks, bits of the sheet's edge and punch holes are left out."""
    import cv2
    import numpy as np

    joined = cv2.morphologyEx(ink, cv2.MORPH_CLOSE, np.ones((_px(0.8), _px(0.8)), np.uint8))
    _, labels, boxes, _ = cv2.connectedComponentsWithStats(joined)
    least_mm = _LONGEST_FIBRE_MM if _is_flecked(boxes[1:], ink.shape) else _LEAST_EXTENT_MM
    kept = boxes[:, [cv2.CC_STAT_WIDTH, cv2.CC_STAT_HEIGHT]].max(axis=1) >= least_mm * _MM
    kept[0] = False
    for label in np.flatnonzero(kept).tolist() if kept.sum() < _MOST_LOOKED_AT else ():
        x, y, width, height = boxes[label, :4].tolist()
        mark = labels[y : y + height, x : x + width] == label
        margin_mm = (x, y, ink.shape[1] - x - width, ink.shape[0] - y - height)
        kept[label] = not (_is_edge(mark, min(margin_mm) / _MM) or _is_ring(mark, min(margin_mm) / _MM))
    return cast("Mask", ink & kept[labels])


def _is_flecked(boxes: NDArray[np.generic], shape: tuple[int, ...]) -> bool:
    """Whether specks lie all over the sheet, as fibres do; what somebody wrote lies somewhere."""
    import cv2
    import numpy as np

    corners = boxes[:, [cv2.CC_STAT_TOP, cv2.CC_STAT_LEFT]]
    cells = np.unique(corners * _CELLS // np.array(shape), axis=0)
    return len(cells) >= _FLECKED_CELLS


def _is_edge(mark: NDArray[np.bool_], margin_mm: float) -> bool:
    """Whether the mark is a bit of the sheet's own edge: near the border and along it, thin and straight, or tiny."""
    import cv2
    import numpy as np

    if margin_mm > _EDGE_STRIP_MM:
        return False
    if max(mark.shape) < 2 * _MM:
        return True
    ys, xs = np.nonzero(mark)
    _, sides, _ = cv2.minAreaRect(np.stack([xs, ys], 1).astype(np.int32))
    least, most = (thick * _MM for thick in _EDGE_THICK_MM)
    thin = min(sides) <= min(max(least, 0.1 * max(sides)), most)
    return bool(thin and min(mark.shape) <= max(least, 0.15 * max(mark.shape)))


def _is_ring(mark: NDArray[np.bool_], margin_mm: float) -> bool:
    """Whether the mark is nothing but the rim of a punch hole: near the border, round, nothing in its middle."""
    import numpy as np

    least, most = (side * _MM for side in _HOLE_MM)
    if margin_mm > _HOLE_STRIP_MM or not least <= min(mark.shape) <= max(mark.shape) <= most:
        return False
    ys, xs = np.nonzero(mark)
    reach = np.hypot(xs - (mark.shape[1] - 1) / 2, ys - (mark.shape[0] - 1) / 2) / (max(mark.shape) / 2)
    turns = np.arctan2(ys - mark.shape[0] / 2, xs - mark.shape[1] / 2)
    around = np.unique(np.floor((turns + np.pi) / (2 * np.pi) * 24)).size
    return bool(np.quantile(reach, 0.03) > 0.6) and around >= 20


def _px(mm: float) -> int:
    return max(1, round(mm * _MM))
