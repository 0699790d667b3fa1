"""What the line may cost, in words: the office's limits, what waits for them, and what sending it now would take."""

from datetime import datetime
from typing import TYPE_CHECKING

from desktop.i18n import t
from dossiers.clock import local, say_time
from sync.budget import MEGABYTE, Waiting

if TYPE_CHECKING:
    from sync.budget import LinePlan


def waiting_words(bytes_waiting: int, why: Waiting, plan: "LinePlan", goes_at: datetime | None) -> str:
    """How much waits, why, and when it goes by itself; empty where nothing waits."""
    if not bytes_waiting:
        return ""
    reason = {
        Waiting.MONTH_SPENT: t("đã dùng hết {limit} MB của tháng này", limit=plan.month_mb),
        Waiting.OUTSIDE_HOURS: t("chỉ gửi từ {first} giờ đến {last} giờ", first=plan.from_hour, last=plan.to_hour),
        Waiting.ONLY_WHEN_ASKED: t("chỉ gửi khi bấm Gửi ngay"),
    }[why]
    words = t("Còn {size} MB bản quét chờ: {reason}.", size=megabytes(bytes_waiting), reason=reason)
    safe = t("Hồ sơ vẫn gửi bình thường.")
    return f"{words} {t('Sẽ gửi lúc {time}.', time=say_time(goes_at))} {safe}" if goes_at else f"{words} {safe}"


def cost_words(bytes_waiting: int, plan: "LinePlan", spent_bytes: int) -> str:
    """What sending everything now would take."""
    size, spent = megabytes(bytes_waiting), round(spent_bytes / MEGABYTE)
    if not plan.month_mb:
        return t("Gửi ngay cả bản quét tốn khoảng {size} MB.", size=size)
    return t("Gửi ngay cả bản quét tốn khoảng {size} MB; tháng này đã dùng {spent} trong {limit} MB.",
             size=size, spent=spent, limit=plan.month_mb)  # fmt: skip


def plan_words(plan: "LinePlan", spent_bytes: int, now: datetime) -> str:
    """What the office has set, as one would say it to a colleague."""
    if plan.only_when_asked:
        when = t("Bản quét chỉ gửi khi bấm Gửi ngay.")
    elif plan.from_hour % 24 == plan.to_hour % 24:
        when = t("Bản quét gửi cả ngày.")
    else:
        when = t("Bản quét gửi từ {first} giờ đến {last} giờ.", first=plan.from_hour, last=plan.to_hour)
    spent = round(spent_bytes / MEGABYTE)
    month = f"{local(now):%m/%Y}"
    if plan.month_mb:
        used = t("Tháng {month} đã dùng {spent} trong {limit} MB.", month=month, spent=spent, limit=plan.month_mb)
    else:
        used = t("Tháng {month} đã dùng {spent} MB, không giới hạn.", month=month, spent=spent)
    return f"{t('Hồ sơ luôn gửi ngay.')} {when} {used}"


def megabytes(size: int) -> int:
    """As data is sold, and never none where there is something."""
    return max(1, round(size / MEGABYTE))


def size_words(size: int) -> str:
    """Bytes as people say them: '62 MB'."""
    if size < 1 << 20:
        return f"{size / 1024:.0f} KB"
    return f"{size / (1 << 20):,.1f} MB".replace(".0 MB", " MB").replace(".", ",")
