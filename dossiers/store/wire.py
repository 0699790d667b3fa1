"""What the line to the province needs remembered: keys and cursors, receipts, ops set aside, files to send."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import Connection, select
from sqlalchemy.dialects.sqlite import insert

from dossiers import fold
from dossiers.clock import Clock, from_ms, to_ms
from dossiers.codes import normalise, parse_slip
from dossiers.dossier import Dossier
from dossiers.errors import NotFound
from dossiers.journal import decode, op_key
from dossiers.store import schema
from dossiers.store.database import Database
from dossiers.store.ledger import Ledger

wire, blob, held, receipt = schema.wire, schema.blob, schema.held, schema.receipt


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """An op the province keeps but could not apply; a person looks at it."""

    op_key: bytes
    reason: str
    held_at: datetime
    dossier_id: UUID | None
    code: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BlobJob:
    """A file the province does not have yet; `sha256` in hex.

    `rescan`: it is known that it will not arrive as it is, and nobody has scanned its paper again yet.
    """

    sha256: str
    size: int
    mime: str
    due_at: datetime | None
    dossier_id: UUID
    code: str
    rescan: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class SentBlob:
    """A file under a sealed receipt of the province; `sha256` in hex."""

    sha256: str
    receipt: bytes
    dossier_id: UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedFile:
    """A file that this desk's own deeds name: its sealed receipt, and whether it was let go of since."""

    receipt: bytes | None
    let_go: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Snapshot:
    """A dossier as the province holds it; `state` is exactly `fold.encode_state` of its fold there."""

    rev: int
    state: bytes


