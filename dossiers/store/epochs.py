"""A new run of the journal's counter: at install, for an old copy put back, and on another machine."""

import secrets

from dossiers.clock import Clock, whole_ms
from dossiers.journal import Epoch
from dossiers.store.anchor import Mark
from dossiers.store.ledger import Ledger

DEVICE_BYTES = 16
EPOCH_BYTES = 8


def begin_epoch_where_needed(journal: Ledger, mark: Mark | None, machine: bytes, clock: Clock) -> None:
    """Open an epoch unless the journal goes on from where its mark, on this same machine, saw it."""
    if not journal.head.epoch:
        reason, device = "install", secrets.token_bytes(DEVICE_BYTES)
    elif mark is None or not journal.contains(mark.head):
        reason, device = "restore", journal.epochs()[-1].device
    elif mark.machine != machine:
        reason, device = "machine", journal.epochs()[-1].device
    else:
        return
    _begin(journal, device, clock, reason)


def leave_epoch(journal: Ledger, clock: Clock) -> None:
    """Go on in a new epoch: lines of the present one were written that this journal no longer has."""
    _begin(journal, journal.epochs()[-1].device, clock, "restore")


def _begin(journal: Ledger, device: bytes, clock: Clock, reason: str) -> None:
    head = journal.head
    epoch = Epoch(
        device=device, id=secrets.token_bytes(EPOCH_BYTES), parent=head.epoch, parent_seq=head.seq,
        parent_hash=head.hash,
    )  # fmt: skip
    journal.open_epoch(epoch, max(whole_ms(clock()), journal.last_at), reason)
