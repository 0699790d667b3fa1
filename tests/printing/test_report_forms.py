"""The reports on paper: every number of the sheet, the rule beside each indicator, a chart that prints, nothing cut."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from dossiers.dossier import PaymentMode
from dossiers.procedure import Procedure
from dossiers.reporting.figures import Figure, Grouping, Measure, Slice
from dossiers.reporting.indicators import INDICATORS, LEFT_OUT, Scored
from dossiers.reporting.money import FeeLine, FeeSummary
from dossiers.reporting.monthly import Monthly
from dossiers.reporting.pace import Pace, Paces
from dossiers.reporting.six_columns import Line, Sheet, summed
from dossiers.reporting.spans import Point, Span, month_of
from printing.charts import Bars, paired_bars
from printing.forms import monthly_report, report
from tests.printing.pdf_reading import fonts, outside, overlapping, read_pages
from tests.printing.people_and_papers import OFFICE

AS_OF = datetime(2026, 11, 1, 1, 5, tzinfo=UTC)
OCTOBER = month_of(date(2026, 10, 1))
SECTORS = ("Chứng thực", "Hộ tịch", "Phòng, chống tệ nạn xã hội", "Tiếp công dân, khiếu nại, tố cáo")


def sheet(names: tuple[str, ...] = SECTORS, by: Grouping = Grouping.SECTOR, span: Span = OCTOBER) -> Sheet:
    """A sheet whose every number is another."""
    lines = tuple(
        Line(
            slice=Slice(by=by, value=name), name=name, carried_over=11 + n, received_online=1200 + n,
            received_direct=340 + n, early=500 + n, on_time=600 + n, late=7 + n, open_in_time=440, open_overdue=4,
        )
        for n, name in enumerate(names)
    )  # fmt: skip
    return Sheet(span=span, as_of=AS_OF, grouping=by, lines=lines, sum=summed(lines))


def figure(measure: Measure, base: Measure | None, numerator: int = 97, denominator: int = 120) -> Figure:
    return Figure(
        measure=measure, numerator=numerator, span=OCTOBER, as_of=AS_OF, base=base,
        denominator=denominator if base else None,
    )  # fmt: skip


SCORED = tuple(
    Scored(indicator=each, figure=figure(each.measure, each.base, numerator=90 + place))
    for place, each in enumerate(INDICATORS)
)

MONTHLY = Monthly(
    by_sector=sheet(), by_procedure=sheet(), by_channel=sheet(("1", "2", "3"), Grouping.CHANNEL),
    headline=(figure(Measure.RECEIVED, None), figure(Measure.IN_TIME, Measure.SETTLED)), indicators=SCORED,
    series=tuple(Point(begins_on=day, received=day.day, settled=31 - day.day) for day in OCTOBER.days()),
    paces=Paces(work=Pace(cases=120, median_minutes=185, p90_minutes=960), fetching=None),
    fees=FeeSummary(
        span=OCTOBER, as_of=AS_OF,
        lines=(
            FeeLine(
                clerk="Lê Thị Một", mode=PaymentMode.CASH, receipts=12, fee_vnd=240_000, charge_vnd=50_000,
                refunded_vnd=1000, voided=2, voided_vnd=9000,
            ),
        ),
    ),
    never_used=tuple(
        Procedure(code=f"1.{number:06}", name="Thủ tục rất ít người dùng ở xã", sector=f"Ngành {number % 7}")
        for number in range(130)
    ),
    offered=139,
)  # fmt: skip


def text_of(pdf: bytes) -> str:
    """All text in reading order, spaces made one; every page is checked to be sound."""
    pages = read_pages(pdf)
    assert all((overlapping(page), outside(page)) == ([], []) for page in pages)
    assert all(fonts(pdf).values())
    return " ".join(" ".join(page.text.split()) for page in pages)


def test_the_ministrys_sheet_has_its_columns_and_every_number() -> None:
    pdf = report.render_06(sheet(), OFFICE)
    page = read_pages(pdf)[0]
    assert page.width > page.height
    text = text_of(pdf)
    for words in ("Biểu 06/VPCP/KSTT", "Từ ngày 01/10/2026 đến ngày 31/10/2026", "Tính đến 08:05 01/11/2026",
                  "Số lượng hồ sơ tiếp nhận", "Số lượng hồ sơ đã giải quyết", "Số lượng hồ sơ đang giải quyết",
                  "Trong kỳ: trực tuyến", "Từ kỳ trước", "Trước hạn", "Đúng hạn", "Quá hạn", "Trong hạn",
                  "Tổng cộng", *SECTORS):  # fmt: skip
        assert words in text, words
    for each in (*sheet().lines, sheet().sum):
        assert " ".join(report.counts_of(each)) in text
    assert report.counts_of(sheet().sum)[0] == "6.222"


def test_three_hundred_procedures_take_their_pages() -> None:
    long = tuple(f"Thủ tục hành chính số {number} có tên dài hơn một dòng trong cột" for number in range(294))
    pages = read_pages(report.render_06(sheet(long, Grouping.PROCEDURE), OFFICE))
    assert len(pages) > 8
    assert all("Quá hạn" in page.text for page in pages)
    assert "Tổng cộng" in pages[-1].text


def test_an_empty_span_is_a_sheet_of_noughts() -> None:
    empty = Sheet(span=OCTOBER, as_of=AS_OF, grouping=Grouping.SECTOR, lines=(), sum=Line())
    assert "Tổng cộng 0 0 0 0 0 0 0 0 0 0 0" in text_of(report.render_06(empty, OFFICE))


def test_each_indicator_stands_with_its_rule_and_base() -> None:
    text = text_of(report.render_766(SCORED, OFFICE))
    for each in SCORED:
        assert each.indicator.title in text
        assert f"{each.figure.numerator}/120" in text
        assert each.figure.share in text
    assert all(words in text for words in LEFT_OUT)


def test_the_leaders_report_says_everything_and_names_what_nobody_asked_for() -> None:
    text = text_of(monthly_report.render(MONTHLY, OFFICE))
    for words in ("Tiếp nhận trong kỳ 97", "80,8 % (97/120; 1/10–31/10/2026", "một nửa không quá 3 giờ 05 phút",
                  "90 % không quá 16 giờ 00 phút (120 hồ sơ)", "không có hồ sơ nào", "240.000", "Trực tuyến",
                  "không phát sinh hồ sơ: 130/139", "Giải quyết xong"):  # fmt: skip
        assert words in text, words
    assert all(each.code in text for each in MONTHLY.never_used)


def test_a_training_office_says_so_on_every_report() -> None:
    training = replace(OFFICE, training=True)
    for pdf in (report.render_06(sheet(), training), report.render_766(SCORED, training),
                monthly_report.render(MONTHLY, training)):  # fmt: skip
        assert all("TẬP HUẤN" in page.text for page in read_pages(pdf))


@pytest.mark.parametrize("days", [1, 31, 62, 90, 366, 3000])
def test_a_chart_of_any_length_fits(days: int) -> None:
    """Days become weeks and weeks months, so that bars stay wide enough to see."""
    first = date(2018, 1, 3)
    span = Span(first=first, last=date.fromordinal(first.toordinal() + days - 1))
    series = tuple(Point(begins_on=day, received=day.day * 40, settled=0) for day in span.days())
    text = text_of(monthly_report.render(replace(MONTHLY, series=series), OFFICE))
    assert "Tiếp nhận" in text


@pytest.mark.parametrize("most", [0, 1, 3, 4, 7, 999, 1_000_000])
def test_the_scale_of_a_chart_holds_its_tallest_bar(most: int) -> None:
    drawn = paired_bars([Bars("1/10", most, 0)], ("Nhận", "Xong"), 400)
    heights = [shape.height for shape in drawn.contents if type(shape).__name__ == "Rect"]
    assert all(0 < height <= 100 for height in heights)
    assert len(heights) == (3 if most else 2)
