"""Put a result on the shelf: the dossier is done and waits to be fetched."""

from dataclasses import dataclass, replace
from uuid import UUID

from dossiers.acting import Act, fresh, require_clerk, require_move
from dossiers.books import BookEntry, BookKind
from dossiers.dossier import Dossier, Result, ResultPaper
from dossiers.errors import InvalidInput
from dossiers.journal import Op
from dossiers.names import nfc
from dossiers.status import Status

NO_PAPER = ResultPaper()
"""A result of which nothing is written down but that it is there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ResultReady:
    """The body of op `result_ready`; `entry` is its number in the result register, the first it was given.

    A certification has none: its own book is its register.
    """

    description: str = ""
    shelf: str = ""
    paper: ResultPaper = NO_PAPER
    entry: BookEntry | None = None


def make_result_ready(
    act: Act, dossier_id: UUID, description: str = "", shelf: str = "", paper: ResultPaper = NO_PAPER
) -> Dossier:
    """Record that the result lies at the desk, what it is and where, under a number of the result register.

    Raises InvalidInput for a result that expires before it was issued.
    """
    require_clerk(act.clerk)
    dossier = act.dossier(dossier_id)
    require_move("result_ready", dossier)
    if paper.issued_on and paper.expires_on and paper.expires_on < paper.issued_on:
        raise InvalidInput("Ngày hết hạn của kết quả sớm hơn ngày cấp.", field="expires_on")
    paper = replace(
        paper, kind=nfc(paper.kind), number=nfc(paper.number), issuer=nfc(paper.issuer), signer=nfc(paper.signer)
    )
    body = ResultReady(description=nfc(description), shelf=nfc(shelf), paper=paper, entry=_number(act, dossier))
    return act.append("result_ready", dossier_id, body)


def _number(act: Act, dossier: Dossier) -> BookEntry | None:
    if dossier.certification:
        return None
    return dossier.entry(BookKind.RESULTS) or act.draw(BookKind.RESULTS)


def fold(before: Dossier | None, op: Op, body: ResultReady) -> Dossier:
    """Work ends here: this instant is what early, on time and late are judged by (QĐ 766/QĐ-TTg)."""
    dossier = fresh(before)
    require_move(op.kind, dossier)
    result = Result(
        ready_at=op.at, ready_by=op.actor, description=body.description, shelf=body.shelf, paper=body.paper
    )
    entries = dossier.entries if body.entry in dossier.entries else (*dossier.entries, *filter(None, (body.entry,)))
    return replace(dossier, status=Status.RESULT_READY, result=result, entries=entries, finished_at=op.at)
