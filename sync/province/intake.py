"""A batch into the journal: check its place in the chain, keep every line, hand the new ones to the books."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, Row, insert, select, update

from dossiers.clock import to_ms
from sync.batch import Batch, epoch_of
from sync.protocol import Header, Held, Place
from sync.province.books import Books, Posting
from sync.province.database import Database
from sync.province.devices import Desk
from sync.province.schema import epoch, journal


@dataclass(frozen=True, slots=True)
class Verdict:
    """Where the province stands in the batch's epoch now, and what kept it from taking more."""

    seq: int
    hash: bytes
    fork: Place | None = None
    need: Place | None = None
    held: tuple[Held, ...] = ()


def take(database: Database, connection: Connection, desk: Desk, batch: Batch, now: datetime) -> Verdict:
    """Take the lines not yet held; a repeat of lines already here changes nothing and is answered the same.

    The verdict speaks of the batch's own last line, also when more is held here. A line that cannot be applied is
    kept and held with its reason: never an error, never a loss.
    """
    header = batch.header
    row = _epoch(connection, header.device, header.epoch)
    if row is None and (refusal := _unjoined(connection, header)):
        return refusal
    root = row.root if row else epoch_of(header).root
    seq, digest = end = (row.seq, row.hash) if row else (0, root)
    if header.first > seq + 1:
        return Verdict(seq, digest)
    fork = _fork(connection, batch, root, end)
    if fork is not None:
        return Verdict(seq, digest, fork=Place(header.epoch, fork))
    entries = [entry for entry in batch.entries() if entry.seq > seq]
    # An epoch without a line is kept as well: the next one may hang on it, as on a desk copied before its first deed.
    if entries or row is None:
        _grow(connection, header, row, seq + len(entries), entries[-1].hash if entries else digest)
    postings = Books(database, connection, desk).post(entries) if entries else []
    database.add(connection, journal, [_line(desk, posting, now) for posting in postings])
    held = tuple(Held(each.entry.seq, each.reason) for each in postings if each.state == "held")
    if len(entries) < header.count:
        held = _held(connection, header)
    return Verdict(header.first + header.count - 1, header.head, held=held)


def _epoch(connection: Connection, device: bytes, identity: bytes) -> Row[tuple[object, ...]] | None:
    query = select(epoch).where(epoch.c.device == device, epoch.c.id == identity)
    return connection.execute(query).one_or_none()


def _unjoined(connection: Connection, header: Header) -> Verdict | None:
    """Why a new epoch cannot be joined to its parent yet, or ever."""
    if not header.parent:
        return None
    root = epoch_of(header).root
    parent = _epoch(connection, header.device, header.parent)
    if parent is None:
        return Verdict(0, root, need=Place(header.parent, 1))
    if parent.seq < header.parent_seq:
        return Verdict(0, root, need=Place(header.parent, parent.seq + 1))
    query = select(journal.c.hash).where(
        journal.c.device == header.device, journal.c.epoch == header.parent, journal.c.seq == header.parent_seq
    )
    stored = connection.execute(query).scalar_one() if header.parent_seq else parent.root
    fork = Place(header.parent, header.parent_seq)
    return None if stored == header.parent_hash else Verdict(0, root, fork=fork)


def _fork(connection: Connection, batch: Batch, root: bytes, end: tuple[int, bytes]) -> int | None:
    """The first sequence number at which the desk and the province hold different lines; `end` is the last here."""
    header = batch.header
    before = header.first - 1
    stored = {0: root, end[0]: end[1]}
    if before < end[0]:
        rows = connection.execute(
            select(journal.c.seq, journal.c.hash).where(
                journal.c.device == header.device, journal.c.epoch == header.epoch,
                journal.c.seq.between(before, before + header.count),
            )
        )  # fmt: skip
        stored |= {row.seq: row.hash for row in rows}
    claimed = {before: header.previous} | dict(enumerate(batch.hashes, header.first))
    return min((seq for seq in stored.keys() & claimed.keys() if stored[seq] != claimed[seq]), default=None)


def _grow(
    connection: Connection, header: Header, row: Row[tuple[object, ...]] | None, seq: int, digest: bytes
) -> None:
    if row is None:
        place = epoch_of(header)
        connection.execute(
            insert(epoch).values(
                device=place.device, id=place.id, root=place.root, parent=place.parent,
                parent_seq=place.parent_seq, parent_hash=place.parent_hash, seq=seq, hash=digest,
            )
        )  # fmt: skip
        return
    here = (epoch.c.device == header.device) & (epoch.c.id == header.epoch)
    connection.execute(update(epoch).where(here).values(seq=seq, hash=digest))


def _line(desk: Desk, posting: Posting, now: datetime) -> dict[str, object]:
    entry = posting.entry
    return {
        "device": desk.id, "epoch": entry.epoch, "seq": entry.seq, "line": entry.line, "hash": entry.hash,
        "origin_epoch": entry.origin_epoch, "origin_seq": entry.origin_seq, "op_key": posting.op_key,
        "state": posting.state, "reason": posting.reason, "taken_at": to_ms(now),
    }  # fmt: skip


def _held(connection: Connection, header: Header) -> tuple[Held, ...]:
    """Every held line of the batch, also of one sent before: the desk may never have heard."""
    rows = connection.execute(
        select(journal.c.seq, journal.c.reason)
        .where(
            journal.c.device == header.device, journal.c.epoch == header.epoch, journal.c.state == "held",
            journal.c.seq.between(header.first, header.first + header.count - 1),
        )
        .order_by(journal.c.seq)
    )  # fmt: skip
    return tuple(Held(row.seq, row.reason) for row in rows)
