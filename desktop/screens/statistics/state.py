"""What the statistics screen shows at one moment: a span, a tab, and the answers that are here already."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from desktop.report_asks import NeverUsed, PaceLine, Piece, Series
from desktop.screens.statistics.periods import Period
from dossiers.reporting.figures import Figure
from dossiers.reporting.indicators import Scored
from dossiers.reporting.money import FeeSummary
from dossiers.reporting.six_columns import Sheet
from dossiers.reporting.spans import Span


class Tab(StrEnum):
    """The pages under the four figures, in their order."""

    CHARTS = "charts"
    SECTORS = "sectors"
    PROCEDURES = "procedures"
    CHANNELS = "channels"
    CLERKS = "clerks"
    INDICATORS = "indicators"
    NEVER_USED = "never_used"
    PACES = "paces"
    FEES = "fees"


PIECES: dict[Tab, tuple[Piece, ...]] = {
    Tab.CHARTS: (Piece.SERIES, Piece.PROCEDURES),
    **{tab: (Piece(tab.value),) for tab in Tab if tab is not Tab.CHARTS},
}
"""What each page needs besides the headline."""


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """Answers are None until they are here; `fault` is what is wrong with the days typed."""

    span: Span
    period: Period = Period.MONTH
    tab: Tab = Tab.CHARTS
    busy: bool = False
    fault: str = ""
    headline: tuple[Figure, ...] | None = None
    series: Series | None = None
    sectors: Sheet | None = None
    procedures: Sheet | None = None
    channels: Sheet | None = None
    clerks: Sheet | None = None
    indicators: tuple[Scored, ...] | None = None
    never_used: NeverUsed | None = None
    paces: tuple[PaceLine, ...] | None = None
    fees: FeeSummary | None = None

    def answer(self, piece: Piece) -> Any:
        """What was answered to one question, or None."""
        return getattr(self, piece.value)

    @property
    def as_of(self) -> datetime | None:
        """The UTC instant the headline was counted."""
        return self.headline[0].as_of if self.headline else None

    @property
    def table(self) -> Any:
        """The answer that the page in front shows as a table, or None."""
        return self.answer(PIECES[self.tab][0])
