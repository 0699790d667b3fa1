"""Code 128 and QR on a page: a cascade of readers that stops at the first code its caller accepts.

The order was measured on 691 damaged pages (BARCODES.md sections 3 and 9, docs/decisions/0111). The rules of what is
a dossier code live with the caller, who passes `accept`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, cast

from scanning.bars import enlarge
from scanning.codes_strips import is_wanted, read_blurred_strips, read_strips, with_witness
from scanning.inks import fade_colour, flatten_paper, keep_black_ink
from scanning.picture import grey
from scanning.reading import Accept, Corners, Reading
from scanning.tapir import read_with_tapir, tapir_is_here
from scanning.zxing import read_with_zxing

if TYPE_CHECKING:
    from scanning.picture import Picture

_SMALL_PX = 2_100_000
"""Up to here (full HD; A4 at 150 dpi is more) a picture may be a soft photo of a card or a slip of thermal paper, and
more is spent on its QR. A Code 128 does not get those steps: they make bars that were never printed (BARCODES.md 7)."""

_LARGE_PX = 5_500_000
_LARGE_SCALE = 2 / 3
"""A page of 300 dpi is read again with 200: tapirscan needs 1.5 px a module, and the narrowest bars have 1.7 there."""


def read_codes(image: Picture, accept: Accept, *, thorough: bool = False) -> list[Reading]:
    """Every code found until `accept` takes one; QR before Code 128, in the order found.

    `image` is BGR or grey, uint8; colour reads better than grey under seals and pens. `thorough` spends up to half
    a second more on a single picture that somebody waits for.
    """
    found: list[Reading] = []
    for step in _steps(image, accept, thorough):
        fresh = [reading for reading in step if not any(_same_code(reading, known) for known in found)]
        squares = _squares(fresh)
        bars = [reading for reading in fresh if reading.symbology == "Code128"]
        taken = any(accept(reading) for reading in squares)
        if not taken:
            bars = [_witnessed(reading, image, accept) for reading in bars]
            taken = any(accept(reading) for reading in bars)
        found += squares + bars
        if taken:
            break
    return found


def read_frame(frame: Picture) -> list[Reading]:
    """QR codes of one camera frame (BGR or grey, uint8) by the quickest step alone; the next frame is its retry."""
    from zxingcpp import Binarizer

    return _squares(read_with_zxing(grey(frame), "zxing frame", Binarizer.LocalAverage))


def _steps(image: Picture, accept: Accept, thorough: bool) -> Iterator[list[Reading]]:
    """The cascade, cheapest and surest first; each step runs only when the one before satisfied nobody."""
    from zxingcpp import Binarizer

    yield read_with_zxing(grey(image), "zxing", Binarizer.LocalAverage)
    bright, scale = _brought_down(fade_colour(image))
    for step in _again(bright, accept, thorough):
        yield [replace(reading, corners=_scaled(reading.corners, 1 / scale)) for reading in step]


def _again(bright: Picture, accept: Accept, thorough: bool) -> Iterator[list[Reading]]:
    """The steps after the first, on a picture with faded colours."""
    from zxingcpp import Binarizer

    small = bright.size <= _SMALL_PX
    if tapir_is_here():
        yield read_with_tapir(bright, "tapirscan", "medium" if small else "low")
    flat = flatten_paper(bright)
    black = keep_black_ink(flat)
    if tapir_is_here():
        yield read_with_tapir(black, "tapirscan ink-removed")
    else:
        yield read_with_zxing(black, "zxing ink-removed", Binarizer.FixedThreshold)
        yield read_strips(bright, "zxing strip")
        yield read_strips(black, "zxing strip ink-removed")
        yield read_with_zxing(flat, "zxing flattened", Binarizer.LocalAverage)
    yield read_blurred_strips(flat, accept)
    if small:
        enlarged = read_with_zxing(enlarge(bright), "zxing enlarged", Binarizer.LocalAverage)
        yield [replace(found, corners=_scaled(found.corners, 1 / 2)) for found in _squares(enlarged)]
    if tapir_is_here() and (thorough or small):
        yield _squares(read_with_tapir(bright, "tapirscan thorough", "high"))


def _brought_down(bright: Picture) -> tuple[Picture, float]:
    """The picture as large as the later steps need it, and its scale."""
    import cv2

    if bright.size <= _LARGE_PX:
        return bright, 1.0
    smaller = cv2.resize(bright, None, fx=_LARGE_SCALE, fy=_LARGE_SCALE, interpolation=cv2.INTER_AREA)
    return cast("Picture", smaller), _LARGE_SCALE


def _scaled(corners: Corners, scale: float) -> Corners:
    """Places on a picture as places on another size of it."""
    return tuple((round(x * scale), round(y * scale)) for x, y in corners)


def _squares(readings: list[Reading]) -> list[Reading]:
    return [reading for reading in readings if reading.symbology == "QRCode"]


def _same_code(one: Reading, other: Reading) -> bool:
    """The same symbol seen again: same text, and one's centre within the other's reach."""
    if (one.symbology, one.text) != (other.symbology, other.text):
        return False
    (x, y), (u, v) = _centre(one), _centre(other)
    reach = max(abs(a[i] - b[i]) for a in other.corners for b in other.corners for i in (0, 1)) / 2
    return abs(x - u) <= reach and abs(y - v) <= reach


def _centre(reading: Reading) -> tuple[float, float]:
    return (sum(x for x, _ in reading.corners) / 4, sum(y for _, y in reading.corners) / 4)


def _witnessed(reading: Reading, image: Picture, accept: Accept) -> Reading:
    if reading.agreed is None and is_wanted(reading, accept):
        return with_witness(reading, image, accept)
    return reading
