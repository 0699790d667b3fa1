"""Tapirscan where it is installed: a second whole-page reader for what zxing-cpp leaves unread.

It reads 90 % of the Code 128 that cameras see where zxing-cpp reads 37 % (BARCODES.md section 2). Young and of
one author, so it stays optional behind this door: without it the slower steps of scanning.codes do its work.
"""

from __future__ import annotations

import unicodedata
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING, Literal, TypeAlias

from scanning.reading import Reading

if TYPE_CHECKING:
    from tapirscan import Barcode

    from scanning.picture import Picture

Effort: TypeAlias = Literal["low", "medium", "high"]
"""On damaged pages "high" took 70 to 600 ms where "low" took 30 to 60 (tests/benchmarks/codes.py)."""

_LEAST_SIDE_PX = 16
"""Smaller pictures hold no code."""


@cache
def tapir_is_here() -> bool:
    """Whether the library can be loaded on this machine."""
    try:
        import_module("tapirscan")
    except (ImportError, OSError):
        return False
    return True


def read_with_tapir(grey: Picture, engine: str, effort: Effort = "low") -> list[Reading]:
    """Code 128 and QR of a grey picture; call only where `tapir_is_here`."""
    import numpy as np
    from tapirscan import scan

    if min(grey.shape) < _LEAST_SIDE_PX:
        return []
    found = scan(np.ascontiguousarray(grey), mode=effort, formats=["Code128", "QRCode"], parallel=False, layout="HW")
    return [_reading(barcode, engine) for barcode in found.barcodes]


def _reading(barcode: Barcode, engine: str) -> Reading:
    return Reading(
        symbology="Code128" if barcode.format == "Code128" else "QRCode",
        text=unicodedata.normalize("NFC", barcode.text),
        corners=tuple((round(point.x), round(point.y)) for point in barcode.polygon),
        engine=engine,
    )
