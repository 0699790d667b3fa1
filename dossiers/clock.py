"""Time as the office sees it: UTC instants inside, Vietnamese wall time on paper."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta, timezone

VIETNAM = timezone(timedelta(hours=7), "ICT")
"""Vietnam keeps UTC+7 all year and has had no summer time since 1975, so a fixed offset is exact."""

Clock = Callable[[], datetime]
"""Anything that returns the present UTC instant; injected everywhere, so tests and the demo own time."""


def system_clock() -> datetime:
    """Return the present UTC instant, cut to the millisecond the journal keeps."""
    return whole_ms(datetime.now(UTC))


def whole_ms(instant: datetime) -> datetime:
    """An instant exactly as a journal line keeps it: UTC, whole milliseconds."""
    utc = instant.astimezone(UTC)
    return utc.replace(microsecond=utc.microsecond // 1000 * 1000)


def to_ms(instant: datetime) -> int:
    """Milliseconds since 1970-01-01 UTC."""
    return round(instant.timestamp() * 1000)


def from_ms(ms: int) -> datetime:
    """The UTC instant of `ms` milliseconds since 1970."""
    return datetime(1970, 1, 1, tzinfo=UTC) + timedelta(milliseconds=ms)


def local(instant: datetime) -> datetime:
    """The same instant as Vietnamese wall time."""
    return instant.astimezone(VIETNAM)


def local_date(instant: datetime) -> date:
    """The Vietnamese calendar day of an instant."""
    return local(instant).date()


def say_time(instant: datetime) -> str:
    """An instant as the office writes it: '17:00 24/11/2026'."""
    return local(instant).strftime("%H:%M %d/%m/%Y")


def say_date(day: date) -> str:
    """A day as the office writes it: '24/11/2026'."""
    return day.strftime("%d/%m/%Y")
