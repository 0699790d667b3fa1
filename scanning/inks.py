"""Filters that fade coloured ink and uneven paper so that printed bars stand alone."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from scanning.picture import Picture

_INK_CUT = 118
"""Lighter than this after flattening is stamp, pen or shadow, not print (BARCODES.md)."""


def fade_colour(picture: Picture) -> Picture:
    """The brightest of B, G and R at each pixel: red seals and blue pens go nearly white."""
    if picture.ndim == 2:
        return picture
    import cv2

    blue, green, red = cv2.split(picture)
    return cast("Picture", cv2.max(cv2.max(blue, green), red))


def flatten_paper(grey: Picture) -> Picture:
    """Divide a grey picture by its local paper tone: shadows, tints and yellowed sheets become white."""
    import cv2
    import numpy as np

    height, width = grey.shape
    small = cv2.resize(grey, (max(1, width // 4), max(1, height // 4)), interpolation=cv2.INTER_AREA)
    light, half = cv2.dilate(small, np.ones((9, 9), np.uint8)), (max(1, width // 8), max(1, height // 8))
    paper = cv2.medianBlur(cv2.resize(light, half, interpolation=cv2.INTER_AREA), 7)
    paper = cv2.resize(paper, (width, height), interpolation=cv2.INTER_LINEAR)
    return cast("Picture", cv2.divide(grey, paper, scale=255))


def keep_black_ink(flat: Picture) -> Picture:
    """Only what is clearly black on a flattened picture; everything lighter becomes paper."""
    import cv2

    _, paper = cv2.threshold(flat, _INK_CUT, 255, cv2.THRESH_BINARY)
    return cast("Picture", cv2.max(flat, paper))
