"""Numbers of the day: which band a desk draws from, so that desks that cannot talk never share a code."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from dossiers.clock import local_date
from dossiers.codes import DOSSIER_CODE, day_of
from dossiers.errors import InvalidInput, KnownError

Hub = Literal["own", "reachable", "lost"]
"""Whether this desk is the office's hub, can ask it for a number, or is cut off from it."""


@dataclass(frozen=True, slots=True)
class Band:
    """A run of numbers, both ends included."""

    first: int
    last: int

    def __contains__(self, number: int) -> bool:
        return self.first <= number <= self.last


HUB_BAND = Band(1, 4999)
SERVER_BAND = Band(9800, 9999)
"""Kept for the province, which renumbers the loser of two equal codes."""

MOST_NUMBER = 9999
DESKS = 6
_SOLO_START = 5000
_HALF = 400


def solo_bands(slot: int) -> tuple[Band, Band]:
    """The two halves desk `slot` (1 to 6) uses while it cannot reach its hub."""
    if not 1 <= slot <= DESKS:
        raise InvalidInput("Số thứ tự của quầy phải từ 1 đến {desks}.", field="desk_slot", desks=DESKS)
    first = _SOLO_START + (slot - 1) * 2 * _HALF
    return Band(first, first + _HALF - 1), Band(first + _HALF, first + 2 * _HALF - 1)


def band_for(slot: int, hub: Hub, restored_today: bool) -> tuple[Band, ...]:
    """The bands to draw from, in order of use.

    After a restore the counter may be older than the codes already on paper, so for the rest of that day a
    desk, even the hub itself, keeps to the second half of its solo band, where the lost counter had not come.
    """
    first, second = solo_bands(slot)
    if hub == "reachable":
        return (HUB_BAND,)
    if restored_today:
        return (second,)
    return (HUB_BAND,) if hub == "own" else (first, second)


def next_number(band: Band, last_used: int | None) -> int:
    """The number after `last_used` (None before the first); raises KnownError when the band is used up."""
    number = band.first if last_used is None else max(band.first, last_used + 1)
    if number not in band:
        raise KnownError(
            "Dải số {first}–{last} của hôm nay đã dùng hết. Các hồ sơ đã nhận vẫn an toàn; "
            "nối lại máy chủ quầy hoặc báo quản trị để cấp số tiếp.",
            first=f"{band.first:04d}", last=f"{band.last:04d}",
        )  # fmt: skip
    return number


def business_day(now: datetime, last_used: date | None) -> date:
    """The day written in new codes: today, but never before a day already used, if the clock jumps back."""
    today = local_date(now)
    return today if last_used is None else max(today, last_used)


def dossier_code(unit: str, day: date, number: int) -> str:
    """`{unit}-{yyMMdd}-{nnnn}` (NĐ 61/2018: agency, day of reception, number of the day)."""
    return f"{unit}-{day:%y%m%d}-{number:04d}"


def split(code: str) -> tuple[str, date, int]:
    """Unit, day and number of a dossier code; raises InvalidInput for any other text."""
    match, day = DOSSIER_CODE.match(code), day_of(code)
    if match is None or day is None:
        raise InvalidInput("Mã hồ sơ không đúng dạng.", field="code")
    return match["unit"], day, int(match["number"])
