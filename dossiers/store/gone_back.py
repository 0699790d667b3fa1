"""Others who know more of this desk than it does itself: the whole disk, its mark included, was put back."""

from collections.abc import Mapping
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from dossiers.errors import KnownError
from dossiers.store.desk import Desk
from dossiers.store.epochs import leave_epoch
from dossiers.store.ledger import Head
from dossiers.store.manifest import Manifest, finished_in, read_manifest
from dossiers.store.vault import Vault


def newest_backup(folder: Path, vault: Vault) -> Manifest | None:
    """What this home's newest backup in a folder says; None where there is none, or the folder is not there."""
    with suppress(OSError):
        for place in finished_in(folder):
            with suppress(KnownError):  # of another key, or damaged
                return read_manifest(place, vault)
    return None


def heed_backup(desk: Desk, told: Manifest | None) -> datetime | None:
    """Begin a new epoch where a backup goes beyond the journal, and say when it was made; None where it does not.

    An epoch that was left before has lost what followed it for good: that is no news. One nobody here knows was begun
    on this office's data elsewhere, or before they were put back; it is heeded once.
    """
    if told is None:
        return None
    journal, figures = desk.journal, told.figures
    known = figures.epoch in {epoch.id for epoch in journal.epochs()}
    is_news = figures.epoch == journal.head.epoch if known else told.made_at > journal.opened_at
    if not is_news or journal.contains(Head(figures.epoch, figures.seq, figures.hash)):
        return None
    leave_epoch(journal, desk.clock)
    return told.made_at


def heed_desk(desk: Desk, stands: Mapping[bytes, int]) -> None:
    """Begin a new epoch where another desk of the office has more lines of the present one than the journal."""
    head = desk.journal.head
    if stands.get(head.epoch, 0) > head.seq:
        leave_epoch(desk.journal, desk.clock)


def heed_reader(desk: Desk, epoch: bytes, read: int) -> None:
    """Begin a new epoch where another desk has read the present one's lines further than they go."""
    if epoch == desk.journal.head.epoch and read > desk.journal.last_row():
        leave_epoch(desk.journal, desk.clock)
