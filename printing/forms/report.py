"""Biểu 06/VPCP/KSTT and the indicators of QĐ 766/QĐ-TTg on paper, from sheets whose identities were checked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from io import BytesIO
from typing import TYPE_CHECKING

from dossiers.clock import local_date, say_time
from dossiers.office import Office
from dossiers.reporting.figures import Grouping, Measure
from dossiers.reporting.indicators import LEFT_OUT, SOURCE, Scored
from dossiers.reporting.six_columns import Line, Sheet
from dossiers.reporting.words import GROUPING_WORDS, line_words
from printing.blocks import Cell, Column, Signature, line, ruled_table, signatures, title
from printing.leaves import bind
from printing.letterhead import letterhead
from printing.long_head import LongColumn
from printing.long_table import LongTable, write
from printing.overrides import AS_SHIPPED, Overrides
from printing.sheet_sizes import A4, A4_LANDSCAPE, SheetSize
from printing.slip import signed_by, slip
from printing.typography import plain, slanted, strong
from printing.words import figures

if TYPE_CHECKING:
    from reportlab.platypus import Flowable

SLUG_06 = "report_06"
SLUG_766 = "report_766"

_IN, _DONE, _OPEN = "Số lượng hồ sơ tiếp nhận", "Số lượng hồ sơ đã giải quyết", "Số lượng hồ sơ đang giải quyết"
COUNTED = (
    (Measure.TOTAL, "Tổng số", _IN, "(1) = (2) + (3) + (4)"),
    (Measure.RECEIVED_ONLINE, "Trong kỳ: trực tuyến", _IN, "(2)"),
    (Measure.RECEIVED_DIRECT, "Trong kỳ: trực tiếp, BCCI", _IN, "(3)"),
    (Measure.CARRIED_OVER, "Từ kỳ trước", _IN, "(4)"),
    (Measure.SETTLED, "Tổng số", _DONE, "(5) = (6) + (7) + (8)"),
    (Measure.EARLY, "Trước hạn", _DONE, "(6)"),
    (Measure.ON_TIME, "Đúng hạn", _DONE, "(7)"),
    (Measure.LATE, "Quá hạn", _DONE, "(8)"),
    (Measure.OPEN, "Tổng số", _OPEN, "(9) = (10) + (11)"),
    (Measure.OPEN_IN_TIME, "Trong hạn", _OPEN, "(10)"),
    (Measure.OPEN_OVERDUE, "Quá hạn", _OPEN, "(11)"),
)
"""The columns of the official sheet (TT 02/2017/TT-VPCP, TT 01/2020/TT-VPCP; domain 6.7), and how they add up."""

SCORED_HEADINGS = ("Chỉ tiêu", "Tử số", "Mẫu số", "Tỷ lệ", "Mục tiêu", "Cách tính", "Khoảng ngày", "Tính đến")

INDICATOR_COLUMNS = (
    Column("STT", 0.07), Column("Chỉ tiêu và cách tính", 0.53), Column("Số đếm được", 0.16), Column("Tỷ lệ", 0.12),
    Column("Mục tiêu", 0.12),
)  # fmt: skip


def render_06(sheet: Sheet, office: Office, *, overrides: Overrides = AS_SHIPPED) -> bytes:
    """The PDF of the six columns on A4 lying on its side; a line each, and the sums."""
    on = local_date(sheet.as_of)
    texts = overrides.of(SLUG_06, office, on)
    below = f"Biểu 06/VPCP/KSTT. {sheet.span.sentence}. Đơn vị tính: số hồ sơ. Tính đến {say_time(sheet.as_of)}"
    share = 0.72 / len(COUNTED)
    table = LongTable(
        title=f"{texts.form.title}, {sheet.span.words}",
        columns=[
            LongColumn("STT", 0.05, align="centre"), LongColumn(GROUPING_WORDS[sheet.grouping], 0.23),
            *(LongColumn(heading, share, group, "centre") for _, heading, group, _ in COUNTED),
        ],
        opening=[letterhead(texts.issuer, on, A4_LANDSCAPE), *title(texts.form.title, A4_LANDSCAPE, below)],
        foot=signatures(
            [Signature(texts.say("author")), Signature(texts.say("head"))], A4_LANDSCAPE.text_width, A4_LANDSCAPE
        ),
        training=office.training,
    )  # fmt: skip
    out = BytesIO()
    write(out, table, _rows_06(sheet), A4_LANDSCAPE)
    return out.getvalue()


def _rows_06(sheet: Sheet) -> Iterator[Sequence[str]]:
    """How the columns add up, the lines, the sums."""
    yield ("", "", *(formula for *_, formula in COUNTED))
    if sheet.grouping is not Grouping.NOTHING:
        for number, each in enumerate(sheet.lines, start=1):
            yield (str(number), line_words(each), *counts_of(each))
    yield ("", "Tổng cộng", *counts_of(sheet.sum))


def counts_of(each: Line) -> list[str]:
    """A line's eleven columns."""
    return [figures(each.count(measure)) for measure, *_ in COUNTED]


def render_766(scored: Sequence[Scored], office: Office, *, overrides: Overrides = AS_SHIPPED) -> bytes:
    """The PDF of the indicators on A4, each with its rule and its base, and what is left out."""
    first = scored[0].figure
    on = local_date(first.as_of)
    texts = overrides.of(SLUG_766, office, on)
    below = f"{SOURCE}. {first.span.sentence}. Tính đến {say_time(first.as_of)}"
    people = signed_by(A4, Signature(texts.say("author")), Signature(texts.say("head")))
    copy = slip(texts, on, A4, indicator_blocks(scored, A4), people, below=below)
    return bind([copy], A4, f"{texts.form.title}, {first.span.words}", training=office.training)


def indicator_blocks(scored: Sequence[Scored], size: SheetSize) -> list[Flowable]:
    """The table of indicators, and under it what a desk has no data for."""
    rows: list[tuple[Cell, ...]] = [
        (
            str(number), f"{strong(each.indicator.title)}<br/>{plain(each.indicator.rule)}",
            plain(f"{figures(each.figure.numerator)}/{figures(each.figure.denominator or 0)}"),
            plain(each.figure.share), plain(f"{each.indicator.target} %" if each.indicator.target else "–"),
        )
        for number, each in enumerate(scored, start=1)
    ]  # fmt: skip
    return [ruled_table(INDICATOR_COLUMNS, rows, size), *(line(slanted(words), size) for words in LEFT_OUT)]


def lines_06(sheet: Sheet) -> Iterator[tuple[str | int, ...]]:
    """The six columns as a table: headings, lines, sums, and in the last row the days and the hour of counting."""
    yield (GROUPING_WORDS[sheet.grouping], *(f"{group}: {heading}" for _, heading, group, _ in COUNTED))
    for each in sheet.lines:
        yield (line_words(each), *(each.count(measure) for measure, *_ in COUNTED))
    yield ("Tổng cộng", *(sheet.sum.count(measure) for measure, *_ in COUNTED))
    yield (f"{sheet.span.sentence}; tính đến {say_time(sheet.as_of)}",)


def lines_766(scored: Sequence[Scored]) -> Iterator[tuple[str | int, ...]]:
    """The indicators as a table, each with its days and hour of counting."""
    yield SCORED_HEADINGS
    for each in scored:
        figure = each.figure
        target = f"{each.indicator.target} %" if each.indicator.target else ""
        yield (
            each.indicator.title, figure.numerator, figure.denominator or 0, figure.share, target, each.indicator.rule,
            figure.span.words, say_time(figure.as_of),
        )  # fmt: skip
