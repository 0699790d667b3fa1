"""Give a dossier on and take it over: custody at each hop, within this office, to another, and back again."""

from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from dossiers.acting import Act, flagged, fresh, require_clerk, require_move, working_status
from dossiers.dossier import Dossier, Holder, Hop
from dossiers.errors import InvalidInput
from dossiers.journal import Op
from dossiers.names import nfc


@dataclass(frozen=True, slots=True, kw_only=True)
class HandedOver:
    """The body of op `handed_over`: to whom, until when this step should take, and what is said with it.

    An empty office of the receiver is this one; `due_at` is the step's own deadline.
    """

    receiver: Holder
    due_at: datetime | None = None
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TakenOver:
    """The body of op `taken_over`: who signed for the dossier; empty for the clerk who writes it."""

    person: str = ""


def hand_over(act: Act, dossier_id: UUID, body: HandedOver) -> Dossier:
    """Give it to somebody; raises InvalidInput without a receiver or for a step that is over before it begins."""
    require_clerk(act.clerk)
    require_move("handed_over", act.dossier(dossier_id))
    receiver = Holder(office=nfc(body.receiver.office), person=nfc(body.receiver.person))
    if not (receiver.office or receiver.person):
        raise InvalidInput("Chưa chọn người hoặc cơ quan nhận.", field="receiver")
    if body.due_at is not None and body.due_at <= act.now:
        raise InvalidInput("Hạn của bước này phải sau lúc giao.", field="due_at")
    return act.append("handed_over", dossier_id, replace(body, receiver=receiver, note=nfc(body.note)))


def take_over(act: Act, dossier_id: UUID, person: str = "") -> Dossier:
    """Sign for what was given: a physical fact, never refused."""
    require_clerk(act.clerk)
    act.dossier(dossier_id)
    return act.append("taken_over", dossier_id, TakenOver(person=nfc(person)))


def fold_handed_over(before: Dossier | None, op: Op, body: HandedOver) -> Dossier:
    """One more hop; with another office it is forwarded, within this one it is being worked on."""
    dossier = fresh(before)
    require_move(op.kind, dossier)
    hop = Hop(
        sender=dossier.holder, receiver=body.receiver, given_at=op.at, given_by=op.actor, due_at=body.due_at,
        note=body.note,
    )  # fmt: skip
    given = replace(dossier, hops=(*dossier.hops, hop))
    return replace(given, status=working_status(given))


def fold_taken_over(before: Dossier | None, op: Op, body: TakenOver) -> Dossier:
    """The last hop is signed for, once; the first signature stands."""
    dossier = fresh(before)
    flags = flagged(op.kind, dossier)
    if not dossier.hops or dossier.hops[-1].taken_at is not None:
        return replace(dossier, flags=flags)
    last = replace(dossier.hops[-1], taken_at=op.at, taken_by=body.person or op.actor)
    return replace(dossier, hops=(*dossier.hops[:-1], last), flags=flags)
