"""Take a scanner's dust off a page on request: lone dark specks, never a mark of a letter, never a dotted leader.

The archive's page is not retouched (domain 6.8): this is an edit the clerk asks for, and the original stays.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias, cast

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from scanning.picture import Picture

    Mask: TypeAlias = NDArray[np.uint8]

_SPECK_MM = 0.45
_LETTER_REACH_MM = 2.0
_LEADER_GAP_MM = 3.0
_LEADER_DOTS = 3
_RIM_MM = 0.15
_INK, _DUST = 0.85, 0.72
"""Shares of the light around: paper is lighter than the first; dust is darker than the second, where the lines of a
certificate's ground cross is not."""


def despeckle(image: Picture, dpi: int) -> Picture:
    """The page with its lone specks filled with the paper around them; `image` itself where there are none."""
    import cv2
    import numpy as np

    specks = find_specks(image, dpi)
    if not specks.any():
        return image
    rim = cv2.dilate(specks, np.ones((2 * _px(_RIM_MM, dpi) + 1,) * 2, np.uint8))
    paper = cv2.medianBlur(image, 2 * _px(_SPECK_MM, dpi) + 7)
    cleaned = image.copy()
    cleaned[rim > 0] = paper[rim > 0]
    return cleaned


def find_specks(image: Picture, dpi: int) -> Mask:
    """1 where a lone speck lies: small, with no letter near it and not one of a row of dots."""
    import cv2
    import numpy as np

    from scanning.picture import grey

    light = grey(image)
    around = cv2.blur(light, (_px(4, dpi),) * 2).astype(np.int16)
    ink = (light < around * _INK).astype(np.uint8)
    _, labels, boxes, centres = cv2.connectedComponentsWithStats(ink)
    small = boxes[:, [cv2.CC_STAT_WIDTH, cv2.CC_STAT_HEIGHT]].max(axis=1) <= _SPECK_MM / 25.4 * dpi
    small[0] = False
    dark = np.bincount(labels[light < around * _DUST], minlength=len(boxes)) > 0
    letters = (ink & ~small[labels]).astype(np.uint8)
    near = cv2.dilate(letters, np.ones((2 * _px(_LETTER_REACH_MM, dpi) + 1,) * 2, np.uint8))
    at = centres.astype(int)
    lone = small & dark & (near[at[:, 1].clip(0), at[:, 0].clip(0)] == 0)
    return cast("Mask", (lone & ~_in_rows((small[labels]).astype(np.uint8), at, dpi))[labels].astype(np.uint8))


def _in_rows(dots: Mask, centres: NDArray[np.int_], dpi: int) -> NDArray[np.bool_]:
    """For each mark whether it stands in a row of dots: leaders of a form, even where the page is a little askew."""
    import cv2
    import numpy as np

    reach = np.ones((_px(0.3, dpi), _px(_LEADER_GAP_MM, dpi)), np.uint8)
    _, rows = cv2.connectedComponents(cv2.dilate(dots, reach))
    row_of = rows[centres[:, 1].clip(0), centres[:, 0].clip(0)]
    return cast("NDArray[np.bool_]", np.bincount(row_of)[row_of] >= _LEADER_DOTS)


def _px(mm: float, dpi: int) -> int:
    return max(1, round(mm / 25.4 * dpi))
