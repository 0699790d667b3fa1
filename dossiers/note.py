"""Remarks and the place of the paper: small facts anyone at the desk may need tomorrow."""

from dataclasses import dataclass, replace
from uuid import UUID

from dossiers.acting import Act, fresh, require_clerk
from dossiers.dossier import Dossier, Note
from dossiers.errors import InvalidInput
from dossiers.journal import Op
from dossiers.names import nfc


@dataclass(frozen=True, slots=True, kw_only=True)
class Noted:
    """The body of op `noted`."""

    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Shelved:
    """The body of op `shelved`: where the papers lie; empty when they were taken from there."""

    shelf: str


def note(act: Act, dossier_id: UUID, text: str) -> Dossier:
    """Add a remark; it can be answered by another, never erased."""
    require_clerk(act.clerk)
    act.dossier(dossier_id)
    if not nfc(text):
        raise InvalidInput("Chưa ghi nội dung ghi chú.", field="note")
    return act.append("noted", dossier_id, Noted(text=nfc(text)))


def put_on_shelf(act: Act, dossier_id: UUID, shelf: str) -> Dossier:
    """Say where the papers lie (ViTriDeHoSo, domain 6.8)."""
    require_clerk(act.clerk)
    act.dossier(dossier_id)
    return act.append("shelved", dossier_id, Shelved(shelf=nfc(shelf)))


def fold_noted(before: Dossier | None, op: Op, body: Noted) -> Dossier:
    """One more remark."""
    dossier = fresh(before)
    return replace(dossier, notes=(*dossier.notes, Note(at=op.at, by=op.actor, text=body.text)))


def fold_shelved(before: Dossier | None, op: Op, body: Shelved) -> Dossier:
    """The latest place counts."""
    return replace(fresh(before), shelf=body.shelf)
