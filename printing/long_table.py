"""Registers of many hundred pages: rows drawn as they come, page by page, with progress and a way to stop."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING, BinaryIO

from dossiers.errors import KnownError
from printing.cells import cell_lines, text_width
from printing.leaves import RUNNING_HEAD_PT, draw_watermark, new_canvas
from printing.long_head import ASCENT, CELL_PT, LINE_PT, PADDING, LongColumn, LongHead
from printing.sheet_sizes import SheetSize
from printing.typography import REGULAR, checked

if TYPE_CHECKING:
    from reportlab.platypus import Flowable

TOTAL = "total"
"""The drawing that holds the number of pages, which is known only at the end."""

FOOT_GAP = 12

Lines = list[str]


class Stopped(KnownError):
    """Somebody stopped a long list while it was being drawn."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LongTable:
    """What surrounds the rows: blocks that open the first page, the foot of the last, a title above the others."""

    title: str
    columns: Sequence[LongColumn]
    opening: Sequence[Flowable] = ()
    foot: Flowable | None = None
    training: bool = False


def write(
    out: BinaryIO,
    table: LongTable,
    rows: Iterable[Sequence[str]],
    sheet: SheetSize,
    *,
    progress: Callable[[int, int], None] = lambda *_: None,
    stop: Callable[[], bool] = lambda: False,
) -> int:
    """Draw all rows into a PDF and return the number of its pages; the same rows give the same bytes.

    Rows may come from a generator and are not kept. After every page `progress(pages, rows)` hears what is done,
    and `stop()` may answer True: then Stopped is raised and nothing is written. Texts are plain.
    """
    book = _Book(out, table, sheet)
    for number, (row, last) in enumerate(_with_last(rows), start=1):
        for part in book.parts(row):
            if not book.holds(part, before_foot=last):
                book.turn()
                progress(book.pages, number - 1)
                if stop():
                    raise Stopped("Đã dừng theo yêu cầu. Chưa trang nào được in hay ghi.")
                book.begin()
            book.add(part)
    book.finish()
    return book.pages


