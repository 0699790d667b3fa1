"""Figures with their base, spans of days in words, the identity of the six columns, pace in working minutes."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossiers.calendars import vietnam_calendar, working_minutes
from dossiers.clock import to_ms
from dossiers.errors import InvalidInput
from dossiers.reporting.figures import MEASURE_WORDS, Figure, Grouping, Measure, Slice, percent
from dossiers.reporting.indicators import INDICATORS, LEFT_OUT
from dossiers.reporting.pace import WorkingTime, pace
from dossiers.reporting.six_columns import BrokenIdentity, Line, Sheet, summed
from dossiers.reporting.spans import Span, Step, month_of, week_of
from dossiers.reporting.words import GROUPING_WORDS, line_words, say_minutes

OCTOBER = month_of(date(2026, 10, 20))
AS_OF = datetime(2026, 10, 31, 9, 2, tzinfo=UTC)


def test_a_figure_says_what_it_is_a_part_of_which_days_and_as_of_when() -> None:
    on_time = Figure(
        measure=Measure.IN_TIME, numerator=1164, span=OCTOBER, as_of=AS_OF, base=Measure.SETTLED, denominator=1200
    )
    assert on_time.share == "97 %"
    assert on_time.basis == "1.164/1.200; 1/10–31/10/2026; tính đến 16:02 31/10/2026"
    assert on_time.sentence == f"trước và đúng hạn 97 % ({on_time.basis})"
    plain = replace(on_time, base=None, denominator=None)
    assert (plain.share, plain.sentence) == (
        "", "trước và đúng hạn 1.164 (1/10–31/10/2026; tính đến 16:02 31/10/2026)",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("part", "whole", "said"),
    [
        (0, 0, "–"), (0, 7, "0 %"), (7, 7, "100 %"), (1, 3, "33,3 %"), (9999, 10_000, "99,9 %"),
        (1, 10_000, "0,1 %"), (1, 2, "50 %"), (199, 200, "99,5 %"),
    ],
)  # fmt: skip
def test_a_share_is_never_rounded_to_all_or_to_nothing(part: int, whole: int, said: str) -> None:
    """One late dossier in ten thousand is not 100 % on time."""
    assert percent(part, whole) == said


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        (date(2026, 10, 1), date(2026, 10, 31), "1/10–31/10/2026"),
        (date(2026, 12, 15), date(2027, 3, 14), "15/12/2026–14/3/2027"),
        (date(2026, 10, 5), date(2026, 10, 5), "5/10/2026"),
    ],
)
def test_days_in_words(first: date, last: date, words: str) -> None:
    assert Span(first=first, last=last).words == words


def test_a_span_that_ends_before_it_begins_is_refused() -> None:
    with pytest.raises(InvalidInput, match="ngày cuối phải từ ngày đầu"):
        Span(first=date(2026, 10, 2), last=date(2026, 10, 1))
    with pytest.raises(InvalidInput, match="mười năm"):
        Span(first=date(2000, 1, 1), last=date(2026, 1, 1))


def test_months_and_weeks() -> None:
    assert month_of(date(2028, 2, 3)) == Span(first=date(2028, 2, 1), last=date(2028, 2, 29))
    assert month_of(date(2026, 12, 31)).last == date(2026, 12, 31)
    assert week_of(date(2026, 11, 1)) == Span(first=date(2026, 10, 26), last=date(2026, 11, 1))
    assert len(list(OCTOBER.days())) == 31
    assert [step.begins(date(2026, 11, 1)) for step in Step] == [
        date(2026, 11, 1), date(2026, 10, 26), date(2026, 11, 1),
    ]  # fmt: skip


COUNTS = st.integers(0, 10_000)


@given(st.lists(COUNTS, min_size=8, max_size=8))
def test_a_line_that_does_not_add_up_cannot_exist(counts: list[int]) -> None:
    carried, online, direct, early, on_time, late, in_time, overdue = counts
    columns = {
        "carried_over": carried, "received_online": online, "received_direct": direct, "early": early,
        "on_time": on_time, "late": late, "open_in_time": in_time, "open_overdue": overdue,
    }  # fmt: skip
    if carried + online + direct == early + on_time + late + in_time + overdue:
        assert Line(**columns).total == Line(**columns).settled + Line(**columns).open  # type: ignore[arg-type]
    else:
        with pytest.raises(BrokenIdentity):
            Line(**columns)  # type: ignore[arg-type]


def test_the_sums_are_those_of_the_lines_and_shares_add_up() -> None:
    lines = (
        Line(slice=Slice(by=Grouping.SECTOR, value="Chứng thực"), name="Chứng thực", received_online=4, on_time=4),
        Line(slice=Slice(by=Grouping.SECTOR, value="Hộ tịch"), name="Hộ tịch", carried_over=3, late=1, open_overdue=2),
    )
    sheet = Sheet(span=OCTOBER, as_of=AS_OF, grouping=Grouping.SECTOR, lines=lines, sum=summed(lines))
    assert (sheet.sum.total, sheet.sum.settled, sheet.sum.open, sheet.sum.in_time) == (7, 5, 2, 4)
    assert [sheet.share(each, Measure.TOTAL).share for each in lines] == ["57,1 %", "42,9 %"]
    cell = sheet.figure(lines[1], Measure.LATE, Measure.SETTLED)
    assert (cell.numerator, cell.denominator, cell.slice) == (1, 1, lines[1].slice)


def test_everything_counted_has_its_words() -> None:
    assert set(MEASURE_WORDS) == set(Measure)
    assert set(GROUPING_WORDS) == set(Grouping)
    assert len({each.slug for each in INDICATORS}) == len(INDICATORS)
    assert all("không tính ở đây" in words for words in LEFT_OUT)
    online = Line(slice=Slice(by=Grouping.CHANNEL, value="2"), name="2")
    assert line_words(online) == "Trực tuyến"
    assert (
        line_words(Line(slice=Slice(by=Grouping.PROCEDURE, value="2.000815"), name="Bản sao")) == "Bản sao (2.000815)"
    )
    assert (say_minutes(45), say_minutes(185)) == ("45 phút", "3 giờ 05 phút")


@given(st.lists(st.integers(0, 1000), min_size=1, max_size=60))
def test_percentiles_are_cases_that_happened(minutes: list[int]) -> None:
    found = pace(minutes)
    assert found is not None
    assert {found.median_minutes, found.p90_minutes} <= set(minutes)
    assert 2 * sum(each <= found.median_minutes for each in minutes) >= len(minutes)
    assert 10 * sum(each <= found.p90_minutes for each in minutes) >= 9 * len(minutes)
    assert pace([]) is None


FIRST = datetime(2026, 8, 25, tzinfo=UTC)
MINUTES = st.integers(0, 60 * 24 * 20)


@given(st.tuples(MINUTES, MINUTES), st.integers(0, 59_999))
def test_working_time_laid_out_once_is_that_counted_case_by_case(ends: tuple[int, int], ms: int) -> None:
    """Over a week with a holiday in it, at any hour of the day and night."""
    calendar = vietnam_calendar()
    start, end = (FIRST + timedelta(minutes=each, milliseconds=ms) for each in sorted(ends))
    laid_out = WorkingTime(calendar, date(2026, 8, 24), date(2026, 9, 16))
    assert laid_out.minutes(to_ms(start), to_ms(end)) == working_minutes(start, end, calendar)
