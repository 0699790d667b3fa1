"""The lines of the office's other desks: kept as they wrote them, folded in the order they came, and told on."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from uuid import UUID

from sqlalchemy import Connection, func, select
from sqlalchemy.dialects.sqlite import insert

from dossiers import fold
from dossiers.dossier import Dossier
from dossiers.errors import KnownError
from dossiers.journal import Entry, decode, op_key
from dossiers.records import RECORDS
from dossiers.store import schema
from dossiers.store.writer import Writer

if TYPE_CHECKING:
    from dossiers.store.desk import Desk

journal, line_table = schema.journal, schema.foreign_line
OWN_TURN = 32
"""Bits of a turn below the own line it follows."""


@dataclass(frozen=True, slots=True)
class Told:
    """A line of this office and the desk that wrote it."""

    device: bytes
    entry: Entry


@dataclass(frozen=True, slots=True)
class Page:
    """Lines in the order this desk came to know them; `own` and `others` are where the next page begins."""

    lines: tuple[Told, ...]
    own: int
    others: int
    more: bool


class Foreign:
    """Other desks' part of this desk's register."""

    def __init__(self, desk: "Desk") -> None:
        self._desk = desk

    def take(self, lines: Iterable[Told]) -> int:
        """Keep and fold the lines not yet here, all or none; returns how many were new.

        One that does not fit the dossier as it stands here waits, and is tried again whenever another has come.
        """
        desk, taken = self._desk, 0
        with desk.database.begin() as connection:
            writer = Writer(connection, desk.journal.unbroken)
            for told in lines:
                taken += self._keep(connection, told)
            if taken:
                self._fold_waiting(connection, writer)
            words = desk.learn(writer)
        desk.know(words)
        return taken

    def stands(self, device: bytes) -> dict[bytes, int]:
        """How far each epoch of a desk is here."""
        query = select(line_table.c.epoch, func.max(line_table.c.seq)).where(line_table.c.device == device)
        with self._desk.database.begin() as connection:
            return {row[0]: row[1] for row in connection.execute(query.group_by(line_table.c.epoch))}

    def hash_at(self, epoch: bytes, seq: int) -> bytes | None:
        """The chain after a line that is here."""
        query = select(line_table.c.h).where(line_table.c.epoch == epoch, line_table.c.seq == seq)
        with self._desk.database.begin() as connection:
            return connection.execute(query).scalar()

    def page(self, own: int, others: int, but: bytes, limit: int) -> Page:
        """What came after a place, own lines and others' in one order, without those the desk `but` wrote."""
        device = self._desk.journal.epochs()[-1].device
        with self._desk.database.begin() as connection:
            ours = connection.execute(select(journal).where(journal.c.n > own).order_by(journal.c.n).limit(limit + 1))
            theirs = connection.execute(
                select(line_table).where(line_table.c.n > others).order_by(line_table.c.n).limit(limit + 1)
            )
            rows = [((row.n, 0, 0), device, row) for row in ours]
            rows += [((row.behind, 1, row.n), row.device, row) for row in theirs]
        rows.sort(key=lambda each: each[0])
        for (n, foreign, m), _, _ in rows[:limit]:
            own, others = (own, m) if foreign else (n, others)
        lines = tuple(Told(writer, _entry(row)) for _, writer, row in rows[:limit] if writer != but)
        return Page(lines, own, others, len(rows) > limit)

    def of(self, dossier_id: UUID) -> tuple[Told, ...]:
        """What other desks did to a dossier, in the order it was folded here."""
        query = (
            select(line_table)
            .join(schema.dossier, schema.dossier.c.id == line_table.c.dossier)
            .where(schema.dossier.c.uid == dossier_id.bytes)
            .order_by(line_table.c.turn)
        )
        with self._desk.database.begin() as connection:
            return tuple(Told(row.device, _entry(row)) for row in connection.execute(query))

    def shared(self) -> tuple[UUID, ...]:
        """The dossiers of this desk that other desks worked on."""
        query = select(schema.dossier.c.uid).where(
            schema.dossier.c.desk.is_(None), schema.dossier.c.id.in_(select(line_table.c.dossier))
        )
        with self._desk.database.begin() as connection:
            return tuple(UUID(bytes=uid) for uid in connection.execute(query).scalars())

    def lines(self, dossier_id: UUID) -> tuple[bytes, ...]:
        """Every line of a dossier that other desks worked on, in the order it was folded here; else none."""
        key = select(schema.dossier.c.id).where(schema.dossier.c.uid == dossier_id.bytes)
        with self._desk.database.begin() as connection:
            found = connection.execute(key).scalar()
            whole = lines_of(connection, found, found, self._desk.journal.counts) if found is not None else {}
        return tuple(whole.get(found or 0, ()))

    def took_in(self, dossier_id: UUID) -> bool:
        """Whether another desk took a dossier in."""
        query = select(schema.dossier.c.desk).where(schema.dossier.c.uid == dossier_id.bytes)
        with self._desk.database.begin() as connection:
            return connection.execute(query).scalar() is not None

    def own_part(self, dossier_id: UUID) -> Dossier | None:
        """A dossier as this desk's lines alone make it, which is all the province may know of; None if they do not."""
        state: Dossier | None = None
        try:
            for entry in self._desk.journal.of(dossier_id):
                state = fold.apply(state, decode(entry.line))
        except KnownError:
            return None
        return state

    def waiting(self) -> int:
        """How many lines do not fit yet."""
        query = select(func.count()).select_from(line_table).where(schema.UNFOLDED)
        with self._desk.database.begin() as connection:
            return int(connection.execute(query).scalar_one())

    def _keep(self, connection: Connection, told: Told) -> int:
        entry, key = told.entry, op_key(told.device, told.entry)
        if connection.execute(select(line_table.c.n).where(line_table.c.op_key == key)).first() is None:
            place: dict[str, Any] = {"op_key": key, "turn": None if _acts(entry.line) else 0}
        else:
            place = {"op_key": None, "turn": 0}
        behind = connection.execute(select(func.coalesce(func.max(journal.c.n), 0))).scalar_one()
        row = {
            "device": told.device, "epoch": entry.epoch, "seq": entry.seq, "line": entry.line, "h": entry.hash,
            "origin_epoch": entry.origin_epoch, "origin_seq": entry.origin_seq, "behind": behind,
        }  # fmt: skip
        return connection.execute(insert(line_table).values(row | place).on_conflict_do_nothing()).rowcount

    def _fold_waiting(self, connection: Connection, writer: Writer) -> None:
        """Fold what fits, again and again while anything does: a line may wait for one that came after it."""
        waiting = connection.execute(select(line_table).where(schema.UNFOLDED).order_by(line_table.c.n)).all()
        folded = True
        while waiting and folded:
            rest = [row for row in waiting if not self._fold(connection, writer, row)]
            folded, waiting = len(rest) < len(waiting), rest

    def _fold(self, connection: Connection, writer: Writer, row: Any) -> bool:
        op = decode(row.line)
        found = writer.find(op.dossier_id)
        before = found.dossier if found else None
        try:
            after = fold.apply(before, op)
        except KnownError:
            return False
        if after.unit != self._desk.office.unit or (before is None and writer.has_code(after.code)):
            return False
        key = writer.take(_entry(row), row.device, before, after)
        behind = connection.execute(select(func.coalesce(func.max(journal.c.n), 0))).scalar_one()
        last = connection.execute(select(func.coalesce(func.max(line_table.c.turn), 0))).scalar_one()
        turn = max(last, behind << OWN_TURN) + 1
        here = line_table.c.n == row.n
        connection.execute(line_table.update().where(here).values(dossier=key, turn=turn))
        return True


