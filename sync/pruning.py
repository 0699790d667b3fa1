"""Letting go of scans: what the province verified and backed up, of work that ended, a month ago (SYNC 3.5)."""

from collections.abc import Mapping
from datetime import timedelta
from typing import TYPE_CHECKING

import msgspec

from dossiers.clock import to_ms
from sync import protocol
from sync.membership import membership
from sync.protocol import BlobReceipt, Place, Reply
from sync.records import HISTORY
from sync.sealing import BadSeal, Garbled

if TYPE_CHECKING:
    from dossiers.store.desk import Desk
    from dossiers.store.wire import SentBlob

KEPT_FOR = timedelta(days=30)
AT_ONCE = 500
BACKED_UP = "backed_up"
"""Under this name: what the province last said lies in a backup of its own, as a Watermark."""


class Watermark(msgspec.Struct, frozen=True):
    """The province's signed word on its backups, good for one history."""

    history: str
    files_before: int
    places: tuple[Place, ...]


def remember(desk: "Desk", reply: Reply) -> None:
    """Keep the province's word on its backups; a reply that does not speak of them changes nothing."""
    if reply.backed_up:
        word = Watermark(reply.history, reply.files_before, reply.backed_up)
        desk.wire.set(BACKED_UP, msgspec.json.encode(word))


def prune(desk: "Desk") -> int:
    """Let go of what may go, journal and receipts never; returns how many files.

    A file goes when every line of its dossier and the file itself lie in a finished backup of the province's present
    history, its receipt is 30 days old by this clock, and the work on the dossier has ended, as on every other dossier
    that uses the file again. First the database forgets that it lies here, then the sweep takes it away: a crash
    between the two leaves a file too many.
    """
    from dossiers.store.inventory import files_of_open_work

    kept = desk.wire.get(BACKED_UP)
    if kept is None:
        return 0
    word = msgspec.json.decode(kept, type=Watermark)
    if word.history.encode() != desk.wire.get(HISTORY):
        return 0
    backed_up = {place.epoch: place.seq for place in word.places}
    key, oldest = membership(desk).province_key, to_ms(desk.clock() - KEPT_FOR)
    going = [
        file for file in desk.wire.blobs_of_ended_work(AT_ONCE)
        if _may_go(file, key, word, oldest) and _in_backup(desk, file, backed_up)
    ]  # fmt: skip
    if going:
        in_use = files_of_open_work(desk.database)
        going = [file for file in going if file.sha256 not in in_use]
    desk.wire.let_go(going)
    desk.files.sweep()
    return len(going)


def _may_go(file: "SentBlob", key: bytes, word: Watermark, oldest: int) -> bool:
    try:
        receipt = protocol.open_message(key, protocol.BLOB_RECEIPT, file.receipt, BlobReceipt)
    except (BadSeal, Garbled):
        return False
    proven = (receipt.sha256.hex(), receipt.history) == (file.sha256, word.history)
    return proven and receipt.at < min(word.files_before, oldest)


def _in_backup(desk: "Desk", file: "SentBlob", backed_up: Mapping[bytes, int]) -> bool:
    lines = desk.journal.of(file.dossier_id)
    return bool(lines) and all(line.seq <= backed_up.get(line.epoch, 0) for line in lines)
