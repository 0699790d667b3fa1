"""Refuse, withdraw, stop: the three ends without a result, each with its reason and its own paper."""

from dataclasses import dataclass, replace
from uuid import UUID

from dossiers.acting import Act, fresh, require_clerk, require_move
from dossiers.dossier import Dossier, Ending, EndKind
from dossiers.errors import InvalidInput
from dossiers.journal import Op
from dossiers.names import nfc
from dossiers.pausing import NewDate, date_after_pause, end_pause
from dossiers.status import WAITING, Status


@dataclass(frozen=True, slots=True, kw_only=True)
class Ended:
    """The body of ops `refused`, `withdrawn` and `stopped`.

    A stop names the stage it came at, the decision it rests on, and what becomes of money already paid (thông báo
    dừng giải quyết, domain 1.2). `date` counts where the dossier was waiting for the citizen: that time is not held
    against the office.
    """

    reason: str
    signer: str = ""
    decision: str = ""
    stage: str = ""
    finances: str = ""
    date: NewDate | None = None


def refuse(act: Act, dossier_id: UUID, reason: str, signer: str = "") -> Dossier:
    """Từ chối: the office will not solve it, and says why in words a citizen can act on."""
    return _end(act, dossier_id, "refused", Ended(reason=reason, signer=signer))


def withdraw(act: Act, dossier_id: UUID, reason: str) -> Dossier:
    """Rút: the citizen asks for the papers back."""
    return _end(act, dossier_id, "withdrawn", Ended(reason=reason))


def stop(act: Act, dossier_id: UUID, body: Ended) -> Dossier:
    """Dừng giải quyết: no decision was issued yet, and none will be."""
    return _end(act, dossier_id, "stopped", body)


def _end(act: Act, dossier_id: UUID, kind: str, body: Ended) -> Dossier:
    require_clerk(act.clerk)
    dossier = act.dossier(dossier_id)
    require_move(kind, dossier)
    body = Ended(
        reason=nfc(body.reason), signer=nfc(body.signer), decision=nfc(body.decision), stage=nfc(body.stage),
        finances=nfc(body.finances), date=date_after_pause(dossier, act.now, act.calendar),
    )  # fmt: skip
    if not body.reason:
        raise InvalidInput("Chưa ghi lý do.", field="reason")
    return act.append(kind, dossier_id, body)


def fold(before: Dossier | None, op: Op, body: Ended) -> Dossier:
    """The work ends at this instant; whether in time is judged by it."""
    dossier = fresh(before)
    require_move(op.kind, dossier)
    if dossier.status in WAITING and body.date:
        dossier = end_pause(dossier, op, body.date)
    ending = Ending(
        kind=EndKind(op.kind), at=op.at, by=op.actor, reason=body.reason, signer=body.signer, decision=body.decision,
        stage=body.stage, finances=body.finances,
    )  # fmt: skip
    return replace(dossier, status=Status(op.kind), ending=ending, finished_at=op.at)
