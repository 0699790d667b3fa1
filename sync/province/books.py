"""The province's books: ops folded into dossiers in commit order, each exactly once, or held with a reason."""

import logging
import re
from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

import msgspec
from sqlalchemy import Connection, select

from dossiers import fold, records
from dossiers.clock import local_date
from dossiers.dossier import Dossier, Scan
from dossiers.errors import KnownError
from dossiers.journal import Entry, Op, decode, op_key
from dossiers.records import RECORDS
from sync.protocol import MAX_BLOB_BYTES
from sync.province import watch
from sync.province.database import Database
from sync.province.devices import OWN_SLOT, Desk
from sync.province.schema import blob, dossier, feed, journal
from sync.roots import leaf

log = logging.getLogger("motcua.province")

REVOKED = "Máy gửi đã bị thu hồi quyền; việc này chờ cán bộ tỉnh xem lại."
UNREADABLE = "Máy chủ tỉnh không áp dụng được việc này. Dòng gốc được giữ, chờ người xem."
OTHER_UNIT = "Hồ sơ này thuộc đơn vị khác với đơn vị của máy gửi."
TAKEN_CODE = "Số hồ sơ này đã cấp cho một hồ sơ khác. Hồ sơ được giữ, chờ cấp số mới."
NOT_THE_PROVINCE = "Chỉ máy chủ tỉnh được sửa bắt buộc một trường. Dòng gốc được giữ, chờ người xem."
MAX_REASON = 500

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


@dataclass(slots=True)
class _Page:
    state: Dossier
    rev: int
    changed: bool = False


