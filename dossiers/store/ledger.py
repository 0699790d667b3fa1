"""The journal as stored: epochs, entries in their order, and what no signed receipt covers yet."""

import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, func, literal, select

from dossiers.clock import from_ms, to_ms
from dossiers.errors import KnownError
from dossiers.journal import Entry, Epoch, decode, link
from dossiers.store import schema
from dossiers.store.database import Damaged, Database

journal, epoch_table, receipt = schema.journal, schema.epoch, schema.receipt
LINKS_AT_ONCE = 100
"""Small, for a backup checks them between the clerk's deeds."""

ENTRY = (journal.c.epoch, journal.c.seq, journal.c.line, journal.c.h, journal.c.origin_epoch, journal.c.origin_seq)


@dataclass(frozen=True, slots=True)
class Head:
    """Where the journal stands: the newest epoch and its last line; seq 0 before the first."""

    epoch: bytes
    seq: int
    hash: bytes


class Ledger:
    """Reads of the journal; lines are written only by a deed."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self.head = Head(b"", 0, b"")
        self.last_at = from_ms(0)
        self.opened_at = from_ms(0)
        self.reason = ""
        self.unbroken: frozenset[bytes] = frozenset()
        self.sent: dict[bytes, int] = {}
        self._ends: dict[bytes, int] = {}

    def load(self) -> None:
        """Read the head anew, as the disk has it."""
        with self._database.begin() as connection:
            self.sent = dict(_sent(connection))
            self._ends = _ends(self.epochs())
            self.unbroken = _unbroken(connection)
            newest = connection.execute(select(epoch_table).order_by(epoch_table.c.n.desc()).limit(1)).first()
            if newest is None:
                return
            self.opened_at, self.reason = from_ms(newest.opened_at), newest.reason
            last = connection.execute(
                select(*ENTRY).where(journal.c.epoch == newest.id).order_by(journal.c.seq.desc()).limit(1)
            ).first()
            root = _epoch(newest).root
            self.head = Head(newest.id, last.seq, last.h) if last else Head(newest.id, 0, root)
            self.last_at = max(self.last_at, self.opened_at, decode(last.line).at if last else self.opened_at)

    def open_epoch(self, epoch: Epoch, at: datetime, reason: str) -> None:
        """Begin a new run of the counter: `install`, or after a `restore`, on another `machine`, after a `fork`."""
        with self._database.begin() as connection:
            connection.execute(
                epoch_table.insert().values(
                    id=epoch.id, device=epoch.device, parent=epoch.parent, parent_seq=epoch.parent_seq,
                    parent_hash=epoch.parent_hash, opened_at=to_ms(at), reason=reason,
                )
            )  # fmt: skip
        self.load()

    def epochs(self) -> tuple[Epoch, ...]:
        """Every epoch, oldest first."""
        with self._database.begin() as connection:
            return tuple(_epoch(row) for row in connection.execute(select(epoch_table).order_by(epoch_table.c.n)))

    def entries(self, epoch: bytes, after_seq: int, limit: int) -> tuple[Entry, ...]:
        """Up to `limit` lines of an epoch, those after `after_seq`, in order."""
        with self._database.begin() as connection:
            return _after(connection, epoch, after_seq, limit)

    def moved(self) -> tuple[Entry, ...]:
        """The lines that were first written elsewhere: after a fork, or before a disk was lost."""
        query = select(*ENTRY).where(journal.c.origin_epoch != journal.c.epoch)
        with self._database.begin() as connection:
            return tuple(_entry(row) for row in connection.execute(query))

    def unsent(self, limit: int) -> tuple[Entry, ...]:
        """The oldest lines no signed receipt covers, epoch by epoch, at most `limit`."""
        found: list[Entry] = []
        with self._database.begin() as connection:
            for epoch, sent in self.sent.items():
                found += self.live(_after(connection, epoch, sent, limit - len(found)))
        return tuple(found)

    def end(self, epoch: bytes) -> int:
        """The last seq of an epoch that counts."""
        with self._database.begin() as connection:
            return min(_last_seq(connection, epoch), self._ends.get(epoch, 0))

    def live(self, entries: Iterable[Entry]) -> tuple[Entry, ...]:
        """The lines that count: not those left behind when a fork was re-homed, for they were written again."""
        return tuple(entry for entry in entries if self.counts(entry.epoch, entry.seq))

    def counts(self, epoch: bytes, seq: int) -> bool:
        """Whether a place lies on the way from the first epoch to the newest; place 0 is an epoch's very beginning."""
        return seq <= self._ends.get(epoch, -1)

    def count(self) -> int:
        """How many lines there are."""
        with self._database.begin() as connection:
            return sum(_last_seq(connection, epoch) for epoch in self.sent)

    def last_row(self) -> int:
        """The row of the newest line; 0 before the first. Desks of one office read one another by rows."""
        with self._database.begin() as connection:
            return int(connection.execute(select(func.coalesce(func.max(journal.c.n), 0))).scalar_one())

    def unsent_count(self) -> int:
        """How many lines no signed receipt covers."""
        with self._database.begin():
            return sum(max(0, self.end(epoch) - sent) for epoch, sent in self.sent.items())

    def covered(self, epoch: bytes, seq: int) -> bool:
        """Whether a signed receipt covers this place."""
        return seq <= self.sent.get(epoch, 0)

    def contains(self, head: Head) -> bool:
        """Whether this journal once stood there."""
        if head.seq:
            entry = next(iter(self.entries(head.epoch, head.seq - 1, 1)), None)
            return entry is not None and entry.hash == head.hash
        return any(epoch.id == head.epoch and epoch.root == head.hash for epoch in self.epochs())

    def of(self, dossier_id: UUID) -> tuple[Entry, ...]:
        """A dossier's lines in the order they were written."""
        query = (
            select(*ENTRY)
            .join(schema.dossier, schema.dossier.c.id == journal.c.dossier)
            .join(epoch_table, epoch_table.c.id == journal.c.epoch)
            .where(schema.dossier.c.uid == dossier_id.bytes)
            .order_by(epoch_table.c.n, journal.c.seq)
        )
        with self._database.begin() as connection:
            return self.live(_entry(row) for row in connection.execute(query))

    def newest_first(self) -> Iterator[Entry]:
        """Every line that counts, the latest first."""
        query = select(*ENTRY).join(epoch_table, epoch_table.c.id == journal.c.epoch)
        with self._database.begin() as connection:
            for row in connection.execute(query.order_by(epoch_table.c.n.desc(), journal.c.seq.desc())):
                if self.counts(row.epoch, row.seq):
                    yield _entry(row)

    def links(self, epoch: Epoch, after_seq: int) -> Iterator[int]:
        """Check the chain of an epoch from a place on, in pages; yields each seq checked, raises Damaged."""
        before = self.entries(epoch.id, after_seq - 1, 1) if after_seq else ()
        previous, seq = (before[0].hash, after_seq) if before else (epoch.root, 0)
        while page := self.entries(epoch.id, seq, LINKS_AT_ONCE):
            for entry in page:
                previous, seq = link(previous, entry.line), seq + 1
                if entry.hash != previous or entry.seq != seq:
                    raise broken_chain(seq)
                yield seq


