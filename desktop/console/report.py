"""Count the office's figures for some days: Biểu 06/VPCP/KSTT, the indicators of QĐ 766, or the leader's report."""

import argparse
import json
from datetime import date
from pathlib import Path
from typing import Any

from desktop.console.homes import home_arguments, open_home
from desktop.people_asks import note_export
from desktop.report_files import Report, write_pdf, write_xlsx
from dossiers.clock import local, local_date
from dossiers.errors import InvalidInput
from dossiers.reporting.figures import Figure, Grouping
from dossiers.reporting.indicators import LEFT_OUT
from dossiers.reporting.monthly import Monthly
from dossiers.reporting.pace import Pace
from dossiers.reporting.six_columns import LEAVES, Line, Sheet
from dossiers.reporting.spans import Span, month_of
from dossiers.store.desk import Desk

REPORT_WORDS = {"06": "Biểu 06/VPCP/KSTT", "766": "Chỉ số QĐ 766", "month": "Báo cáo công việc"}
"""What each form is called in the access record."""


def arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `motcua report`."""
    home_arguments(parser)
    parser.add_argument("--from", dest="first", default="", metavar="YYYY-MM-DD", help="first day (this month's first)")
    parser.add_argument("--to", dest="last", default="", metavar="YYYY-MM-DD", help="last day (its month's last)")
    parser.add_argument("--form", choices=tuple(REPORT_WORDS), default="month", help="which report (month)")
    parser.add_argument(
        "--by",
        choices=[each.value for each in Grouping],
        default=Grouping.SECTOR.value,
        help="lines of form 06 (sector)",
    )
    out = parser.add_mutually_exclusive_group()
    out.add_argument("--pdf", type=Path, metavar="FILE", help="write it as a PDF on A4")
    out.add_argument("--xlsx", type=Path, metavar="FILE", help="write its table as a spreadsheet")
    out.add_argument("--json", action="store_true", help="answer as one JSON object")


def run(options: argparse.Namespace) -> int:
    """Count, then print, or write the file asked for, which is on record; no dossier changes."""
    with open_home(options) as desk:
        span = span_of(options, local_date(desk.clock()))
        if options.pdf or options.xlsx:
            note_export(desk, f"{REPORT_WORDS[options.form]} {span.words}")
        report = counted(desk, options.form, span, Grouping(options.by))
        office = desk.office
    if options.pdf:
        write_pdf(options.pdf, report, office)
    elif options.xlsx:
        write_xlsx(options.xlsx, report)
    elif options.json:
        print(json.dumps(as_data(report) | {"from": str(span.first), "to": str(span.last)}, ensure_ascii=False))
        return 0
    else:
        print("\n".join(said(report)))
        return 0
    print(f"{span.sentence}: {options.pdf or options.xlsx}")
    return 0


def span_of(options: argparse.Namespace, today: date) -> Span:
    """The days asked for; this month's where none are."""
    first = day_of(options.first) if options.first else month_of(today).first
    return Span(first=first, last=day_of(options.last) if options.last else month_of(first).last)


def day_of(text: str) -> date:
    """A day as it is typed."""
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise InvalidInput("Ngày không đúng dạng, ví dụ 2026-10-01.", field="span") from error


def counted(desk: Desk, form: str, span: Span, grouping: Grouping) -> Report:
    """The report of a form."""
    match form:
        case "06":
            return desk.reports.sheet(span, grouping)
        case "766":
            return desk.reports.indicators(span)
        case _:
            return desk.reports.monthly(span)


def said(report: Report) -> list[str]:
    """The report in lines: every figure with its base."""
    from printing.forms.report import lines_06

    match report:
        case Sheet():
            return ["\t".join(map(str, row)) for row in lines_06(report)]
        case Monthly():
            headline = [figure.sentence for figure in report.headline]
            unused = f"thủ tục không phát sinh hồ sơ: {len(report.never_used)}/{report.offered}"
            return [*headline, unused, *said(report.indicators)]
        case _:
            return [
                *(f"{each.indicator.title}: {each.figure.share} ({each.figure.basis})" for each in report),
                *LEFT_OUT,
            ]


def as_data(report: Report) -> dict[str, Any]:
    """The report as data; instants in Vietnamese time."""
    match report:
        case Sheet():
            return {
                "as_of": local(report.as_of).isoformat(), "lines": [line_data(each) for each in report.lines],
                "sum": line_data(report.sum),
            }  # fmt: skip
        case Monthly():
            return as_data(report.indicators) | {
                "figures": [figure_data(each) for each in report.headline],
                "by_sector": as_data(report.by_sector), "by_channel": as_data(report.by_channel),
                "work_minutes": pace_data(report.paces.work), "fetching_minutes": pace_data(report.paces.fetching),
                "fee_vnd": report.fees.total("fee_vnd"), "charge_vnd": report.fees.total("charge_vnd"),
                "never_used": [each.code for each in report.never_used], "offered": report.offered,
            }  # fmt: skip
        case _:
            shares = [{"slug": each.indicator.slug} | figure_data(each.figure) for each in report]
            return {"indicators": shares, "left_out": list(LEFT_OUT)}


def line_data(each: Line) -> dict[str, Any]:
    """A line with its eight counts and their sums."""
    counts = {leaf.value: each.count(leaf) for leaf in LEAVES}
    sums = {"total": each.total, "received": each.received, "settled": each.settled, "open": each.open}
    return {"key": each.slice.value, "name": each.name} | counts | sums


def figure_data(figure: Figure) -> dict[str, Any]:
    """A figure with its base."""
    return {
        "measure": figure.measure.value, "numerator": figure.numerator, "denominator": figure.denominator,
        "as_of": local(figure.as_of).isoformat(),
    }  # fmt: skip


def pace_data(pace: Pace | None) -> dict[str, int] | None:
    """How long, over how many cases."""
    return {"cases": pace.cases, "median": pace.median_minutes, "p90": pace.p90_minutes} if pace else None
