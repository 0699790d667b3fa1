"""Code 128 and QR on a page: a cascade of readers that stops at the first code its caller accepts.

Order and options were measured on 691 damaged pages (BARCODES.md sections 3 and 9). zxing-cpp's
`try_downscale` stays off: it invented a well-formed wrong code on a clean page. The rules of what is a
dossier code live with the caller, who passes `accept`.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from scanning.bars import cut_strip, enlarge, locate_strips, map_points, thicken
from scanning.inks import fade_colour, flatten_paper, keep_black_ink
from scanning.picture import grey
from scanning.reading import Accept, Corners, Reading
from scanning.tapir import read_with_tapir, tapir_is_here

if TYPE_CHECKING:
    from zxingcpp import Barcode, Binarizer

    from scanning.picture import Picture

_SMALL_PX = 2_500_000
"""Up to here a picture may be a soft photo of a card: doubled and sharpened its QR comes out. A Code 128 does
not get that step: enlarging makes bars that were never printed (BARCODES.md section 7)."""


def read_codes(image: Picture, accept: Accept, *, thorough: bool = False) -> list[Reading]:
    """Every code found until `accept` takes one; QR before Code 128, in the order found.

    `image` is BGR or grey, uint8; colour reads better than grey under seals and pens. `thorough` spends up to half
    a second more on a single picture that somebody waits for.
    """
    found: list[Reading] = []
    for step in _steps(image, thorough):
        fresh = [reading for reading in step if not any(_same_code(reading, known) for known in found)]
        squares = [reading for reading in fresh if reading.symbology == "QRCode"]
        bars = [reading for reading in fresh if reading.symbology == "Code128"]
        taken = any(accept(reading) for reading in squares)
        if not taken:
            bars = [_with_witness(reading, image) for reading in bars]
            taken = any(accept(reading) for reading in bars)
        found += squares + bars
        if taken:
            break
    return found


def read_frame(frame: Picture) -> list[Reading]:
    """QR codes of one camera frame (BGR or grey, uint8) by the quickest step alone; the next frame is its retry."""
    from zxingcpp import Binarizer

    found = _zxing(grey(frame), "zxing frame", Binarizer.LocalAverage)
    return [reading for reading in found if reading.symbology == "QRCode"]


def _steps(image: Picture, thorough: bool) -> Iterator[list[Reading]]:
    """The cascade, cheapest and surest first; each step runs only when the one before satisfied nobody."""
    from zxingcpp import Binarizer

    yield _zxing(grey(image), "zxing", Binarizer.LocalAverage)
    bright = fade_colour(image)
    if tapir_is_here():
        yield read_with_tapir(bright, "tapirscan")
        yield read_with_tapir(keep_black_ink(flatten_paper(bright)), "tapirscan ink-removed")
    else:
        flat = flatten_paper(bright)
        black = keep_black_ink(flat)
        yield _zxing(black, "zxing ink-removed", Binarizer.FixedThreshold)
        yield _zxing_strips(bright, "zxing strip")
        yield _zxing_strips(black, "zxing strip ink-removed")
        yield _zxing(flat, "zxing flattened", Binarizer.LocalAverage)
    if bright.size <= _SMALL_PX:
        enlarged = _zxing(enlarge(bright), "zxing enlarged", Binarizer.LocalAverage)
        yield [replace(found, corners=_halved(found.corners)) for found in enlarged if found.symbology == "QRCode"]
    if thorough and tapir_is_here():
        yield read_with_tapir(bright, "tapirscan thorough", "high")


def _zxing(picture: Picture, engine: str, binarizer: Binarizer) -> list[Reading]:
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


def _zxing_strips(picture: Picture, engine: str) -> list[Reading]:
    """Code 128 only, on each located strip turned level and enlarged."""
    import numpy as np

    readings = []
    for quad in locate_strips(picture):
        strip, to_page = cut_strip(picture, quad)
        for text, corners in _zxing_level(strip):
            on_page = map_points(np.array(corners, np.float32), to_page)
            readings.append(Reading("Code128", text, tuple((round(x), round(y)) for x, y in on_page.tolist()), engine))
    return readings


def _zxing_level(strip: Picture) -> list[tuple[str, Corners]]:
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


def _halved(corners: Corners) -> Corners:
    """Places on a doubled picture as places on the picture itself."""
    return tuple((x // 2, y // 2) for x, y in corners)


def _same_code(one: Reading, other: Reading) -> bool:
    """The same symbol seen again: same text, and one's centre within the other's reach."""
    if (one.symbology, one.text) != (other.symbology, other.text):
        return False
    (x, y), (u, v) = _centre(one), _centre(other)
    reach = max(abs(a[i] - b[i]) for a in other.corners for b in other.corners for i in (0, 1)) / 2
    return abs(x - u) <= reach and abs(y - v) <= reach


def _centre(reading: Reading) -> tuple[float, float]:
    return (sum(x for x, _ in reading.corners) / 4, sum(y for _, y in reading.corners) / 4)


def _with_witness(reading: Reading, image: Picture) -> Reading:
    """The Code 128 reading with what a second reader says of the same bars (DECISIONS.md)."""
    import numpy as np

    quad = thicken(np.array(reading.corners, np.float32))
    strip, _ = cut_strip(fade_colour(image), quad)
    texts = _pyzbar_texts(strip)
    if texts is None:
        texts = {text for text, _ in _zxing_level(flatten_paper(strip))}
    return replace(reading, agreed=reading.text in texts if texts else None)


def _pyzbar_texts(strip: Picture) -> set[str] | None:
    """Code 128 texts by zbar, or None where its library cannot be loaded; it garbles UTF-8 in QR."""
    try:
        from pyzbar.pyzbar import ZBarSymbol, decode
    except (ImportError, OSError):
        return None
    return {symbol.data.decode("ascii", "replace") for symbol in decode(strip, symbols=[ZBarSymbol.CODE128])}
