"""The two codes of a slip, drawn as exact rectangles: Code 128 for any reader, QR for the dossier's identity.

Sizes are whole printer dots at 300 dpi, and so at 600 dpi too: off-grid bars are what misreads come from
(BARCODES.md section 6). Each code brings its quiet zone as white paper, so no watermark crosses it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING
from uuid import UUID

from dossiers.ids import to_base32
from printing.sheet_sizes import MM
from printing.typography import BOLD, REGULAR, checked, drawing

if TYPE_CHECKING:
    from reportlab.graphics.shapes import Drawing, Path, Rect

DOT = 72 / 300
"""One dot of a 300 dpi printer in points; two of a 600 dpi printer."""

MODULE_DOTS = (5, 4)
"""Code 128 module widths to try, widest first: 0.423 and 0.339 mm. Under 0.339 mm scans at 150 dpi misread."""

QUIET_MODULES = 10
BAR_HEIGHT = 12.5 * MM
CAPTION_PT = 11
BAR_BLOCK_HEIGHT = BAR_HEIGHT + CAPTION_PT * 1.3

QR_SIDE = 25 * MM
QR_QUIET_MODULES = 4

PROOF_MODULE = 4 * DOT
"""A module of the signed code: 0.339 mm, of which its 69 at most are 23.4 mm."""


def slip_payload(code: str, dossier_id: UUID) -> str:
    """What the citizen's QR says: `CODE/ID`."""
    return f"{code}/{to_base32(dossier_id)}"


def separator_payload(code: str, dossier_id: UUID) -> str:
    """What the office copy's QR says: `SEP:CODE/ID`; only it and separator sheets may lead a pile of papers."""
    return f"SEP:{slip_payload(code, dossier_id)}"


def sheet_payload(code: str, dossier_id: UUID, line: int) -> str:
    """What a separator sheet's QRs say: `SEP:CODE/ID/LINE`; line n of the components, 0 for the dossier."""
    return f"{separator_payload(code, dossier_id)}/{line}"


@cache
def code128_modules(code: str) -> str:
    """The bars (1) and gaps (0) of a Code 128, one character a module, without quiet zones (ISO/IEC 15417)."""
    from barcode.codex import Code128

    return str(Code128(code).build()[0])


def module_dots(code: str, width: float) -> int | None:
    """How many 300 dpi dots a module may have within `width` points; None when even the narrowest is too wide."""
    modules = len(code128_modules(code)) + 2 * QUIET_MODULES
    return next((dots for dots in MODULE_DOTS if modules * dots * DOT <= width), None)


def code128(code: str, width: float) -> Drawing:
    """The bars of a code centred in `width` points with its text below, `BAR_BLOCK_HEIGHT` points high.

    A code too long for the sheet is text only; the QR of the same slip stands in for it.
    """
    block = drawing(width, BAR_BLOCK_HEIGHT)
    dots = module_dots(code, width)
    if dots is not None:
        module = dots * DOT
        bars = code128_modules(code)
        left = on_grid((width - len(bars) * module) / 2)
        base = on_grid(BAR_BLOCK_HEIGHT - BAR_HEIGHT)
        quiet = QUIET_MODULES * module
        block.add(_white(left - quiet, base, len(bars) * module + 2 * quiet, BAR_HEIGHT))
        block.add(filled((left + at * module, base, run * module, BAR_HEIGHT) for at, run in runs(bars)))
    _add_caption(block, code, width / 2, CAPTION_PT * 0.3)
    return block


def qr(payload: str) -> Drawing:
    """A QR of level H about `QR_SIDE` wide, its quiet zone included in the drawing's size."""
    rows = qr_rows(payload, "h")
    return _square(rows, round(QR_SIDE / len(rows) / DOT) * DOT)


def proof_qr(payload: str) -> Drawing:
    """The QR of a signed code, level M: as many modules as it takes, each `PROOF_MODULE` wide, quiet zone included."""
    return _square(qr_rows(payload, "m"), PROOF_MODULE)


def qr_rows(payload: str, level: str) -> tuple[bytearray, ...]:
    """The dark (1) and light (0) modules of a QR, row by row from the top, without quiet zone."""
    import segno

    return segno.make(payload, error=level, boost_error=False, micro=False).matrix


def _square(rows: Sequence[bytearray], module: float) -> Drawing:
    quiet = QR_QUIET_MODULES * module
    side = module * len(rows) + 2 * quiet
    block = drawing(side, side)
    block.add(_white(0, 0, side, side))
    block.add(
        filled(
            (quiet + at * module, quiet + line * module, run * module, module)
            for line, row in enumerate(reversed(rows))
            for at, run in runs("".join("1" if dark else "0" for dark in row))
        )
    )
    return block


def on_grid(length: float) -> float:
    """The nearest whole dot of a 300 dpi printer."""
    return round(length / DOT) * DOT


def runs(bits: str) -> Iterator[tuple[int, int]]:
    """Start and length of every run of ones."""
    return ((found.start(), len(found.group())) for found in re.finditer("1+", bits))


def filled(boxes: Iterable[tuple[float, float, float, float]]) -> Path:
    """All boxes (left, bottom, width, height) as one path, so that no hairline shows between neighbours."""
    from reportlab.graphics.shapes import Path

    path = Path(strokeColor=None, strokeWidth=0)
    for left, bottom, width, height in boxes:
        path.moveTo(left, bottom)
        path.lineTo(left + width, bottom)
        path.lineTo(left + width, bottom + height)
        path.lineTo(left, bottom + height)
        path.closePath()
    return path


def _white(left: float, bottom: float, width: float, height: float) -> Rect:
    from reportlab.graphics.shapes import Rect
    from reportlab.lib.colors import white

    return Rect(left, bottom, width, height, strokeColor=None, fillColor=white)


def _add_caption(block: Drawing, code: str, centre: float, base: float) -> None:
    from reportlab.graphics.shapes import String
    from reportlab.pdfbase.pdfmetrics import stringWidth

    label, text = "Mã hồ sơ: ", checked(code)
    label_width = stringWidth(label, REGULAR, CAPTION_PT)
    start = centre - (label_width + stringWidth(text, BOLD, CAPTION_PT)) / 2
    block.add(String(start, base, label, fontName=REGULAR, fontSize=CAPTION_PT))
    block.add(String(start + label_width, base, text, fontName=BOLD, fontSize=CAPTION_PT))
