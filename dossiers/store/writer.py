"""Everything one op changes: list row, exact state, journal line, search words, numbers, citizens, uploads."""

import re
from datetime import date, datetime
from typing import NamedTuple
from uuid import UUID

import msgspec
from sqlalchemy import Connection, bindparam, func, select, text
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.exc import IntegrityError

from dossiers import fold
from dossiers.clock import to_ms
from dossiers.codes import normalise
from dossiers.dossier import Dossier
from dossiers.errors import KnownError
from dossiers.journal import Entry, Op
from dossiers.marks import marks_of
from dossiers.numbering import MOST_NUMBER, Band, dossier_code, next_number
from dossiers.standing import stopped_at
from dossiers.store import schema
from dossiers.store.book_writer import BookWriter
from dossiers.store.ledger import Head
from dossiers.store.words import indexed, numbers_of, people_of

FIRST_BLOB, LATER_BLOB = 2, 3
"""Priority on the wire (SYNC 3.10): files a date waits for, then the rest."""

PDF = "application/pdf"
_HASH = re.compile("[0-9a-f]{64}")

# Built once: putting a statement together costs more than running it.
_row, _state, _counter, _number = schema.dossier, schema.state, schema.counter, schema.number
COUNTERS_OF_LAST_DAY = select(_counter).where(_counter.c.day == select(func.max(_counter.c.day)).scalar_subquery())
COUNT = insert(_counter)
COUNT = COUNT.on_conflict_do_update(set_={"last": COUNT.excluded.last})
STATE_OF = select(_state).join(_row, _row.c.id == _state.c.dossier).where(_row.c.uid == bindparam("uid"))
RECOVERED_OF_DAY = (
    select(_row.c.id)
    .where(_row.c.code_key.between(bindparam("first"), bindparam("last")), schema.BACK_FROM_SLIP)
    .limit(1)
)
CODE_TAKEN = select(_row.c.id).where(_row.c.code_key == bindparam("code_key"))
ADD_ROW = _row.insert()
ADD_STATE = _state.insert()
CHANGE_ROW = _row.update().where(_row.c.id == bindparam("key"))
CHANGE_STATE = _state.update().where(_state.c.dossier == bindparam("key"))
DROP_DRAFT = schema.draft.delete().where(schema.draft.c.id == bindparam("uid"))
ADD_LINE = schema.journal.insert()
ADD_RECORD = schema.record.insert()
UNINDEX = text("DELETE FROM search WHERE rowid = :key")
INDEX = text("INSERT INTO search(rowid, words) VALUES (:key, :words)")
DROP_NUMBER = _number.delete().where(_number.c.value == bindparam("was"), _number.c.dossier == bindparam("key"))
ADD_NUMBER = _number.insert()
KNOW_CITIZEN = insert(schema.citizen)
KNOW_CITIZEN = KNOW_CITIZEN.on_conflict_do_update(set_={"person": KNOW_CITIZEN.excluded.person})
ADD_BLOB = insert(schema.blob).on_conflict_do_nothing()
HAND_ON = (
    schema.blob.update()
    .where(schema.blob.c.sha == bindparam("of"), schema.blob.c.dossier == bindparam("key"))
    .where(schema.blob.c.state != "pruned", CODE_TAKEN.exists())
    .values(dossier=CODE_TAKEN.scalar_subquery())
)
ADD_PAPER = insert(schema.paper).on_conflict_do_nothing()
ADD_WORD = insert(schema.word).on_conflict_do_nothing()


class Known(NamedTuple):
    """A dossier with its local key."""

    key: int
    dossier: Dossier


class Count(NamedTuple):
    """The last number taken of a day and a band (named by its first number)."""

    day: date
    band: int
    last: int


class Place(NamedTuple):
    """Where a line was first written."""

    epoch: bytes
    seq: int


