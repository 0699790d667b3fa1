"""Hand the result over: to the owner or a delegate, with what proved it."""

from dataclasses import dataclass, replace
from uuid import UUID

from dossiers.acting import Act, fresh, require_clerk, require_move
from dossiers.dossier import Dossier, Handover, Receiver
from dossiers.errors import InvalidInput
from dossiers.journal import Op
from dossiers.names import nfc
from dossiers.status import MOVES, Status


@dataclass(frozen=True, slots=True, kw_only=True)
class Returned:
    """The body of op `returned`; the name is kept even for the owner, as the register wants it."""

    receiver: Receiver
    name: str
    id_number: str = ""
    evidence: str = ""
    slip_taken_back: bool = True


def return_result(act: Act, dossier_id: UUID, body: Returned) -> Dossier:
    """Record the hand-over; a delegate needs a name and the number of the paper that was shown."""
    require_clerk(act.clerk)
    require_move("returned", act.dossier(dossier_id))
    body = replace(body, name=nfc(body.name), id_number=nfc(body.id_number), evidence=nfc(body.evidence))
    if not body.name:
        raise InvalidInput("Chưa có họ tên người nhận kết quả.", field="name")
    if body.receiver is Receiver.DELEGATE and not body.id_number:
        raise InvalidInput("Người nhận thay cần có số giấy tờ đã xuất trình.", field="id_number")
    return act.append("returned", dossier_id, body)


def fold(before: Dossier | None, op: Op, body: Returned) -> Dossier:
    """A physical fact: recorded always, and flagged where the state did not expect it."""
    dossier = fresh(before)
    handover = Handover(
        at=op.at, by=op.actor, receiver=body.receiver, name=body.name, id_number=body.id_number,
        evidence=body.evidence, slip_taken_back=body.slip_taken_back,
    )  # fmt: skip
    flags = dossier.flags if dossier.status in MOVES[op.kind] else (*dossier.flags, "returned_out_of_turn")
    return replace(
        dossier, status=Status.RETURNED, handover=handover, finished_at=dossier.finished_at or op.at, flags=flags
    )
