"""Attach scanned papers: the files are already durable and encrypted when the op that names them is written."""

from dataclasses import dataclass, replace
from uuid import UUID

from dossiers.acting import Act, flagged, fresh, require_clerk
from dossiers.dossier import Dossier, Scan
from dossiers.errors import InvalidInput
from dossiers.journal import Op
from dossiers.scans_off import are_off, put_back


@dataclass(frozen=True, slots=True, kw_only=True)
class ScansAttached:
    """The body of op `scans_attached`; `reused_from` is the code of the dossier they were scanned for, if another.

    `moved_from` is the code of the dossier that the same deed took them off, which may be this one. What is off
    comes back only by a line whose writer knew it so (`puts_back`): a first line heard late, or a signature, does not.
    """

    scans: tuple[Scan, ...]
    reused_from: str = ""
    moved_from: str = ""
    puts_back: bool = False


def attach_scans(act: Act, dossier_id: UUID, scans: tuple[Scan, ...]) -> Dossier:
    """Attach files that already lie in the store; attaching the same file to the same line twice changes nothing.

    What was taken off is in force again.
    """
    require_clerk(act.clerk)
    dossier = act.dossier(dossier_id)
    if not scans:
        raise InvalidInput("Chưa có trang nào để gắn vào hồ sơ.", field="scans")
    return act.append("scans_attached", dossier_id, ScansAttached(scans=scans, puts_back=are_off(dossier, scans)))


def fold(before: Dossier | None, op: Op, body: ScansAttached) -> Dossier:
    """Append-only union; a scan for a closed dossier is a physical fact and is flagged, but not one put back there."""
    dossier = fresh(before)
    added = tuple(scan for scan in body.scans if scan not in dossier.scans)
    after = put_back(dossier, body.scans) if body.puts_back else dossier
    flags = dossier.flags if body.puts_back and not added else flagged(op.kind, dossier)
    return replace(after, scans=dossier.scans + added, flags=flags)
