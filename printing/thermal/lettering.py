"""Letters of a slip: Noto Sans, whose even strokes survive one-bit dots where a serif's hairlines break."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import resources
from printing.typography import Align, checked, even_lines, grid, plain, register_faces, strong

if TYPE_CHECKING:
    from reportlab.platypus import Flowable, Paragraph, Table

REGULAR = "NotoSans"
BOLD = "NotoSans-SemiBold"

BODY = 29
"""Dots of a letter's em: 10.3 pt; nothing is smaller, the reader may be 70 years old."""

TITLE = 34

LEADING = 1.3
"""Line height over letter size: the tallest accents (Ễ, 1.05 em) and the deepest tails (g, 0.24 em) stay apart."""

FRAME = 4
"""Dots of a frame's line: an even number, as it straddles the edge of its cell."""


@cache
def register_sans() -> None:
    """Make both faces known to reportlab, once a process; `strong` text takes the heavier one."""
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont

    register_faces()
    for face in (REGULAR, BOLD):
        file = face if "-" in face else f"{face}-Regular"
        pdfmetrics.registerFont(TTFont(face, str(resources.path(f"fonts/{file}.ttf"))))
    pdfmetrics.registerFontFamily(REGULAR, normal=REGULAR, bold=BOLD, italic=REGULAR, boldItalic=BOLD)


def text(markup: str, size: float = BODY, align: Align = "left", after: float = 6, ink: str = "black") -> Paragraph:
    """A paragraph of markup made by `plain` and `strong`; a word wider than the slip is broken."""
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.platypus import Paragraph

    register_sans()
    style = ParagraphStyle(
        "slip", fontName=REGULAR, fontSize=size, leading=size * LEADING, spaceAfter=after, textColor=ink,
        alignment={"left": 0, "centre": 1, "right": 2}[align], bulletFontName=REGULAR, splitLongWords=1,
        allowWidows=0, allowOrphans=0,
    )  # fmt: skip
    return Paragraph(markup, style)


def heading(words: str, width: float, *, face: str = REGULAR, size: float = BODY) -> list[Paragraph]:
    """A heading in the fewest and most even lines."""
    register_sans()
    mark = strong if face == BOLD else plain
    lines = even_lines(checked(words), face, size, width)
    return [text(mark(line), size, "centre", after=8 if line is lines[-1] else 0) for line in lines]


def unbroken(words: str) -> str:
    """Markup of a few words that stay on one line, such as an amount and its unit."""
    return plain(words).replace(" ", "\u00a0")


def widest(words: str, width: float, most: float) -> float:
    """The largest size, `most` at the utmost and never under the body's, at which bold words keep to one line."""
    from reportlab.pdfbase.pdfmetrics import stringWidth

    register_sans()
    return max(BODY, min(most, int(width / stringWidth(words, BOLD, 1))))


def band(words: str, width: float) -> Table:
    """White words on a black band: a mark nobody can overlook and no head can print too faintly."""
    marked = text(strong(words), TITLE, "centre", after=0, ink="white")
    style = [("BACKGROUND", (0, 0), (-1, -1), "black"), *_padding(4)]
    return grid([[marked]], [width], style, spaceBefore=4, spaceAfter=8)


def framed(blocks: list[Flowable], width: float) -> Table:
    """Blocks in a frame as wide as the slip."""
    style = [("BOX", (0, 0), (-1, -1), FRAME, "black"), *_padding(8)]
    return grid([[blocks]], [width - FRAME], style, spaceBefore=4, spaceAfter=10)


def _padding(dots: float) -> list[tuple[object, ...]]:
    sides = ("TOPPADDING", "BOTTOMPADDING", "LEFTPADDING", "RIGHTPADDING")
    return [(side, (0, 0), (-1, -1), dots) for side in sides]
