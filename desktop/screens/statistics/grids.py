"""Every table of the statistics as plain cells: headings in two levels, words, numbers, and what each number opens."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import Any

from desktop.i18n import t
from desktop.report_asks import NeverUsed, PaceLine, Series, read_fee_keys
from desktop.screens.statistics.periods import bar_span
from desktop.screens.statistics.state import State, Tab
from desktop.screens.statistics.words import (
    MODES,
    Target,
    days_words,
    line_name,
    measure_words,
    minutes_words,
    parts_words,
    target,
)
from dossiers.clock import say_date
from dossiers.reporting.figures import Figure, Grouping, Measure, dotted
from dossiers.reporting.indicators import Scored
from dossiers.reporting.money import FeeLine, FeeSummary
from dossiers.reporting.pace import Pace
from dossiers.reporting.six_columns import Line, Sheet
from dossiers.reporting.spans import Point
from dossiers.reporting.words import GROUPING_WORDS


@dataclass(frozen=True, slots=True)
class Heading:
    """A column's words; neighbours of one `group` stand under it."""

    words: str
    group: str = ""


@dataclass(frozen=True, slots=True)
class Cell:
    """What stands in one place; a whole `number` is summed in a spreadsheet, `target` is the list it opens."""

    words: str
    number: int | None = None
    target: Target | None = None


@dataclass(frozen=True, slots=True)
class Grid:
    """A table; its first row is the sum of the others where `summed`."""

    headings: tuple[Heading, ...]
    rows: tuple[tuple[Cell, ...], ...]
    summed: bool = False


IN, DONE, OPEN = "Tiếp nhận", "Đã giải quyết", "Đang giải quyết"
SIX_COLUMNS = (
    (Measure.TOTAL, "Tổng số", IN), (Measure.RECEIVED_ONLINE, "Trực tuyến", IN),
    (Measure.RECEIVED_DIRECT, "Trực tiếp, BC", IN), (Measure.CARRIED_OVER, "Kỳ trước", IN),
    (Measure.SETTLED, "Tổng số", DONE), (Measure.EARLY, "Trước hạn", DONE), (Measure.ON_TIME, "Đúng hạn", DONE),
    (Measure.LATE, "Quá hạn", DONE),
    (Measure.OPEN, "Tổng số", OPEN), (Measure.OPEN_IN_TIME, "Trong hạn", OPEN),
    (Measure.OPEN_OVERDUE, "Quá hạn", OPEN),
)  # fmt: skip
"""The columns of Biểu 06/VPCP/KSTT in its order; a pair of sums and their parts for each group."""

SHEETS = {
    Tab.SECTORS: Grouping.SECTOR, Tab.PROCEDURES: Grouping.PROCEDURE, Tab.CHANNELS: Grouping.CHANNEL,
    Tab.CLERKS: Grouping.CLERK,
}  # fmt: skip
COLUMNS = {
    Tab.CHARTS: ("Từ ngày", "Đến ngày", "Tiếp nhận", "Đã giải quyết"),
    Tab.INDICATORS: ("Chỉ số", "Kết quả", "Đạt", "Trên", "Mục tiêu"),
    Tab.NEVER_USED: ("Mã thủ tục", "Tên thủ tục", "Lĩnh vực"),
    Tab.PACES: ("Hồ sơ", "Một nửa trong", "9 phần 10 trong"),
    Tab.FEES: (
        "Cán bộ", "Cách thu", "Biên lai", "Phí (đ)", "Lệ phí (đ)", "Trả lại (đ)", "Còn giữ (đ)", "Đã hủy", "Đã hủy (đ)",
    ),
}  # fmt: skip
PACE_GROUPS = ("Giải quyết, tính giờ làm việc", "Chờ đến lấy, tính cả ngày nghỉ")


def grid_of(state: State) -> Grid:
    """The table of the page in front, whose answer is here."""
    return MAKERS[state.tab](state, state.table)


def headings(tab: Tab) -> tuple[Heading, ...]:
    """The plain headings of a page's table."""
    return tuple(Heading(t(words)) for words in COLUMNS[tab])


def sheet_grid(_: State, sheet: Sheet) -> Grid:
    """The six columns, the whole office first."""
    first = Heading(t(GROUPING_WORDS[sheet.grouping]))
    columns = (first, *(Heading(t(words), t(group)) for _, words, group in SIX_COLUMNS))
    total = (Cell(t("Toàn đơn vị")), *_counts(sheet, sheet.sum, ""))
    rows = []
    for line in sheet.lines:
        name = line_name(sheet.grouping, line.name)
        rows.append((Cell(name), *_counts(sheet, line, name)))
    return Grid(columns, (total, *rows), summed=True)


def _counts(sheet: Sheet, line: Line, name: str) -> Iterator[Cell]:
    for measure, _, _ in SIX_COLUMNS:
        yield figure_cell(sheet.figure(line, measure), name)


def figure_cell(figure: Figure, name: str = "") -> Cell:
    """A count that opens its dossiers."""
    return Cell(dotted(figure.numerator), figure.numerator, target(figure, name))


def identity_words(sheet: Sheet) -> str:
    """What came in is what was settled and what is in hand; a sheet where it is not so cannot be made."""
    return t(
        "Khớp: {total} tiếp nhận = {settled} đã giải quyết + {open} đang giải quyết.",
        total=dotted(sheet.sum.total), settled=dotted(sheet.sum.settled), open=dotted(sheet.sum.open),
    )  # fmt: skip


