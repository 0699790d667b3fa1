"""A financial duty towards the state stops the clock until the citizen shows that it was paid (domain 4.4, code 6)."""

from dataclasses import dataclass, replace
from uuid import UUID

from dossiers.acting import Act, flagged, fresh, require_clerk, require_move
from dossiers.dossier import Dossier, Duty, PauseCause
from dossiers.errors import InvalidInput
from dossiers.journal import Op
from dossiers.names import nfc
from dossiers.pausing import NewDate, begin_pause, date_after_pause, end_pause
from dossiers.status import MOVES, Status


@dataclass(frozen=True, slots=True, kw_only=True)
class DutyDemanded:
    """The body of op `duty_demanded`: how much, by which notice."""

    amount_vnd: int
    basis: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DutyFulfilled:
    """The body of op `duty_fulfilled`: what proved the payment, and the date after the pause."""

    evidence: str
    date: NewDate


def demand_duty(act: Act, dossier_id: UUID, amount_vnd: int, basis: str) -> Dossier:
    """Pause the clock until the duty is fulfilled; raises InvalidInput without the notice it rests on."""
    require_clerk(act.clerk)
    require_move("duty_demanded", act.dossier(dossier_id))
    if amount_vnd < 0:
        raise InvalidInput("Số tiền không thể âm.", field="amount")
    if not nfc(basis):
        raise InvalidInput("Chưa ghi số thông báo nộp tiền.", field="basis")
    return act.append("duty_demanded", dossier_id, DutyDemanded(amount_vnd=amount_vnd, basis=nfc(basis)))


def fulfil_duty(act: Act, dossier_id: UUID, evidence: str) -> Dossier:
    """The citizen shows the payment: a physical fact; raises InvalidInput without what proved it."""
    require_clerk(act.clerk)
    if not nfc(evidence):
        raise InvalidInput("Chưa ghi số chứng từ nộp tiền.", field="evidence")
    date = date_after_pause(act.dossier(dossier_id), act.now, act.calendar, PauseCause.DUTY)
    return act.append("duty_fulfilled", dossier_id, DutyFulfilled(evidence=nfc(evidence), date=date))


def fold_demanded(before: Dossier | None, op: Op, body: DutyDemanded) -> Dossier:
    """The dossier waits for the money."""
    dossier = fresh(before)
    require_move(op.kind, dossier)
    duty = Duty(demanded_at=op.at, demanded_by=op.actor, amount_vnd=body.amount_vnd, basis=body.basis)
    paused = begin_pause(dossier, PauseCause.DUTY, op.at)
    return replace(paused, status=Status.AWAITING_PAYMENT, duties=(*dossier.duties, duty))


def fold_fulfilled(before: Dossier | None, op: Op, body: DutyFulfilled) -> Dossier:
    """The clock goes on; a payment nobody asked for is kept as a flag."""
    dossier = fresh(before)
    if dossier.status not in MOVES[op.kind].starts:
        return replace(dossier, flags=flagged(op.kind, dossier))
    last = replace(dossier.duties[-1], fulfilled_at=op.at, fulfilled_by=op.actor, evidence=body.evidence)
    resumed = end_pause(dossier, op, body.date)
    return replace(resumed, duties=(*dossier.duties[:-1], last))
