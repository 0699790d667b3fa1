"""Correct a person's details: old and new value both kept, so that a rival correction can be seen."""

from dataclasses import dataclass, replace
from uuid import UUID

from dossiers.acting import Act, fresh, require_clerk, require_move
from dossiers.dossier import Dossier
from dossiers.errors import InvalidInput
from dossiers.journal import Op
from dossiers.people import Person
from dossiers.receive import tidy_person


@dataclass(frozen=True, slots=True, kw_only=True)
class Corrected:
    """The body of op `corrected`: the owner before and after."""

    before: Person
    after: Person


def correct_owner(act: Act, dossier_id: UUID, after: Person) -> Dossier:
    """Write the owner's details anew; raises InvalidInput when nothing changed."""
    require_clerk(act.clerk)
    dossier = act.dossier(dossier_id)
    require_move("corrected", dossier)
    after = tidy_person(after, "owner")
    if after == dossier.owner:
        raise InvalidInput("Không có gì thay đổi.", field="owner")
    return act.append("corrected", dossier_id, Corrected(before=dossier.owner, after=after))


def fold(before: Dossier | None, op: Op, body: Corrected) -> Dossier:
    """The later correction stands; what it replaced stays in the journal."""
    dossier = fresh(before)
    require_move(op.kind, dossier)
    return replace(dossier, owner=body.after)
