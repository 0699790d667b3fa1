"""Code 128 on strips cut out of a page, level and enlarged, and what a second reader says of the same bars."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, cast

from scanning.bars import cut_strip, locate_strips, map_points, sharpen_strip, thicken
from scanning.inks import fade_colour, flatten_paper
from scanning.reading import Reading
from scanning.tapir import read_with_tapir, tapir_is_here
from scanning.zxing import read_level_bars

if TYPE_CHECKING:
    from scanning.bars import Quad
    from scanning.picture import Picture
    from scanning.reading import Corners


def read_strips(picture: Picture, engine: str) -> list[Reading]:
    """Code 128 only, on each located strip turned level and enlarged."""
    readings = []
    for quad in locate_strips(picture):
        strip, to_page = cut_strip(picture, quad)
        for text, corners in read_level_bars(strip):
            readings.append(Reading("Code128", text, _on_page(corners, to_page), engine))
    return readings


def read_sharpened_strips(flat: Picture) -> list[Reading]:
    """Code 128 out of focus, on each located strip sharpened; only what two readers say alike."""
    readings = []
    for quad in locate_strips(flat):
        strip, to_page = cut_strip(flat, thicken(quad))
        found: dict[str, Corners] = {}
        for sharp in sharpen_strip(strip):
            found |= _said_by_two(sharp, len(strip))
        for text, corners in found.items():
            where = _on_page(corners, to_page)
            readings.append(Reading("Code128", text, where, "zxing strip sharpened", agreed=True))
    return readings


def _said_by_two(sharp: Picture, height: int) -> dict[str, Corners]:
    """Texts on which two readers agree, with corners in a strip of `height` rows; all rows are given to the second."""
    import cv2

    texts = read_level_bars(sharp)
    if not texts:
        return {}
    others = _other_texts(cast("Picture", cv2.resize(sharp, (sharp.shape[1], height))))
    stretch = height / len(sharp)
    return {text: tuple((x, round(y * stretch)) for x, y in corners) for text, corners in texts if text in others}


def _on_page(corners: Corners, to_page: Quad) -> Corners:
    import numpy as np

    places = map_points(np.array(corners, np.float32), to_page)
    return tuple((round(x), round(y)) for x, y in places.tolist())


def _other_texts(strip: Picture) -> set[str]:
    """What readers other than zxing-cpp say of a strip."""
    texts = _pyzbar_texts(strip) or set()
    if tapir_is_here():
        texts |= {reading.text for reading in read_with_tapir(strip, "", "medium")}
    return texts


def with_witness(reading: Reading, image: Picture) -> Reading:
    """The Code 128 reading with what a second reader says of the same bars (DECISIONS.md)."""
    import numpy as np

    quad = thicken(np.array(reading.corners, np.float32))
    strip, _ = cut_strip(fade_colour(image), quad)
    texts = _pyzbar_texts(strip)
    if texts is None:
        texts = {text for text, _ in read_level_bars(flatten_paper(strip))}
    return replace(reading, agreed=reading.text in texts if texts else None)


def _pyzbar_texts(strip: Picture) -> set[str] | None:
    """Code 128 texts by zbar, or None where its library cannot be loaded; it garbles UTF-8 in QR."""
    try:
        from pyzbar.pyzbar import ZBarSymbol, decode
    except (ImportError, OSError):
        return None
    return {symbol.data.decode("ascii", "replace") for symbol in decode(strip, symbols=[ZBarSymbol.CODE128])}
