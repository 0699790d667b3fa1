"""Paper sizes with the margins and letter sizes the office's slips use on them; lengths in points."""

from dataclasses import dataclass, replace

MM = 72 / 25.4
"""Points in a millimetre."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetSize:
    """The paper in the tray by name, its size as it is read, margins, letter sizes, and the gap between facts."""

    name: str
    width: float
    height: float
    left: float
    right: float
    top: float
    bottom: float
    body_pt: float
    table_pt: float
    head_pt: float
    title_pt: float
    gap_pt: float

    @property
    def text_width(self) -> float:
        """Between the margins."""
        return self.width - self.left - self.right


A4 = SheetSize(
    name="A4", width=210 * MM, height=297 * MM, left=30 * MM, right=20 * MM, top=18 * MM, bottom=18 * MM,
    body_pt=10.5, table_pt=10, head_pt=11.5, title_pt=13, gap_pt=4,
)  # fmt: skip
"""Margins and sizes of the production templates (domain 1.3): 30 mm to bind, 10.5 pt to stay on one page."""

A5 = SheetSize(
    name="A5", width=148 * MM, height=210 * MM, left=15 * MM, right=10 * MM, top=7 * MM, bottom=7 * MM,
    body_pt=10, table_pt=10, head_pt=10, title_pt=12, gap_pt=1.5,
)  # fmt: skip
"""Nothing under 10 pt: the reader may be 70 years old."""

A4_LETTER = replace(A4, top=20 * MM, bottom=20 * MM, body_pt=13, table_pt=11, head_pt=12, title_pt=14, gap_pt=6)
"""What a leader signs follows NĐ 30/2020/NĐ-CP in its letter sizes, where a slip need not (domain 1.5)."""

A4_LANDSCAPE = replace(A4, width=A4.height, height=A4.width, left=20 * MM, right=15 * MM, top=18 * MM, bottom=15 * MM)
"""Lists of many columns."""

A5_LANDSCAPE = replace(A5, width=A5.height, height=A5.width, left=10 * MM, right=10 * MM, top=10 * MM, bottom=10 * MM)
"""The fee receipt of the production templates: 210 × 148 mm, 10 mm all round (domain 1.3)."""

SHEETS = {sheet.name: sheet for sheet in (A4, A5)}


def sheet_of(paper: str) -> SheetSize:
    """The upright sheet of a setting's name; raises ValueError for a paper nobody offers."""
    if paper not in SHEETS:
        raise ValueError(f"no sheet named {paper}")
    return SHEETS[paper]


def letter_of(paper: str) -> SheetSize:
    """The sheet for what a leader signs; A5 has no room for larger letters."""
    return A4_LETTER if paper == A4.name else sheet_of(paper)
