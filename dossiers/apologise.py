"""Apologise for a date that will not be or was not kept, and promise another: once, and the first date stays."""

from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from dossiers.acting import Act, fresh, require_clerk, require_move
from dossiers.clock import say_time
from dossiers.dossier import Apology, Dossier
from dossiers.errors import Impossible, InvalidInput
from dossiers.journal import Op
from dossiers.names import nfc


@dataclass(frozen=True, slots=True, kw_only=True)
class Apologised:
    """The body of op `apologised`: why, who signs, and the new date."""

    reason: str
    signer: str
    promised_at: datetime


def apologise(act: Act, dossier_id: UUID, body: Apologised) -> Dossier:
    """Promise another date, once (NĐ 61/2018; unverified for NĐ 118/2025); what was late stays late."""
    require_clerk(act.clerk)
    dossier = act.dossier(dossier_id)
    require_move("apologised", dossier)
    _require_first(dossier)
    body = replace(body, reason=nfc(body.reason), signer=nfc(body.signer))
    if not body.reason:
        raise InvalidInput("Chưa ghi lý do chậm trả.", field="reason")
    if body.promised_at <= act.now:
        raise InvalidInput("Ngày hẹn mới phải sau lúc này.", field="promised_at")
    return act.append("apologised", dossier_id, body)


def _require_first(dossier: Dossier) -> datetime:
    if dossier.apology is not None:
        raise Impossible(
            "Hồ sơ đã xin lỗi và hẹn lại một lần, trả lúc {promised}. Quy định chỉ cho hẹn lại một lần; "
            "hồ sơ vẫn giải quyết tiếp được.", promised=say_time(dossier.apology.promised_at),
        )  # fmt: skip
    if dossier.appointment.due_at is None:
        raise Impossible("Hồ sơ này không hẹn ngày trả nên không có ngày để hẹn lại.")
    return dossier.appointment.due_at


def fold(before: Dossier | None, op: Op, body: Apologised) -> Dossier:
    """The promise stands beside the due instant; the due instant itself does not move."""
    dossier = fresh(before)
    require_move(op.kind, dossier)
    due_at = _require_first(dossier)
    apology = Apology(
        at=op.at, by=op.actor, reason=body.reason, signer=body.signer, due_at=due_at, promised_at=body.promised_at
    )
    return replace(dossier, apology=apology)
