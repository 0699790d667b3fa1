"""Where a page holds more than paper and print: pens, seals, pencil, photographs, boxed as tiles."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple, cast

from scanning.layers_paper import largest, mask, stretch

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from scanning.picture import Picture

_LEAST_DIFFERENCE = 40
"""Of 255, in any channel: less than this from the bare paper is paper, and stays in its layer."""

_DIFFERENCE_ABOVE_USUAL = 2.0
"""And less than this many times what is usual all over the page: that is the paper's pattern."""

_CELL_PX = 8
"""Tiles are boxed on a grid of whole JPEG blocks; at 200 dpi a cell is a millimetre."""

_STROKE_PX = 3
"""Of nine: the thinnest line has as many, a grain of noise has not."""

_LEAST_MIXED = 64
"""Of 255: a pixel of the tiles' resolution counts as mixed ink when a quarter of it is."""

_SPECK_PX = 12
_LARGEST_SEAL_CELLS = 60
_FULL_ENOUGH = 0.3
_SMALL_ENOUGH_CELLS = 12


class Box(NamedTuple):
    """A rectangle in pixels, right and bottom excluded."""

    left: int
    top: int
    right: int
    bottom: int

    @property
    def rows(self) -> slice:
        """Its rows of a picture."""
        return slice(self.top, self.bottom)

    @property
    def columns(self) -> slice:
        """Its columns of a picture."""
        return slice(self.left, self.right)


def difference(page: Picture, tone: Picture, rims: Picture) -> Picture:
    """How far each pixel lies from the bare paper in any channel; 0 on print and its soft `rims`."""
    import cv2

    away = cv2.GaussianBlur(largest(cast("Picture", cv2.absdiff(page, stretch(tone, page)))), (0, 0), 0.8)
    away[rims > 0] = 0
    return cast("Picture", away)


def find_details(away: Picture, usually: float, mixed: Picture) -> Picture:
    """A mask (0 or 255) of what paper and stencil will not show; `mixed` is dark ink that the stencil leaves out."""
    import cv2
    import numpy as np

    found = np.asarray(away > max(_LEAST_DIFFERENCE, _DIFFERENCE_ABOVE_USUAL * usually))
    stroke = cv2.boxFilter(found.view(np.uint8), -1, (3, 3), normalize=False) >= _STROKE_PX
    return mask((found & stroke) | (mixed > _LEAST_MIXED))


def box_details(details: Picture, *, patterned: bool) -> list[Box]:
    """Boxes around the details; a scatter becomes many small boxes, a speck none.

    The frame of a patterned paper gets none: it is part of the pattern, which the paper's layer holds finely.
    """
    import cv2
    import numpy as np

    near = cv2.dilate(details, np.ones((2 * _CELL_PX + 1, 2 * _CELL_PX + 1), np.uint8))
    grid = (-(-details.shape[1] // _CELL_PX), -(-details.shape[0] // _CELL_PX))
    cells = np.asarray(cv2.resize(near, grid, interpolation=cv2.INTER_AREA) > 0)
    count, labels = cv2.connectedComponents(mask(cells))
    groups = (labels == label for label in range(1, count))
    found = (box for group in groups if not (patterned and _is_frame(group)) for box in _split(group, 0, 0))
    boxes = (_in_pixels(box, details.shape) for box in found)
    return [box for box in boxes if np.count_nonzero(details[box.rows, box.columns]) >= _SPECK_PX]


def _in_pixels(box: Box, shape: tuple[int, ...]) -> Box:
    """A box of cells as pixels of a picture that may end within its last cells."""
    right, bottom = (min(edge * _CELL_PX, side) for edge, side in ((box.right, shape[1]), (box.bottom, shape[0])))
    return Box(box.left * _CELL_PX, box.top * _CELL_PX, right, bottom)


def _is_frame(cells: NDArray[np.bool_]) -> bool:
    """Larger than any seal both ways, and mostly empty."""
    import numpy as np

    height, width = (np.ptp(np.flatnonzero(cells.any(axis=axis))) + 1 for axis in (1, 0))
    return bool(min(height, width) > _LARGEST_SEAL_CELLS and cells.sum() < _FULL_ENOUGH * height * width)


def _split(cells: NDArray[np.bool_], left: int, top: int) -> Iterator[Box]:
    """The tightest box of the cells, halved along its longer side until it is mostly full or small."""
    import numpy as np

    rows, columns = np.flatnonzero(cells.any(axis=1)), np.flatnonzero(cells.any(axis=0))
    if not len(rows):
        return
    cells = cells[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1]
    left, top = left + int(columns[0]), top + int(rows[0])
    height, width = cells.shape
    if max(height, width) <= _SMALL_ENOUGH_CELLS or cells.mean() >= _FULL_ENOUGH:
        yield Box(left, top, left + width, top + height)
    elif width >= height:
        yield from _split(cells[:, : width // 2], left, top)
        yield from _split(cells[:, width // 2 :], left + width // 2, top)
    else:
        yield from _split(cells[: height // 2], left, top)
        yield from _split(cells[height // 2 :], left, top + height // 2)
