"""Where a signature may be seen: the upper right corner of page one, if nothing is written there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scanning.signatures.messages import Place

if TYPE_CHECKING:
    from scanning.picture import Picture

MARGIN_PT = 22.0
"""8 mm from the upper and the right edge: printers reach there, and letterheads begin lower."""

AROUND_PT = 5.0
LIGHT = 140
"""Darker than this is no paper but a scanner's bed."""
_DARKER = 36
_MOST_SPECKS = 0.001


def find_place(page: Picture, dpi: int, width: float, height: float) -> Place | None:
    """The place of a block of this size (points) on a drawn page; None where print, pen or bed is in its way."""
    page_width, page_height = page.shape[1] * 72 / dpi, page.shape[0] * 72 / dpi
    place = Place(
        left=page_width - MARGIN_PT - width, bottom=page_height - MARGIN_PT - height, width=width, height=height,
        page_width=page_width, page_height=page_height,
    )  # fmt: skip
    return place if place.left > AROUND_PT and place.bottom > AROUND_PT and _is_free(page, dpi, place) else None


def _is_free(page: Picture, dpi: int, place: Place) -> bool:
    import numpy as np

    top = int((place.page_height - place.bottom - place.height - AROUND_PT) * dpi / 72)
    bottom = int((place.page_height - place.bottom + AROUND_PT) * dpi / 72)
    left, right = (place.left - AROUND_PT) * dpi / 72, (place.left + place.width + AROUND_PT) * dpi / 72
    corner = page[max(0, top) : bottom, int(left) : int(right)]
    darkest = corner.min(axis=2) if corner.ndim == 3 else corner
    paper = float(np.median(darkest))
    return paper > LIGHT and float((darkest < paper - _DARKER).mean()) < _MOST_SPECKS
