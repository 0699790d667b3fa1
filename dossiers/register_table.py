"""The register as a table of words for a spreadsheet: one line a dossier, as it stands now."""

from datetime import datetime

from dossiers.clock import say_time
from dossiers.dossier import Dossier
from dossiers.standing import standing
from dossiers.status import ENDED, Status

HEADINGS = (
    "Mã hồ sơ", "Người nộp", "Chủ hồ sơ", "Nơi cư trú", "Điện thoại", "Thủ tục", "Lĩnh vực", "Ngày nhận", "Hẹn trả",
    "Tình trạng", "Ai đang giữ", "Giữ từ", "Có kết quả", "Đã trả", "Người tiếp nhận", "Ghi chú",
)  # fmt: skip


def line(dossier: Dossier, now: datetime) -> tuple[str, ...]:
    """The cells under HEADINGS; citizen numbers stay in the register."""
    stands, owner, result, given = standing(dossier, now, None), dossier.owner, dossier.result, dossier.handover
    out = dossier.status in ENDED | {Status.RETURNED, Status.VOIDED}
    holder = dossier.holder
    return (
        dossier.code, dossier.applicant.name, owner.name, owner.address, owner.phone, dossier.procedure_name,
        dossier.sector, say_time(dossier.received_at), _time(dossier.appointment.due_at),
        ", ".join(filter(None, (stands.word, stands.modifier))),
        "" if out else " – ".join(filter(None, (holder.person, holder.office))),
        "" if out else say_time(dossier.held_since), _time(result.ready_at if result else None),
        _time(given.at if given else None), dossier.received_by, dossier.void_reason or dossier.note,
    )  # fmt: skip


def _time(instant: datetime | None) -> str:
    return say_time(instant) if instant else ""
