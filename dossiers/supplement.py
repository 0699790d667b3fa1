"""Ask for missing papers and take them in: the clock stands still between the two, round after round."""

from dataclasses import dataclass, replace
from uuid import UUID

from dossiers.acting import Act, flagged, fresh, require_clerk, require_move
from dossiers.dossier import Dossier, PaperCheck, PaperLine, PauseCause, Supplement
from dossiers.errors import InvalidInput
from dossiers.journal import Op
from dossiers.names import nfc
from dossiers.pausing import NewDate, begin_pause, date_after_pause, end_pause
from dossiers.status import MOVES, Status


@dataclass(frozen=True, slots=True, kw_only=True)
class SupplementRequested:
    """The body of op `supplement_requested`: what is missing and why (phiếu yêu cầu bổ sung, domain 1.3)."""

    papers: tuple[PaperLine, ...]
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SupplementReceived:
    """The body of op `supplement_received`: the new date, the clock having stood still."""

    date: NewDate


def request_supplement(act: Act, dossier_id: UUID, papers: tuple[PaperLine, ...], reason: str) -> Dossier:
    """Pause the clock and say what is missing; raises InvalidInput without a paper or a reason."""
    require_clerk(act.clerk)
    require_move("supplement_requested", act.dossier(dossier_id))
    if not papers:
        raise InvalidInput("Chưa chọn giấy tờ cần bổ sung.", field="papers")
    if not nfc(reason):
        raise InvalidInput("Chưa ghi lý do yêu cầu bổ sung.", field="reason")
    return act.append("supplement_requested", dossier_id, SupplementRequested(papers=papers, reason=nfc(reason)))


def receive_supplement(act: Act, dossier_id: UUID) -> Dossier:
    """Take papers in and start the clock again: a physical fact, kept and flagged where none were asked for."""
    require_clerk(act.clerk)
    date = date_after_pause(act.dossier(dossier_id), act.now, act.calendar, PauseCause.SUPPLEMENT)
    return act.append("supplement_received", dossier_id, SupplementReceived(date=date))


def fold_requested(before: Dossier | None, op: Op, body: SupplementRequested) -> Dossier:
    """One more round; the dossier waits for the citizen."""
    dossier = fresh(before)
    require_move(op.kind, dossier)
    asked = Supplement(requested_at=op.at, requested_by=op.actor, papers=body.papers, reason=body.reason)
    paused = begin_pause(dossier, PauseCause.SUPPLEMENT, op.at)
    return replace(paused, status=Status.AWAITING_SUPPLEMENT, supplements=(*dossier.supplements, asked))


def fold_received(before: Dossier | None, op: Op, body: SupplementReceived) -> Dossier:
    """The last round is answered: its papers are in order, and the former date stays beside the new one."""
    dossier = fresh(before)
    if dossier.status not in MOVES[op.kind].starts:
        return replace(dossier, flags=flagged(op.kind, dossier))
    last = replace(dossier.supplements[-1], received_at=op.at, received_by=op.actor)
    asked = {paper.name for paper in last.papers}
    papers = tuple(
        replace(paper, check=PaperCheck.OK) if paper.name in asked else paper for paper in dossier.papers
    )
    resumed = end_pause(dossier, op, body.date)
    return replace(resumed, supplements=(*dossier.supplements[:-1], last), papers=papers, conditional=False)
