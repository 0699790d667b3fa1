"""A report into a file: the PDF of its form, or its table as a spreadsheet; whole or not at all."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from dossiers.office import Office
from dossiers.reporting.indicators import Scored
from dossiers.reporting.monthly import Monthly
from dossiers.reporting.six_columns import Sheet

if TYPE_CHECKING:
    from printing.overrides import Overrides

Report = Sheet | Sequence[Scored] | Monthly
"""Biểu 06, the indicators of QĐ 766, or the leader's report."""


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
    from printing.forms.report import lines_06, lines_766

    sheet = report.by_procedure if isinstance(report, Monthly) else report
    headings, *rows = lines_06(sheet) if isinstance(sheet, Sheet) else lines_766(sheet)
    spreadsheet.write(path, [str(words) for words in headings], rows)
