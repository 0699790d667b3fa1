"""The block that shows a signature on page one: who signed and when, as Nghị định 30/2020/NĐ-CP lays it out for copies.

Black, upright, size 10 where there is room. Whether the decree means scans that are no copies: chưa xác minh.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from io import BytesIO

from dossiers.clock import VIETNAM
from printing.typography import LEADING, REGULAR, checked, register_faces

SIZE_PT = 10.0
LEAST_PT = 6.0
MOST_WIDTH_PT = 255.0
"""90 mm."""


def lines_of(signer: str, organization: str, at: datetime) -> tuple[str, ...]:
    """What the block says; the time with its distance from UTC, as ISO 8601 has it."""
    local = at.astimezone(VIETNAM)
    signed = f"Thời gian ký: {local:%d/%m/%Y %H:%M:%S} {local:%z}"
    names = dict.fromkeys(checked(name) for name in (organization, signer))
    return (*(name for name in names if name), f"{signed[:-2]}:{signed[-2:]}")


def size_of(lines: Sequence[str]) -> tuple[float, float]:
    """Width and height in whole points."""
    size_pt = _letters(lines)
    width = min(MOST_WIDTH_PT, max(_width(line, size_pt) for line in lines))
    return float(int(width) + 2), float(int(len(lines) * size_pt * LEADING) + 2)


def render(lines: Sequence[str]) -> bytes:
    """A PDF of one page, just as large as the block; its letters are embedded."""
    from reportlab.pdfgen.canvas import Canvas

    (width, height), size_pt = size_of(lines), _letters(lines)
    out = BytesIO()
    canvas = Canvas(out, pagesize=(width, height), invariant=True, initialFontName=REGULAR, initialFontSize=size_pt)
    canvas.setFillColorRGB(0, 0, 0)
    canvas.setFont(REGULAR, size_pt)
    for number, line in enumerate(lines, start=1):
        canvas.drawRightString(width - 1, height - number * size_pt * LEADING + size_pt * 0.2, line)
    canvas.save()
    return out.getvalue()


def _letters(lines: Sequence[str]) -> float:
    """The size at which the longest line has room."""
    register_faces()
    longest = max(_width(line, SIZE_PT) for line in lines)
    return max(LEAST_PT, min(SIZE_PT, SIZE_PT * MOST_WIDTH_PT / longest))


def _width(line: str, size_pt: float) -> float:
    from reportlab.pdfbase.pdfmetrics import stringWidth

    return float(stringWidth(line, REGULAR, size_pt))
