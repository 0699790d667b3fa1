"""Charts as shapes: sharp on paper at any size, readable in black and white."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from printing.typography import REGULAR, checked, drawing

if TYPE_CHECKING:
    from reportlab.graphics.shapes import Drawing

HEIGHT = 130
LABEL_PT = 8
AXIS_ROOM = 28
FOOT_ROOM = 14
HEAD_ROOM = 16
MOST_LABELS = 16
DARK, LIGHT = 0.25, 0.72
"""Greys of the first and the second bar: apart on any printer."""


@dataclass(frozen=True, slots=True)
class Bars:
    """Two counts side by side under one label."""

    label: str
    first: int
    second: int


def paired_bars(bars: Sequence[Bars], names: tuple[str, str], width: float) -> Drawing:
    """A chart of pairs in `width` points, with its scale, its labels and what the two greys mean."""
    block = drawing(width, HEIGHT)
    top = _round_up(max((max(each.first, each.second) for each in bars), default=0))
    plot_height = HEIGHT - FOOT_ROOM - HEAD_ROOM
    for shape in (
        *_scale(top, plot_height, width),
        *_pairs(bars, top, plot_height, width - AXIS_ROOM),
        *_legend(names, width),
    ):
        block.add(shape)
    return block


def _round_up(most: int) -> int:
    """The next 4, 8, 20, 40, 80, 200 …: its quarters are whole numbers."""
    step = 1
    while True:
        for quarter in (1, 2, 5):
            if most <= 4 * quarter * step:
                return 4 * quarter * step
        step *= 10


def _scale(top: int, height: float, width: float) -> Iterator[Any]:
    """Quarters of the scale: a thin line and its number."""
    from reportlab.graphics.shapes import Line

    for quarter in range(5):
        at = FOOT_ROOM + height * quarter / 4
        yield Line(AXIS_ROOM, at, width, at, strokeWidth=0.6 if quarter == 0 else 0.25, strokeColor=_grey(0.5))
        yield _words(str(top * quarter // 4), AXIS_ROOM - 4, at - LABEL_PT / 3, "end")


def _pairs(bars: Sequence[Bars], top: int, height: float, width: float) -> Iterator[Any]:
    from reportlab.graphics.shapes import Rect

    room = width / max(len(bars), 1)
    thick = room * 0.38
    every = -(-len(bars) // MOST_LABELS) or 1
    for place, each in enumerate(bars):
        left = AXIS_ROOM + room * place + room * 0.12
        for count, shift, grey in ((each.first, 0.0, DARK), (each.second, thick, LIGHT)):
            if count:
                tall = height * count / top
                yield Rect(left + shift, FOOT_ROOM, thick, tall, strokeWidth=0.3, fillColor=_grey(grey))
        if place % every == 0:
            yield _words(each.label, left + thick, FOOT_ROOM - LABEL_PT - 2, "middle")


def _legend(names: tuple[str, str], width: float) -> Iterator[Any]:
    """A square of each grey and its word, above the bars."""
    from reportlab.graphics.shapes import Rect

    for name, grey, left in zip(names, (DARK, LIGHT), (AXIS_ROOM, AXIS_ROOM + width * 0.25), strict=True):
        yield Rect(left, HEIGHT - LABEL_PT, LABEL_PT, LABEL_PT, strokeWidth=0.3, fillColor=_grey(grey))
        yield _words(name, left + LABEL_PT + 4, HEIGHT - LABEL_PT + 1, "start")


def _words(text: str, left: float, base: float, anchor: str) -> Any:
    from reportlab.graphics.shapes import String

    return String(left, base, checked(text), fontName=REGULAR, fontSize=LABEL_PT, textAnchor=anchor)


def _grey(level: float) -> Any:
    from reportlab.lib.colors import Color

    return Color(level, level, level)
