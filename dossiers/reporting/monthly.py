"""The report a leader reads: the six columns by sector, procedure and channel, headline, indicators, pace and money."""

from dataclasses import dataclass

from dossiers.procedure import Procedure
from dossiers.reporting.figures import Figure, Measure
from dossiers.reporting.indicators import Scored
from dossiers.reporting.money import FeeSummary
from dossiers.reporting.pace import Paces
from dossiers.reporting.six_columns import Sheet
from dossiers.reporting.spans import Point

HEADLINE = (
    (Measure.RECEIVED, None), (Measure.RETURNED, None), (Measure.IN_TIME, Measure.SETTLED),
    (Measure.OPEN_OVERDUE, Measure.OPEN), (Measure.SATURDAY, Measure.RECEIVED),
)  # fmt: skip
"""The figures that stand first, each with what it is a part of."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Monthly:
    """A month, or any other span, as counted in one go.

    `never_used` of the `offered` procedures in force at the end of the span were asked for by nobody.
    """

    by_sector: Sheet
    by_procedure: Sheet
    by_channel: Sheet
    headline: tuple[Figure, ...]
    indicators: tuple[Scored, ...]
    series: tuple[Point, ...]
    paces: Paces
    fees: FeeSummary
    never_used: tuple[Procedure, ...]
    offered: int
