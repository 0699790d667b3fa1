"""The charts: what came and went along the span, the busiest procedures, and how punctual the settled were."""

from collections.abc import Callable, Iterator, Sequence

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.i18n import t
from desktop.report_asks import Series
from desktop.screens.statistics.grids import point_figures, spoken
from desktop.screens.statistics.periods import bar_span
from desktop.screens.statistics.state import State
from desktop.screens.statistics.words import Target, target
from desktop.theme import tokens
from desktop.theme.theme import Theme
from desktop.theme.tokens import Tone
from desktop.widgets import Card
from desktop.widgets.chart import Bar, Chart, Look, Pattern
from desktop.widgets.chart_kinds import Columns, Rows, Shares
from dossiers.reporting.figures import Figure, Measure
from dossiers.reporting.six_columns import Sheet
from dossiers.reporting.spans import Span, Step

Open = Callable[[Target | None], None]
"""What a page calls when a number is pressed."""

FLOW = (("Tiếp nhận", Tone.INFO, Pattern.SOLID), ("Đã giải quyết", Tone.OK, Pattern.STRIPES))
BUSIEST = (("Tiếp nhận", Tone.INFO, Pattern.SOLID),)
PUNCTUAL = (
    ("Trước hạn", Tone.OK, Pattern.SOLID), ("Đúng hạn", Tone.INFO, Pattern.STRIPES),
    ("Quá hạn", Tone.BAD, Pattern.CROSSED),
)  # fmt: skip
TITLES = {
    Step.DAY: "Tiếp nhận và giải quyết theo ngày", Step.WEEK: "Tiếp nhận và giải quyết theo tuần",
    Step.MONTH: "Tiếp nhận và giải quyết theo tháng",
}  # fmt: skip
NOTHING = "Chưa có hồ sơ nào trong khoảng này."
MOST_ROWS = 10
"""Procedures with a bar of their own; the rest share one."""

Opening = tuple[Bar, Target | None]


class ChartsPage(QWidget):
    """Three charts on cards; a bar opens its dossiers."""

    def __init__(self, theme: Theme, on_open: Open) -> None:
        super().__init__()
        self._on_open = on_open
        self._targets: dict[Chart, list[Target | None]] = {}
        self._shown: tuple[Series | None, Sheet | None] = (None, None)
        nothing = t("Chưa có hồ sơ nào trong khoảng này.")
        self.flow = Columns(theme, t(TITLES[Step.DAY]), looks(FLOW), nothing)
        self.busiest = Rows(theme, t("Tiếp nhận theo thủ tục"), looks(BUSIEST), nothing)
        self.punctual = Shares(theme, t("Hồ sơ đã giải quyết: trước, đúng và quá hạn"), looks(PUNCTUAL), nothing)
        self.flow.opened.connect(self._on_flow)
        self.busiest.opened.connect(self._on_busiest)
        self.punctual.opened.connect(self._on_punctual)
        self._lay_out()

    def show_state(self, state: State) -> None:
        """Other bars, once both answers are here."""
        if state.series is None or state.procedures is None or (state.series, state.procedures) == self._shown:
            return
        self._shown = state.series, state.procedures
        self._show(self.flow, flow_bars(state, state.series), t(TITLES[state.series.step]))
        self._show(self.busiest, procedure_bars(state.procedures))
        self._show(self.punctual, punctual_bars(state.procedures))

    def _show(self, chart: Chart, openings: Iterator[Opening], title: str = "") -> None:
        both = list(openings)
        self._targets[chart] = [target for _, target in both]
        chart.show_bars([bar for bar, _ in both], title)

    def _open(self, chart: Chart, at: int) -> None:
        self._on_open(self._targets[chart][at])

    def _on_flow(self, at: int) -> None:
        self._open(self.flow, at)

    def _on_busiest(self, at: int) -> None:
        self._open(self.busiest, at)

    def _on_punctual(self, at: int) -> None:
        self._open(self.punctual, at)

    def _lay_out(self) -> None:
        both, left = QHBoxLayout(self), QVBoxLayout()
        both.setContentsMargins(0, tokens.GAP, 0, 0)
        both.setSpacing(tokens.CARD_GAP)
        left.setSpacing(tokens.GAP)
        left.addWidget(_carded(self.flow), 3)
        left.addWidget(_carded(self.punctual), 1)
        both.addLayout(left, 3)
        both.addWidget(_carded(self.busiest), 2)


def looks(kinds: Sequence[tuple[str, Tone, Pattern]]) -> tuple[Look, ...]:
    """The looks of a chart in the language of the window."""
    return tuple(Look(t(words), tone, pattern) for words, tone, pattern in kinds)


def flow_bars(state: State, series: Series) -> Iterator[Opening]:
    """Two columns for each step."""
    for point in series.points:
        span = bar_span(point.begins_on, series.step, state.span)
        for look, figure in enumerate(point_figures(state, series, point)):
            yield Bar(axis_words(span, series.step), figure.numerator, spoken(figure), look), target(figure)


def axis_words(span: Span, step: Step) -> str:
    """A step under the axis: '12/11' for a day or the first day of a week, '11/2026' for a month."""
    first = span.first
    return f"{first.month}/{first.year}" if step is Step.MONTH else f"{first.day}/{first.month}"


def procedure_bars(sheet: Sheet) -> Iterator[Opening]:
    """The procedures most asked for, and one bar for all others."""
    lines = sorted((line for line in sheet.lines if line.received), key=lambda line: (-line.received, line.name))
    top, rest = lines[:MOST_ROWS], lines[MOST_ROWS:]
    named = tuple(sheet.figure(line, Measure.RECEIVED) for line in top)
    for line, figure in zip(top, named, strict=True):
        yield Bar(line.name, figure.numerator, spoken(figure, line.name)), target(figure, line.name)
    if rest:
        words = t("{count} thủ tục khác", count=len(rest))
        count = sum(line.received for line in rest)
        whole = sheet.figure(sheet.sum, Measure.RECEIVED)
        yield Bar(words, count, f"{words}: {count}"), target(whole, words, without=named)


def punctual_bars(sheet: Sheet) -> Iterator[Opening]:
    """The three parts of what was settled."""
    for look, measure in enumerate((Measure.EARLY, Measure.ON_TIME, Measure.LATE)):
        figure: Figure = sheet.figure(sheet.sum, measure, Measure.SETTLED)
        yield Bar(t(PUNCTUAL[look][0]), figure.numerator, spoken(figure), look), target(figure)


def _carded(chart: Chart) -> Card:
    card = Card()
    card.body.setContentsMargins(12, 8, 12, 8)
    card.body.addWidget(chart, 1)
    return card