def broken_chain(seq: int) -> KnownError:
    """The sentence for a line that is not the one written."""
    return Damaged(
        "Nhật ký không còn khớp từ dòng {seq}: có dòng đã bị sửa hoặc mất. Không tiếp tục ghi. "
        "Khôi phục từ bản sao lưu gần nhất và báo bộ phận kỹ thuật.", seq=seq,
    )  # fmt: skip


def _epoch(row: Any) -> Epoch:
    return Epoch(
        device=row.device, id=row.id, parent=row.parent, parent_seq=row.parent_seq, parent_hash=row.parent_hash
    )


def _entry(row: Any) -> Entry:
    return Entry(
        epoch=row.epoch, seq=row.seq, line=row.line, hash=row.h,
        origin_epoch=row.origin_epoch, origin_seq=row.origin_seq,
    )  # fmt: skip


def _after(connection: Connection, epoch: bytes, after_seq: int, limit: int) -> tuple[Entry, ...]:
    query = select(*ENTRY).where(journal.c.epoch == epoch, journal.c.seq > after_seq).order_by(journal.c.seq)
    return tuple(_entry(row) for row in connection.execute(query.limit(limit)))


def _sent(connection: Connection) -> Sequence[tuple[bytes, int]]:
    """Every epoch with the last seq its receipt covers, oldest first."""
    query = (
        select(epoch_table.c.id, func.coalesce(receipt.c.seq, literal(0)))
        .outerjoin(receipt, receipt.c.epoch == epoch_table.c.id)
        .order_by(epoch_table.c.n)
    )
    return [(row[0], row[1]) for row in connection.execute(query)]


def _ends(epochs: Sequence[Epoch]) -> dict[bytes, int]:
    """How far each epoch counts: the newest wholly, each forebear up to where its child began, others not at all."""
    known = {epoch.id: epoch for epoch in epochs}
    ends = {epoch.id: sys.maxsize for epoch in epochs[-1:]}
    child = epochs[-1] if epochs else None
    while child is not None and child.parent:
        ends[child.parent] = child.parent_seq
        child = known[child.parent]
    return ends


def _unbroken(connection: Connection) -> frozenset[bytes]:
    """The newest epochs between which nothing can have been written elsewhere: a fork re-homes lines, it loses none."""
    found: set[bytes] = set()
    for row in connection.execute(select(epoch_table.c.id, epoch_table.c.reason).order_by(epoch_table.c.n.desc())):
        found.add(row.id)
        if row.reason != "fork":
            break
    return frozenset(found)


def _last_seq(connection: Connection, epoch: bytes) -> int:
    query = select(func.coalesce(func.max(journal.c.seq), 0)).where(journal.c.epoch == epoch)
    return int(connection.execute(query).scalar_one())
