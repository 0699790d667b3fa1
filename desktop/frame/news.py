"""What chips and banner say: read on the database thread, put into words for the window."""

from dataclasses import dataclass
from datetime import datetime, time
from enum import StrEnum
from typing import TYPE_CHECKING

from desktop.clock_asks import ClockState, clock_words, day_question, read_clock
from desktop.i18n import t
from desktop.theme.tokens import Tone
from dossiers.calendars import WorkCalendar, working_minutes
from dossiers.clock import local, say_date

if TYPE_CHECKING:
    from desktop.jobs import Desk

MOST_COUNTED = 1000


@dataclass(frozen=True, slots=True)
class News:
    """How things stand; `unsent` counts dossiers up to 1 000, `oldest_unsent_at` is the oldest deed without receipt."""

    unsent: int
    oldest_unsent_at: datetime | None
    held: int
    rescans: int
    slips_waiting: int
    slips_failed: int
    printer: str
    enrolled: bool
    training: bool
    calendar: WorkCalendar
    clock: ClockState


class Way(StrEnum):
    """What the button of the banner leads to."""

    QUEUE = "queue"
    DAY_IS_RIGHT = "day_is_right"
    ASK_THE_TIME = "ask_the_time"


@dataclass(frozen=True, slots=True)
class Said:
    """Words and tone for one chip or the banner, and the way on from it; empty words hide it."""

    words: str
    tone: Tone
    way: Way = Way.QUEUE


def read_news(desk: "Desk") -> News:
    """Everything in one turn."""
    from dossiers.journal import decode
    from dossiers.store.conditions import Filter
    from dossiers.store.register import Query
    from sync.membership import PROVINCE_KEY

    first = desk.journal.unsent(1)
    slips = [job.state.value for job in desk.prints.waiting()]
    return News(
        unsent=desk.register.search(Query(filter=Filter(unsent=True), limit=1)).total,
        oldest_unsent_at=decode(first[0].line).at if first else None,
        held=len(desk.wire.held()), rescans=len(desk.rescans.open()),
        slips_waiting=slips.count("queued"), slips_failed=slips.count("failed"), printer=desk.devices.printer,
        enrolled=desk.wire.get(PROVINCE_KEY) is not None, training=desk.office.training, calendar=desk.calendar,
        clock=read_clock(desk),
    )  # fmt: skip


def printer_words(news: News) -> Said:
    """The printer chip."""
    if news.slips_failed:
        return Said(t("Máy in: {count} phiếu chưa in được", count=news.slips_failed), Tone.WARN)
    if not news.printer:
        return Said(t("Chưa chọn máy in"), Tone.IDLE)
    if news.slips_waiting:
        return Said(t("Máy in: {count} phiếu đang chờ", count=news.slips_waiting), Tone.INFO)
    return Said(t("Máy in: sẵn sàng"), Tone.OK)


def sync_words(news: News) -> Said:
    """The sync chip: nothing is called sent that no signed receipt covers."""
    if not news.enrolled:
        return Said("" if news.training else t("Chưa kết nối tỉnh"), Tone.IDLE)
    if to_see := news.held + news.rescans:
        return Said(t("{count} việc cần xem lại", count=to_see), Tone.BAD)
    if news.unsent:
        return Said(t("{count} hồ sơ chờ gửi", count=_count(news.unsent)), Tone.INFO)
    return Said(t("Đã gửi hết"), Tone.OK)


def banner_words(news: News, offline_since: datetime | None, now: datetime) -> Said:
    """Red only for refused deeds, amber when the oldest unsent one is over a working day old, grey when offline.

    The day comes before everything: the next paper will bear it.
    """
    if question := day_question(news.clock):
        return Said(question, Tone.WARN, Way.DAY_IS_RIGHT)
    if news.held:
        words = t("Máy chủ tỉnh chưa nhận {count} việc. Dữ liệu vẫn an toàn trên máy này.", count=news.held)
        return Said(words, Tone.BAD)
    if news.rescans:
        words = t("{count} bản quét không gửi được nguyên vẹn, cần quét lại. Xem ở Đồng bộ.", count=news.rescans)
        return Said(words, Tone.WARN)
    if words := clock_words(news.clock):
        return Said(words, Tone.WARN, Way.ASK_THE_TIME if news.enrolled else Way.QUEUE)
    if not news.enrolled:
        return Said("", Tone.IDLE)
    if news.oldest_unsent_at and is_late(news.oldest_unsent_at, now, news.calendar):
        day = say_date(local(news.oldest_unsent_at).date())
        words = t(
            "Có việc từ {day} chưa gửi được. {count} hồ sơ chờ gửi · dữ liệu đã lưu an toàn trên máy này",
            day=day, count=_count(news.unsent),
        )  # fmt: skip
        return Said(words, Tone.WARN)
    if offline_since:
        words = t(
            "Đang làm việc ngoại tuyến từ {time} · {count} hồ sơ chờ gửi · dữ liệu đã lưu an toàn trên máy này",
            time=f"{local(offline_since):%H:%M}", count=_count(news.unsent),
        )  # fmt: skip
        return Said(words, Tone.IDLE)
    return Said("", Tone.IDLE)


def is_late(since: datetime, now: datetime, calendar: WorkCalendar) -> bool:
    """Whether more than one working day lies between: as much working time as an ordinary day has."""
    day = sum((_minutes(part.end) - _minutes(part.start) for part in calendar.hours), start=0)
    return working_minutes(since, now, calendar) > day


def _minutes(at: time) -> int:
    return at.hour * 60 + at.minute


def _count(number: int) -> str:
    if number >= MOST_COUNTED:
        return t("hơn 1.000")
    return f"{number:,}".replace(",", ".")