def lines_of(
    connection: Connection, first: int, last: int, counts: Callable[[bytes, int], bool]
) -> dict[int, list[bytes]]:
    """For each dossier of a range of keys that other desks worked on: every line, in the order it was folded here."""
    theirs = connection.execute(
        select(line_table.c.dossier, line_table.c.turn, line_table.c.line).where(
            line_table.c.dossier.between(first, last)
        )
    ).all()
    keys = {row.dossier for row in theirs}
    # A line written again after a fork was folded when it was first written.
    born = journal.alias()
    ours = connection.execute(
        select(journal, func.coalesce(born.c.n, journal.c.n).label("born"))
        .outerjoin(born, (born.c.epoch == journal.c.origin_epoch) & (born.c.seq == journal.c.origin_seq))
        .where(journal.c.dossier.in_(keys))
    ).all()
    placed = [(row.dossier, row.turn, row.line) for row in theirs]
    placed += [(row.dossier, row.born << OWN_TURN, row.line) for row in ours if counts(row.epoch, row.seq)]
    found: dict[int, list[bytes]] = {}
    for key, _, line in sorted(placed, key=lambda each: each[:2]):
        found.setdefault(key, []).append(line)
    return found


def _acts(line: bytes) -> bool:
    """Whether a line changes a dossier: deeds of an office stand by themselves."""
    return decode(line).kind not in RECORDS


def _entry(row: Any) -> Entry:
    return Entry(
        epoch=row.epoch, seq=row.seq, line=row.line, hash=row.h, origin_epoch=row.origin_epoch,
        origin_seq=row.origin_seq,
    )  # fmt: skip
