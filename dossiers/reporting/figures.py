"""Figures that carry their base: what is counted, out of what, in which days, as of when."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from dossiers.clock import say_time
from dossiers.reporting.spans import Span


class Measure(StrEnum):
    """What can be counted in a span. Voided dossiers are in none; the conditions stand in dossiers/store/measures.py.

    Received and settled go by the instants of the dossier itself; refused, withdrawn and stopped count as settled
    (domain 4.5). Open and overdue are as they stood when the span ended, or stand now where it has not ended.
    """

    CARRIED_OVER = "carried_over"
    RECEIVED = "received"
    RECEIVED_ONLINE = "received_online"
    RECEIVED_DIRECT = "received_direct"
    TOTAL = "total"
    SETTLED = "settled"
    EARLY = "early"
    ON_TIME = "on_time"
    IN_TIME = "in_time"
    LATE = "late"
    OPEN = "open"
    OPEN_IN_TIME = "open_in_time"
    OPEN_OVERDUE = "open_overdue"
    RETURNED = "returned"
    SATURDAY = "saturday"
    # What QĐ 766/QĐ-TTg asks (domain 4.5)
    ENDED = "ended"
    ENDED_IN_TIME = "ended_in_time"
    SETTLED_ONLINE = "settled_online"
    DIGITISED = "digitised"
    REUSED = "reused"
    CHARGED = "charged"
    PAID_ONLINE = "paid_online"
    SYNCED = "synced"


MEASURE_WORDS: dict[Measure, str] = {
    Measure.CARRIED_OVER: "từ kỳ trước",
    Measure.RECEIVED: "tiếp nhận trong kỳ",
    Measure.RECEIVED_ONLINE: "tiếp nhận trực tuyến",
    Measure.RECEIVED_DIRECT: "tiếp nhận trực tiếp và bưu chính",
    Measure.TOTAL: "tổng tiếp nhận",
    Measure.SETTLED: "đã giải quyết",
    Measure.EARLY: "trước hạn",
    Measure.ON_TIME: "đúng hạn",
    Measure.IN_TIME: "trước và đúng hạn",
    Measure.LATE: "quá hạn",
    Measure.OPEN: "đang giải quyết",
    Measure.OPEN_IN_TIME: "đang giải quyết, trong hạn",
    Measure.OPEN_OVERDUE: "đang giải quyết, quá hạn",
    Measure.RETURNED: "đã trả kết quả",
    Measure.SATURDAY: "tiếp nhận ngày thứ Bảy",
    Measure.ENDED: "đã kết thúc xử lý",
    Measure.ENDED_IN_TIME: "kết thúc đúng hạn",
    Measure.SETTLED_ONLINE: "trực tuyến, có kết quả điện tử",
    Measure.DIGITISED: "đã số hóa cả giấy tờ và kết quả",
    Measure.REUSED: "dùng lại dữ liệu đã số hóa",
    Measure.CHARGED: "có phí, lệ phí",
    Measure.PAID_ONLINE: "thanh toán trực tuyến",
    Measure.SYNCED: "tỉnh đã nhận đủ",
}
"""The words on screen, paper and console alike."""


class Grouping(StrEnum):
    """What the lines of a sheet are."""

    NOTHING = "nothing"
    SECTOR = "sector"
    PROCEDURE = "procedure"
    CHANNEL = "channel"
    CLERK = "clerk"


@dataclass(frozen=True, slots=True, kw_only=True)
class Slice:
    """One line of a sheet: only the dossiers of this sector, procedure code, channel or clerk; by default all."""

    by: Grouping = Grouping.NOTHING
    value: str = ""


EVERYTHING = Slice()


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A count and what it is a part of; `desk.reports.keys(figure)` gives its dossiers, as many as `numerator`.

    `base` and `denominator` are None for a plain count; `as_of` is the UTC instant it was counted.
    """

    measure: Measure
    numerator: int
    span: Span
    as_of: datetime
    base: Measure | None = None
    denominator: int | None = None
    slice: Slice = EVERYTHING

    @property
    def share(self) -> str:
        """The percentage ('97,3 %'), or a dash where there is nothing to be a part of; empty for a plain count."""
        return "" if self.denominator is None else percent(self.numerator, self.denominator)

    @property
    def basis(self) -> str:
        """What a figure may not be shown without: '1.164/1.200; 1/10–31/10/2026; tính đến 16:02 31/10/2026'."""
        part = f"{dotted(self.numerator)}/{dotted(self.denominator)}; " if self.denominator is not None else ""
        return f"{part}{self.span.words}; tính đến {say_time(self.as_of)}"

    @property
    def sentence(self) -> str:
        """The whole: 'đúng hạn 97 % (1.164/1.200; 1/10–31/10/2026; tính đến 16:02 31/10/2026)'."""
        shown = self.share or dotted(self.numerator)
        return f"{MEASURE_WORDS[self.measure]} {shown} ({self.basis})"


def percent(part: int, whole: int) -> str:
    """A share with at most one decimal: never 100 while one is lacking, never 0 while there is one."""
    if not whole:
        return "–"
    tenths = round(1000 * part / whole)
    if 0 < part < whole:
        tenths = min(max(tenths, 1), 999)
    units, tenth = divmod(tenths, 10)
    return f"{units},{tenth} %" if tenth else f"{units} %"


def dotted(number: int) -> str:
    """A count with dots between thousands."""
    return f"{number:,}".replace(",", ".")
