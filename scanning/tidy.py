"""A scanned picture as it is kept: levelled, cut to its sheet, turned, one half of it; the original stays as it was."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, TypeAlias, cast

from scanning.blank import is_blank
from scanning.cleanup import sure_degrees
from scanning.codes import read_codes
from scanning.crop import crop
from scanning.orient import find_facing, quarters_by_code

if TYPE_CHECKING:
    from scanning.picture import Picture
    from scanning.reading import Accept, Reading

Half: TypeAlias = Literal[0, 1]
"""The upper or left half of a sheet that was cut in two, and the other."""

_GAP_SHARE = 0.12
_LEAST_SHEET_MM = 50
"""A card is 54 mm high; what is cut out smaller may be a light patch on a sheet as dark as its bed."""


@dataclass(frozen=True, slots=True, eq=False)
class Tidied:
    """A page levelled and cut to its sheet, whether it is blank, and the quarters clockwise that set it upright."""

    pixels: Picture
    blank: bool
    quarters: int


def tidy(image: Picture, dpi: int) -> Picture:
    """The page levelled by its own lines and cut to its sheet; `image` itself where nothing is sure."""
    return crop(image, dpi, sure_degrees(image))


def look_over(image: Picture, dpi: int, accept: Accept) -> Tidied:
    """What a page fresh from the scanner asks for."""
    page = tidy(image, dpi)
    whole = image if min(page.shape[:2]) < _LEAST_SHEET_MM * dpi / 25.4 else page
    if is_blank(whole, dpi):
        return Tidied(page, blank=True, quarters=0)
    quarters = quarters_of(page, dpi, lambda: filter(accept, read_codes(page, accept)))
    return Tidied(page, blank=False, quarters=quarters)


def quarters_of(page: Picture, dpi: int, codes: Callable[[], Iterable[Reading]]) -> int:
    """Quarter turns clockwise that set a levelled page upright: by its letters, where they are too few by a code."""
    facing = find_facing(page, dpi)
    if facing.sure:
        return facing.quarters
    reading = next(iter(codes()), None)
    return quarters_by_code(reading) if reading else 0


def turned(picture: Picture, quarters: int) -> Picture:
    """The picture turned clockwise by quarters."""
    import numpy as np

    return np.ascontiguousarray(np.rot90(picture, -quarters)) if quarters else picture


def half_of(picture: Picture, half: Half) -> Picture:
    """One half of a sheet cut across its longer side, where least is written near the middle."""
    import numpy as np

    from scanning.picture import grey

    upright = picture.shape[0] >= picture.shape[1]
    tones = grey(picture).mean(axis=1 if upright else 0)
    middle, reach = len(tones) // 2, max(1, round(_GAP_SHARE * len(tones)))
    at = middle - reach + _lightest(tones[middle - reach : middle + reach])
    first, second = (picture[:at], picture[at:]) if upright else (picture[:, :at], picture[:, at:])
    return np.ascontiguousarray(second if half else first)


def lay_below(upper: Picture, lower: Picture) -> Picture:
    """Two pages on one sheet, one under the other, both at the same resolution."""
    import cv2
    import numpy as np

    sheets = [_in_colour(page) for page in (upper, lower)]
    width = max(sheet.shape[1] for sheet in sheets)
    wide = [
        cv2.copyMakeBorder(sheet, 0, 0, 0, width - sheet.shape[1], cv2.BORDER_CONSTANT, value=(255, 255, 255))
        for sheet in sheets
    ]
    return cast("Picture", np.vstack(wide))


def at_dpi(picture: Picture, dpi: int, wanted_dpi: int) -> Picture:
    """The picture at another resolution."""
    import cv2

    if dpi == wanted_dpi:
        return picture
    scale = wanted_dpi / dpi
    way = cv2.INTER_AREA if scale < 1 else cv2.INTER_CUBIC
    return cast("Picture", cv2.resize(picture, None, fx=scale, fy=scale, interpolation=way))


def _in_colour(page: Picture) -> Picture:
    import cv2

    return cast("Picture", cv2.cvtColor(page, cv2.COLOR_GRAY2BGR)) if page.ndim == 2 else page


def _lightest(tones: Picture) -> int:
    """The middle of the lightest stretch: the widest gap, not the first white line of it."""
    import numpy as np

    width = max(1, len(tones) // 5)
    return int(np.convolve(tones, np.ones(width) / width, mode="same").argmax())
