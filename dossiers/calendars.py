"""When the office works: hours, weekends, national holidays, make-up Saturdays and half days, as intervals."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from functools import cache
from itertools import pairwise

import msgspec

import resources
from dossiers.clock import VIETNAM, local_date
from dossiers.errors import InvalidInput, KnownError
from dossiers.names import nfc
from dossiers.office import ORDINARY_HOURS, Hours
from dossiers.reading import read_json

YEARS = range(2015, 2100)
"""The years whose holidays are known; the lunar table behind Tết and Giỗ Tổ ends with the century."""

_NOON = time(12)
_SEARCH_DAYS = 400


class DayKind(StrEnum):
    """What makes a day other than its weekday says; the slugs of the editable table."""

    OFF = "nghi"
    OFF_IN_LIEU = "nghi_bu"
    MAKE_UP = "lam_bu"
    HALF = "nua_ngay"


@dataclass(frozen=True, slots=True, kw_only=True)
class DayRule:
    """One day of the table: its name, the official notice it rests on, and whether somebody read that notice.

    `hours` are the working hours of that day; empty means the office's own (a half day: those before noon).
    """

    kind: DayKind
    note: str
    notice: str = ""
    verified: bool = True
    hours: tuple[Hours, ...] = ()


@dataclass(frozen=True)
class WorkCalendar:
    """Working intervals of every date, in Vietnamese wall time; `days` wins over the weekday."""

    hours: tuple[Hours, ...]
    days: Mapping[date, DayRule] = field(default_factory=dict)

    def __post_init__(self) -> None:
        check_hours(self.hours)

    def hours_on(self, day: date) -> tuple[Hours, ...]:
        """The working hours of one day; empty when the office is closed."""
        rule = self.days.get(day)
        if rule is None:
            return self.hours if day.weekday() < 5 else ()
        match rule.kind:
            case DayKind.OFF | DayKind.OFF_IN_LIEU:
                return ()
            case DayKind.MAKE_UP:
                return rule.hours or self.hours
            case DayKind.HALF:
                return rule.hours or tuple(
                    Hours(start=part.start, end=min(part.end, _NOON)) for part in self.hours if part.start < _NOON
                )

    def works(self, day: date) -> bool:
        """Whether the office opens at all that day."""
        return bool(self.hours_on(day))

    def intervals(self, day: date) -> tuple[tuple[datetime, datetime], ...]:
        """The day's working intervals [opening, closing) as instants."""
        return tuple(
            (datetime.combine(day, part.start, VIETNAM), datetime.combine(day, part.end, VIETNAM))
            for part in self.hours_on(day)
        )

    def next_opening(self, instant: datetime) -> datetime:
        """The instant itself within working hours, else the next opening."""
        return next(max(instant, start) for start, end in self.intervals_from(instant) if instant < end)

    def next_working_day(self, day: date) -> date:
        """The first working day from `day` on, itself included."""
        return local_date(self.next_opening(datetime.combine(day, time.min, VIETNAM)))

    def intervals_from(self, instant: datetime) -> Iterator[tuple[datetime, datetime]]:
        """Working intervals from the instant's day on, without end; KnownError in a year without any."""
        day, idle_days = local_date(instant), 0
        while idle_days < _SEARCH_DAYS:
            intervals = self.intervals(day)
            idle_days = 0 if intervals else idle_days + 1
            yield from intervals
            day += timedelta(days=1)
        raise KnownError("Lịch làm việc không có ngày mở cửa nào. Xem lại lịch nghỉ trong Thiết lập.")


def check_hours(hours: tuple[Hours, ...]) -> None:
    """Raise InvalidInput unless the intervals are forward, in order and apart."""
    if not hours:
        raise InvalidInput("Chưa có giờ làm việc.", field="hours")
    if any(part.start >= part.end for part in hours) or any(a.end > b.start for a, b in pairwise(hours)):
        raise InvalidInput("Giờ làm việc phải theo thứ tự trong ngày và không chồng lên nhau.", field="hours")


def working_minutes(start: datetime, end: datetime, calendar: WorkCalendar) -> int:
    """Whole working minutes between two instants; 0 when `end` is not after `start`."""
    worked = timedelta()
    for opening, closing in calendar.intervals_from(start):
        if opening >= end:
            break
        worked += max(min(closing, end) - max(opening, start), timedelta())
    return worked // timedelta(minutes=1)


