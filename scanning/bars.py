"""Strips cut out of a page, turned level and enlarged, and soft photos doubled: where weak codes become readable."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias, cast

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from scanning.picture import Picture

    Quad: TypeAlias = NDArray[np.float32]

_LOCATOR_SIDE_PX = 1400
_STRIP_WIDTH_PX = 1100
_QUIET_SHARE = 0.12
"""Ten modules of quiet zone on 255 are 4 %; the rest forgives a quad that ends inside the bars."""

_PICTURE_MASK = 3.0, 2.5
"""Unsharp mask (px, amount) that reads the most defocused photos of cards (tests/benchmarks/codes.py)."""


def locate_strips(grey: Picture) -> list[Quad]:
    """Quads (4×2 px, in `grey`) where bars stand, by OpenCV's localiser; its decoder is not used."""
    import cv2
    import numpy as np

    scale = min(1.0, _LOCATOR_SIDE_PX / max(grey.shape))
    small = cv2.resize(grey, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    found, quads = cv2.barcode.BarcodeDetector().detect(small)
    if not found or quads is None:
        return []
    return [cast("Quad", np.asarray(quad, np.float32).reshape(4, 2) / scale) for quad in quads]


def cut_strip(grey: Picture, quad: Quad) -> tuple[Picture, Quad]:
    """The quad as a level strip at least 1100 px wide with quiet zones, and the 3×3 map back to the page."""
    import cv2
    import numpy as np

    lying = _long_side_first(quad)
    width = float(np.linalg.norm(lying[1] - lying[0]))
    height = max(float(np.linalg.norm(lying[3] - lying[0])), 8.0)
    zoom = max(1.0, _STRIP_WIDTH_PX / max(width, 1.0))
    quiet = _QUIET_SHARE * width * zoom
    strip_size = (round(width * zoom + 2 * quiet), round(height * zoom))
    inside = np.array(
        [
            [quiet, 0],
            [quiet + width * zoom, 0],
            [quiet + width * zoom, strip_size[1]],
            [quiet, strip_size[1]],
        ],
        np.float32,
    )
    to_strip = cv2.getPerspectiveTransform(lying, inside)
    strip = cv2.warpPerspective(grey, to_strip, strip_size, flags=cv2.INTER_CUBIC, borderValue=(255,))
    return cast("Picture", strip), cast("Quad", np.linalg.inv(to_strip).astype(np.float32))


def enlargement(strip: Picture, quad: Quad) -> float:
    """How many pixels along a cut strip one pixel of the page became."""
    import numpy as np

    lying = _long_side_first(quad)
    length_px = max(float(np.linalg.norm(lying[1] - lying[0])), 1.0)
    return int(strip.shape[1]) / (1 + 2 * _QUIET_SHARE) / length_px


def thicken(quad: Quad) -> Quad:
    """The quad grown across its bars to an eighth of its length: a reader may report a single scan line."""
    import numpy as np

    lying = _long_side_first(quad)
    along = lying[1] - lying[0]
    across = np.array([-along[1], along[0]], np.float32)
    length, height = float(np.linalg.norm(along)), float(np.linalg.norm(lying[3] - lying[0]))
    grow = across * max(0.0, 1 / 8 - height / max(length, 1.0)) / 2
    return cast("Quad", (lying + np.array([-grow, -grow, grow, grow])).astype(np.float32))


def enlarge(grey: Picture) -> Picture:
    """A grey picture at twice its size with its edges sharpened: modules of two soft pixels become squares again."""
    import cv2

    twice = cv2.resize(grey, None, fx=2, fy=2, interpolation=cv2.INTER_CUBIC)
    sigma_px, amount = _PICTURE_MASK
    soft = cv2.GaussianBlur(twice, (0, 0), sigma_px)
    return cast("Picture", cv2.addWeighted(twice, amount, soft, 1 - amount, 0))


def map_points(points: Quad, transform: Quad) -> Quad:
    """Points (n×2) through a 3×3 perspective transform."""
    import cv2

    return cast("Quad", cv2.perspectiveTransform(points.reshape(1, -1, 2), transform).reshape(-1, 2))


def _long_side_first(quad: Quad) -> Quad:
    """The corners so that 0→1 runs along the code and 0→3 across it, clockwise on the page."""
    import numpy as np

    area = float(np.cross(np.append(quad[1] - quad[0], 0), np.append(quad[3] - quad[0], 0))[2])
    ring = quad if area >= 0 else quad[::-1]
    first, second = ring[1] - ring[0], ring[2] - ring[1]
    return ring if np.linalg.norm(first) >= np.linalg.norm(second) else np.roll(ring, -1, axis=0)