class Writer:
    """Writes within one open transaction and remembers the dossiers it has seen there."""

    def __init__(self, connection: Connection, epochs: frozenset[bytes]) -> None:
        self.words: set[str] = set()
        self.books = BookWriter(connection, epochs)
        self._execute = connection.execute
        self._known: dict[UUID, Known] = {}

    def find(self, dossier_id: UUID) -> Known | None:
        """A dossier's present state."""
        if dossier_id not in self._known:
            row = self._execute(STATE_OF, {"uid": dossier_id.bytes}).first()
            if row is None:
                return None
            self._known[dossier_id] = Known(row.dossier, fold.decode_state(row.state))
        return self._known[dossier_id]

    def has_code(self, code: str) -> bool:
        """Whether a dossier bears this code."""
        return self._execute(CODE_TAKEN, {"code_key": normalise(code)}).first() is not None

    def recovered(self, unit: str, day: date) -> bool:
        """Whether a code of this day came back from a slip: others of the day may stand on paper nobody has found."""
        first, last = (normalise(dossier_code(unit, day, number)) for number in (0, MOST_NUMBER))
        return self._execute(RECOVERED_OF_DAY, {"first": first, "last": last}).first() is not None

    def counts_of_last_day(self) -> tuple[Count, ...]:
        """The counters of the last day any number was taken on."""
        return tuple(
            Count(date.fromisoformat(row.day), row.band, row.last) for row in self._execute(COUNTERS_OF_LAST_DAY)
        )

    def count(self, taken: Count) -> None:
        """Take a number."""
        self._execute(COUNT, {"day": taken.day.isoformat(), "band": taken.band, "last": taken.last})

    def write(
        self, head: Head, line: bytes, at: datetime, before: Dossier | None, after: Dossier, first: Place | None = None,
        drawn_in: bytes = b"",
    ) -> None:  # fmt: skip
        """Put an op and all that follows from it; raises KnownError, having written nothing, for a code twice.

        `first` is where a line that was lost and is written again stood before; its numbers were drawn in the epoch
        `drawn_in`, not in the present one.
        """
        first = first or Place(head.epoch, head.seq)
        row = row_of(after) | {"epoch": head.epoch, "seq": head.seq}
        key = self._add(row, after) if before is None else self._change(row, after)
        self._known[after.id] = Known(key, after)
        self._execute(ADD_LINE, _place(head, first) | {"line": line, "h": head.hash, "dossier": key})
        self.books.enter(key, drawn_in or head.epoch, before, after, at)
        self._index(key, before, after)
        self._look_up(key, before, after)
        self._upload(key, before, after)
        self._hand_on(key, before, after)

    def take(self, entry: Entry, device: bytes, before: Dossier | None, after: Dossier) -> int:
        """Put what another desk's op changes and return its key here; numbers, money and files are with that desk."""
        row = row_of(after) | {"epoch": entry.epoch, "seq": entry.seq}
        key = self._add(row | {"desk": device}, after) if before is None else self._change(row, after)
        self._known[after.id] = Known(key, after)
        if before is not None:
            self.books.amend(key, before, after)
        self._index(key, before, after)
        self._look_up(key, before, after)
        self._hand_on(key, before, after)
        return key

    def record(
        self, head: Head, line: bytes, op: Op, body: object, first: Place | None = None, drawn_in: bytes = b""
    ) -> None:
        """Put a deed of the office, and the book it opens or the number it spoils; the rest as in `write`."""
        first = first or Place(head.epoch, head.seq)
        n = self._execute(ADD_LINE, _place(head, first) | {"line": line, "h": head.hash, "dossier": None}).lastrowid
        self._execute(ADD_RECORD, {"n": n, "kind": op.kind, "at": to_ms(op.at)})
        self.books.record(op, drawn_in or head.epoch, body)

    def learn(self, words: list[str]) -> None:
        """Keep words the vocabulary did not have."""
        if words:
            self._execute(ADD_WORD, [{"w": word} for word in words])

    def _add(self, row: dict[str, object], after: Dossier) -> int:
        """A new dossier, whose draft is done with."""
        identity = {"uid": after.id.bytes, "code": after.code, "code_key": normalise(after.code)}
        try:
            key: int = self._execute(ADD_ROW, row | identity).lastrowid
        except IntegrityError as error:
            raise KnownError("Mã hồ sơ {code} đã có trong sổ.", code=after.code) from error
        self._execute(ADD_STATE, {"dossier": key, "state": fold.encode_state(after)})
        self._execute(DROP_DRAFT, {"uid": after.id.bytes})
        return key

    def _change(self, row: dict[str, object], after: Dossier) -> int:
        key = self._known[after.id].key
        self._execute(CHANGE_ROW, row | {"key": key})
        self._execute(CHANGE_STATE, {"key": key, "state": fold.encode_state(after)})
        return key

    def _index(self, key: int, before: Dossier | None, after: Dossier) -> None:
        """Search words, where they changed."""
        words, stood = indexed(after), indexed(before) if before else []
        if words == stood:
            return
        if stood:
            self._execute(UNINDEX, {"key": key})
        self._execute(INDEX, {"key": key, "words": " ".join(words)})
        self.words.update(word for word in words if "_" not in word)

    def _look_up(self, key: int, before: Dossier | None, after: Dossier) -> None:
        """Numbers, and each citizen's details as last written down, where they changed."""
        numbers, stood = numbers_of(after), numbers_of(before) if before else []
        if dropped := [{"was": each, "key": key} for each in stood if each not in numbers]:
            self._execute(DROP_NUMBER, dropped)
        if fresh := [{"value": n, "dossier": key, "backward": n[::-1]} for n in numbers if n not in stood]:
            self._execute(ADD_NUMBER, fresh)
        known = list(people_of(before)) if before else []
        for person in people_of(after):
            if person.id_number and person not in known:
                self._execute(KNOW_CITIZEN, {"id_number": person.id_number, "person": msgspec.json.encode(person)})

    def _upload(self, key: int, before: Dossier | None, after: Dossier) -> None:
        """One upload for each new scan; the same bytes travel once."""
        known, due = before.scans if before else (), after.appointment.due_at
        for scan in after.scans:
            if scan not in known:
                row = {
                    "sha": bytes.fromhex(scan.sha256), "dossier": key, "size": scan.size, "mime": scan.mime,
                    "prio": FIRST_BLOB if after.finished_at is None else LATER_BLOB,
                    "due_at": to_ms(due) if due else None,
                }  # fmt: skip
                self._execute(ADD_BLOB, row)
                if scan.mime == PDF and not scan.signed_from:  # its pages are read as those of the unsigned file
                    self._execute(ADD_PAPER, {"sha": row["sha"], "pages": scan.pages})

    def _hand_on(self, key: int, before: Dossier | None, after: Dossier) -> None:
        """A file that was moved belongs to the dossier it went to: the words on it lead there."""
        known = before.taken_off or () if before else ()
        for each in after.taken_off or ():
            if each not in known and each.moved_to not in {"", after.code}:
                names = {scan.sha256 for scan in after.scans if scan.place == each.place}
                asked = {"key": key, "code_key": normalise(each.moved_to)}
                for name in filter(_HASH.fullmatch, names):  # another desk's line may name anything
                    self._execute(HAND_ON, asked | {"of": bytes.fromhex(name)})


