"""Code 128 on strips cut out of a page, level and enlarged, and what a second reader says of the same bars."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, cast

from scanning.bars import cut_strip, enlargement, locate_strips, map_points, thicken
from scanning.inks import fade_colour, flatten_paper
from scanning.reading import Reading
from scanning.refocus import REFOCUSED_ROWS, refocus
from scanning.tapir import read_with_tapir, tapir_is_here
from scanning.zxing import read_level_bars

if TYPE_CHECKING:
    from scanning.bars import Quad
    from scanning.picture import Picture
    from scanning.reading import Accept, Corners

_STRETCH = 3
"""Readers see whole pixels: three for one place the edges between them."""

_MIDDLE_GREY = 127


def read_strips(picture: Picture, engine: str) -> list[Reading]:
    """Code 128 only, on each located strip turned level and enlarged."""
    readings = []
    for quad in locate_strips(picture):
        strip, to_page = cut_strip(picture, quad)
        for text, corners in read_level_bars(strip):
            readings.append(Reading("Code128", text, _on_page(corners, to_page), engine))
    return readings


def read_blurred_strips(flat: Picture, accept: Accept) -> list[Reading]:
    """Code 128 out of focus, on each located strip refocused; only what the caller takes and two readers say alike."""
    readings = []
    for quad in locate_strips(flat):
        strip, to_page = cut_strip(flat, thicken(quad))
        greys = list(refocus(strip, enlargement(strip, quad)))
        blacks = [_in_black_and_white(grey) for grey in greys]
        wanted: dict[str, tuple[int, Reading]] = {}
        for at, black in enumerate(blacks):
            for text, corners in read_level_bars(black):
                where = _on_page(_on_strip(corners, strip.shape[0]), to_page)
                reading = Reading("Code128", text, where, "zxing refocused", agreed=True)
                if is_wanted(reading, accept):
                    wanted.setdefault(text, (at, reading))
        if len(wanted) == 1:  # two different ones would dispute each other
            [(at, reading)] = wanted.values()
            others = [*blacks[:at], *blacks[at + 1 :]]
            if _is_said_again(reading.text, others, [strip, *greys]):
                readings.append(reading)
    return readings


def _is_said_again(text: str, others: list[Picture], greys: list[Picture]) -> bool:
    """Whether a second reader says it too.

    Zbar is asked of other filters' black and white than the first reader's: on the very same pixels both once read the
    same wrong text.
    """
    if any(text in (_pyzbar_texts(black) or ()) for black in others):
        return True
    return tapir_is_here() and any(text in _tapir_texts(grey) for grey in greys)


def _in_black_and_white(grey: Picture) -> Picture:
    import cv2

    wide = cv2.resize(grey, None, fx=_STRETCH, fy=1, interpolation=cv2.INTER_CUBIC)
    return cast("Picture", cv2.threshold(wide, _MIDDLE_GREY, 255, cv2.THRESH_BINARY)[1])


def _on_strip(corners: Corners, height: int) -> Corners:
    """Places on a refocused strip in black and white as places on the strip it comes from."""
    return tuple((x // _STRETCH, round(y * height / REFOCUSED_ROWS)) for x, y in corners)


def is_wanted(reading: Reading, accept: Accept) -> bool:
    """Whether its text is one the caller takes at all; codes of others need no second reader."""
    return accept(replace(reading, agreed=True)) or accept(replace(reading, symbology="QRCode"))


def _on_page(corners: Corners, to_page: Quad) -> Corners:
    import numpy as np

    places = map_points(np.array(corners, np.float32), to_page)
    return tuple((round(x), round(y)) for x, y in places.tolist())


def with_witness(reading: Reading, image: Picture, accept: Accept) -> Reading:
    """The Code 128 reading with what other readers say of the same bars (DECISIONS.md).

    They agree where one of them says the same and none says another text that the caller would take.
    """
    import numpy as np

    quad = thicken(np.array(reading.corners, np.float32))
    strip, _ = cut_strip(fade_colour(image), quad)
    texts = _texts_of_others(reading, strip)
    rivals = (replace(reading, text=text) for text in texts - {reading.text})
    agreed = reading.text in texts and not any(is_wanted(rival, accept) for rival in rivals)
    return replace(reading, agreed=agreed if texts else None)


def _texts_of_others(reading: Reading, strip: Picture) -> set[str]:
    """Zbar's word, and where it is not the reading's, that of the library which did not make the reading."""
    texts = _pyzbar_texts(strip)
    if texts and reading.text in texts:
        return texts
    by_zxing = reading.engine.startswith("zxing")
    if by_zxing and tapir_is_here():
        others = _tapir_texts(strip)
    elif not by_zxing or texts is None:
        others = {text for text, _ in read_level_bars(flatten_paper(strip))}
    else:
        others = set()
    return (texts or set()) | others


def _tapir_texts(strip: Picture) -> set[str]:
    return {reading.text for reading in read_with_tapir(strip, "") if reading.symbology == "Code128"}


def _pyzbar_texts(strip: Picture) -> set[str] | None:
    """Code 128 texts by zbar, or None where its library cannot be loaded; it garbles UTF-8 in QR."""
    try:
        from pyzbar.pyzbar import ZBarSymbol, decode
    except (ImportError, OSError):
        return None
    return {symbol.data.decode("ascii", "replace") for symbol in decode(strip, symbols=[ZBarSymbol.CODE128])}
