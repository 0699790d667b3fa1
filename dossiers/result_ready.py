"""Put a result on the shelf: the dossier is done and waits to be fetched."""

from dataclasses import dataclass, replace
from uuid import UUID

from dossiers.acting import Act, fresh, require_clerk, require_move
from dossiers.dossier import Dossier, Result
from dossiers.journal import Op
from dossiers.names import nfc
from dossiers.status import Status


@dataclass(frozen=True, slots=True, kw_only=True)
class ResultReady:
    """The body of op `result_ready`."""

    description: str = ""
    shelf: str = ""


def make_result_ready(act: Act, dossier_id: UUID, description: str = "", shelf: str = "") -> Dossier:
    """Record that the result lies at the desk, what it is and where."""
    require_clerk(act.clerk)
    require_move("result_ready", act.dossier(dossier_id))
    return act.append("result_ready", dossier_id, ResultReady(description=nfc(description), shelf=nfc(shelf)))


def fold(before: Dossier | None, op: Op, body: ResultReady) -> Dossier:
    """Work ends here: this instant is what early, on time and late are judged by (QĐ 766/QĐ-TTg)."""
    dossier = fresh(before)
    require_move(op.kind, dossier)
    result = Result(ready_at=op.at, ready_by=op.actor, description=body.description, shelf=body.shelf)
    return replace(dossier, status=Status.RESULT_READY, result=result, finished_at=op.at)
