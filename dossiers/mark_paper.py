"""Mark a paper's electronic copy: scanned before, used again, or a result used again (domain 4.5, 6.2)."""

from dataclasses import dataclass, replace
from uuid import UUID

from dossiers.acting import Act, fresh, require_clerk, require_move
from dossiers.dossier import Digital, Dossier
from dossiers.errors import InvalidInput, KnownError
from dossiers.journal import Op


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperMarked:
    """The body of op `paper_marked`: which component line, before and after."""

    paper: int
    before: Digital
    after: Digital


def mark_paper(act: Act, dossier_id: UUID, paper: int, digital: Digital) -> Dossier:
    """Say where a paper's electronic copy comes from; raises InvalidInput for a line that is not there."""
    require_clerk(act.clerk)
    dossier = act.dossier(dossier_id)
    require_move("paper_marked", dossier)
    if not 0 <= paper < len(dossier.papers):
        raise InvalidInput("Không có giấy tờ này trong hồ sơ.", field="papers")
    body = PaperMarked(paper=paper, before=dossier.papers[paper].digital, after=digital)
    return act.append("paper_marked", dossier_id, body)


def fold(before: Dossier | None, op: Op, body: PaperMarked) -> Dossier:
    """The latest mark counts."""
    dossier = fresh(before)
    require_move(op.kind, dossier)
    if not 0 <= body.paper < len(dossier.papers):
        raise KnownError("Việc này nhắc tới một giấy tờ không có trong hồ sơ. Dòng gốc được giữ nguyên.")
    papers = list(dossier.papers)
    papers[body.paper] = replace(papers[body.paper], digital=body.after)
    return replace(dossier, papers=tuple(papers))
