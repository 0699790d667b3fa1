"""What the national portal has of each dossier: an outbox by comparison, so that only what changed is sent."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, and_, func, or_, select, update

from dossiers import fold
from dossiers.clock import Clock, to_ms
from dossiers.dossier import Dossier
from dossiers.journal import Op, decode
from sync.province.database import Database
from sync.province.schema import device, dossier, feed, journal, portal_dossier, portal_step

MAX_REFUSAL = 2000
LOCK = "portal"
"""The outbox is written under its own lock; it never stands in the way of a commune's batch."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """One dossier with something to report, all read in one view of the database.

    `leaf` names its state; `message` is the digest of what the portal took last, None before; `steps` it has.
    """

    dossier: Dossier
    office: str
    history: tuple[Op, ...]
    leaf: bytes
    message: bytes | None
    steps: frozenset[str]


class Outbox:
    """The two tables of the outbox; each method is one transaction, durable when it returns."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    def waiting(self, first: date, last: date) -> list[bytes]:
        """The dossiers received on these Vietnamese days whose state the portal does not have, oldest first.

        What was refused before comes after the rest, so that it never stands in their way.
        """
        differs = or_(portal_dossier.c.leaf.is_(None), portal_dossier.c.leaf != dossier.c.leaf)
        days = dossier.c.received_on.between(first.isoformat(), last.isoformat())
        refused = func.coalesce(portal_dossier.c.refusal, "") != ""
        query = (
            select(dossier.c.id)
            .outerjoin(portal_dossier, portal_dossier.c.dossier == dossier.c.id)
            .where(days, differs)
            .order_by(refused, dossier.c.received_on, dossier.c.unit, dossier.c.code)
        )
        with self._database.reading() as connection:
            return list(connection.execute(query).scalars())

    def read(self, ids: Sequence[bytes]) -> list[Waiting]:
        """What there is to report of some dossiers, in the order asked; at most a few hundred at a time."""
        with self._database.reading() as connection:
            rows = {row.id: row for row in connection.execute(_rows(ids))}
            histories = _histories(connection, ids)
            steps = _steps(connection, ids)
            offices = {row.unit: row.office for row in connection.execute(select(device.c.unit, device.c.office))}
        return [_waiting(rows[key], offices, histories[key], steps[key]) for key in ids]

    def took_dossier(self, identity: UUID, message: bytes) -> None:
        """The portal has this message."""
        self._put(identity, message=message, accepted_at=to_ms(self._clock()), refused_at=None, refusal="")

    def took_steps(self, identity: UUID, steps: Iterable[str]) -> None:
        """The portal has these steps."""
        rows = [{"dossier": identity.bytes, "step": step} for step in steps]
        with self._database.writing(LOCK) as connection:
            connection.execute(self._database.insert(portal_step).on_conflict_do_nothing(), rows)

    def finished(self, identity: UUID, leaf: bytes) -> None:
        """Nothing is left to report of the state with this leaf."""
        self._put(identity, leaf=leaf, refused_at=None, refusal="")

    def refused(self, identity: UUID, reason: str) -> None:
        """The portal did not take it, and why in its own words; it is tried again with the next run."""
        words = reason.replace("\0", "\N{REPLACEMENT CHARACTER}")[:MAX_REFUSAL]
        self._put(identity, refused_at=to_ms(self._clock()), refusal=words)

    def refusals(self) -> list[tuple[str, str, str]]:
        """Unit, code and reason of every dossier that waits for a person."""
        query = (
            select(dossier.c.unit, dossier.c.code, portal_dossier.c.refusal)
            .join(portal_dossier, portal_dossier.c.dossier == dossier.c.id)
            .where(portal_dossier.c.refusal != "")
            .order_by(dossier.c.unit, dossier.c.code)
        )
        with self._database.reading() as connection:
            return [(row.unit, row.code, row.refusal) for row in connection.execute(query)]

    def send_again(self, codes: Sequence[str]) -> int:
        """Forget that these were taken, their steps excepted, so that the next run sends them; returns how many."""
        named = portal_dossier.c.dossier.in_(select(dossier.c.id).where(dossier.c.code.in_(codes)))
        with self._database.writing(LOCK) as connection:
            forgotten = update(portal_dossier).where(and_(named, portal_dossier.c.message.is_not(None)))
            return int(connection.execute(forgotten.values(message=None, leaf=None)).rowcount)

    def _put(self, identity: UUID, **values: Any) -> None:
        put = self._database.insert(portal_dossier).values(dossier=identity.bytes, **values)
        with self._database.writing(LOCK) as connection:
            connection.execute(put.on_conflict_do_update(index_elements=["dossier"], set_=values))


def _rows(ids: Sequence[bytes]) -> Any:
    columns = (dossier.c.id, dossier.c.state, dossier.c.leaf, dossier.c.unit, portal_dossier.c.message)
    joined = select(*columns).outerjoin(portal_dossier, portal_dossier.c.dossier == dossier.c.id)
    return joined.where(dossier.c.id.in_(ids))


def _histories(connection: Connection, ids: Sequence[bytes]) -> dict[bytes, tuple[Op, ...]]:
    """The applied ops of each dossier in the order they were applied."""
    place = and_(journal.c.device == feed.c.device, journal.c.epoch == feed.c.epoch, journal.c.seq == feed.c.seq)
    query = (
        select(feed.c.dossier, journal.c.line).join(journal, place).where(feed.c.dossier.in_(ids))
        .order_by(feed.c.transaction, feed.c.id)
    )  # fmt: skip
    found: defaultdict[bytes, tuple[Op, ...]] = defaultdict(tuple)
    for row in connection.execute(query):
        found[row.dossier] += (decode(row.line),)
    return found


def _steps(connection: Connection, ids: Sequence[bytes]) -> dict[bytes, frozenset[str]]:
    found: defaultdict[bytes, frozenset[str]] = defaultdict(frozenset)
    for row in connection.execute(select(portal_step).where(portal_step.c.dossier.in_(ids))):
        found[row.dossier] |= {row.step}
    return found


def _waiting(row: Any, offices: dict[str, str], history: tuple[Op, ...], steps: frozenset[str]) -> Waiting:
    return Waiting(
        dossier=fold.decode_state(row.state), office=offices.get(row.unit) or row.unit, history=history, leaf=row.leaf,
        message=row.message, steps=steps,
    )  # fmt: skip
