"""The sheet in a levelled scan: its edges against the colour of the bed, its size snapped to A4, A5 or a card.

Nothing is cut while anything outside the edges looks like more than bed, nor where what has edges is print on a sheet
as white as its bed; then the picture stays as it is.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias, TypeVar, cast

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from scanning.picture import Picture

    Mask: TypeAlias = NDArray[np.uint8]
    Lightness: TypeAlias = NDArray[np.int16]
    T = TypeVar("T", Mask, Lightness)

SIZES_MM = ((297.0, 420.0), (210.0, 297.0), (148.0, 210.0), (53.98, 85.6))
"""A3, A4, A5 (ISO 216) and ID-1 (ISO/IEC 7810): the shorter side first."""

_SNAP_MM = 4.0
_WORK_DPI = 75
_MM = _WORK_DPI / 25.4
_LEAST_DIFFERENCE = 14
_LEAST_SHARE = 0.08
_RIM_TONES = (0.06, 0.5, 0.94)
_LITTLE_SHARE = 0.4
_STRAIGHT_MM = 1.2
_MOST_OUTSIDE = 0.004
_MARGIN_MM = 1.5
_LEAST_FILL = 0.6
"""A sheet differs from its bed nearly all over; a frame, a table or a block of text only where it is inked."""

_LEAST_SHEET_MM = 50.0
_RIM_MM = (1.0, 4.0)
_EVEN_RIM_SHARE = 0.85
"""So much of a coloured sheet's rim has one colour; a picture printed on white is cut off in the middle of things."""

_SHEET, _OUTSIDE = 255, 127


@dataclass(frozen=True, slots=True)
class Box:
    """A level rectangle in millimetres from the left upper corner of the levelled picture; it may reach beyond it."""

    left: float
    top: float
    width: float
    height: float


@dataclass(frozen=True, slots=True, eq=False)
class _Bed:
    """A colour that the bed may have: what differs from it, and by how much it is lighter."""

    mask: Mask
    lighter: Lightness


def crop(image: Picture, dpi: int, degrees: float) -> Picture:
    """The page levelled by `degrees` (see `cleanup.rotate`) and cut to its sheet; only levelled where unsure."""
    from scanning.cleanup import rotate

    box = find_sheet(image, dpi, degrees)
    if box is None or not _rest_is_blank(image, box, dpi, degrees):
        return rotate(image, degrees) if degrees else image
    return _level_box(image, box, dpi, degrees) if degrees else cut(image, box, dpi)


def _level_box(image: Picture, box: Box, dpi: int, degrees: float) -> Picture:
    """The box out of the picture as `cleanup.rotate` would level it; the larger sheet that holds all is never made."""
    import cv2

    from scanning.cleanup import turn_matrix

    turn, _ = turn_matrix(image.shape, degrees)
    x0, y0, x1, y1 = _pixels(box, dpi)
    turn[:, 2] -= (x0, y0)
    size = (x1 - x0, y1 - y0)
    level = cv2.warpAffine(image, turn, size, flags=cv2.INTER_CUBIC, borderValue=(255, 255, 255))
    return cast("Picture", level)


def cut(level: Picture, box: Box, dpi: int) -> Picture:
    """The box out of a levelled picture; where it reaches beyond the picture there is white."""
    import cv2
    import numpy as np

    x0, y0, x1, y1 = _pixels(box, dpi)
    height, width = level.shape[:2]
    inside = level[max(y0, 0) : y1, max(x0, 0) : x1]
    beyond = (max(-y0, 0), max(y1 - height, 0), max(-x0, 0), max(x1 - width, 0))
    if not any(beyond):
        return np.ascontiguousarray(inside)
    return cast("Picture", cv2.copyMakeBorder(inside, *beyond, cv2.BORDER_CONSTANT, value=(255, 255, 255)))


def _pixels(box: Box, dpi: int) -> tuple[int, int, int, int]:
    """Left, top, right and bottom."""
    left, top, width, height = (round(side / 25.4 * dpi) for side in (box.left, box.top, box.width, box.height))
    return left, top, left + width, top + height


def find_sheet(image: Picture, dpi: int, degrees: float) -> Box | None:
    """Where the sheet lies once the picture is levelled by `degrees`; None where no sure edge stands out.

    A white page on a white bed keeps the frame it was scanned in, where nothing but bed lies outside of that.
    """
    import cv2

    work_dpi = min(dpi, _WORK_DPI)
    px_mm = work_dpi / 25.4
    small = cast("Picture", cv2.resize(image, None, fx=work_dpi / dpi, fy=work_dpi / dpi, interpolation=cv2.INTER_AREA))
    beds = list(_beds(small))
    sure = [box for bed in beds if (box := _sheet_on(bed, degrees, px_mm)) is not None]
    if sure:
        return min(sure, key=lambda box: not _is_known(box))
    own = _own_frame(small.shape, degrees, px_mm)
    return own if degrees and beds and all(_is_alone(_level(bed.mask, degrees), own, px_mm) for bed in beds) else None


