"""One act on the open desk: journal line, new state, list row, search words and files, in one transaction."""

from collections.abc import Callable
from datetime import date, datetime
from uuid import UUID

import msgspec
from sqlalchemy import Connection, func, select
from sqlalchemy.dialects.sqlite import insert

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


class AlreadyThere(Exception):
    """This identity was received before: the same draft sent twice."""

    def __init__(self, dossier: Dossier) -> None:
        super().__init__()
        self.dossier = dossier


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
        return found

    def next_code(self) -> str:
        """Take the next number of the business day from the desk's band."""
        counter, office = schema.counter, self.office
        last_day = self._connection.execute(select(func.max(counter.c.day))).scalar()
        day = business_day(self.now, date.fromisoformat(last_day) if last_day else None)
        *spent, band = band_for(office.desk_slot, "own", self._restored_on == day)
        assert not spent, "a desk that is its own hub draws from one band"
        of_today = (counter.c.day == day.isoformat()) & (counter.c.band == band.first)
        number = next_number(band, self._connection.execute(select(counter.c.last).where(of_today)).scalar())
        while self._taken(code := dossier_code(office.unit, day, number)):
            number = next_number(band, number)
        row = {"day": day.isoformat(), "band": band.first, "last": number}
        self._connection.execute(insert(counter).values(row).on_conflict_do_update(set_={"last": number}))
        return code

    def append(self, kind: str, dossier_id: UUID, body: object) -> Dossier:
        """Journal one op, fold it, and store the new state; raises AlreadyThere for a dossier received before."""
        op = Op(kind=kind, dossier_id=dossier_id, at=self.now, actor=self.clerk.name, body=msgspec.json.encode(body))
        before = self._find(dossier_id)
        if before is not None and kind in FIRST_KINDS:
            raise AlreadyThere(before)
        after = fold.apply(before, op)
        line = encode(op)
        self.head = Head(self.head.epoch, self.head.seq + 1, link(self.head.hash, line))
        key = self._write_row(before, after)
        self._write_line(key, line)
        self._write_lookups(key, before, after)
        self._write_files(key, before, after)
        self.last_at, self._now = op.at, None
        return after

    def _find(self, dossier_id: UUID) -> Dossier | None:
        query = (
            select(schema.state.c.state)
            .join(schema.dossier, schema.dossier.c.id == schema.state.c.dossier)
            .where(schema.dossier.c.uid == dossier_id.bytes)
        )
        data = self._connection.execute(query).scalar()
        return fold.decode_state(data) if data is not None else None

    def _taken(self, code: str) -> bool:
        same = select(schema.dossier.c.id).where(schema.dossier.c.code_key == normalise(code))
        return self._connection.execute(same).first() is not None

    def _write_row(self, before: Dossier | None, after: Dossier) -> int:
        """The list row and the exact state; returns the local key."""
        dossier, state = schema.dossier, schema.state
        row = row_of(after) | {"epoch": self.head.epoch, "seq": self.head.seq}
        data = fold.encode_state(after)
        if before is None:
            if self._taken(after.code):
                raise KnownError("Mã hồ sơ {code} đã có trong sổ.", code=after.code)
            fixed = {"uid": after.id.bytes, "code": after.code, "code_key": normalise(after.code)}
            key = self._connection.execute(dossier.insert().values(row | fixed)).lastrowid
            self._connection.execute(state.insert().values(dossier=key, state=data))
            self._connection.execute(schema.draft.delete().where(schema.draft.c.id == after.id.bytes))
            return key
        same = dossier.c.uid == after.id.bytes
        key = int(self._connection.execute(select(dossier.c.id).where(same)).scalar_one())
        self._connection.execute(dossier.update().where(dossier.c.id == key).values(row))
        self._connection.execute(state.update().where(state.c.dossier == key).values(state=data))
        return key

    def _write_line(self, key: int, line: bytes) -> None:
        epoch, seq = self.head.epoch, self.head.seq
        self._connection.execute(
            schema.journal.insert().values(
                epoch=epoch, seq=seq, line=line, h=self.head.hash, origin_epoch=epoch, origin_seq=seq, dossier=key
            )
        )

    def _write_lookups(self, key: int, before: Dossier | None, after: Dossier) -> None:
        """Search words, numbers, the citizen's latest details and other codes, each only where it changed."""
        words, connection = indexed(after), self._connection
        if before is None or words != indexed(before):
            connection.exec_driver_sql("DELETE FROM search WHERE rowid = ?", (key,))
            connection.exec_driver_sql("INSERT INTO search(rowid, words) VALUES (?, ?)", (key, " ".join(words)))
            self.words.update(word for word in words if "_" not in word)
        numbers = numbers_of(after)
        if before is None or numbers != numbers_of(before):
            connection.execute(schema.number.delete().where(schema.number.c.dossier == key))
            for value in numbers:
                connection.execute(schema.number.insert().values(value=value, dossier=key, backward=value[::-1]))
        for person in people_of(after):
            if person.id_number and (before is None or person not in people_of(before)):
                row = {"id_number": person.id_number, "person": msgspec.json.encode(person)}
                connection.execute(insert(schema.citizen).values(row).on_conflict_do_update(set_=row))

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
            self._connection.execute(insert(schema.blob).values(row).on_conflict_do_nothing())


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
