"""The spans a report is asked for: today, this week, month, quarter or year, and their neighbours in time."""

from datetime import date, timedelta
from enum import StrEnum

from dossiers.reporting.spans import Span, Step, month_of, week_of

QUARTER_MONTHS = 3
MOST_DAYS = 45
"""A chart by days stays readable up to here; then it goes by weeks."""
MOST_WEEK_DAYS = 200


class Period(StrEnum):
    """How long a span is; FREE is whatever two days somebody types."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"
    FREE = "free"


def span_of(period: Period, day: date) -> Span:
    """The whole period a day lies in; the day itself where the period is free."""
    match period:
        case Period.WEEK:
            return week_of(day)
        case Period.MONTH:
            return month_of(day)
        case Period.QUARTER:
            first = day.replace(month=day.month - (day.month - 1) % QUARTER_MONTHS, day=1)
            third = first.replace(month=first.month + QUARTER_MONTHS - 1)
            return Span(first=first, last=month_of(third).last)
        case Period.YEAR:
            return Span(first=date(day.year, 1, 1), last=date(day.year, 12, 31))
        case _:
            return Span(first=day, last=day)


def beside(period: Period, span: Span, *, later: bool) -> Span:
    """The period before or after one that is shown; a free span moves by its own length."""
    if period is Period.FREE:
        length = timedelta(days=(span.last - span.first).days + 1)
        move = length if later else -length
        return Span(first=span.first + move, last=span.last + move)
    return span_of(period, span.last + timedelta(days=1) if later else span.first - timedelta(days=1))


def step_of(span: Span) -> Step:
    """How wide the bars of a chart are."""
    days = (span.last - span.first).days + 1
    if days <= MOST_DAYS:
        return Step.DAY
    return Step.WEEK if days <= MOST_WEEK_DAYS else Step.MONTH


def bar_span(begins_on: date, step: Step, span: Span) -> Span:
    """The days one bar stands for, those outside the chart's span left out."""
    match step:
        case Step.DAY:
            whole = Span(first=begins_on, last=begins_on)
        case Step.WEEK:
            whole = week_of(begins_on)
        case Step.MONTH:
            whole = month_of(begins_on)
    return Span(first=max(whole.first, span.first), last=min(whole.last, span.last))
