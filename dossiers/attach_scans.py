"""Attach scanned papers: the files are already durable and encrypted when the op that names them is written."""

from dataclasses import dataclass, replace
from uuid import UUID

from dossiers.acting import Act, flagged, fresh, require_clerk
from dossiers.dossier import Dossier, Scan
from dossiers.errors import InvalidInput
from dossiers.journal import Op


@dataclass(frozen=True, slots=True, kw_only=True)
class ScansAttached:
    """The body of op `scans_attached`; `reused_from` is the code of the dossier they were scanned for, if another."""

    scans: tuple[Scan, ...]
    reused_from: str = ""


def attach_scans(act: Act, dossier_id: UUID, scans: tuple[Scan, ...]) -> Dossier:
    """Attach files that already lie in the store; attaching the same file to the same line twice changes nothing."""
    require_clerk(act.clerk)
    act.dossier(dossier_id)
    if not scans:
        raise InvalidInput("Chưa có trang nào để gắn vào hồ sơ.", field="scans")
    return act.append("scans_attached", dossier_id, ScansAttached(scans=scans))


def fold(before: Dossier | None, op: Op, body: ScansAttached) -> Dossier:
    """Append-only union; a scan for a closed dossier is a physical fact and is flagged."""
    dossier = fresh(before)
    added = tuple(scan for scan in body.scans if scan not in dossier.scans)
    return replace(dossier, scans=dossier.scans + added, flags=flagged(op.kind, dossier))
