"""One act on the open desk: journal line, new state, list row, search words and files, in one transaction."""

from collections.abc import Callable
from datetime import date, datetime
from typing import NamedTuple
from uuid import UUID

import msgspec
from sqlalchemy import Connection, bindparam, func, select, text
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.exc import IntegrityError

from dossiers import fold
from dossiers.clock import Clock, to_ms, whole_ms
from dossiers.codes import normalise
from dossiers.dossier import Dossier
from dossiers.errors import KnownError, NotFound
from dossiers.journal import Op, encode, link
from dossiers.numbering import band_for, business_day, dossier_code, next_number
from dossiers.office import Office
from dossiers.people import Clerk
from dossiers.procedure import Procedure
from dossiers.store import schema
from dossiers.store.ledger import Head
from dossiers.store.words import indexed, numbers_of, people_of

FIRST_KINDS = frozenset({"received", "carried_over"})
"""The ops that bring a dossier about; each can happen to one identity only once."""

FIRST_BLOB, LATER_BLOB = 2, 3
"""Priority on the wire (SYNC 3.10): files a date waits for, then the rest."""

# Built once: putting a statement together costs more than running it.
_row, _state, _counter = schema.dossier, schema.state, schema.counter
COUNTERS_OF_LAST_DAY = select(_counter).where(_counter.c.day == select(func.max(_counter.c.day)).scalar_subquery())
COUNT = insert(_counter)
COUNT = COUNT.on_conflict_do_update(set_={"last": COUNT.excluded.last})
STATE_OF = select(_state).join(_row, _row.c.id == _state.c.dossier).where(_row.c.uid == bindparam("uid"))
CODE_TAKEN = select(_row.c.id).where(_row.c.code_key == bindparam("code_key"))
ADD_ROW = _row.insert()
ADD_STATE = _state.insert()
CHANGE_ROW = _row.update().where(_row.c.id == bindparam("key"))
CHANGE_STATE = _state.update().where(_state.c.dossier == bindparam("key"))
DROP_DRAFT = schema.draft.delete().where(schema.draft.c.id == bindparam("uid"))
ADD_LINE = schema.journal.insert()
UNINDEX = text("DELETE FROM search WHERE rowid = :key")
INDEX = text("INSERT INTO search(rowid, words) VALUES (:key, :words)")
DROP_NUMBER = schema.number.delete().where(
    schema.number.c.value == bindparam("was"), schema.number.c.dossier == bindparam("key")
)
ADD_NUMBER = schema.number.insert()
KNOW_CITIZEN = insert(schema.citizen)
KNOW_CITIZEN = KNOW_CITIZEN.on_conflict_do_update(set_={"person": KNOW_CITIZEN.excluded.person})
ADD_BLOB = insert(schema.blob).on_conflict_do_nothing()


class AlreadyThere(Exception):
    """This identity was received before: the same draft sent twice."""

    def __init__(self, dossier: Dossier) -> None:
        super().__init__()
        self.dossier = dossier


class Known(NamedTuple):
    """A dossier with its local key, remembered for the length of an act."""

    key: int
    dossier: Dossier