def _sheet_on(bed: _Bed, degrees: float, px_mm: float) -> Box | None:
    """The one sheet that lies on such a bed; None where that is not sure."""
    box = _box_of(_level(_solid(bed.mask), degrees), px_mm)
    alone = box and _is_alone(_level(bed.mask, degrees), box, px_mm)
    return box if box and alone and _is_paper(bed, box, degrees, px_mm) else None


def _is_known(box: Box) -> bool:
    return tuple(sorted((box.width, box.height))) in SIZES_MM


def _own_frame(shape: tuple[int, ...], degrees: float, px_mm: float) -> Box:
    """The picture's own size about the middle of the levelled picture."""
    from scanning.cleanup import turn_matrix

    _, (width, height) = turn_matrix(shape, degrees)
    size = (shape[1] / px_mm, shape[0] / px_mm)
    return Box((width / px_mm - size[0]) / 2, (height / px_mm - size[1]) / 2, *size)


def _beds(small: Picture) -> Iterator[_Bed]:
    """Each colour that the bed may have: the tones along the picture's border."""
    import cv2
    import numpy as np

    soft = cv2.medianBlur(small, 3)
    soft = soft[:, :, None] if soft.ndim == 2 else soft
    rim = np.concatenate([soft[:3].reshape(-1, soft.shape[2]), soft[-3:].reshape(-1, soft.shape[2]),
                          soft[:, :3].reshape(-1, soft.shape[2]), soft[:, -3:].reshape(-1, soft.shape[2])])  # fmt: skip
    luma = rim.astype(np.int16).sum(axis=1) // rim.shape[1]
    tried: list[int] = []
    for tone in np.quantile(luma, _RIM_TONES).astype(int).tolist():
        if any(abs(tone - other) < _LEAST_DIFFERENCE / 2 for other in tried):
            continue
        tried.append(tone)
        bed = np.median(rim[np.abs(luma - tone) <= _LEAST_DIFFERENCE / 2], axis=0).astype(np.int16)
        lighter = soft.astype(np.int16) - bed
        far = np.abs(lighter).max(axis=2) > _LEAST_DIFFERENCE
        yield _Bed(cast("Mask", far.astype(np.uint8) * _SHEET), lighter.mean(axis=2).astype(np.int16))


def _solid(mask: Mask) -> Mask:
    """The largest thing on the bed without its holes: print as pale as the bed belongs to the sheet."""
    import cv2
    import numpy as np

    closed = cv2.morphologyEx(mask, cv2.MORPH_CLOSE, np.ones((5, 5), np.uint8))
    opened = cv2.morphologyEx(closed, cv2.MORPH_OPEN, np.ones((5, 5), np.uint8))
    outlines, _ = cv2.findContours(opened, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_SIMPLE)
    solid = np.zeros_like(mask)
    if outlines:
        cv2.drawContours(solid, [max(outlines, key=cv2.contourArea)], -1, _SHEET, -1)
    return solid


def _level(flat: T, degrees: float) -> T:
    """The mask turned as `cleanup.rotate` turns the picture; what lies outside of it is marked as such."""
    import cv2

    from scanning.cleanup import turn_matrix

    turn, size = turn_matrix(flat.shape, degrees)
    return cast("T", cv2.warpAffine(flat, turn, size, flags=cv2.INTER_NEAREST, borderValue=(_OUTSIDE,)))


def _box_of(level: Mask, px_mm: float) -> Box | None:
    """The rectangle by its edges against the bed, snapped to a known size; edges off the scan are made up for."""
    import numpy as np

    left, right = _edges(level, px_mm)
    top, bottom = _edges(np.ascontiguousarray(level.T), px_mm)
    ys, xs = np.nonzero(level == _SHEET)
    if not len(xs) or all(edge is None for edge in (left, right, top, bottom)):
        return None
    reach = ((xs.min() / px_mm, (xs.max() + 1) / px_mm), (ys.min() / px_mm, (ys.max() + 1) / px_mm))
    for short, long in SIZES_MM:
        for width, height in ((short, long), (long, short)):
            across, down = _fit(left, right, width, reach[0]), _fit(top, bottom, height, reach[1])
            if across is not None and down is not None:
                return Box(across, down, width, height)
    if left is None or right is None or top is None or bottom is None:
        return None
    return Box(left, top, right - left, bottom - top)


