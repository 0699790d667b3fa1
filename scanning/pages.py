"""A page ready to be kept, and its thumbnail for the screen."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from scanning.picture import encode_jpeg

if TYPE_CHECKING:
    from scanning.picture import Picture

THUMBNAIL_MAX_BYTES = 50_000


@dataclass(frozen=True, slots=True, eq=False)
class PageImage:
    """A page ready to be kept: BGR or grey pixels at a known resolution, hence a known paper size."""

    pixels: Picture
    dpi: int


def thumbnail(image: Picture, side_px: int = 320) -> bytes:
    """A JPEG of at most 50 KB whose longer side is `side_px`."""
    import cv2

    scale = min(1.0, side_px / max(image.shape[:2]))
    small = cast("Picture", cv2.resize(image, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA))
    for quality in (80, 60, 40):
        data = encode_jpeg(small, quality)
        if len(data) <= THUMBNAIL_MAX_BYTES:
            return data
    return thumbnail(image, side_px * 3 // 4)
