"""The province's books: ops folded into dossiers in commit order, each exactly once, or held with a reason."""

import logging
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from uuid import UUID

import msgspec
from sqlalchemy import Connection, select

from dossiers import fold
from dossiers.dossier import Scan
from dossiers.errors import KnownError
from dossiers.journal import Entry, Op, decode, op_key
from dossiers.reading import read_json
from dossiers.records import RECORDS
from sync.protocol import MAX_BLOB_BYTES
from sync.province import watch
from sync.province.database import Database
from sync.province.devices import Desk
from sync.province.schema import blob, dossier, feed, journal
from sync.province.sheet import Line, Page, Sheet, Shelf, Stored, storable
from sync.roots import leaf

log = logging.getLogger("motcua.province")

NEWER = (
    "ON CONFLICT (id) DO UPDATE SET code = excluded.code, rev = excluded.rev, received_on = excluded.received_on, "
    "state = excluded.state, leaf = excluded.leaf WHERE dossier.unit = excluded.unit"
)
"""A dossier already here is put in its new state, unless another unit has taken its identity."""


class _Intake(msgspec.Struct):
    scans: tuple[Scan, ...] = ()


class _Case(msgspec.Struct):
    code: str = ""


class _Peek(msgspec.Struct):
    """What must be known of any op before it is folded: the code it takes and the files it names."""

    code: str = ""
    scans: tuple[Scan, ...] = ()
    intake: _Intake = msgspec.field(default_factory=_Intake)
    case: _Case = msgspec.field(default_factory=_Case)


@dataclass(frozen=True, slots=True)
class Posting:
    """What became of one line: `applied` to a dossier, `recorded` as a deed of the office, `held` with a reason, or
    `repeat` of a line already here.
    """

    entry: Entry
    op_key: bytes | None
    state: str
    reason: str = ""


class Books:
    """The dossiers that one batch touches, loaded once, folded in memory, and written once."""

    def __init__(self, database: Database, connection: Connection, desk: Desk) -> None:
        """Open the books inside one writing transaction of the desk's unit."""
        self._database = database
        self._connection = connection
        self._desk = desk

    def post(self, entries: Sequence[Entry]) -> list[Posting]:
        """Fold each line into its dossier and write what changed."""
        keys = [op_key(self._desk.id, entry) for entry in entries]
        known = select(journal.c.op_key).where(self._database.among(journal.c.op_key, keys))
        here = set(self._connection.execute(known).scalars())
        lines: dict[bytes, Line] = {}
        for entry, key in zip(entries, keys, strict=True):
            if key not in here:
                lines.setdefault(key, Line(entry, key, _readable(entry.line)))
        reasons = dict(zip(lines, self._fold(tuple(lines.values())), strict=True))
        postings = []
        for entry, key in zip(entries, keys, strict=True):
            line = lines.get(key)
            if line is None or line.entry is not entry:
                postings.append(Posting(entry, None, "repeat"))
                continue
            taken = "recorded" if line.op and line.op.kind in RECORDS else "applied"
            postings.append(Posting(entry, key, "held" if reasons[key] else taken, reasons[key]))
        return postings

    def fold_again(self, entry: Entry) -> str:
        """Fold a line that was held before; returns why it still cannot be, or nothing."""
        (reason,) = self._fold((Line(entry, op_key(self._desk.id, entry), _readable(entry.line)),))
        return reason

    def _fold(self, lines: Sequence[Line]) -> list[str]:
        """Fold and write; returns for each line why it was not applied, or nothing.

        Whether states can be stored is tried once a dossier. Only where one cannot, all is folded again with each
        state tried as it comes, which tells the line to hold.
        """
        ops = [line.op for line in lines if line.op]
        peeks = [_peek(op) for op in ops]
        shelf = self._load({op.dossier_id for op in ops}, peeks)
        sheet = Sheet(self._desk, shelf)
        reasons = [sheet.fold(line) for line in lines]
        try:
            kept = tuple(sheet.stored())
        except Exception:  # noqa: BLE001 — whatever it is, folding warily names it and the line
            sheet = Sheet(self._desk, shelf, wary=True)
            reasons = [sheet.fold(line) for line in lines]
            kept = tuple(sheet.stored())
        for line, error in sheet.tripped:
            log.error("op %s held: our own %s", line.key.hex(), type(error).__name__)
        self._write(sheet, kept)
        self._expect(scan for peek in peeks for scan in (*peek.scans, *peek.intake.scans))
        return reasons

    def _load(self, ids: set[UUID], peeks: Sequence[_Peek]) -> Shelf:
        """The dossiers the ops act on, and who holds the codes they would take."""
        codes = {storable(code) for peek in peeks for code in (peek.code, peek.case.code) if code}
        among = self._database.among
        same_code = (dossier.c.unit == self._desk.unit) & among(dossier.c.code, codes)
        wanted = among(dossier.c.id, [identity.bytes for identity in ids]) | same_code
        query = select(dossier.c.id, dossier.c.unit, dossier.c.rev, dossier.c.state, dossier.c.code).where(wanted)
        pages, holders = {}, {}
        for row in self._connection.execute(query):
            identity = UUID(bytes=row.id)
            if row.unit == self._desk.unit:
                holders[row.code] = identity
            if identity in ids:
                pages[identity] = Page(fold.decode_state(row.state), row.rev)
        return Shelf(pages, holders)

    def _write(self, sheet: Sheet, kept: Sequence[Stored]) -> None:
        rows = [
            {
                "id": each.page.state.id.bytes, "unit": each.page.state.unit, "code": each.page.state.code,
                "rev": each.page.rev, "received_on": each.received_on, "state": each.data,
                "leaf": leaf(each.page.state.id, each.data),
            }
            for each in kept
        ]  # fmt: skip
        self._database.add(self._connection, dossier, rows, NEWER)
        watch.remember(self._connection, (each.page.state for each in kept))
        taken_in = (sheet.pages[identity].state for identity in sheet.taken_in)
        watch.liken(self._database, self._connection, self._desk, taken_in)
        if not sheet.applied:
            return
        transaction = self._database.transaction_id(self._connection)
        lines = [
            {
                "transaction": transaction, "unit": self._desk.unit, "device": self._desk.id,
                "dossier": line.op.dossier_id.bytes, "epoch": line.entry.epoch, "seq": line.entry.seq,
            }
            for line in sheet.applied if line.op
        ]  # fmt: skip
        self._database.add(self._connection, feed, lines)

    def _expect(self, named: Iterable[Scan]) -> None:
        """Files of a line that is held may be uploaded as well: papers are never lost over a verdict."""
        sizes = {scan.sha256: scan.size for scan in named if _sound(scan)}
        rows = [{"sha256": bytes.fromhex(name), "unit": self._desk.unit, "size": size} for name, size in sizes.items()]
        self._database.add(self._connection, blob, rows, "ON CONFLICT DO NOTHING")


def _readable(line: bytes) -> Op | None:
    try:
        return decode(line)
    except KnownError:
        return None


def _peek(op: Op) -> _Peek:
    try:
        return read_json(op.body, _Peek)
    except msgspec.MsgspecError:
        return _Peek()


def _sound(scan: Scan) -> bool:
    """A file that can be asked for by name."""
    return re.fullmatch("[0-9a-f]{64}", scan.sha256) is not None and 0 < scan.size <= MAX_BLOB_BYTES
