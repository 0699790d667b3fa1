"""Certify papers: a gapless number of the certification book for each of them, all in one deed (domain 6.4)."""

from dataclasses import dataclass, replace
from uuid import UUID

from dossiers.acting import Act, fresh, require_clerk, require_move
from dossiers.books import BookEntry, BookKind, certification_book
from dossiers.dossier import Dossier, Receiver, ResultPaper
from dossiers.errors import Impossible, InvalidInput
from dossiers.journal import Op
from dossiers.names import nfc
from dossiers.receive import Intake, receive
from dossiers.result_ready import NO_PAPER, make_result_ready
from dossiers.return_result import Returned, return_result
from dossiers.take_fee import TAKEN_IN, take_fee


@dataclass(frozen=True, slots=True, kw_only=True)
class Certified:
    """The body of op `certified`: one number for each paper, and who signed."""

    entries: tuple[BookEntry, ...]
    signer: str


def certify(act: Act, dossier_id: UUID, signer: str) -> Dossier:
    """Number what is certified and has no number yet; raises Impossible where there is none."""
    require_clerk(act.clerk)
    dossier = act.dossier(dossier_id)
    require_move("certified", dossier)
    if not nfc(signer):
        raise InvalidInput("Chưa ghi người ký chứng thực.", field="signer")
    if not unnumbered(dossier):
        raise Impossible("Không còn giấy tờ nào chờ vào sổ chứng thực.")
    return _number(act, dossier, nfc(signer))


def make_certified_ready(
    act: Act, dossier_id: UUID, description: str = "", shelf: str = "", paper: ResultPaper = NO_PAPER
) -> Dossier:
    """Put a result on the shelf, its certification numbers drawn first: none leaves the office without one.

    Who signed is `paper.signer`; where that is not known yet, the register keeps room for it.
    """
    dossier = act.dossier(dossier_id)
    if dossier.certification and unnumbered(dossier):
        require_clerk(act.clerk)
        require_move("result_ready", dossier)
        _number(act, dossier, nfc(paper.signer))
    return make_result_ready(act, dossier_id, description, shelf, paper)


def unnumbered(dossier: Dossier) -> tuple[int | None, ...]:
    """What still waits for a number: each paper of which copies are wanted, or, of a signature or deed, the whole."""
    kind = certification_book(dossier.procedure_code)
    numbered = {entry.paper for entry in dossier.entries if entry.kind is kind}
    if kind is not BookKind.COPIES:
        return () if numbered else (None,)
    return tuple(index for index, paper in enumerate(dossier.papers) if paper.copies and index not in numbered)


def _number(act: Act, dossier: Dossier, signer: str) -> Dossier:
    kind = certification_book(dossier.procedure_code)
    entries = tuple(act.draw(kind, paper) for paper in unnumbered(dossier))
    return act.append("certified", dossier.id, Certified(entries=entries, signer=signer))


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
