"""The column headings of a long list, in two levels where columns share a heading."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, groupby
from typing import TYPE_CHECKING

from printing.cells import cell_lines
from printing.sheet_sizes import SheetSize
from printing.typography import BOLD, LEADING, Align

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

CELL_PT = 9
"""Registers are read by clerks and have up to fifteen columns; what a citizen gets never goes under 10 pt."""

LINE_PT = CELL_PT * LEADING
ASCENT = 0.91 * CELL_PT
"""From the top of a line to its base: the tallest accents of the face."""

PADDING = 2.5


@dataclass(frozen=True, slots=True)
class LongColumn:
    """A column: its heading, its share of the width, the heading it shares with its neighbours, its alignment."""

    heading: str
    share: float
    group: str = ""
    align: Align = "left"


@dataclass(frozen=True, slots=True)
class _Box:
    """A heading in its box, measured downwards from the top of the head."""

    lines: list[str]
    left: float
    width: float
    top: float
    height: float


class LongHead:
    """The headings of some columns on a sheet; drawn anew on every page."""

    def __init__(self, columns: Sequence[LongColumn], sheet: SheetSize) -> None:
        self._columns, self._sheet = columns, sheet
        self._boxes = list(self._lay_out())
        self.height = max(box.top + box.height for box in self._boxes)

    def draw(self, canvas: Canvas, top: float) -> float:
        """Draw the headings down from `top`; return where the rows begin."""
        canvas.setFillGray(0)
        canvas.setLineWidth(0.5)
        canvas.setFont(BOLD, CELL_PT)
        for box in self._boxes:
            canvas.rect(box.left, top - box.top - box.height, box.width, box.height)
            base = top - box.top - (box.height - len(box.lines) * LINE_PT) / 2 - ASCENT
            for line in box.lines:
                canvas.drawCentredString(box.left + box.width / 2, base, line)
                base -= LINE_PT
        return top - self.height

    def _lay_out(self) -> Iterator[_Box]:
        """Groups above, their columns below; a column without a group takes both levels."""
        width = self._sheet.text_width
        lefts = list(accumulate((column.share * width for column in self._columns), initial=self._sheet.left))
        spans = [list(members) for _, members in groupby(range(len(self._columns)), self._group_key)]
        upper = max((_height(self._group_lines(span)) for span in spans if self._columns[span[0]].group), default=0)
        grouped = [_height(self._lines(at)) for at, column in enumerate(self._columns) if column.group]
        alone = [_height(self._lines(at)) for at, column in enumerate(self._columns) if not column.group]
        lower = max([*grouped, *(height - upper for height in alone)])
        for span in spans:
            inside = bool(self._columns[span[0]].group)
            if inside:
                left = lefts[span[0]]
                yield _Box(self._group_lines(span), left, lefts[span[-1] + 1] - left, 0, upper)
            for at in span:
                top = upper if inside else 0
                yield _Box(self._lines(at), lefts[at], lefts[at + 1] - lefts[at], top, upper + lower - top)

    def _group_key(self, at: int) -> str | int:
        return self._columns[at].group or at

    def _lines(self, at: int) -> list[str]:
        return self._broken(self._columns[at].heading, self._columns[at].share)

    def _group_lines(self, span: Sequence[int]) -> list[str]:
        return self._broken(self._columns[span[0]].group, sum(self._columns[at].share for at in span))

    def _broken(self, words: str, share: float) -> list[str]:
        return cell_lines(words, CELL_PT, share * self._sheet.text_width - 2 * PADDING, BOLD)


def _height(lines: list[str]) -> float:
    return len(lines) * LINE_PT + 2 * PADDING
