"""The report a leader reads: figures with their base, a chart, the columns by sector and channel, pace, money, gaps."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dossiers.clock import local_date, say_time
from dossiers.office import Office
from dossiers.reporting.figures import Measure
from dossiers.reporting.monthly import Monthly
from dossiers.reporting.pace import Pace
from dossiers.reporting.six_columns import Sheet
from dossiers.reporting.spans import Point, Step
from dossiers.reporting.words import GROUPING_WORDS, line_words, say_minutes
from printing.blocks import Amount, Cell, Column, Signature, line, ruled_table
from printing.charts import Bars, paired_bars
from printing.forms.receipt import PAYMENTS
from printing.forms.report import indicator_blocks
from printing.leaves import bind
from printing.overrides import AS_SHIPPED, Overrides
from printing.sheet_sizes import A4
from printing.slip import signed_by, slip
from printing.typography import plain, strong

if TYPE_CHECKING:
    from reportlab.platypus import Flowable

SLUG = "report_month"

SHOWN = (
    (Measure.CARRIED_OVER, "Kỳ trước", 0.09), (Measure.RECEIVED, "Nhận", 0.09), (Measure.EARLY, "Trước hạn", 0.1),
    (Measure.ON_TIME, "Đúng hạn", 0.1), (Measure.LATE, "Quá hạn", 0.09), (Measure.OPEN, "Đang làm", 0.09),
    (Measure.OPEN_OVERDUE, "Trong đó quá hạn", 0.1),
)  # fmt: skip
"""The six columns as they fit an upright sheet."""

FEES = (
    Column("Người thu", 0.24), Column("Hình thức", 0.17), Column("Số tờ", 0.08), Column("Phí", 0.15),
    Column("Lệ phí", 0.15), Column("Đã hoàn", 0.13), Column("Hủy", 0.08),
)  # fmt: skip

MOST_BARS = 62


def render(report: Monthly, office: Office, *, overrides: Overrides = AS_SHIPPED) -> bytes:
    """The PDF on A4, to be signed."""
    sheet = report.by_sector
    on = local_date(sheet.as_of)
    texts = overrides.of(SLUG, office, on)
    body = [
        *(line(plain(_sentence(figure.sentence)), A4) for figure in report.headline),
        *_chart(report.series),
        *_columns("1. Theo lĩnh vực", report.by_sector),
        *_columns("2. Theo hình thức nộp", report.by_channel),
        *_pace(report),
        *_money(report),
        line(strong("5. Chỉ số theo QĐ 766/QĐ-TTg"), A4),
        *indicator_blocks(report.indicators, A4),
        *_unused(report),
    ]
    people = signed_by(A4, Signature(texts.say("author")), Signature(texts.say("head")))
    copy = slip(
        texts, on, A4, body, people, below=f"{sheet.span.sentence}. Tính đến {say_time(sheet.as_of)}"
    )  # fmt: skip
    return bind([copy], A4, f"{texts.form.title}, {sheet.span.words}", training=office.training)


def _sentence(words: str) -> str:
    return f"{words[0].upper()}{words[1:]}."


def _chart(series: tuple[Point, ...]) -> list[Flowable]:
    """Received and settled by day; by week or month where days would be too many."""
    cuts = [_by(step, series) for step in Step]
    shown = next((cut for cut in cuts if len(cut) <= MOST_BARS), cuts[-1])
    bars = [Bars(f"{point.begins_on.day}/{point.begins_on.month}", point.received, point.settled) for point in shown]
    return [paired_bars(bars, ("Tiếp nhận", "Giải quyết xong"), A4.text_width)]


def _by(step: Step, series: tuple[Point, ...]) -> tuple[Point, ...]:
    """A series cut into wider steps."""
    sums: dict[object, Point] = {}
    for point in series:
        begins = step.begins(point.begins_on)
        before = sums.get(begins, Point(begins_on=begins, received=0, settled=0))
        sums[begins] = Point(
            begins_on=begins, received=before.received + point.received, settled=before.settled + point.settled
        )
    return tuple(sums.values())


def _columns(heading: str, sheet: Sheet) -> list[Flowable]:
    columns = (Column(GROUPING_WORDS[sheet.grouping], 0.34), *(Column(words, share) for _, words, share in SHOWN))
    rows: list[tuple[Cell, ...]] = [
        (plain(line_words(each)), *(each.count(measure) for measure, *_ in SHOWN)) for each in sheet.lines
    ]
    rows.append((strong("Tổng cộng"), *(sheet.sum.count(measure) for measure, *_ in SHOWN)))
    return [line(strong(heading), A4), ruled_table(columns, rows, A4)]


def _pace(report: Monthly) -> list[Flowable]:
    return [
        line(strong("3. Thời gian"), A4),
        line(
            plain(_said("Từ lúc nhận đến lúc xong, theo giờ làm việc, kể cả lúc chờ người dân", report.paces.work)), A4
        ),
        line(plain(_said("Từ lúc xong đến lúc người dân nhận kết quả", report.paces.fetching)), A4),
    ]


def _said(what: str, pace: Pace | None) -> str:
    """The middle case and the slowest tenth, with how many cases they rest on."""
    if pace is None:
        return f"{what}: không có hồ sơ nào."
    half, most = say_minutes(pace.median_minutes), say_minutes(pace.p90_minutes)
    return f"{what}: một nửa không quá {half}, 90 % không quá {most} ({pace.cases} hồ sơ)."


def _money(report: Monthly) -> list[Flowable]:
    fees = report.fees
    rows: list[tuple[Cell, ...]] = [
        (
            plain(each.clerk), plain(PAYMENTS[each.mode].capitalize()), each.receipts, Amount(each.fee_vnd),
            Amount(each.charge_vnd), Amount(each.refunded_vnd), each.voided,
        )
        for each in fees.lines
    ]  # fmt: skip
    if not rows:
        return [line(f"{strong('4. Phí, lệ phí.')} Trong kỳ không có biên lai nào.", A4)]
    rows.append((
        strong("Tổng cộng"), "", fees.total("receipts"), Amount(fees.total("fee_vnd")),
        Amount(fees.total("charge_vnd")), Amount(fees.total("refunded_vnd")), fees.total("voided"),
    ))  # fmt: skip
    return [line(strong("4. Phí, lệ phí theo ngày ghi biên lai, đồng"), A4), ruled_table(FEES, rows, A4)]


def _unused(report: Monthly) -> list[Flowable]:
    """Procedures the office offers and nobody asked for, by sector."""
    sectors: dict[str, list[str]] = {}
    for each in report.never_used:
        sectors.setdefault(each.sector, []).append(f"{each.name} ({each.code})")
    heading = f"6. Thủ tục không phát sinh hồ sơ: {len(report.never_used)}/{report.offered}"
    named = (f"{strong(sector)}: {plain('; '.join(names))}." for sector, names in sectors.items())
    return [line(strong(heading), A4), *(line(words, A4) for words in named)]