class Books:
    """The dossiers that one batch touches, loaded once and written once."""

    def __init__(self, database: Database, connection: Connection, desk: Desk) -> None:
        """Open the books inside one writing transaction of the desk's unit."""
        self._database = database
        self._connection = connection
        self._desk = desk
        self._pages: dict[UUID, _Page] = {}
        self._codes: dict[str, UUID] = {}
        self._feed: list[dict[str, object]] = []
        self._taken_in: list[UUID] = []
        self._scans: dict[str, Scan] = {}

    def post(self, entries: Sequence[Entry]) -> list[Posting]:
        """Fold each line into its dossier and write what changed."""
        keys = [op_key(self._desk.id, entry) for entry in entries]
        known = select(journal.c.op_key).where(self._database.among(journal.c.op_key, keys))
        here = set(self._connection.execute(known).scalars())
        ops = [_readable(entry.line) for entry in entries]
        self._load({op.dossier_id for op in ops if op}, [_peek(op) for op in ops])
        postings = []
        for entry, key, op in zip(entries, keys, ops, strict=True):
            if key in here:
                postings.append(Posting(entry, None, "repeat"))
                continue
            here.add(key)
            reason = self._fold(entry, op)
            taken = "recorded" if op and op.kind in RECORDS else "applied"
            postings.append(Posting(entry, key, "held" if reason else taken, reason))
        self._write()
        return postings

    def fold_again(self, entry: Entry) -> str:
        """Fold a line that was held before; returns why it still cannot be, or nothing."""
        op = _readable(entry.line)
        self._load({op.dossier_id} if op else set(), [_peek(op)])
        reason = self._fold(entry, op)
        self._write()
        return reason

    def _load(self, ids: set[UUID], peeks: Sequence[_Peek]) -> None:
        """Load the dossiers the ops act on, who holds the codes they would take, and the files they name.

        Files of a line that ends up held may be uploaded as well: papers are never lost over a verdict.
        """
        codes = {_storable(code) for peek in peeks for code in (peek.code, peek.case.code) if code}
        among = self._database.among
        same_code = (dossier.c.unit == self._desk.unit) & among(dossier.c.code, codes)
        wanted = among(dossier.c.id, [identity.bytes for identity in ids]) | same_code
        query = select(dossier.c.id, dossier.c.unit, dossier.c.rev, dossier.c.state, dossier.c.code)
        for row in self._connection.execute(query.where(wanted)):
            identity = UUID(bytes=row.id)
            if row.unit == self._desk.unit:
                self._codes[row.code] = identity
            if identity in ids:
                self._pages[identity] = _Page(fold.decode_state(row.state), row.rev)
        named = (scan for peek in peeks for scan in (*peek.scans, *peek.intake.scans))
        self._scans = {scan.sha256: scan for scan in named if _sound(scan)}

    def _fold(self, entry: Entry, op: Op | None) -> str:
        """Apply one op; returns why not, or nothing."""
        if op is None:
            return UNREADABLE
        if self._desk.revoked:
            return REVOKED
        if op.kind in RECORDS:
            return self._record(op)
        page = self._pages.get(op.dossier_id)
        try:
            state = fold.apply(page.state if page else None, op)
            self._check(state)
            self._check_binding(page.state if page else None, state)
        except KnownError as error:
            return _storable(str(error))
        except Exception as error:  # noqa: BLE001 — one line that trips our own code must not stop a commune's journal
            log.error("op %s held: our own %s", op_key(self._desk.id, entry).hex(), type(error).__name__)
            return UNREADABLE
        if page is None:
            self._taken_in.append(op.dossier_id)
        self._pages[op.dossier_id] = _Page(state, page.rev + 1 if page else 1, changed=True)
        self._codes[state.code] = op.dossier_id
        self._feed.append({"dossier": op.dossier_id.bytes, "epoch": entry.epoch, "seq": entry.seq})
        return ""

    def _record(self, op: Op) -> str:
        """A deed of the office stands in the journal by itself; returns why it cannot be read, or nothing."""
        try:
            records.read(op)
        except KnownError as error:
            return _storable(str(error))
        return ""

    def _check(self, state: Dossier) -> None:
        """What the province must be sure of before a dossier enters its books; raises KnownError."""
        if state.unit != self._desk.unit:
            raise KnownError(OTHER_UNIT)
        if self._codes.get(state.code, state.id) != state.id:
            raise KnownError(TAKEN_CODE)
        # A state must survive being stored: an instant that has no Vietnamese day, or text that PostgreSQL refuses.
        if "\0" in state.code or fold.decode_state(fold.encode_state(state)) != state:
            raise KnownError(UNREADABLE)
        local_date(state.received_at)

    def _check_binding(self, before: Dossier | None, after: Dossier) -> None:
        """Only the province itself writes what no desk overrules; raises KnownError."""
        known = before.wordings if before else ()
        if self._desk.slot != OWN_SLOT and any(each.binding and each not in known for each in after.wordings):
            raise KnownError(NOT_THE_PROVINCE)

    def _write(self) -> None:
        rows = [
            {
                "id": identity.bytes, "unit": page.state.unit, "code": page.state.code, "rev": page.rev,
                "received_on": local_date(page.state.received_at).isoformat(),
                "state": (data := fold.encode_state(page.state)), "leaf": leaf(identity, data),
            }
            for identity, page in self._pages.items() if page.changed
        ]  # fmt: skip
        if rows:
            self._database.add(self._connection, dossier, rows, NEWER)
            watch.remember(self._connection, (page.state for page in self._pages.values() if page.changed))
            taken_in = (self._pages[identity].state for identity in self._taken_in)
            watch.liken(self._database, self._connection, self._desk, taken_in)
        if self._feed:
            place = {
                "transaction": self._database.transaction_id(self._connection),
                "unit": self._desk.unit, "device": self._desk.id,
            }  # fmt: skip
            self._database.add(self._connection, feed, [place | line for line in self._feed])
        named = [
            {"sha256": bytes.fromhex(scan.sha256), "unit": self._desk.unit, "size": scan.size}
            for scan in self._scans.values()
        ]
        self._database.add(self._connection, blob, named, "ON CONFLICT DO NOTHING")


def _readable(line: bytes) -> Op | None:
    try:
        return decode(line)
    except KnownError:
        return None


def _peek(op: Op | None) -> _Peek:
    try:
        return msgspec.json.decode(op.body, type=_Peek) if op else _Peek()
    except msgspec.MsgspecError:
        return _Peek()


def _storable(text: str) -> str:
    """PostgreSQL's text knows no NUL."""
    return text.replace("\0", "\N{REPLACEMENT CHARACTER}")[:MAX_REASON]


def _sound(scan: Scan) -> bool:
    """A file that can be asked for by name."""
    return re.fullmatch("[0-9a-f]{64}", scan.sha256) is not None and 0 < scan.size <= MAX_BLOB_BYTES
