"""A report into a file: the PDF of its form, or its table as a spreadsheet; whole or not at all."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from dossiers.clock import say_time
from dossiers.office import Office
from dossiers.reporting.figures import Figure
from dossiers.reporting.indicators import Scored
from dossiers.reporting.monthly import Monthly
from dossiers.reporting.six_columns import Sheet
from dossiers.reporting.words import GROUPING_WORDS, line_words

if TYPE_CHECKING:
    from printing.overrides import Overrides

Report = Sheet | Sequence[Scored] | Monthly
"""Biểu 06, the indicators of QĐ 766, or the leader's report."""

Row = tuple[str | int, ...]

SCORED_HEADINGS = ("Chỉ tiêu", "Tử số", "Mẫu số", "Tỷ lệ", "Mục tiêu", "Cách tính", "Khoảng ngày", "Tính đến")


def pdf_of(report: Report, office: Office, words: "Overrides | None" = None) -> bytes:
    """The report's form, in the office's own `words` where it has some."""
    from printing.forms import monthly_report
    from printing.forms import report as official
    from printing.overrides import AS_SHIPPED

    overrides = words or AS_SHIPPED
    match report:
        case Sheet():
            return official.render_06(report, office, overrides=overrides)
        case Monthly():
            return monthly_report.render(report, office, overrides=overrides)
        case _:
            return official.render_766(report, office, overrides=overrides)


def write_pdf(path: Path, report: Report, office: Office) -> None:
    """The report's form in a file; raises KnownError where the disk refuses."""
    from dossiers.store.durable import write_whole

    write_whole(path, [pdf_of(report, office)])


def write_xlsx(path: Path, report: Report) -> None:
    """The report's table in a file: of the leader's report, the columns by procedure."""
    from dossiers import spreadsheet

    sheet = report.by_procedure if isinstance(report, Monthly) else report
    headings, *rows = lines_06(sheet) if isinstance(sheet, Sheet) else lines_766(sheet)
    spreadsheet.write(path, [str(words) for words in headings], rows)


def lines_06(sheet: Sheet) -> Iterator[Row]:
    """The six columns as a table: headings, lines, sums, and in the last row the days and the hour of counting."""
    from printing.forms.report import COUNTED

    yield (GROUPING_WORDS[sheet.grouping], *(f"{group}: {heading}" for _, heading, group, _ in COUNTED))
    for each in sheet.lines:
        yield (line_words(each), *(each.count(measure) for measure, *_ in COUNTED))
    yield ("Tổng cộng", *(sheet.sum.count(measure) for measure, *_ in COUNTED))
    yield (f"{sheet.span.sentence}; tính đến {say_time(sheet.as_of)}",)


def lines_766(scored: Sequence[Scored]) -> Iterator[Row]:
    """The indicators as a table, each with its days and hour of counting."""
    yield SCORED_HEADINGS
    for each in scored:
        figure: Figure = each.figure
        target = f"{each.indicator.target} %" if each.indicator.target else ""
        yield (
            each.indicator.title, figure.numerator, figure.denominator or 0, figure.share, target, each.indicator.rule,
            figure.span.words, say_time(figure.as_of),
        )  # fmt: skip
