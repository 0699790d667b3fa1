"""The codes of a slip in whole dots: the Code 128 along the paper, and the QR.

Across 72 mm a dossier code would get modules of 2 dots (0.25 mm), under the 0.339 mm that read from poor scans
(BARCODES.md section 6). Along the feed there is room for 3 dots (0.375 mm), so the bars lie like the rungs of a
ladder at the edge; there a dead dot of the head makes a scratch through all bars instead of a missing one. On
58 mm paper a bar at the edge leaves too little room for words, and the QR stands alone.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from printing.barcodes import QR_QUIET_MODULES, QUIET_MODULES, code128_modules, filled, qr_rows, runs
from printing.thermal.rolls import DOTS_PER_MM
from printing.typography import drawing

if TYPE_CHECKING:
    from reportlab.graphics.shapes import Drawing

MODULE = 3
"""Dots of a module of the Code 128 and of the signed QR: 0.375 mm."""

BAR_HEIGHT = 12 * DOTS_PER_MM
QR_SIDE = 25 * DOTS_PER_MM


def ladder(code: str) -> Drawing:
    """A Code 128 turned to run down the paper, its quiet zones above and below included."""
    bars = code128_modules(code)
    quiet = QUIET_MODULES * MODULE
    length = len(bars) * MODULE + 2 * quiet
    block = drawing(BAR_HEIGHT, length)
    block.add(filled((0, length - quiet - (at + run) * MODULE, BAR_HEIGHT, run * MODULE) for at, run in runs(bars)))
    return block


def qr(payload: str) -> Drawing:
    """A QR of level H about `QR_SIDE` dots wide, its quiet zone included."""
    rows = qr_rows(payload, "h")
    return _square(rows, round(QR_SIDE / len(rows)))


def proof_qr(payload: str) -> Drawing:
    """The QR of a signed code, level M, as wide as its modules of `MODULE` dots make it."""
    return _square(qr_rows(payload, "m"), MODULE)


def _square(rows: Sequence[bytearray], module: int) -> Drawing:
    quiet = QR_QUIET_MODULES * module
    side = module * len(rows) + 2 * quiet
    block = drawing(side, side)
    block.add(
        filled(
            (quiet + at * module, quiet + line * module, run * module, module)
            for line, row in enumerate(reversed(rows))
            for at, run in runs("".join("1" if dark else "0" for dark in row))
        )
    )
    return block