class _Book:
    """The pages drawn so far and the one being filled."""

    def __init__(self, out: BinaryIO, table: LongTable, sheet: SheetSize) -> None:
        self._canvas, self._table, self._sheet = new_canvas(out, sheet, table.title), table, sheet
        self._head = LongHead(table.columns, sheet)
        self._edges = list(
            accumulate((column.share * sheet.text_width for column in table.columns), initial=sheet.left)
        )
        self.pages, self._top = 0, 0.0
        self.begin(table.opening)

    def parts(self, row: Sequence[str]) -> Iterator[list[Lines]]:
        """The lines of a row's cells; a row taller than a page in as many parts as it takes."""
        room = self._below_running_head - self._head.height - self._sheet.bottom
        most = int((room - 2 * PADDING) / LINE_PT)
        cells = [
            cell_lines(cell, CELL_PT, right - left - 2 * PADDING)
            for cell, (left, right) in zip(row, pairwise(self._edges), strict=True)
        ]
        for start in range(0, max(1, *map(len, cells)), most):
            yield [cell[start : start + most] for cell in cells]

    def begin(self, opening: Sequence[Flowable] = ()) -> None:
        """A new page, down to its column headings."""
        self._begin_page()
        for block in opening:
            width, height = block.wrapOn(self._canvas, self._sheet.text_width, self._top)
            self._top -= height + block.getSpaceBefore()
            block.drawOn(self._canvas, self._sheet.left + (self._sheet.text_width - width) / 2, self._top)
            self._top -= block.getSpaceAfter()
        self._top = self._head.draw(self._canvas, self._top)
        self._rules = [self._top]
        self._words = self._canvas.beginText()
        self._words.setFont(REGULAR, CELL_PT)

    def holds(self, cells: list[Lines], *, before_foot: bool) -> bool:
        """Whether the page has room for one more row; for the last one with the foot, which never stands alone."""
        foot = self._foot_height if before_foot else 0
        return self._top - _height(cells) - foot >= self._sheet.bottom

    def add(self, cells: list[Lines]) -> None:
        """Write a row under the last."""
        for lines, column, (left, right) in zip(cells, self._table.columns, pairwise(self._edges), strict=True):
            base = self._top - PADDING - ASCENT
            for line in lines:
                self._words.setTextOrigin(_start(line, column, left, right), base)
                self._words.textOut(line)
                base -= LINE_PT
        self._top -= _height(cells)
        self._rules.append(self._top)

    def turn(self) -> None:
        """End the page."""
        self._rule_off()
        self._canvas.showPage()

    def finish(self) -> None:
        """End the last page with the foot, say how many pages there are, and write the file."""
        self._rule_off()
        if self._table.foot is not None:
            self._draw_foot(self._table.foot)
        self._canvas.showPage()
        self._canvas.beginForm(TOTAL)
        self._canvas.setFont(REGULAR, RUNNING_HEAD_PT)
        self._canvas.drawString(*self._total_at(), str(self.pages))
        self._canvas.endForm()
        self._canvas.save()

    @property
    def _below_running_head(self) -> float:
        return self._sheet.height - self._sheet.top - 2 * RUNNING_HEAD_PT

    def _begin_page(self) -> None:
        self.pages += 1
        if self._table.training:
            draw_watermark(self._canvas, self._sheet)
        self._canvas.setFillGray(0)
        if self.pages == 1:
            self._top = self._sheet.height - self._sheet.top
        else:
            self._draw_running_head()
            self._top = self._below_running_head

    def _draw_running_head(self) -> None:
        """The title, and the page's number before the place where the total will stand."""
        left, base = self._total_at()
        self._canvas.setFont(REGULAR, RUNNING_HEAD_PT)
        self._canvas.drawString(self._sheet.left, base, checked(self._table.title))
        self._canvas.drawRightString(left, base, f"Trang {self.pages}/")
        self._canvas.doForm(TOTAL)

    def _total_at(self) -> tuple[float, float]:
        """Where the number of pages begins: room for four digits, right above the text."""
        room = text_width("0000", RUNNING_HEAD_PT)
        return self._sheet.width - self._sheet.right - room, self._sheet.height - self._sheet.top - RUNNING_HEAD_PT

    def _rule_off(self) -> None:
        """The words of the rows, and the lines around them."""
        self._canvas.drawText(self._words)
        across = [(self._edges[0], at, self._edges[-1], at) for at in self._rules]
        down = [(at, self._rules[0], at, self._rules[-1]) for at in self._edges]
        self._canvas.setLineWidth(0.5)
        self._canvas.lines([*across, *down])

    @property
    def _foot_height(self) -> float:
        """The foot with the gap above it."""
        foot = self._table.foot
        if foot is None:
            return 0.0
        return float(foot.wrapOn(self._canvas, self._sheet.text_width, self._sheet.height)[1]) + FOOT_GAP

    def _draw_foot(self, foot: Flowable) -> None:
        """The foot under the rows; after a row as tall as a page on one of its own."""
        height = self._foot_height
        if self._top - height < self._sheet.bottom:
            self._canvas.showPage()
            self._begin_page()
        foot.drawOn(self._canvas, self._sheet.left, self._top - height)


def _with_last(rows: Iterable[Sequence[str]]) -> Iterator[tuple[Sequence[str], bool]]:
    """Each row, and whether it is the last."""
    waiting: Sequence[str] | None = None
    for row in rows:
        if waiting is not None:
            yield waiting, False
        waiting = row
    if waiting is not None:
        yield waiting, True


def _height(cells: list[Lines]) -> float:
    return max(1, *map(len, cells)) * LINE_PT + 2 * PADDING


def _start(line: str, column: LongColumn, left: float, right: float) -> float:
    """Where a line begins in its cell."""
    if column.align == "left":
        return left + PADDING
    spare = right - left - text_width(line, CELL_PT)
    return left + (spare / 2 if column.align == "centre" else spare - PADDING)
