"""Held lines in front of a person: what each is, why it waits, and the two things that can be done with it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, Select, and_, func, select, update

from dossiers.clock import Clock, from_ms, system_clock, to_ms
from dossiers.errors import KnownError, NotFound
from dossiers.ids import to_base32
from dossiers.journal import Entry, decode
from dossiers.records import RECORDS
from sync.protocol import Settled
from sync.province import audit
from sync.province.audit import CONSOLE
from sync.province.books import Books
from sync.province.database import Database
from sync.province.devices import Desk, get_desk
from sync.province.schema import device, journal, review
from sync.province.sheet import storable

SHOWN = 100
UNREADABLE = "không đọc được"
SAME = and_(*(review.c[name] == journal.c[name] for name in ("device", "epoch", "seq")))


@dataclass(frozen=True, slots=True)
class LinePlace:
    """Where a line stands in the province's journal."""

    device: bytes
    epoch: bytes
    seq: int

    def __str__(self) -> str:
        return f"{self.device.hex()}.{self.epoch.hex()}.{self.seq}"


@dataclass(frozen=True, slots=True)
class HeldLine:
    """A held line without its content: the verb and the dossier's identity say enough to ask the office."""

    place: LinePlace
    taken_at: datetime
    unit: str
    slot: int
    kind: str
    dossier: str
    reason: str
    kept_by: str


def read_place(text: str) -> LinePlace:
    """The place a page named; raises NotFound for text that names none."""
    try:
        device_hex, epoch_hex, seq = text.split(".")
        return LinePlace(bytes.fromhex(device_hex), bytes.fromhex(epoch_hex), int(seq))
    except ValueError as error:
        raise _gone() from error


def held(connection: Connection) -> list[HeldLine]:
    """The held lines, those nobody has looked at yet first, then the latest first."""
    kept = review.c.kept_by.is_not(None)
    query = _joined(select(journal, device.c.unit, device.c.slot, review.c.kept_by))
    rows = connection.execute(query.order_by(kept, journal.c.taken_at.desc()).limit(SHOWN))
    return [_held_line(row) for row in rows]


def count(connection: Connection) -> int:
    """How many lines wait for somebody to look at them."""
    query = _joined(select(func.count()).select_from(journal)).where(review.c.kept_by.is_(None))
    return int(connection.execute(query).scalar_one())


def release(database: Database, place: LinePlace, clock: Clock = system_clock, by: str = CONSOLE) -> None:
    """Fold a held line now that its cause is mended; raises NotFound, or KnownError while it still does not fit.

    A revoked desk's line may be released too: the person who does so has read it.
    """
    with database.reading() as connection:
        unit = get_desk(connection, place.device).unit
    with database.writing(unit) as connection:
        row = _get(connection, place)
        desk = replace(get_desk(connection, place.device), revoked=False)
        entry = Entry(
            epoch=row.epoch, seq=row.seq, line=row.line, hash=row.hash,
            origin_epoch=row.origin_epoch, origin_seq=row.origin_seq,
        )  # fmt: skip
        if reason := Books(database, connection, desk).fold_again(entry):
            raise KnownError("Vẫn chưa áp dụng được: {reason}", reason=reason)
        state = "recorded" if decode(row.line).kind in RECORDS else "applied"
        connection.execute(update(journal).where(_here(place)).values(state=state, reason=""))
        audit.record(connection, clock(), by, "line_released", str(place), before=row.reason, after=state)


def keep(
    database: Database, place: LinePlace, clock: Clock = system_clock, by: str = CONSOLE, why: str = ""
) -> None:
    """Leave a line held and say that somebody has looked at it; its desk is told `why`. Raises NotFound."""
    now = clock()
    with database.writing("") as connection:
        row = _get(connection, place)
        mark = database.insert(review).values(
            device=place.device, epoch=place.epoch, seq=place.seq, kept_at=to_ms(now), kept_by=by,
            why=storable(" ".join(why.split())),
        )  # fmt: skip
        if connection.execute(mark.on_conflict_do_nothing().returning(review.c.seq)).one_or_none():
            audit.record(connection, now, by, "line_kept", str(place), before=row.reason, after="held")


def settled(database: Database, connection: Connection, desk: Desk, keys: Sequence[bytes]) -> tuple[Settled, ...]:
    """What became of those of a desk's held lines that somebody has looked at."""
    if not keys:
        return ()
    query = (
        select(journal.c.op_key, journal.c.state, journal.c.reason, review.c.why)
        .outerjoin(review, SAME)
        .where(journal.c.device == desk.id, database.among(journal.c.op_key, keys))
        .where((journal.c.state != "held") | review.c.kept_by.is_not(None))
        .order_by(journal.c.op_key)
    )
    return tuple(
        Settled(row.op_key, False, row.why or row.reason) if row.state == "held" else Settled(row.op_key, True)
        for row in connection.execute(query)
    )


def _joined(query: Select[Any]) -> Select[Any]:
    return (
        query.join(device, device.c.id == journal.c.device)
        .outerjoin(review, SAME)
        .where(journal.c.state == "held")
    )


def _here(place: LinePlace) -> ColumnElement[bool]:
    return (journal.c.device == place.device) & (journal.c.epoch == place.epoch) & (journal.c.seq == place.seq)


def _get(connection: Connection, place: LinePlace) -> Row[Any]:
    row = connection.execute(select(journal).where(_here(place), journal.c.state == "held")).one_or_none()
    if row is None:
        raise _gone()
    return row


def _gone() -> NotFound:
    return NotFound("Việc này không còn chờ xem lại. Tải lại trang để thấy tình trạng mới.")


def _held_line(row: Row[Any]) -> HeldLine:
    try:
        op = decode(row.line)
        kind, dossier = op.kind, to_base32(op.dossier_id)
    except KnownError:
        kind, dossier = UNREADABLE, "–"
    return HeldLine(
        place=LinePlace(row.device, row.epoch, row.seq), taken_at=from_ms(row.taken_at), unit=row.unit, slot=row.slot,
        kind=kind, dossier=dossier, reason=row.reason, kept_by=row.kept_by or "",
    )  # fmt: skip
