"""What the window asks about this machine's clock: how wrong it is, and whether a person must say what day it is."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from desktop.i18n import t
from dossiers.clock import from_ms, local_date, say_date

if TYPE_CHECKING:
    from desktop.jobs import Desk


WEEKDAYS = ("Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy", "Chủ Nhật")


@dataclass(frozen=True, slots=True, kw_only=True)
class ClockState:
    """`offset_ms` is the province's clock minus this machine's, 0 where it is no matter; `heard_at` when it said so.

    `asked`: the machine's day is so far beyond all that was heard that a person must say it is right.
    `book_day` is the day new codes bear, which never goes back.
    """

    machine_day: date
    book_day: date
    offset_ms: int = 0
    heard_at: datetime | None = None
    asked: bool = False


def read_clock(desk: "Desk") -> ClockState:
    """How the clock stands by what is known here; asks nobody."""
    from sync import clock_check

    now, known = desk.clock(), clock_check.read(desk)
    notable = known is not None and clock_check.is_notable(known.offset_ms)
    return ClockState(
        machine_day=local_date(now), book_day=desk.business_day(),
        offset_ms=known.offset_ms if known and notable else 0, heard_at=from_ms(known.heard_at_ms) if known else None,
        asked=clock_check.must_confirm(desk, now),
    )  # fmt: skip


def confirm_day(desk: "Desk", day: date) -> bool:
    """Somebody has looked at the calendar on the wall; False where the machine shows another day by now."""
    from sync import clock_check

    now = desk.clock()
    if local_date(now) != day:
        return False
    clock_check.confirm(desk, now)
    return True


def day_question(clock: ClockState) -> str:
    """The question for the day, where it must be asked."""
    if not clock.asked or clock.heard_at is None:
        return ""
    return t(
        "Hôm nay có đúng là {weekday} {day}? Máy chưa đối chiếu giờ với tỉnh từ {heard}. Nếu sai, chỉnh giờ máy trước.",
        weekday=t(WEEKDAYS[clock.machine_day.weekday()]), day=say_date(clock.machine_day),
        heard=say_date(local_date(clock.heard_at)),
    )  # fmt: skip


def clock_words(clock: ClockState) -> str:
    """What is wrong with the clock and what it means; empty where nothing is."""
    if clock.book_day > clock.machine_day:
        return t(
            "Máy ghi ngày {day}, sổ đã dùng ngày {book}: số hồ sơ tiếp tục theo ngày {book}. Chỉnh lại giờ máy.",
            day=say_date(clock.machine_day), book=say_date(clock.book_day),
        )  # fmt: skip
    if not clock.offset_ms:
        return ""
    off = _say(timedelta(milliseconds=abs(clock.offset_ms)))
    if clock.offset_ms > 0:
        return t("Đồng hồ máy này chậm {off} so với tỉnh. Việc gửi vẫn bình thường; chỉnh giờ máy để giấy tờ in đúng.",
                 off=off)  # fmt: skip
    return t("Đồng hồ máy này nhanh {off} so với tỉnh. Việc gửi vẫn bình thường; chỉnh giờ máy để giấy tờ in đúng.",
             off=off)  # fmt: skip


def _say(off: timedelta) -> str:
    minutes = round(off / timedelta(minutes=1))
    if minutes < 120:
        return t("{count} phút", count=minutes)
    hours = round(off / timedelta(hours=1))
    return t("{count} giờ", count=hours) if hours < 48 else t("{count} ngày", count=off.days)
