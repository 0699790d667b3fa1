"""Pictures as numpy arrays: the one pixel layout every part of this room speaks."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias, cast

from scanning.errors import Fault, ScanError

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Picture: TypeAlias = NDArray[np.uint8]

ARCHIVE_FLOOR_DPI = 200
"""Scans kept for the archive are never under this (domain 6.8)."""

MAX_PIXELS = 80_000_000
"""A3 at 600 dpi is 70 MP; a larger picture is refused before it fills memory."""


def grey(picture: Picture) -> Picture:
    """Luminance of a BGR picture; a grey picture is returned as it is."""
    if picture.ndim == 2:
        return picture
    import cv2

    return cast("Picture", cv2.cvtColor(picture, cv2.COLOR_BGR2GRAY))


def decode(data: bytes) -> Picture:
    """Pixels (H×W grey or H×W×3 BGR) of an encoded picture; raises ScanError on anything else."""
    import cv2
    import numpy as np

    try:
        picture = cv2.imdecode(np.frombuffer(data, np.uint8), cv2.IMREAD_UNCHANGED)
    except cv2.error:
        picture = None
    if picture is None or picture.dtype != np.uint8 or (picture.ndim == 3 and picture.shape[2] != 3):
        raise ScanError(Fault.FILE_UNREADABLE)
    return cast("Picture", picture)


def decode_for_screen(data: bytes, side_px: int) -> Picture:
    """As `decode`, but of a JPEG no more pixels than a picture with a longer side of `side_px` needs: half the time."""
    import simplejpeg

    try:
        height, width, colours, _ = simplejpeg.decode_jpeg_header(data)
        least = min(1.0, side_px / max(height, width))
        picture = simplejpeg.decode_jpeg(
            data, "GRAY" if colours == "Gray" else "BGR", fastdct=True, fastupsample=True,
            min_height=round(height * least), min_width=round(width * least),
        )  # fmt: skip
    except ValueError:  # another kind of picture, or none
        return decode(data)
    return cast("Picture", picture[:, :, 0] if picture.shape[2] == 1 else picture)


def rgb(picture: Picture) -> Picture:
    """The colours in the order that screens take them."""
    import cv2

    return cast("Picture", cv2.cvtColor(picture, cv2.COLOR_GRAY2RGB if picture.ndim == 2 else cv2.COLOR_BGR2RGB))


def encode_jpeg(picture: Picture, quality: int) -> bytes:
    """Baseline JPEG of a grey or BGR picture, `quality` 0–100."""
    import cv2

    _, data = cv2.imencode(".jpg", picture, [cv2.IMWRITE_JPEG_QUALITY, quality])
    return data.tobytes()


def encode_pnm(picture: Picture) -> bytes:
    """Lossless binary PGM or PPM: no compression work here, the spool packs it."""
    import cv2

    _, data = cv2.imencode(".pgm" if picture.ndim == 2 else ".ppm", picture)
    return data.tobytes()
