"""Where a sheet lies in a camera's frame, and the sheet as if it had been scanned."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias, cast

from scanning.picture import grey

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from scanning.picture import Picture

    Corners: TypeAlias = NDArray[np.float32]

_PREVIEW_SIDE_PX = 320
_SEARCH_SIDE_PX = 1000
_LEAST_SHARE = 0.1
"""A sheet fills at least this share of the frame; smaller shapes are things on the desk."""


def preview(frame: Picture) -> Picture:
    """The frame small and grey: enough to see whether anything moves."""
    import cv2

    scale = _PREVIEW_SIDE_PX / max(frame.shape[:2])
    return cast("Picture", cv2.resize(grey(frame), None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA))


def sharpness(frame: Picture) -> float:
    """Energy of the finest detail; comparable between frames of one camera only."""
    import cv2

    return float(cv2.Laplacian(grey(frame), cv2.CV_16S).var())


def find_corners(frame: Picture) -> Corners | None:
    """The sheet's corners in pixels, 4×2 from the top left clockwise; None where nothing four-cornered lies there."""
    import cv2
    import numpy as np

    scale = _SEARCH_SIDE_PX / max(frame.shape[:2])
    small = cv2.GaussianBlur(cv2.resize(grey(frame), None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA), (5, 5), 0)
    _, light = cv2.threshold(small, 0, 255, cv2.THRESH_BINARY + cv2.THRESH_OTSU)
    light = cv2.morphologyEx(light, cv2.MORPH_CLOSE, np.ones((15, 15), np.uint8))
    outlines, _ = cv2.findContours(light, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_NONE)
    sheet = max(outlines, key=cv2.contourArea, default=None)
    if sheet is None or cv2.contourArea(sheet) < _LEAST_SHARE * small.size:
        return None
    hull = cv2.convexHull(sheet)
    corners = cv2.approxPolyDP(hull, 0.03 * cv2.arcLength(hull, True), True)
    if len(corners) != 4:
        return None
    return _in_order(corners.reshape(4, 2).astype(np.float32) / scale)


def flatten(frame: Picture, corners: Corners, width_mm: int, height_mm: int) -> tuple[Picture, int]:
    """The sheet upright as paper of this size, lying or standing as it was shown, and its true resolution in dpi."""
    import cv2
    import numpy as np

    sides = [float(np.linalg.norm(corners[n] - corners[(n + 1) % 4])) for n in range(4)]
    across_px, down_px = min(sides[0], sides[2]), min(sides[1], sides[3])
    short_mm, long_mm = sorted((width_mm, height_mm))
    across_mm, down_mm = (long_mm, short_mm) if across_px > down_px else (short_mm, long_mm)
    dpi = int(min(across_px / across_mm, down_px / down_mm) * 25.4)
    size = round(across_mm / 25.4 * dpi), round(down_mm / 25.4 * dpi)
    target = np.array([(0, 0), (size[0], 0), size, (0, size[1])], np.float32)
    turn = cv2.getPerspectiveTransform(corners, target)
    return cast("Picture", cv2.warpPerspective(frame, turn, size, flags=cv2.INTER_CUBIC)), dpi


def _in_order(corners: Corners) -> Corners:
    """Top left, top right, bottom right, bottom left."""
    import numpy as np

    by_sum, by_difference = np.argsort(corners.sum(axis=1)), np.argsort(corners[:, 1] - corners[:, 0])
    return corners[[by_sum[0], by_difference[0], by_sum[3], by_difference[3]]]
