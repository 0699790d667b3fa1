"""A scan with the words that were read on it laid over its pages unseen, so that other programs find them too."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from io import BytesIO
from typing import TYPE_CHECKING

from printing.typography import REGULAR, checked, register_faces

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

Placed = tuple[str, int, int, int, int]
"""A word and its left, top, right and bottom edge in ten-thousandths of the page."""

_SCALE = 10_000
_UNSEEN = 3
"""Text rendering mode 3 (ISO 32000-1, table 106): neither filled nor stroked."""


def lay_words(pdf: bytes, words: Mapping[int, Iterable[Placed]]) -> bytes:
    """The same pages with their words (by page, from 0); an archive's PDF/A-1b stays one, its pictures untouched."""
    import pikepdf

    out = BytesIO()
    with pikepdf.open(BytesIO(pdf)) as document:
        for number, page in enumerate(document.pages):
            if placed := tuple(words.get(number, ())):
                _, _, width_pt, height_pt = map(float, page.mediabox)
                with pikepdf.open(BytesIO(_layer(placed, width_pt, height_pt))) as layer:
                    page.add_overlay(layer.pages[0], pikepdf.Rectangle(page.mediabox))
        document.save(
            out, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.disable, min_version="1.4",
            force_version="1.4",
        )  # fmt: skip
    return out.getvalue()


def _layer(words: Iterable[Placed], width_pt: float, height_pt: float) -> bytes:
    """A page of nothing but unseen words."""
    from reportlab.pdfgen.canvas import Canvas

    register_faces()
    out = BytesIO()
    canvas = Canvas(out, pagesize=(width_pt, height_pt), invariant=True)
    for text, left, top, right, bottom in words:
        box = left * width_pt / _SCALE, top * height_pt / _SCALE, right * width_pt / _SCALE, bottom * height_pt / _SCALE
        _lay(canvas, checked(text), box, height_pt)
    canvas.save()
    return out.getvalue()


def _lay(canvas: Canvas, text: str, box: tuple[float, float, float, float], height_pt: float) -> None:
    """One word, as high and as wide as its box (left, top, right, bottom in points from the upper left corner)."""
    from reportlab.pdfbase.pdfmetrics import stringWidth

    left, top, right, bottom = box
    size_pt = max(1.0, bottom - top)
    line = canvas.beginText(left, height_pt - bottom)
    line.setFont(REGULAR, size_pt)
    line.setTextRenderMode(_UNSEEN)
    line.setHorizScale(100 * (right - left) / (stringWidth(text, REGULAR, size_pt) or 1))
    line.textOut(f"{text} ")
    canvas.drawText(line)