def indicators_grid(_: State, scored: tuple[Scored, ...]) -> Grid:
    """The shares of QĐ 766/QĐ-TTg; the numerator opens its list."""
    return Grid(headings(Tab.INDICATORS), tuple(_indicator_row(each) for each in scored))


def _indicator_row(scored: Scored) -> tuple[Cell, ...]:
    figure, aim = scored.figure, scored.indicator.target
    base = Figure(
        measure=figure.base or figure.measure, numerator=figure.denominator or 0, span=figure.span, as_of=figure.as_of
    )
    return (
        Cell(t(scored.indicator.title)), Cell(figure.share, target=target(figure)), figure_cell(figure),
        figure_cell(base), Cell(f"{aim} %" if aim is not None else ""),
    )  # fmt: skip


def never_used_grid(_: State, never: NeverUsed) -> Grid:
    """The procedures nobody asked for."""
    rows = tuple((Cell(each.code), Cell(each.name), Cell(each.sector)) for each in never.procedures)
    return Grid(headings(Tab.NEVER_USED), rows)


def paces_grid(state: State, lines: tuple[PaceLine, ...]) -> Grid:
    """How long the work took and how long results waited."""
    columns = (
        Heading(t("Thủ tục")), *(Heading(each.words, t(group)) for group in PACE_GROUPS for each in headings(Tab.PACES))
    )  # fmt: skip
    return Grid(columns, tuple(tuple(_pace_row(state, line)) for line in lines), summed=True)


def _pace_row(state: State, line: PaceLine) -> Iterator[Cell]:
    yield Cell(line.name or t("Toàn đơn vị"))
    kinds = ((line.paces.work, Measure.SETTLED, minutes_words), (line.paces.fetching, Measure.RETURNED, days_words))
    for pace, measure, say in kinds:
        yield _cases(state, line, pace, measure)
        yield Cell(say(pace.median_minutes) if pace else "–")
        yield Cell(say(pace.p90_minutes) if pace else "–")


def _cases(state: State, line: PaceLine, pace: Pace | None, measure: Measure) -> Cell:
    if pace is None or state.as_of is None:
        return Cell("0", 0)
    figure = Figure(
        measure=measure, numerator=pace.cases, span=state.span, as_of=state.as_of, slice=line.part
    )
    return figure_cell(figure, line.name)


def fees_grid(_: State, fees: FeeSummary) -> Grid:
    """Receipts and đồng by clerk and way of paying; voided ones apart."""
    rows = tuple(tuple(_fee_row(fees, line)) for line in (None, *fees.lines))
    return Grid(headings(Tab.FEES), rows, summed=True)


def _fee_row(fees: FeeSummary, line: FeeLine | None) -> Iterator[Cell]:
    def amount(column: str) -> int:
        return fees.total(column) if line is None else int(getattr(line, column))

    def receipts(column: str, *, voided: bool) -> Cell:
        count = amount(column)
        words = t("Biên lai đã hủy") if voided else t("Biên lai")
        title = " · ".join(filter(None, (words, line.clerk if line else "", fees.span.words)))
        opened = Target(title, partial(read_fee_keys, span=fees.span, line=line, voided=voided)) if count else None
        return Cell(dotted(count), count, opened)

    yield Cell(line.clerk if line else t("Toàn đơn vị"))
    yield Cell(t(MODES[line.mode]) if line else "")
    yield receipts("receipts", voided=False)
    for column in ("fee_vnd", "charge_vnd", "refunded_vnd", "kept_vnd"):
        yield Cell(dotted(amount(column)), amount(column))
    yield receipts("voided", voided=True)
    yield Cell(dotted(amount("voided_vnd")), amount("voided_vnd"))


def series_grid(state: State, series: Series) -> Grid:
    """The chart of received and settled as numbers."""
    return Grid(headings(Tab.CHARTS), tuple(tuple(_point_row(state, series, point)) for point in series.points))


def _point_row(state: State, series: Series, point: Point) -> Iterator[Cell]:
    span = bar_span(point.begins_on, series.step, state.span)
    yield from (Cell(say_date(span.first)), Cell(say_date(span.last)))
    yield from (figure_cell(each) for each in point_figures(state, series, point))


def point_figures(state: State, series: Series, point: Point) -> tuple[Figure, ...]:
    """What came and what was settled in the days of one bar."""
    if state.as_of is None:
        return ()
    span = bar_span(point.begins_on, series.step, state.span)
    counts = ((Measure.RECEIVED, point.received), (Measure.SETTLED, point.settled))
    return tuple(Figure(measure=each, numerator=count, span=span, as_of=state.as_of) for each, count in counts)


def spoken(figure: Figure, name: str = "") -> str:
    """A figure as it is read aloud and shown over a bar."""
    about = f"{name}: " if name else ""
    return f"{about}{measure_words(figure)} {figure.share or dotted(figure.numerator)} ({parts_words(figure)})"


MAKERS: dict[Tab, Callable[[State, Any], Grid]] = {
    Tab.CHARTS: series_grid, Tab.SECTORS: sheet_grid, Tab.PROCEDURES: sheet_grid, Tab.CHANNELS: sheet_grid,
    Tab.CLERKS: sheet_grid, Tab.INDICATORS: indicators_grid, Tab.NEVER_USED: never_used_grid, Tab.PACES: paces_grid,
    Tab.FEES: fees_grid,
}  # fmt: skip
"""Which answer becomes which table."""
