"""Not received: a citizen goes home with a guide slip or a refusal, and the office knows that they were there."""

from dataclasses import dataclass, replace
from enum import StrEnum
from uuid import UUID

from dossiers.acting import Act, require_clerk
from dossiers.clock import local_date
from dossiers.errors import InvalidInput
from dossiers.names import nfc


class Because(StrEnum):
    """Why nothing was taken in: papers are still missing, or the office may not take it at all."""

    PAPERS_MISSING = "papers_missing"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True, kw_only=True)
class TurnedAway:
    """The body of op `turned_away`; no name: what is learnt is which papers people lack."""

    because: Because
    procedure_code: str
    reason: str
    missing: tuple[str, ...] = ()


def turn_away(act: Act, body: TurnedAway) -> UUID:
    """Record that nothing was received, and what for; raises InvalidInput without a reason."""
    require_clerk(act.clerk)
    act.procedure(body.procedure_code, local_date(act.now))
    body = replace(body, reason=nfc(body.reason), missing=tuple(map(nfc, body.missing)))
    if not (body.reason or body.missing):
        raise InvalidInput("Chưa ghi lý do chưa nhận hồ sơ.", field="reason")
    return act.record("turned_away", body)