class Wire:
    """The sync engine's memory, in the same database as what it speaks of."""

    def __init__(self, database: Database, ledger: Ledger, clock: Clock) -> None:
        self._database = database
        self._ledger = ledger
        self._clock = clock

    def get(self, key: str) -> bytes | None:
        """A remembered value."""
        with self._database.begin() as connection:
            return connection.execute(select(wire.c.value).where(wire.c.key == key)).scalar()

    def set(self, key: str, value: bytes) -> None:
        """Remember a value."""
        with self._database.begin() as connection:
            row = {"key": key, "value": value}
            connection.execute(insert(wire).values(row).on_conflict_do_update(set_=row))

    def mark_sent(self, epoch: bytes, seq: int, receipt_bytes: bytes) -> None:
        """A verified signed receipt covers the epoch up to `seq`; an older receipt than the kept one says nothing new.

        Raises NotFound for a place this journal does not have.
        """
        with self._database.begin() as connection:
            if not self._ledger.entries(epoch, seq - 1, 1):
                raise NotFound("Biên nhận nói về một dòng nhật ký không có ở đây.")
            if not self._ledger.covered(epoch, seq):
                row = {"epoch": epoch, "seq": seq, "receipt": receipt_bytes}
                connection.execute(insert(receipt).values(row).on_conflict_do_update(set_=row))
        self._ledger.load()

    def receipt(self, epoch: bytes) -> bytes | None:
        """The newest receipt of an epoch."""
        with self._database.begin() as connection:
            return connection.execute(select(receipt.c.receipt).where(receipt.c.epoch == epoch)).scalar()

    def hold(self, key: bytes, reason: str) -> None:
        """Keep an op the province set aside in sight, with its reason; holding it twice keeps the later reason."""
        with self._database.begin() as connection:
            row = {
                "op_key": key, "reason": reason, "held_at": to_ms(self._clock()),
                "dossier": self._dossier_of(connection, key),
            }  # fmt: skip
            connection.execute(insert(held).values(row).on_conflict_do_update(set_=row))

    def release(self, key: bytes) -> None:
        """The matter is settled: the op is no longer set aside."""
        with self._database.begin() as connection:
            connection.execute(held.delete().where(held.c.op_key == key))

    def held(self) -> tuple[Held, ...]:
        """Every op set aside, oldest first."""
        query = (
            select(held, schema.dossier.c.uid, schema.dossier.c.code)
            .outerjoin(schema.dossier, schema.dossier.c.id == held.c.dossier)
            .order_by(held.c.held_at)
        )
        with self._database.begin() as connection:
            rows = connection.execute(query).all()
        return tuple(
            Held(
                op_key=row.op_key, reason=row.reason, held_at=from_ms(row.held_at),
                dossier_id=UUID(bytes=row.uid) if row.uid else None, code=row.code or "",
            )
            for row in rows
        )  # fmt: skip

    def blobs_waiting(self) -> tuple[BlobJob, ...]:
        """Files to send: those a date waits for first, then by date, the small before the large.

        A file whose paper was scanned again is awaited no longer.
        """
        rescan = schema.rescan
        query = (
            select(blob, schema.dossier.c.uid, schema.dossier.c.code, rescan.c.sha.label("rescan"))
            .join(schema.dossier, schema.dossier.c.id == blob.c.dossier)
            .outerjoin(rescan, rescan.c.sha == blob.c.sha)
            .where(schema.STILL_WAITING, rescan.c.settled_at.is_(None))
            .order_by(blob.c.prio, blob.c.due_at, blob.c.size)
        )
        with self._database.begin() as connection:
            rows = connection.execute(query).all()
        return tuple(
            BlobJob(
                sha256=row.sha.hex(), size=row.size, mime=row.mime, dossier_id=UUID(bytes=row.uid), code=row.code,
                due_at=from_ms(row.due_at) if row.due_at is not None else None, rescan=row.rescan is not None,
            )
            for row in rows
        )  # fmt: skip

    def blob_sent(self, sha256: str, receipt_bytes: bytes) -> None:
        """A verified signed receipt covers this file."""
        with self._database.begin() as connection:
            values = {"state": "sent", "receipt": receipt_bytes}
            connection.execute(blob.update().where(blob.c.sha == bytes.fromhex(sha256)).values(values))

    def doubt_blobs(self) -> None:
        """The province begins a new history: what it signed for in the old one it must be asked about again."""
        values = {"state": "waiting", "receipt": None}
        with self._database.begin() as connection:
            connection.execute(blob.update().where(blob.c.state == "sent").values(values))

    def let_go_of_reclaimed(self, lies_here: Callable[[str], bool]) -> None:
        """Of dossiers whose lines came back from the province: files it has signed for and that are not here."""
        back = select(schema.journal.c.dossier).where(schema.journal.c.origin_epoch != schema.journal.c.epoch)
        query = select(blob.c.sha).where(blob.c.state == "sent", blob.c.dossier.in_(back))
        with self._database.begin() as connection:
            for sha in connection.execute(query).scalars().all():
                if not lies_here(sha.hex()):
                    connection.execute(blob.update().where(blob.c.sha == sha).values(state="pruned"))

    def files_of_open_work(self) -> frozenset[str]:
        """The files (SHA-256, hex) of dossiers whose work has not ended."""
        query = select(blob.c.sha).join(schema.dossier, schema.dossier.c.id == blob.c.dossier)
        with self._database.begin() as connection:
            rows = connection.execute(query.where(schema.dossier.c.finished_at.is_(None))).all()
        return frozenset(row.sha.hex() for row in rows)

    def blobs_of_ended_work(self, limit: int) -> tuple[SentBlob, ...]:
        """Files under a receipt whose dossier's work has ended, the longest ended first."""
        ended = schema.dossier.c.finished_at
        query = (
            select(blob.c.sha, blob.c.receipt, schema.dossier.c.uid)
            .join(schema.dossier, schema.dossier.c.id == blob.c.dossier)
            .where(blob.c.state == "sent", ended.is_not(None))
            .order_by(ended)
            .limit(limit)
        )
        with self._database.begin() as connection:
            rows = connection.execute(query).all()
        return tuple(
            SentBlob(sha256=row.sha.hex(), receipt=row.receipt, dossier_id=UUID(bytes=row.uid)) for row in rows
        )

    def named_file(self, sha256: str) -> NamedFile | None:
        """What is known of a file; None where no deed of this desk names it."""
        query = select(blob.c.receipt, blob.c.state).where(blob.c.sha == bytes.fromhex(sha256))
        with self._database.begin() as connection:
            row = connection.execute(query).first()
        return NamedFile(receipt=row.receipt, let_go=row.state == "pruned") if row else None

    def let_go(self, files: Iterable[SentBlob]) -> None:
        """These files need not lie here any longer; their names and receipts stay."""
        names = [bytes.fromhex(each.sha256) for each in files]
        with self._database.begin() as connection:
            connection.execute(blob.update().where(blob.c.sha.in_(names)).values(state="pruned"))

    def take_in(self, snapshots: Iterable[Snapshot]) -> None:
        """Keep what the province holds beside the fold here; the codes it gave a dossier become look-ups.

        All of them or none; raises msgspec's DecodeError for bytes that are no state.
        """
        with self._database.begin() as connection:
            for taken in snapshots:
                theirs = fold.decode_state(taken.state)
                row = {"uid": theirs.id.bytes, "rev": taken.rev, "state": taken.state}
                row |= {"code_key": normalise(theirs.code)}
                connection.execute(insert(schema.snapshot).values(row).on_conflict_do_update(set_=row))
                self._learn_aliases(connection, theirs)

    def snapshot(self, dossier_id: UUID) -> Snapshot | None:
        """What the province last said of a dossier."""
        query = select(schema.snapshot).where(schema.snapshot.c.uid == dossier_id.bytes)
        with self._database.begin() as connection:
            row = connection.execute(query).first()
        return Snapshot(rev=row.rev, state=row.state) if row else None

    def find(self, text: str) -> Dossier | None:
        """The dossier of a code in any spelling or of a slip as the province holds it, taken in at whatever desk."""
        slip = parse_slip(text)
        if slip and slip.id and (told := self.snapshot(slip.id)):
            return fold.decode_state(told.state)
        key = normalise(slip.code if slip else text)
        query = select(schema.snapshot.c.state).where(schema.snapshot.c.code_key == key)
        with self._database.begin() as connection:
            data = connection.execute(query).scalar() if key else None
        return fold.decode_state(data) if data is not None else None

    def snapshots(self) -> tuple[Snapshot, ...]:
        """Everything the province has said of dossiers, its latest word on each."""
        with self._database.begin() as connection:
            rows = connection.execute(select(schema.snapshot).order_by(schema.snapshot.c.uid)).all()
        return tuple(Snapshot(rev=row.rev, state=row.state) for row in rows)

    def _learn_aliases(self, connection: Connection, theirs: Dossier) -> None:
        key = connection.execute(select(schema.dossier.c.id).where(schema.dossier.c.uid == theirs.id.bytes)).scalar()
        if key is None:
            return
        for code in {theirs.code, *theirs.aliases}:
            row = {"code_key": normalise(code), "code": code, "dossier": key}
            connection.execute(insert(schema.alias).values(row).on_conflict_do_nothing())

    def _dossier_of(self, connection: Connection, key: bytes) -> int | None:
        """The dossier an op acts on; the newest lines are tried first, for that is where a held op lies."""
        devices = {epoch.id: epoch.device for epoch in self._ledger.epochs()}
        for entry in self._ledger.newest_first():
            if op_key(devices[entry.epoch], entry) == key:
                uid = decode(entry.line).dossier_id.bytes
                return connection.execute(select(schema.dossier.c.id).where(schema.dossier.c.uid == uid)).scalar()
        return None
