"""What came from the province while nobody was looking: results, corrections, moves made elsewhere, held deeds."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING
from uuid import UUID

from dossiers import fold
from dossiers.correct import FIELDS, read_field
from dossiers.dossier import Dossier
from dossiers.errors import NotFound
from dossiers.status import Status
from sync.protocol import Change

if TYPE_CHECKING:
    from dossiers.store.desk import Desk


class NewsKind(StrEnum):
    """Why a dossier is news, the most pressing first."""

    RESULT = "result"
    LEFT = "left"
    CORRECTION = "correction"
    MOVE = "move"
    NEW = "new"
    RELEASED = "released"


@dataclass(frozen=True, slots=True)
class News:
    """A dossier that is not what this desk last knew; `fields` are the names of what was corrected."""

    kind: NewsKind
    dossier_id: UUID
    code: str
    status: Status
    fields: tuple[str, ...] = ()


def compare(desk: "Desk", changes: Iterable[Change]) -> tuple[News, ...]:
    """What these changes tell that neither the desk nor an earlier answer knew; raises msgspec's DecodeError."""
    found = []
    for change in changes:
        after = fold.decode_state(bytes(change.state))
        news = _between(_known(desk, after.id), after)
        if news is not None:
            found.append(news)
    return tuple(found)


def _known(desk: "Desk", dossier_id: UUID) -> Dossier | None:
    told = desk.wire.snapshot(dossier_id)
    if told is not None:
        return fold.decode_state(told.state)
    try:
        return desk.register.get(dossier_id)
    except NotFound:
        return None


def _between(before: Dossier | None, after: Dossier) -> News | None:
    if before is None:
        return News(NewsKind.NEW, after.id, after.code, after.status)
    fields = tuple(sorted(name for name in FIELDS if read_field(before, name) != read_field(after, name)))
    if after.status is Status.RESULT_READY and before.status is not Status.RESULT_READY:
        return News(NewsKind.RESULT, after.id, after.code, after.status, fields)
    if fields:
        return News(NewsKind.CORRECTION, after.id, after.code, after.status, fields)
    if after.status is not before.status:
        return News(NewsKind.MOVE, after.id, after.code, after.status)
    return None
