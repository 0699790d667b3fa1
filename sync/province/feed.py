"""What a desk has not seen yet: dossiers changed by others, paged by a cursor that skips no late commit."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import msgspec
from sqlalchemy import Connection, bindparam, func, select, tuple_

from sync.protocol import Change, DayRoot, Header
from sync.province.database import Database
from sync.province.devices import Desk
from sync.province.schema import dossier, epoch, feed
from sync.roots import root

PAGE = 500


# What every batch asks is written once: to build and hash a statement costs more than to run it.
LINES_OF_UNIT = select(feed).where(feed.c.unit == bindparam("unit"))
PLACE = (feed.c.transaction, feed.c.id)
CURSOR = tuple_(bindparam("transaction"), bindparam("id"))
BEYOND = (
    LINES_OF_UNIT.where(tuple_(*PLACE) > CURSOR, feed.c.transaction < bindparam("horizon"))
    .order_by(*PLACE)
    .limit(PAGE + 1)
)
LAST = LINES_OF_UNIT.order_by(*(column.desc() for column in PLACE)).limit(1)


@dataclass(frozen=True, slots=True)
class News:
    """One page of changes, the cursor after it, and whether more wait."""

    changes: tuple[Change, ...]
    cursor: str
    more: bool


def news(database: Database, connection: Connection, desk: Desk, header: Header) -> News:
    """The dossiers of the desk's unit that changed after its cursor, as they are now.

    A dossier that only this desk has written to, in its present epoch and no further than it speaks of, is left
    out: the desk knows it. One it wrote to in an earlier epoch, or after the place it speaks of, is not, since a
    desk put back to an old copy may have lost it. A batch that ends before what is held here hears nothing yet: the
    desk may hold those lines too, and asks again at its end, bringing none. A cursor of another history, or one
    beyond the end of the feed, starts from the beginning: the province was restored. PostgreSQL gives numbers out
    before commits, so a page ends below the oldest transaction still running (SYNC 3.6).
    """
    if header.count and _holds_more(connection, header):
        return News((), "", True)
    after = _cursor(header.cursor) if header.history == database.history(connection) else (0, 0)
    if after > _end(connection, desk.unit):
        after = (0, 0)
    place = {"unit": desk.unit, "transaction": after[0], "id": after[1], "horizon": database.horizon(connection)}
    rows = connection.execute(BEYOND, place).all()
    rows, more = rows[:PAGE], len(rows) > PAGE
    last = (rows[-1].transaction, rows[-1].id) if rows else after
    foreign = _not_only_of(database, connection, {row.dossier for row in rows}, header)
    return News(_changes(database, connection, foreign), f"{last[0]}.{last[1]}", more)


def day_roots(
    database: Database, connection: Connection, desk: Desk, days: Sequence[str]
) -> tuple[DayRoot, ...] | None:
    """The roots of the days asked for; None while a commit is visible that no cursor may pass yet."""
    ahead = select(func.count()).select_from(feed).where(
        feed.c.unit == desk.unit, feed.c.transaction >= database.horizon(connection)
    )  # fmt: skip
    if connection.execute(ahead).scalar_one():
        return None
    return tuple(_day_root(connection, desk.unit, day) for day in days)


def day_anew(database: Database, connection: Connection, desk: Desk, day: str) -> tuple[Change, ...]:
    """Every dossier of the unit received on a day, as it is here."""
    query = select(dossier.c.id).where(dossier.c.unit == desk.unit, dossier.c.received_on == day)
    return _changes(database, connection, set(connection.execute(query).scalars()))


def _cursor(text: str) -> tuple[int, int]:
    try:
        transaction, identity = text.split(".")
        return int(transaction), int(identity)
    except ValueError:
        return 0, 0


def _end(connection: Connection, unit: str) -> tuple[int, int]:
    row: Any = connection.execute(LAST, {"unit": unit}).one_or_none()
    return (row.transaction, row.id) if row else (0, 0)


def _holds_more(connection: Connection, header: Header) -> bool:
    query = select(epoch.c.seq).where(epoch.c.device == header.device, epoch.c.id == header.epoch)
    return (connection.execute(query).scalar() or 0) >= header.first + header.count


def _not_only_of(database: Database, connection: Connection, identities: set[bytes], header: Header) -> set[bytes]:
    beyond = feed.c.seq >= header.first + header.count
    others = (feed.c.device != header.device) | (feed.c.epoch != header.epoch) | beyond
    query = select(feed.c.dossier).where(database.among(feed.c.dossier, identities), others).distinct()
    return set(connection.execute(query).scalars())


def _changes(database: Database, connection: Connection, identities: set[bytes]) -> tuple[Change, ...]:
    if not identities:
        return ()
    wanted = database.among(dossier.c.id, identities)
    query = select(dossier.c.rev, dossier.c.state).where(wanted).order_by(dossier.c.id)
    return tuple(Change(row.rev, msgspec.Raw(row.state)) for row in connection.execute(query))


def _day_root(connection: Connection, unit: str, day: str) -> DayRoot:
    query = select(dossier.c.leaf).where(dossier.c.unit == unit, dossier.c.received_on == day)
    leaves = connection.execute(query).scalars().all()
    return DayRoot(day, root(leaves), len(leaves))
