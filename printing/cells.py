"""Words into narrow cells, fast: widths remembered word by word, long codes broken after their hyphens."""

from __future__ import annotations

import re
from functools import lru_cache

from printing.typography import REGULAR, checked, register_faces

_PIECES = re.compile(r"[^-/.,;]+[-/.,;]*|[-/.,;]+")
"""Where a word too wide for its column may be broken: after the marks inside codes and addresses."""


def cell_lines(text: str, size_pt: float, width: float, face: str = REGULAR) -> list[str]:
    """The lines of one cell in `width` points; every letter is kept."""
    lines: list[str] = []
    line, used = "", 0.0
    space = text_width(" ", size_pt, face)
    for word in checked(text).split():
        wide = text_width(word, size_pt, face)
        if line and used + space + wide <= width:
            line, used = f"{line} {word}", used + space + wide
            continue
        if line:
            lines.append(line)
        *full, line = _broken(word, size_pt, width, face) if wide > width else [word]
        lines += full
        used = text_width(line, size_pt, face)
    return [*lines, line] if line else lines


@lru_cache(maxsize=50_000)
def text_width(text: str, size_pt: float, face: str = REGULAR) -> float:
    """How wide a text is in points; names, places and words come back thousands of times in a register."""
    from reportlab.pdfbase.pdfmetrics import stringWidth

    register_faces()
    return float(stringWidth(text, face, size_pt))


def _broken(word: str, size_pt: float, width: float, face: str) -> list[str]:
    """A word too wide for its column: after its marks where that is enough, else wherever it must be."""
    parts = [""]
    for piece in _PIECES.findall(word):
        letters = [piece] if text_width(piece, size_pt, face) <= width else list(piece)
        for more in letters:
            if parts[-1] and text_width(parts[-1] + more, size_pt, face) > width:
                parts.append("")
            parts[-1] += more
    return parts