def _edges(level: Mask, px_mm: float) -> tuple[float | None, float | None]:
    """Left and right edge of the sheet in mm: where most rows step from bed to sheet and back."""
    import numpy as np

    sheet = level == _SHEET
    rows = np.flatnonzero(sheet.any(axis=1))
    if not len(rows):
        return None, None
    first = sheet[rows].argmax(axis=1)
    last = level.shape[1] - 1 - sheet[rows][:, ::-1].argmax(axis=1)
    before = np.where(first > 0, level[rows, np.maximum(first - 1, 0)], _OUTSIDE)
    after = np.where(last < level.shape[1] - 1, level[rows, np.minimum(last + 1, level.shape[1] - 1)], _OUTSIDE)
    edges = []
    for places in (first[before == 0], last[after == 0] + 1):
        straight = places[np.abs(places - np.median(places)) <= _STRAIGHT_MM * px_mm] if len(places) else places
        seen = len(straight) >= max(_LEAST_SHARE * len(rows), 0.5 * len(places), 1)
        edges.append(float(straight.mean()) / px_mm if seen else None)
    return edges[0], edges[1]


def _fit(low: float | None, high: float | None, length: float, reach: tuple[float, float]) -> float | None:
    """Where a side of `length` begins, by the edges that are seen; None where it does not fit them (mm)."""
    if low is not None and high is not None:
        return (low + high - length) / 2 if abs(high - low - length) <= _SNAP_MM else None
    if reach[1] - reach[0] > length + _SNAP_MM or reach[1] - reach[0] < 0.8 * length:
        return None
    if low is not None:
        return low
    return high - length if high is not None else (sum(reach) - length) / 2


def _is_alone(level: Mask, box: Box, px_mm: float) -> bool:
    """Whether all that is not bed lies within the box: another card or a torn corner is never cut away."""
    import cv2
    import numpy as np

    things = cv2.morphologyEx((level == _SHEET).astype(np.uint8), cv2.MORPH_OPEN, np.ones((2, 2), np.uint8))
    inside = int(things[_area(box, px_mm)].sum())
    return int(things.sum()) - inside <= _MOST_OUTSIDE * inside


def _is_paper(bed: _Bed, box: Box, degrees: float, px_mm: float) -> bool:
    """Whether the box is a sheet, not something printed on one that cannot be told from its bed.

    Print is darker than what it stands on; a sheet darker than its bed has a known size, or one colour all around.
    """
    import numpy as np

    area = _area(box, px_mm, margin_mm=-_RIM_MM[0])
    level = _level(bed.mask, degrees)[area]
    seen, far = level != _OUTSIDE, level == _SHEET
    if np.count_nonzero(far) < _LEAST_FILL * np.count_nonzero(seen):
        return False
    lighter = _level(bed.lighter, degrees)[area]
    if _is_known(box) or np.median(lighter[far]) > 0:
        return True
    width = round((_RIM_MM[1] - _RIM_MM[0]) * px_mm)
    seen[width:-width, width:-width] = False
    rim = lighter[seen]
    even = float(np.mean(np.abs(rim - np.median(rim)) <= _LEAST_DIFFERENCE))
    return min(box.width, box.height) >= _LEAST_SHEET_MM and even >= _EVEN_RIM_SHARE


def _rest_is_blank(image: Picture, box: Box, dpi: int, degrees: float) -> bool:
    """Whether no faint ink would be cut away either: a white sheet on a white bed shows only what is on it."""
    import cv2
    import numpy as np

    from scanning.blank import is_blank
    from scanning.cleanup import turn_matrix

    work_dpi = min(dpi, 2 * _WORK_DPI)
    small = cv2.resize(image, None, fx=work_dpi / dpi, fy=work_dpi / dpi, interpolation=cv2.INTER_AREA)
    turn, size = turn_matrix(small.shape, degrees)
    level = cv2.warpAffine(small, turn, size, borderMode=cv2.BORDER_REPLICATE)
    outside = np.ones(level.shape[:2], bool)
    outside[_area(box, work_dpi / 25.4)] = False
    if np.count_nonzero(outside) < _LITTLE_SHARE * outside.size:
        return True
    level[~outside] = np.median(level[outside], axis=0)
    return is_blank(cast("Picture", level), work_dpi, outside)


def _area(box: Box, px_mm: float, margin_mm: float = _MARGIN_MM) -> tuple[slice, slice]:
    """The box in pixels, with a little of the bed around it."""
    x0, y0 = (max(0, round((start - margin_mm) * px_mm)) for start in (box.left, box.top))
    x1, y1 = (round((end + margin_mm) * px_mm) for end in (box.left + box.width, box.top + box.height))
    return slice(y0, y1), slice(x0, x1)
