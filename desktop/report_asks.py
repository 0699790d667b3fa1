"""What the statistics ask of the desk, in pieces small enough that nobody at the counter waits for one.

Functions for `jobs.latest` and `jobs.ask`; each runs on the database thread and may be interrupted.
"""

from array import array
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from dossiers.procedure import Procedure
from dossiers.reporting.figures import Figure, Grouping, Measure, Slice
from dossiers.reporting.money import FeeLine
from dossiers.reporting.pace import Paces
from dossiers.reporting.spans import Point, Span, Step

if TYPE_CHECKING:
    from desktop.jobs import Desk

HEADLINE = (
    (Measure.RECEIVED, Measure.TOTAL), (Measure.SETTLED, Measure.TOTAL), (Measure.IN_TIME, Measure.SETTLED),
    (Measure.OPEN_OVERDUE, Measure.OPEN),
)  # fmt: skip
"""The four big figures, each with what it is a part of."""

PACED_PROCEDURES = 10


class Piece(StrEnum):
    """One question; its value names the field of the screen's state that holds the answer."""

    HEADLINE = "headline"
    SERIES = "series"
    SECTORS = "sectors"
    PROCEDURES = "procedures"
    CHANNELS = "channels"
    CLERKS = "clerks"
    INDICATORS = "indicators"
    NEVER_USED = "never_used"
    PACES = "paces"
    FEES = "fees"


@dataclass(frozen=True, slots=True, kw_only=True)
class Series:
    """Received and settled along a span, one point for each step."""

    step: Step
    points: tuple[Point, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class NeverUsed:
    """The procedures nobody asked for, out of how many in force."""

    procedures: tuple[Procedure, ...]
    in_force: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PaceLine:
    """How long the dossiers of one procedure took; the empty name is the whole office."""

    name: str
    part: Slice
    paces: Paces


Question = Callable[["Desk", Span], object]


def ask_headline(desk: "Desk", span: Span) -> tuple[Figure, ...]:
    """The four big figures, all of one instant."""
    return desk.reports.figures(HEADLINE, span)


def ask_series(step: Step) -> Question:
    """The question for a chart whose bars are this wide."""
    return lambda desk, span: Series(step=step, points=desk.reports.series(span, step))


def ask_sheet(grouping: Grouping) -> Question:
    """The question for the six columns by sector, procedure, channel or clerk."""
    return lambda desk, span: desk.reports.sheet(span, grouping)


def ask_never_used(desk: "Desk", span: Span) -> NeverUsed:
    """What nobody asked for."""
    return NeverUsed(procedures=desk.reports.never_used(span), in_force=len(desk.catalogue.all(span.last)))


def ask_paces(desk: "Desk", span: Span) -> tuple[PaceLine, ...]:
    """The whole office first, then the busiest procedures."""
    lines = desk.reports.sheet(span, Grouping.PROCEDURE).lines[:PACED_PROCEDURES]
    parts = (("", Slice()), *((line.name, line.slice) for line in lines))
    return tuple(PaceLine(name=name, part=part, paces=desk.reports.paces(span, part)) for name, part in parts)


QUESTIONS: Mapping[Piece, Question] = {
    Piece.HEADLINE: ask_headline,
    Piece.SECTORS: ask_sheet(Grouping.SECTOR),
    Piece.PROCEDURES: ask_sheet(Grouping.PROCEDURE),
    Piece.CHANNELS: ask_sheet(Grouping.CHANNEL),
    Piece.CLERKS: ask_sheet(Grouping.CLERK),
    Piece.INDICATORS: lambda desk, span: desk.reports.indicators(span),
    Piece.NEVER_USED: ask_never_used,
    Piece.PACES: ask_paces,
    Piece.FEES: lambda desk, span: desk.reports.fees(span),
}
"""Every piece but the series, whose step depends on the span."""


def read_keys(desk: "Desk", figure: Figure, without: Sequence[Figure] = ()) -> "array[int]":
    """The dossiers of a figure, those of some others left out; the newest first."""
    keys = desk.reports.keys(figure)
    if not without:
        return keys
    taken = {key for other in without for key in desk.reports.keys(other)}
    return array("q", (key for key in keys if key not in taken))


def read_fee_keys(desk: "Desk", span: Span, line: FeeLine | None, *, voided: bool) -> "array[int]":
    """The dossiers whose receipts a line of the fee summary counts; of all lines where none is named."""
    return desk.reports.fee_keys(span, line, voided=voided)