def _place(head: Head, first: Place) -> dict[str, object]:
    return {"epoch": head.epoch, "seq": head.seq, "origin_epoch": first.epoch, "origin_seq": first.seq}


def draw(writer: Writer, unit: str, bands: tuple[Band, ...], day: date) -> Count:
    """The next number of the first band that is not used up; raises KnownError when all are."""
    used = {(count.day, count.band): count.last for count in writer.counts_of_last_day()}
    band = next((each for each in bands if used.get((day, each.first), 0) < each.last), bands[-1])
    number = next_number(band, used.get((day, band.first)))
    while writer.has_code(dossier_code(unit, day, number)):
        # Carried over from another book under a number the counter now comes by.
        number = next_number(band, number)
    return Count(day, band.first, number)


def row_of(dossier: Dossier) -> dict[str, object]:
    """What the lists show and filter by; everything here is also in the state."""
    due, finished, handover = dossier.appointment.due_at, dossier.finished_at, dossier.handover
    stopped = stopped_at(dossier)
    return {
        "procedure_code": dossier.procedure_code,
        "procedure_name": dossier.procedure_name,
        "sector": dossier.sector,
        "name": dossier.applicant.name,
        "id_number": dossier.applicant.id_number,
        "numbers": f" {' '.join(numbers_of(dossier))} ",
        "status": dossier.status.value,
        "conditional": dossier.conditional,
        "channel": dossier.channel.value,
        "clerk": dossier.received_by,
        "holder": dossier.holder.office or dossier.holder.person,
        "held_since": to_ms(dossier.held_since),
        "late_since": to_ms(dossier.late_since) if dossier.late_since else None,
        "marks": int(marks_of(dossier)),
        "received_at": to_ms(dossier.received_at),
        "due_at": to_ms(due) if due else None,
        "finished_at": to_ms(finished) if finished else None,
        "stopped_at": to_ms(stopped) if stopped else None,
        "returned_at": to_ms(handover.at) if handover else None,
    }
