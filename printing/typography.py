"""Letters on paper: Liberation Serif embedded, text composed to NFC, shapes for what no font has."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING, Any, Literal
from xml.sax.saxutils import escape

import resources

if TYPE_CHECKING:
    from reportlab.graphics.shapes import Drawing
    from reportlab.platypus import Paragraph, Table

Align = Literal["left", "centre", "right", "justified"]

ALIGNMENTS: dict[Align, int] = {"left": 0, "centre": 1, "right": 2, "justified": 4}
"""As reportlab numbers them."""

REGULAR = "LiberationSerif"
BOLD = "LiberationSerif-Bold"
ITALIC = "LiberationSerif-Italic"
BOLD_ITALIC = "LiberationSerif-BoldItalic"

LEADING = 1.15
"""Line height over letter size: the tallest accents (0.905 em) and the deepest dots (0.217 em) stay apart."""

DOTS = "…………………"
"""What stands for a fact nobody gave: room for a pen."""


@cache
def register_faces() -> None:
    """Make the four faces known to reportlab, once a process; each paper embeds the letters it uses."""
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont

    files = {REGULAR: "Regular", BOLD: "Bold", ITALIC: "Italic", BOLD_ITALIC: "BoldItalic"}
    for face, file in files.items():
        pdfmetrics.registerFont(TTFont(face, str(resources.path(f"fonts/LiberationSerif-{file}.ttf"))))
    pdfmetrics.registerFontFamily(REGULAR, normal=REGULAR, bold=BOLD, italic=ITALIC, boldItalic=BOLD_ITALIC)


def checked(text: str) -> str:
    """One line of text fit to print: runs of white space made one space, letters composed.

    reportlab does not shape, so accents that came loose (NFD) would fly beside their letters.
    """
    composed = unicodedata.normalize("NFC", text)
    return " ".join("".join(letter if letter.isprintable() else " " for letter in composed).split())


def plain(text: str) -> str:
    """Text as paragraph markup: checked, and its own angle brackets harmless."""
    return escape(checked(text))


def strong(text: str) -> str:
    """Text in bold, as paragraph markup."""
    return f"<b>{plain(text)}</b>"


def slanted(text: str) -> str:
    """Text in italics, as paragraph markup."""
    return f"<i>{plain(text)}</i>"


def or_dots(text: str) -> str:
    """Text as markup, or dots to be filled in by pen."""
    return plain(text) or DOTS


def paragraph(
    markup: str, size_pt: float, align: Align = "left", after: float = 0, before: float = 0, indent: float = 0
) -> Paragraph:
    """A paragraph of markup made by `plain`, `strong` and `slanted`; a word wider than the line is broken.

    `indent` is that of its first line, `before` and `after` the air around it, all in points.
    """
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.platypus import Paragraph

    register_faces()
    style = ParagraphStyle(
        "paper", fontName=REGULAR, fontSize=size_pt, leading=size_pt * LEADING, spaceAfter=after, spaceBefore=before,
        alignment=ALIGNMENTS[align], firstLineIndent=indent, bulletFontName=REGULAR, splitLongWords=1,
        allowWidows=0, allowOrphans=0,
    )  # fmt: skip
    return Paragraph(markup, style)


def even_lines(text: str, face: str, size_pt: float, width: float) -> list[str]:
    """Break a heading or a name into the fewest lines that fit, and those as even as they can be."""
    from reportlab.lib.utils import simpleSplit

    register_faces()
    lines = list(simpleSplit(text, face, size_pt, width))
    for narrower in range(int(width), 0, -1):
        tighter = list(simpleSplit(text, face, size_pt, narrower))
        if len(tighter) > len(lines):
            break
        lines = tighter
    return lines


def drawing(width: float, height: float) -> Drawing:
    """An empty drawing that names no face but ours: reportlab's own would stay outside the file."""
    from reportlab.graphics.shapes import Drawing

    register_faces()
    return Drawing(width, height, hAlign="CENTER", initialFontName=REGULAR)


def grid(rows: list[list[Any]], widths: Sequence[float], style: list[tuple[Any, ...]], **options: Any) -> Table:
    """A table of blocks whose cells name no face but ours; `style` and `options` are reportlab's."""
    from reportlab.platypus import Table

    register_faces()
    faces = ("FONTNAME", (0, 0), (-1, -1), REGULAR)
    return Table(rows, colWidths=list(widths), style=[faces, *style], **options)


def rule(width: float) -> Drawing:
    """A thin line of `width` points with air above and below."""
    from reportlab.graphics.shapes import Line

    block = drawing(width, 6)
    block.add(Line(0, 3, width, 3, strokeWidth=0.6))
    return block


def tick_box(ticked: bool, side: float = 9) -> Drawing:
    """A square, ticked or empty, drawn as a shape because the face has no ☐ and ☑."""
    from reportlab.graphics.shapes import PolyLine, Rect

    block = drawing(side, side)
    block.add(Rect(0.4, 0.4, side - 0.8, side - 0.8, strokeWidth=0.7, fillColor=None))
    if ticked:
        points = [side * 0.2, side * 0.5, side * 0.42, side * 0.24, side * 0.82, side * 0.8]
        block.add(PolyLine(points, strokeWidth=1.3))
    return block