class OpenAct:
    """What a verb sees of the desk while its transaction is open; see `dossiers.acting.Act`."""

    def __init__(
        self,
        connection: Connection,
        head: Head,
        last_at: datetime,
        *,
        clock: Clock,
        clerk: Clerk,
        office: Callable[[], Office],
        procedure: Callable[[str, date], Procedure],
        has_file: Callable[[str], bool],
        restored_on: date | None,
    ) -> None:
        self._connection = connection
        self.head = head
        self.last_at = last_at
        self.words: set[str] = set()
        self._clock = clock
        self._clerk = clerk
        self._office = office
        self._procedure = procedure
        self._has_file = has_file
        self._restored_on = restored_on
        self._now: datetime | None = None
        self._known: dict[UUID, Known] = {}

    @property
    def now(self) -> datetime:
        """This deed's instant: fixed when first asked for, until its line is written."""
        if self._now is None:
            self._now = max(whole_ms(self._clock()), self.last_at)
        return self._now

    @property
    def clerk(self) -> Clerk:
        """Whoever was signed in when the act began."""
        return self._clerk

    @property
    def office(self) -> Office:
        """This office; raises KnownError before it is set up."""
        return self._office()

    def procedure(self, code: str, on: date) -> Procedure:
        """The version of a procedure in force on a day; raises NotFound."""
        return self._procedure(code, on)

    def dossier(self, dossier_id: UUID) -> Dossier:
        """The present state; raises NotFound."""
        found = self._find(dossier_id)
        if found is None:
            raise NotFound("Không có hồ sơ này trong sổ.")
        return found.dossier

    def next_code(self) -> str:
        """Take the next number of the business day from the desk's band."""
        office = self.office
        used = {row.band: row for row in self._connection.execute(COUNTERS_OF_LAST_DAY)}
        last_day = next((date.fromisoformat(row.day) for row in used.values()), None)
        day = business_day(self.now, last_day)
        band = band_for(office.desk_slot, "own", self._restored_on == day)[0]
        last = used[band.first].last if band.first in used and day == last_day else None
        number = next_number(band, last)
        while self._taken(code := dossier_code(office.unit, day, number)):
            number = next_number(band, number)
        self._connection.execute(COUNT, {"day": day.isoformat(), "band": band.first, "last": number})
        return code

    def append(self, kind: str, dossier_id: UUID, body: object) -> Dossier:
        """Journal one op, fold it, and store the new state; raises AlreadyThere for a dossier received before."""
        op = Op(kind=kind, dossier_id=dossier_id, at=self.now, actor=self.clerk.name, body=msgspec.json.encode(body))
        known = self._find(dossier_id)
        before = known.dossier if known else None
        if before is not None and kind in FIRST_KINDS:
            raise AlreadyThere(before)
        after = fold.apply(before, op)
        line = encode(op)
        self.head = Head(self.head.epoch, self.head.seq + 1, link(self.head.hash, line))
        key = self._change_row(known.key, after) if known else self._add_row(after)
        self._known[dossier_id] = Known(key, after)
        self._write_line(key, line)
        self._write_lookups(key, before, after)
        self._write_files(key, before, after)
        self.last_at, self._now = op.at, None
        return after

    def _find(self, dossier_id: UUID) -> Known | None:
        if dossier_id not in self._known:
            row = self._connection.execute(STATE_OF, {"uid": dossier_id.bytes}).first()
            if row is None:
                return None
            self._known[dossier_id] = Known(row.dossier, fold.decode_state(row.state))
        return self._known[dossier_id]

    def _taken(self, code: str) -> bool:
        """A code carried over from another book may stand where the counter comes by."""
        return self._connection.execute(CODE_TAKEN, {"code_key": normalise(code)}).first() is not None

    def _add_row(self, after: Dossier) -> int:
        """The list row and the exact state of a new dossier, whose draft is done with; returns its local key."""
        execute, uid = self._connection.execute, {"uid": after.id.bytes}
        code = {"code": after.code, "code_key": normalise(after.code)}
        try:
            key: int = execute(ADD_ROW, self._row(after) | uid | code).lastrowid
        except IntegrityError as error:
            raise KnownError("Mã hồ sơ {code} đã có trong sổ.", code=after.code) from error
        execute(ADD_STATE, {"dossier": key, "state": fold.encode_state(after)})
        execute(DROP_DRAFT, uid)
        return key

    def _change_row(self, key: int, after: Dossier) -> int:
        self._connection.execute(CHANGE_ROW, self._row(after) | {"key": key})
        self._connection.execute(CHANGE_STATE, {"key": key, "state": fold.encode_state(after)})
        return key

    def _row(self, after: Dossier) -> dict[str, object]:
        return row_of(after) | {"epoch": self.head.epoch, "seq": self.head.seq}

    def _write_line(self, key: int, line: bytes) -> None:
        epoch, seq = self.head.epoch, self.head.seq
        place = {"epoch": epoch, "seq": seq, "origin_epoch": epoch, "origin_seq": seq}
        self._connection.execute(ADD_LINE, place | {"line": line, "h": self.head.hash, "dossier": key})

    def _write_lookups(self, key: int, before: Dossier | None, after: Dossier) -> None:
        """Search words, numbers and each citizen's latest details, only where they changed."""
        execute = self._connection.execute
        words, numbers, people = indexed(after), numbers_of(after), list(people_of(after))
        if before and words != indexed(before):
            execute(UNINDEX, {"key": key})
        if before is None or words != indexed(before):
            execute(INDEX, {"key": key, "words": " ".join(words)})
            self.words.update(word for word in words if "_" not in word)
        stood = numbers_of(before) if before else []
        if dropped := [{"was": each, "key": key} for each in stood if each not in numbers]:
            execute(DROP_NUMBER, dropped)
        if fresh := [{"value": n, "dossier": key, "backward": n[::-1]} for n in numbers if n not in stood]:
            execute(ADD_NUMBER, fresh)
        known = list(people_of(before)) if before else []
        for person in people:
            if person.id_number and person not in known:
                execute(KNOW_CITIZEN, {"id_number": person.id_number, "person": msgspec.json.encode(person)})

    def _write_files(self, key: int, before: Dossier | None, after: Dossier) -> None:
        """One upload for each new scan; a scan that is not yet safe on disk must not be named."""
        known = before.scans if before else ()
        due = after.appointment.due_at
        for scan in after.scans:
            if scan in known:
                continue
            if not self._has_file(scan.sha256):
                raise KnownError("Bản quét “{title}” chưa được lưu xuống đĩa. Quét lại trang này.", title=scan.title)
            row = {
                "sha": bytes.fromhex(scan.sha256), "dossier": key, "size": scan.size, "mime": scan.mime,
                "prio": FIRST_BLOB if after.finished_at is None else LATER_BLOB,
                "due_at": to_ms(due) if due else None,
            }  # fmt: skip
            self._connection.execute(ADD_BLOB, row)


def row_of(dossier: Dossier) -> dict[str, object]:
    """What the lists show and filter by; everything here is also in the state."""
    due, finished, handover = dossier.appointment.due_at, dossier.finished_at, dossier.handover
    return {
        "procedure_code": dossier.procedure_code,
        "procedure_name": dossier.procedure_name,
        "sector": dossier.sector,
        "name": dossier.applicant.name,
        "id_number": dossier.applicant.id_number,
        "numbers": f" {' '.join(numbers_of(dossier))} ",
        "status": dossier.status.value,
        "conditional": dossier.conditional,
        "received_at": to_ms(dossier.received_at),
        "due_at": to_ms(due) if due else None,
        "finished_at": to_ms(finished) if finished else None,
        "returned_at": to_ms(handover.at) if handover else None,
    }
