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

REACH_DEG = 15.0
LEAST_CONFIDENCE = 1.5
"""Peak over the median of all angles; below it the page has no clear lines and is left alone."""

LEAST_TURN_DEG = 0.05
_WORK_WIDTH_PX = 1000
_MOST_POINTS = 60_000


@dataclass(frozen=True, slots=True)
class Skew:
    """How far the page is turned, in degrees clockwise, and how sure that is (peak over median, ≥ 1)."""

    degrees: float
    confidence: float


def straighten(image: Picture) -> tuple[Picture, Skew]:
    """The page turned level on a larger sheet so that nothing is cut off; untouched when unsure or level."""
    skew = find_skew(image)
    if skew.confidence < LEAST_CONFIDENCE or abs(skew.degrees) < LEAST_TURN_DEG:
        return image, skew
    return rotate(image, skew.degrees), skew


def find_skew(image: Picture) -> Skew:
    """The angle within ±15° along which the page's ink edges fall into the sharpest rows."""
    import numpy as np

    xs, ys = _edge_points(image)
    if len(xs) < 50:
        return Skew(0.0, 1.0)
    coarse = np.arange(-REACH_DEG, REACH_DEG + 0.25, 0.5)
    scores = _sharpness(xs, ys, coarse, row_px=2.0)
    confidence = float(scores.max() / np.median(scores))
    best = float(coarse[scores.argmax()])
    for reach, step, row_px in ((0.6, 0.1, 1.0), (0.12, 0.02, 0.5)):
        angles = np.arange(best - reach, best + reach + step / 2, step)
        best = _peak(angles, _sharpness(xs, ys, angles, row_px))
    return Skew(best, confidence)


def rotate(image: Picture, degrees: float) -> Picture:
    """The picture turned counter-clockwise onto white, on a sheet large enough for all of it."""
    import math

    import cv2

    height, width = image.shape[:2]
    sin, cos = abs(math.sin(math.radians(degrees))), abs(math.cos(math.radians(degrees)))
    new_width, new_height = round(width * cos + height * sin), round(width * sin + height * cos)
    turn = cv2.getRotationMatrix2D((width / 2, height / 2), degrees, 1.0)
    turn[:, 2] += ((new_width - width) / 2, (new_height - height) / 2)
    turned = cv2.warpAffine(image, turn, (new_width, new_height), flags=cv2.INTER_CUBIC, borderValue=(255, 255, 255))
    return cast("Picture", turned)


def _edge_points(image: Picture) -> tuple[Floats, Floats]:
    """Where ink turns to paper going down the page: baselines, rules, borders (work pixels).

    Baselines, for Vietnamese tops carry marks of many heights.
    """
    import cv2
    import numpy as np

    light = grey(image)
    scale = min(1.0, _WORK_WIDTH_PX / light.shape[1])
    small = cv2.resize(light, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA).astype(np.int16)
    rise = small[1:] - small[:-1]
    ys, xs = np.nonzero(rise > max(12, int(np.percentile(rise[::4, ::4], 98))))
    if len(xs) > _MOST_POINTS:
        chosen = np.linspace(0, len(xs) - 1, _MOST_POINTS).astype(np.intp)
        xs, ys = xs[chosen], ys[chosen]
    return xs - small.shape[1] / 2, ys.astype(np.float64)


def _sharpness(xs: Floats, ys: Floats, angles_deg: Floats, row_px: float) -> Floats:
    """For each angle the sum of squared row counts: highest when the slant matches the lines."""
    import numpy as np

    reach = float(np.abs(xs).max() * np.tan(np.radians(REACH_DEG + 1)))
    rows = int((ys.max() + 2 * reach) / row_px) + 2
    scores = np.empty(len(angles_deg))
    for index, slope in enumerate(np.tan(np.radians(angles_deg))):
        at = ((ys - xs * slope + reach) / row_px).astype(np.intp)
        counts = np.bincount(at, minlength=rows).astype(np.float64)
        scores[index] = float(counts @ counts)
    return scores


def _peak(angles_deg: Floats, scores: Floats) -> float:
    """The angle of the highest score, refined by the parabola through its neighbours."""
    at = int(scores.argmax())
    if at in {0, len(scores) - 1}:
        return float(angles_deg[at])
    before, peak, after = (float(score) for score in scores[at - 1 : at + 2])
    bend = before - 2 * peak + after
    shift = 0.0 if bend == 0 else (before - after) / (2 * bend)
    return float(angles_deg[at] + shift * (angles_deg[1] - angles_deg[0]))
