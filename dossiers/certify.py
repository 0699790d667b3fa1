"""Certify papers: a gapless number of the certification book for each of them, all in one deed (domain 6.4)."""

from dataclasses import dataclass, replace
from uuid import UUID

from dossiers.acting import Act, fresh, require_clerk, require_move
from dossiers.books import BookEntry, certification_book
from dossiers.dossier import Dossier, Receiver
from dossiers.errors import Impossible, InvalidInput
from dossiers.journal import Op
from dossiers.names import nfc
from dossiers.receive import Intake, receive
from dossiers.result_ready import make_result_ready
from dossiers.return_result import Returned, return_result
from dossiers.take_fee import TAKEN_IN, take_fee


@dataclass(frozen=True, slots=True, kw_only=True)
class Certified:
    """The body of op `certified`: one number for each paper, and who signed."""

    entries: tuple[BookEntry, ...]
    signer: str


def certify(act: Act, dossier_id: UUID, signer: str) -> Dossier:
    """Number every paper of which copies are wanted that has no number yet; raises Impossible where there is none."""
    require_clerk(act.clerk)
    dossier = act.dossier(dossier_id)
    require_move("certified", dossier)
    if not nfc(signer):
        raise InvalidInput("Chưa ghi người ký chứng thực.", field="signer")
    kind = certification_book(dossier.procedure_code)
    numbered = {entry.paper for entry in dossier.entries if entry.kind is kind}
    papers = [index for index, paper in enumerate(dossier.papers) if paper.copies and index not in numbered]
    if not papers:
        raise Impossible("Không còn giấy tờ nào chờ vào sổ chứng thực.")
    entries = tuple(act.draw(kind, paper) for paper in papers)
    return act.append("certified", dossier_id, Certified(entries=entries, signer=nfc(signer)))


def certify_at_once(act: Act, intake: Intake, dossier_id: UUID, signer: str) -> Dossier:
    """The whole visit in one deed: received, numbered, paid, ready and handed over (tại chỗ).

    Nothing of it stands without the rest: one transaction, one key. Pressed twice, it happened once.
    """
    dossier = receive(act, intake, dossier_id)
    if dossier.handover is not None:
        return dossier
    certify(act, dossier.id, signer)
    if intake.payment in TAKEN_IN and dossier.fee_total_vnd:
        take_fee(act, dossier.id, intake.payment)
    copies = sum(paper.copies for paper in dossier.papers)
    make_result_ready(act, dossier.id, f"{copies} bản sao chứng thực")
    taker = dossier.applicant
    receiver = Receiver.DELEGATE if dossier.filer and dossier.filer.id_number else Receiver.OWNER
    handed = Returned(
        receiver=receiver, name=taker.name, id_number=taker.id_number, phone=taker.phone, slip_taken_back=False
    )
    return return_result(act, dossier.id, handed)


def fold(before: Dossier | None, op: Op, body: Certified) -> Dossier:
    """The numbers stay with the dossier for ever."""
    dossier = fresh(before)
    require_move(op.kind, dossier)
    return replace(dossier, entries=(*dossier.entries, *body.entries))
