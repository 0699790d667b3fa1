"""Black print told from everything else on a page: thin strokes kept, coloured ink and photographs left alone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from scanning.layers_paper import largest, mask, shrink, stretch, usual
from scanning.picture import grey

if TYPE_CHECKING:
    from scanning.picture import Picture

INK_SHARE = 0.58
"""Print is darker than this part of the paper around it: about half way between black ink and white paper."""

_TONE_SHARES = (0.25, 0.8)
_TONE_REACH_PX = 9
"""A middle grey this wide is no edge of a letter but a photograph or a shade (at 300 dpi)."""

_LEAST_CHROMA = 36
_CHROMA_ABOVE_USUAL = 2.0
"""Colour that is nearly as strong all over the page is the paper's pattern, unless it touches a stronger one."""

_LEAST_DOT_PX = 6
_LEAST_MARK_PX = 4
_MARK_REACH_PX = 13
"""Small print has marks this small, and half a millimetre from their letters: without its dot a name is another."""

_STRIP_ROWS = 512
_HALO_ROWS = 16


@dataclass(frozen=True, slots=True, eq=False)
class BlackInk:
    """Masks (0 or 255): print at the page's size for the stencil; at the middle size, dark ink mixed with colour."""

    stencil: Picture
    mixed: Picture


def find_black_ink(page: Picture, middle: Picture, tone: Picture) -> BlackInk:
    """Print of a BGR page; `middle` is the page at the tiles' size, `tone` that of its paper."""
    import cv2
    import numpy as np

    small = shrink(middle, page.shape[0] / 3 / middle.shape[0])
    dark, tones = np.empty(page.shape[:2], np.uint8), np.empty(page.shape[:2], np.uint8)
    for rows, found in _strips(page, grey(tone)):
        dark[rows], tones[rows] = found
    tones = cast("Picture", cv2.resize(tones, small.shape[1::-1], interpolation=cv2.INTER_AREA))
    wide = cv2.morphologyEx(tones, cv2.MORPH_OPEN, np.ones((2, 2), np.uint8))
    no_print = _no_print(_coloured(small, tone) | mask(np.asarray(wide > 0)))
    mixed = cv2.resize(no_print, page.shape[1::-1], interpolation=cv2.INTER_NEAREST)
    cv2.bitwise_and(mixed, dark, dst=mixed)
    cv2.subtract(dark, mixed, dst=dark)
    _drop_specks(dark)
    return BlackInk(dark, cast("Picture", cv2.resize(mixed, middle.shape[1::-1], interpolation=cv2.INTER_AREA)))


def _strips(page: Picture, light: Picture) -> Iterator[tuple[slice, tuple[Picture, Picture]]]:
    """Dark places and wide tones strip by strip: the page's whole height at once would cost 60 MB."""
    height = len(page)
    for top in range(0, height, _STRIP_ROWS):
        bottom = min(height, top + _STRIP_ROWS)
        first, last = max(0, top - _HALO_ROWS), min(height, bottom + _HALO_ROWS)
        paper = light[first * len(light) // height : -(-last * len(light) // height)]
        dark, tones = _dark_and_tones(page[first:last], paper)
        inner = slice(top - first, bottom - first)
        yield slice(top, bottom), (dark[inner], tones[inner])


def ink_colour(page: Picture, stencil: Picture) -> tuple[int, int, int]:
    """The mean colour (BGR) of the print's cores, its edges left out; black where there is no print."""
    import cv2
    import numpy as np

    cores = cv2.erode(stencil, np.ones((3, 3), np.uint8))
    blue, green, red, _ = cv2.mean(page, cores)
    return round(blue), round(green), round(red)


def _dark_and_tones(strip: Picture, paper: Picture) -> tuple[Picture, Picture]:
    """Where the sharpened strip is darker than its paper's lightness allows, and where a middle grey is wide.

    Sharpening deepens strokes too thin for the optics and opens gaps between close ones; straight edges stay where
    they are, for half way between ink and paper it changes nothing.
    """
    import cv2
    import numpy as np

    light = grey(strip)
    fine = cv2.GaussianBlur(light, (0, 0), 0.9)
    sharp = cv2.addWeighted(fine, 1.8, cv2.GaussianBlur(light, (0, 0), 2.5), -0.8, 0)
    ink, darkest, lightest = (stretch((paper * share).astype(np.uint8), strip) for share in (INK_SHARE, *_TONE_SHARES))
    wide = cv2.erode(cv2.inRange(fine, darkest, lightest), np.ones((_TONE_REACH_PX, _TONE_REACH_PX)))
    return mask(np.asarray(sharp < ink)), cast("Picture", wide)


def _drop_specks(stencil: Picture) -> None:
    """Take out lone specks smaller than any dot over an i: they stay where they are, in the paper's layer."""
    import cv2
    import numpy as np

    around = cv2.boxFilter(stencil & 1, -1, (5, 5), normalize=False)
    letters = cv2.bitwise_and(stencil, mask(around >= _LEAST_DOT_PX))
    near = cv2.dilate(letters, np.ones((_MARK_REACH_PX, _MARK_REACH_PX)))
    around[near > 0] += _LEAST_DOT_PX - _LEAST_MARK_PX
    stencil[around < _LEAST_DOT_PX] = 0


def _coloured(small: Picture, tone: Picture) -> Picture:
    """Where coloured ink lies, at the small size.

    Judged where the fringes of colour that scanners leave at black edges have run together again.
    """
    import cv2
    import numpy as np

    away = cast("Picture", cv2.absdiff(small, stretch(tone, small)))
    chroma = largest(away) - away.min(axis=2)
    strong = mask(chroma > max(_LEAST_CHROMA, _CHROMA_ABOVE_USUAL * usual(chroma, 40)))
    return mask(chroma > _LEAST_CHROMA) & cast("Picture", cv2.dilate(strong, np.ones((9, 9))))


def _no_print(toned: Picture) -> Picture:
    """Half a millimetre around coloured ink and middle greys, where a dark pixel is two inks crossing.

    Where they are wider than any stroke they are a photograph, and three millimetres around is hair, or a dark coat.
    """
    import cv2
    import numpy as np

    photographs = cv2.erode(toned, np.ones((9, 9)))
    return cast("Picture", cv2.max(cv2.dilate(toned, np.ones((5, 5))), cv2.dilate(photographs, np.ones((33, 33)))))
