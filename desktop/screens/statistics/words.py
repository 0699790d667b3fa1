"""The statistics in the words of the window: what a figure is, its base, spans of working time, and amounts."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from desktop.i18n import t
from desktop.report_asks import read_keys
from dossiers.clock import say_time
from dossiers.dossier import Channel, PaymentMode
from dossiers.reporting.figures import MEASURE_WORDS, Figure, Grouping, dotted
from dossiers.reporting.words import CHANNEL_WORDS

if TYPE_CHECKING:
    from array import array

    from desktop.jobs import Desk

LONGEST_NAME = 44
"""A list's title stays beside the heading of the register, even on the smallest window."""

MINUTES_AN_HOUR = 60
HOURS_A_DAY = 24

MODES = {
    PaymentMode.CASH: "Tiền mặt", PaymentMode.TRANSFER: "Chuyển khoản", PaymentMode.ONLINE: "Trực tuyến",
    PaymentMode.EXEMPT: "Được miễn", PaymentMode.LATER: "Thu sau",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Target:
    """What a number opens: a list of dossiers with a title, asked on the database thread."""

    title: str
    read: "Callable[[Desk], array[int]]"


def target(figure: Figure, name: str = "", without: tuple[Figure, ...] = ()) -> Target | None:
    """The list behind a figure; none where it counts nothing."""
    if not figure.numerator:
        return None
    title = " · ".join(filter(None, (measure_words(figure), shortened(name), figure.span.words)))
    return Target(title, partial(read_keys, figure=figure, without=without))


def measure_words(figure: Figure) -> str:
    """What is counted, as a title: 'Đã giải quyết'."""
    words = t(MEASURE_WORDS[figure.measure])
    return words[:1].upper() + words[1:]


def parts_words(figure: Figure) -> str:
    """What a figure is a part of, and the days: '1.164/1.200; 1/10–31/10/2026'."""
    part = f"{dotted(figure.numerator)}/{dotted(figure.denominator)}; " if figure.denominator is not None else ""
    return f"{part}{figure.span.words}"


def as_of_words(figure: Figure) -> str:
    """When it was counted."""
    return t("tính đến {time}", time=say_time(figure.as_of))


def line_name(grouping: Grouping, name: str) -> str:
    """How a line of a sheet is called; some sheets hold slugs, and a sector may be unknown."""
    if grouping is Grouping.CHANNEL:
        return t(CHANNEL_WORDS[Channel(name)])
    return name or t("Chưa ghi")


def shortened(name: str) -> str:
    """A long name cut at a word."""
    if len(name) <= LONGEST_NAME:
        return name
    return f"{name[:LONGEST_NAME].rsplit(' ', 1)[0].rstrip(' ,;')}…"


def minutes_words(minutes: int) -> str:
    """A length of time: '45 phút', '2 giờ 15 phút'."""
    hours, rest = divmod(minutes, MINUTES_AN_HOUR)
    if not hours:
        return t("{minutes} phút", minutes=rest)
    return t("{hours} giờ {minutes} phút", hours=dotted(hours), minutes=rest)


def days_words(minutes: int) -> str:
    """A length of time in which nights count: '3 ngày 4 giờ' from two days on."""
    hours = minutes // MINUTES_AN_HOUR
    if hours < 2 * HOURS_A_DAY:
        return minutes_words(minutes)
    return t("{days} ngày {hours} giờ", days=dotted(hours // HOURS_A_DAY), hours=hours % HOURS_A_DAY)
