"""Straighten a page by its own lines of ink: edge points summed along slanted rows, coarse to fine."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias, cast

from scanning.picture import grey

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from scanning.picture import Picture

    Floats: TypeAlias = NDArray[np.float64]
    Spots: TypeAlias = NDArray[np.intp]

REACH_DEG = 15.0
LEAST_CONFIDENCE = 1.5
"""Peak over the median of all angles; below it the page has no clear lines and is left alone."""

LEAST_TURN_DEG = 0.05
_WORK_WIDTH_PX = 1240
_MOST_POINTS = 60_000
_MOST_COARSE_POINTS = 24_000
_FEWEST_POINTS = 50
_NOISE_REACH = 6.0
"""Times the median step between neighbours: a sensor's grain stays under it, print stands over it."""


@dataclass(frozen=True, slots=True)
class Skew:
    """How far the page is turned, in degrees clockwise, and how sure that is (peak over median, ≥ 1)."""

    degrees: float
    confidence: float


def sure_degrees(image: Picture) -> float:
    """The angle to level a page by; 0 where it is level or shows no clear lines."""
    skew = find_skew(image)
    unsure = skew.confidence < LEAST_CONFIDENCE or abs(skew.degrees) < LEAST_TURN_DEG
    return 0.0 if unsure else skew.degrees


def find_skew(image: Picture) -> Skew:
    """The angle within ±15° along which the page's ink edges fall into the sharpest rows, or columns where it lies."""
    import cv2
    import numpy as np

    light = grey(image)
    scale = min(1.0, _WORK_WIDTH_PX / min(light.shape))
    small = cast("Picture", cv2.resize(light, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA))
    along_rows = _sharpest(*_edge_points(small))
    if along_rows.confidence >= LEAST_CONFIDENCE:
        return along_rows
    along_columns = _sharpest(*_edge_points(np.ascontiguousarray(np.rot90(small))))
    return max(along_rows, along_columns, key=lambda skew: skew.confidence)


def rotate(image: Picture, degrees: float) -> Picture:
    """The picture turned counter-clockwise onto white, on a sheet large enough for all of it."""
    import cv2

    turn, size = turn_matrix(image.shape, degrees)
    turned = cv2.warpAffine(image, turn, size, flags=cv2.INTER_CUBIC, borderValue=(255, 255, 255))
    return cast("Picture", turned)


def turn_matrix(shape: tuple[int, ...], degrees: float) -> tuple[Floats, tuple[int, int]]:
    """The 2×3 map that turns a picture of `shape` counter-clockwise, and the (width, height) that holds all of it."""
    import math

    import cv2

    height, width = shape[:2]
    sin, cos = abs(math.sin(math.radians(degrees))), abs(math.cos(math.radians(degrees)))
    new_width, new_height = round(width * cos + height * sin), round(width * sin + height * cos)
    turn = cast("Floats", cv2.getRotationMatrix2D((width / 2, height / 2), degrees, 1.0))
    turn[0, 2] += (new_width - width) / 2
    turn[1, 2] += (new_height - height) / 2
    return turn, (new_width, new_height)


def _edge_points(small: Picture) -> tuple[Floats, Floats]:
    """Where ink turns to paper going down the page: baselines, rules, borders (work pixels, y to a part of one).

    Baselines, for Vietnamese tops carry marks of many heights. Only the steepest pixel of each edge counts, placed
    by the parabola through its neighbours: whole pixels fall into whole rows and draw small angles to zero.
    """
    import numpy as np

    rise = np.diff(small.astype(np.int16), axis=0)
    sample = np.abs(rise[::4, ::4])
    steep = rise > max(12, np.percentile(sample, 96), _NOISE_REACH * float(np.median(sample)))
    steep[1:-1] &= (rise[1:-1] >= rise[:-2]) & (rise[1:-1] > rise[2:])
    steep[:1] = steep[-1:] = False
    spots = _thin_out(np.flatnonzero(steep), _MOST_POINTS)
    flat, width = rise.ravel(), small.shape[1]
    above, here, below = (flat[spots + step].astype(np.float64) for step in (-width, 0, width))
    ys, xs = np.divmod(spots, width)
    return xs - width / 2, ys + (above - below) / (2 * (above - 2 * here + below))


def _sharpest(xs: Floats, ys: Floats) -> Skew:
    """The best angle, coarse to fine; its confidence by the coarse measure, at the very angle."""
    import numpy as np

    if len(xs) < _FEWEST_POINTS:
        return Skew(0.0, 1.0)
    some = _thin_out(np.arange(len(xs)), _MOST_COARSE_POINTS)
    coarse = np.arange(-REACH_DEG, REACH_DEG + 0.25, 0.5)
    scores = _sharpness(xs[some], ys[some], coarse, row_px=2.5)
    best = float(coarse[scores.argmax()])
    for reach, step, row_px in ((0.6, 0.1, 1.25), (0.12, 0.02, 0.75)):
        angles = np.arange(best - reach, best + reach + step / 2, step)
        best = _peak(angles, _sharpness(xs, ys, angles, row_px))
    peak = _sharpness(xs[some], ys[some], np.array([best]), row_px=2.5)
    return Skew(best, float(max(scores.max(), peak[0]) / np.median(scores)))


def _sharpness(xs: Floats, ys: Floats, angles_deg: Floats, row_px: float) -> Floats:
    """For each angle the sum of squared row counts: highest when the slant matches the lines.

    A point counts for the two rows it lies between, by its nearness to each.
    """
    import numpy as np

    reach = float(np.abs(xs).max() * np.tan(np.radians(REACH_DEG + 1)))
    rows = int((ys.max() + 2 * reach) / row_px) + 3
    scores = np.empty(len(angles_deg))
    for index, slope in enumerate(np.tan(np.radians(angles_deg))):
        places = (ys - xs * slope + reach) / row_px
        upper = places.astype(np.intp)
        counts = np.bincount(upper, minlength=rows).astype(np.float64)
        lower_share = np.bincount(upper, weights=places - upper, minlength=rows)
        counts[1:] += lower_share[:-1]
        counts -= lower_share
        scores[index] = float(counts @ counts)
    return scores


def _thin_out(spots: Spots, most: int) -> Spots:
    """At most `most` of them, evenly taken."""
    import numpy as np

    if len(spots) <= most:
        return spots
    return spots[np.linspace(0, len(spots) - 1, most).astype(np.intp)]


def _peak(angles_deg: Floats, scores: Floats) -> float:
    """The angle of the highest score, refined by the parabola through its neighbours."""
    at = int(scores.argmax())
    if at in {0, len(scores) - 1}:
        return float(angles_deg[at])
    before, peak, after = (float(score) for score in scores[at - 1 : at + 2])
    bend = before - 2 * peak + after
    shift = 0.0 if bend == 0 else (before - after) / (2 * bend)
    return float(angles_deg[at] + shift * (angles_deg[1] - angles_deg[0]))