def add_working_minutes(start: datetime, minutes: int, calendar: WorkCalendar) -> datetime:
    """The earliest instant (UTC) with `minutes` (≥ 0) of working time between `start` and it."""
    end, left = start, timedelta(minutes=minutes)
    intervals = calendar.intervals_from(start)
    while left:
        opening, closing = next(intervals)
        begin = max(opening, start)
        worked = min(max(closing - begin, timedelta()), left)
        end, left = begin + worked, left - worked
    return end.astimezone(UTC)


def vietnam_calendar(
    hours: tuple[Hours, ...] = ORDINARY_HOURS, overrides: Mapping[date, DayRule] | None = None
) -> WorkCalendar:
    """The office's calendar: national holidays, then the shipped table, then the office's own rows.

    Unverified rows of the shipped table do not count; an office enables one by its own row for that day.
    """
    shipped = read_days(resources.read_bytes("holidays.json"))
    table = {day: rule for day, rule in shipped.items() if rule.verified} | dict(overrides or {})
    return WorkCalendar(hours, _VietnamDays(table))


class _VietnamDays(Mapping[date, DayRule]):
    """National holidays, read a year at a time when first asked for, under a table that wins over them."""

    def __init__(self, table: Mapping[date, DayRule]) -> None:
        self._table = table
        self._years: dict[int, dict[date, DayRule]] = {}

    def __getitem__(self, day: date) -> DayRule:
        if day in self._table:
            return self._table[day]
        return self._year(day.year)[day]

    def __iter__(self) -> Iterator[date]:
        national = (day for year in YEARS for day in self._year(year))
        return iter(sorted({*self._table, *national}))

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def _year(self, year: int) -> dict[date, DayRule]:
        if year not in self._years:
            self._years[year] = national_days(year) if year in YEARS else {}
        return self._years[year]


def national_days(year: int) -> dict[date, DayRule]:
    """Holidays, days off in lieu and make-up Saturdays of one of the YEARS.

    Computed beforehand by installer/make_national_days.py: docs/decisions/0005-national-days-as-data.md.
    """
    return read_days(_read_almanac().years[year])


class _Almanac(msgspec.Struct):
    """The file of national days; each of the YEARS is read when it is first asked for."""

    years: dict[int, msgspec.Raw]


@cache
def _read_almanac() -> _Almanac:
    return msgspec.json.decode(resources.read_bytes("national_days.json"), type=_Almanac)


class _Row(msgspec.Struct, forbid_unknown_fields=True, omit_defaults=True, rename={"day": "date", "kind": "type"}):
    """One line of the editable table, as JSON."""

    day: date
    kind: DayKind
    note: str
    notice: str = ""
    verified: bool = True
    hours: tuple[Hours, ...] = ()


def read_days(data: bytes | msgspec.Raw) -> dict[date, DayRule]:
    """The editable table from JSON; raises InvalidInput naming the line at fault."""
    try:
        lines = read_json(bytes(data), list[msgspec.Raw])
    except msgspec.MsgspecError as error:
        raise InvalidInput("Bảng ngày nghỉ không đọc được: không phải một danh sách JSON.", field="days") from error
    days: dict[date, DayRule] = {}
    for number, line in enumerate(lines, start=1):
        row = _read_row(line, number)
        if row.day in days:
            raise InvalidInput("Bảng ngày nghỉ, dòng {line}: ngày bị lặp.", field="days", line=number)
        days[row.day] = DayRule(
            kind=row.kind, note=nfc(row.note), notice=nfc(row.notice), verified=row.verified, hours=row.hours
        )
    return days


def _read_row(line: msgspec.Raw, number: int) -> _Row:
    try:
        row = read_json(bytes(line), _Row)
    except msgspec.MsgspecError as error:
        raise InvalidInput("Bảng ngày nghỉ, dòng {line}: không đúng dạng.", field="days", line=number) from error
    if row.hours:
        check_hours(row.hours)
    return row


def write_days(days: Mapping[date, DayRule]) -> bytes:
    """The table as JSON that `read_days` takes back, in order of date."""
    rows = [
        _Row(day, rule.kind, rule.note, rule.notice, rule.verified, rule.hours) for day, rule in sorted(days.items())
    ]
    return msgspec.json.format(msgspec.json.encode(rows), indent=2)
