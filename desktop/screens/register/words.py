"""Words that the rows, the chips and the accounts of the register share."""

from datetime import datetime
from typing import TYPE_CHECKING

from desktop.i18n import added, t
from desktop.register_asks import Worklist
from dossiers.clock import local, local_date
from dossiers.standing import Standing
from dossiers.status import ENDED, Status

if TYPE_CHECKING:
    from desktop.register_asks import Row

WORKLIST_WORDS = {
    Worklist.ALL: "Tất cả",
    Worklist.DUE_TODAY: "Đến hạn hôm nay",
    Worklist.NEARLY_DUE: "Sắp đến hạn",
    Worklist.OVERDUE: "Quá hạn",
    Worklist.AWAITING: "Chờ bổ sung / nghĩa vụ",
    Worklist.READY: "Kết quả chưa lấy",
    Worklist.UNSENT: "Chưa gửi",
    Worklist.VOIDED: "Đã hủy",
}


def number_words(number: int) -> str:
    """A number with Vietnamese thousands points."""
    return f"{number:,}".replace(",", ".")


def state_words(row: "Row", standing: Standing, now: datetime) -> str:
    """What a chip says: what presses comes before the state's own word, and a result says how long it waits."""
    if row.status is Status.RESULT_READY and row.stopped_at:
        days = (local_date(now) - local_date(row.stopped_at)).days
        if days:
            return t("Kết quả chờ {days} ngày", days=days)
    return (added(standing) if standing.tone in ("bad", "warn") else "") or t(standing.word)


def procedure_words(row: "Row") -> str:
    """The procedure, after a mark where only the slip a dossier came back from is known of it."""
    if not row.recovered:
        return row.procedure_name
    return t("Khôi phục từ biên nhận · {procedure}", procedure=row.procedure_name)


def moment_words(instant: datetime, now: datetime) -> str:
    """Day and time within this year, else the whole day: what fits a column."""
    wall = local(instant)
    return f"{wall:%d/%m %H:%M}" if wall.year == local(now).year else f"{wall:%d/%m/%Y}"


def held_words(row: "Row", reason: str, now: datetime) -> str:
    """Who has it in hand and since when; of a voided one the reason, and of one that is out of the house nothing."""
    if row.status is Status.VOIDED:
        return reason
    if row.status in ENDED | {Status.RETURNED}:
        return "–"
    since = local(row.held_since)
    return f"{row.holder} · {since:%H:%M}" if since.date() == local_date(now) else f"{row.holder} · {since:%d/%m}"
