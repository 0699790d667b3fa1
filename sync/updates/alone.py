"""What exists on this disk only: neither under the province's receipt nor in a proven backup."""

from typing import TYPE_CHECKING, NamedTuple

from dossiers.store.backup import proven_backup
from sync.reconcile import backed_up

if TYPE_CHECKING:
    from dossiers.store.desk import Desk

class Alone(NamedTuple):
    """Deeds and scans that would be lost with the disk."""

    deeds: int
    scans: int


def alone(desk: "Desk") -> Alone:
    """Count them; a scan is as safe as the newest deed of its dossier."""
    safe = backed_up(desk, proven_backup(desk))
    deeds = sum(not safe(entry) for entry in desk.journal.unsent(desk.journal.unsent_count()))
    scans = sum(not safe(desk.journal.of(job.dossier_id)[-1]) for job in desk.wire.blobs_waiting())
    return Alone(deeds, scans)
