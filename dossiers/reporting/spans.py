"""The days a report speaks of, and the days, weeks or months a chart cuts them into."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from dossiers.clock import say_date
from dossiers.errors import InvalidInput

LONGEST_DAYS = 3660
"""Ten years: more than any report asks for, and little enough for a chart by days."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """Vietnamese days, both ends included; raises InvalidInput for one that ends before it begins."""

    first: date
    last: date

    def __post_init__(self) -> None:
        if not 0 <= (self.last - self.first).days < LONGEST_DAYS:
            raise InvalidInput("Khoảng ngày không đúng: ngày cuối phải từ ngày đầu trở đi, không quá mười năm.",
                               field="span")  # fmt: skip

    @property
    def words(self) -> str:
        """As figures carry it: '1/10–31/10/2026', '31/10/2026', '15/12/2026–14/3/2027'."""
        if self.first == self.last:
            return _short(self.last)
        same_year = self.first.year == self.last.year
        begins = f"{self.first.day}/{self.first.month}" if same_year else _short(self.first)
        return f"{begins}–{_short(self.last)}"

    @property
    def sentence(self) -> str:
        """As a sheet says it under its title."""
        return f"Từ ngày {say_date(self.first)} đến ngày {say_date(self.last)}"

    def days(self) -> Iterator[date]:
        """Every day of it, in order."""
        return (self.first + timedelta(days=ahead) for ahead in range((self.last - self.first).days + 1))


class Step(StrEnum):
    """How wide a bar of a chart is; a week begins on Monday."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"

    def begins(self, day: date) -> date:
        """The first day of the step a day lies in."""
        match self:
            case Step.DAY:
                return day
            case Step.WEEK:
                return day - timedelta(days=day.weekday())
            case Step.MONTH:
                return day.replace(day=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """What was received and settled in one step; `begins_on` may lie before the span where the step does."""

    begins_on: date
    received: int
    settled: int


def month_of(day: date) -> Span:
    """The calendar month a day lies in."""
    first = day.replace(day=1)
    after = (first + timedelta(days=31)).replace(day=1)
    return Span(first=first, last=after - timedelta(days=1))


def week_of(day: date) -> Span:
    """Monday to Sunday."""
    first = Step.WEEK.begins(day)
    return Span(first=first, last=first + timedelta(days=6))


def _short(day: date) -> str:
    return f"{day.day}/{day.month}/{day.year}"
