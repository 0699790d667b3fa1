"""zxing-cpp, the first reader of whole pages and of level strips, with the options that were measured.

`try_downscale` stays off: it invented a well-formed wrong code on a clean page (BARCODES.md section 0).
"""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from scanning.reading import Corners, Reading

if TYPE_CHECKING:
    from zxingcpp import Barcode, Binarizer

    from scanning.picture import Picture


def read_with_zxing(picture: Picture, engine: str, binarizer: Binarizer) -> list[Reading]:
    """Code 128 and QR of a grey picture."""
    import zxingcpp

    barcodes = zxingcpp.read_barcodes(
        picture,
        formats=zxingcpp.BarcodeFormats((zxingcpp.BarcodeFormat.Code128, zxingcpp.BarcodeFormat.QRCode)),
        try_downscale=False,
        try_invert=False,
        text_mode=zxingcpp.TextMode.Plain,
        binarizer=binarizer,
    )
    return [_reading(barcode, engine) for barcode in barcodes if barcode.valid]


def _reading(barcode: Barcode, engine: str) -> Reading:
    import zxingcpp

    spot = barcode.position
    points = (spot.top_left, spot.top_right, spot.bottom_right, spot.bottom_left)
    return Reading(
        symbology="Code128" if barcode.symbology == zxingcpp.BarcodeFormat.Code128 else "QRCode",
        text=unicodedata.normalize("NFC", barcode.text),
        corners=tuple((point.x, point.y) for point in points),
        engine=engine,
    )


def read_level_bars(strip: Picture) -> list[tuple[str, Corners]]:
    """Code 128 texts on a level strip with their corners in the strip."""
    import zxingcpp

    barcodes = zxingcpp.read_barcodes(
        strip,
        formats=zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.Code128),
        try_rotate=False,
        try_downscale=False,
        try_invert=False,
        text_mode=zxingcpp.TextMode.Plain,
    )
    readings = (_reading(barcode, "") for barcode in barcodes if barcode.valid)
    return [(reading.text, reading.corners) for reading in readings]
