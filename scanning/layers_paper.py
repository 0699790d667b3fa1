"""The bare paper of a page: its tone around every place, what is usual on it, and its picture without ink."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from scanning.picture import Picture

_LEAST_SEEN = 64
"""Of 255: a pixel of the paper's layer less uncovered than this takes its colour from around it."""


def paper_tone(page: Picture) -> Picture:
    """The colour of the bare paper around every place, 1/24 of the size; print, pens and portraits are looked past."""
    import cv2
    import numpy as np

    small = shrink(page, 1 / 6)
    above_print = cast("Picture", cv2.dilate(small, np.ones((5, 5))))
    return cast("Picture", cv2.medianBlur(shrink(above_print, 1 / 4), 9))


def stretch(picture: Picture, like: Picture) -> Picture:
    """The picture at another one's size."""
    import cv2

    return cast("Picture", cv2.resize(picture, (like.shape[1], like.shape[0]), interpolation=cv2.INTER_LINEAR))


def shrink(picture: Picture, scale: float) -> Picture:
    """The picture smaller, every pixel of it counted; at 1 the picture itself."""
    import cv2

    if scale >= 1:
        return picture
    height, width = picture.shape[:2]
    size = (max(1, round(width * scale)), max(1, round(height * scale)))
    return cast("Picture", cv2.resize(picture, size, interpolation=cv2.INTER_AREA))


def mask(condition: NDArray[np.bool_]) -> Picture:
    """A condition as OpenCV wants it: 255 where it holds, else 0."""
    import numpy as np

    return np.asarray(condition).view(np.uint8) * np.uint8(255)


def largest(picture: Picture) -> Picture:
    """The largest of the three channels at each pixel."""
    import cv2

    first, second, third = cv2.split(picture)
    return cast("Picture", cv2.max(cv2.max(first, second), third))


def usual(picture: Picture, side_px: int) -> float:
    """What squares of the page usually hold: the median over them of their 90th percentile."""
    import numpy as np

    rows, columns = picture.shape[0] // side_px, picture.shape[1] // side_px
    if not rows or not columns:
        return float(np.percentile(picture, 90))
    squares = picture[: rows * side_px, : columns * side_px].reshape(rows, side_px, columns, side_px)
    return float(np.median(np.percentile(squares[:, ::4, :, ::4], 90, axis=(1, 3))))


def bare_paper(page: Picture, bare: Picture, tone: Picture, scale: float) -> Picture:
    """The page at `scale` so far as it is bare (0–255); the rest takes the colour of the bare paper around it."""
    import cv2
    import numpy as np

    seen = shrink(cast("Picture", cv2.multiply(page, cv2.merge([bare] * 3), scale=1 / 255)), scale)
    share = shrink(bare, scale)
    own = cast("Picture", cv2.divide(seen, cv2.merge([share] * 3), scale=255))
    coarse, coarse_share = (shrink(part, 0.25).astype(np.float32) for part in (seen, share))
    # A trace of the tone everywhere fills holes that no bare place is near to.
    trace = 0.01 * stretch(tone, shrink(share, 0.25))
    around = (cv2.GaussianBlur(coarse, (0, 0), 3) + trace) / (cv2.GaussianBlur(coarse_share, (0, 0), 3) / 255 + 0.01)[
        ..., None
    ]
    return np.where((share < _LEAST_SEEN)[..., None], stretch(around.clip(0, 255).astype(np.uint8), own), own)
