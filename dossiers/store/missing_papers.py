"""Which papers people come without, procedure by procedure: what was asked for later, and who was sent home."""

from collections import Counter
from datetime import datetime, timedelta

from sqlalchemy import Connection, func, select, text

from dossiers import fold
from dossiers.clock import to_ms
from dossiers.journal import decode
from dossiers.names import fold as folded
from dossiers.records import read
from dossiers.store import schema

dossier, record = schema.dossier, schema.record

ENOUGH = 20
"""Fewer cases say nothing about a procedure."""

REMEMBERED = timedelta(days=365)
"""Papers change with the law; what was missing years ago is no advice."""

ASKED = text(f"""SELECT state.state FROM dossier INDEXED BY dossier_asked JOIN state ON state.dossier = dossier.id
    WHERE procedure_code = :procedure AND received_at >= :since AND {schema.ONCE_ASKED} ORDER BY dossier.id""")
"""The index is named because SQLite, left to itself, reads every dossier of the procedure."""


def often_missing(connection: Connection, procedure_code: str, now: datetime) -> tuple[tuple[str, int, int], ...]:
    """The papers of a procedure that were missing in the last year: name, in how many cases, of how many.

    A case is a dossier received or a visit that ended without one. The most often missing first; empty under ENOUGH.
    """
    since = to_ms(now - REMEMBERED)
    received = select(func.count()).where(dossier.c.procedure_code == procedure_code, dossier.c.received_at >= since)
    sent_home = _sent_home(connection, procedure_code, since)
    cases = connection.execute(received).scalar_one() + len(sent_home)
    if cases < ENOUGH:
        return ()
    names: dict[str, str] = {}
    counts: Counter[str] = Counter()
    for case in (*_asked(connection, procedure_code, since), *sent_home):
        keys = {folded(name): name for name in case}
        counts.update(keys.keys())
        names |= keys
    return tuple((names[key], count, cases) for key, count in counts.most_common())


def _asked(connection: Connection, procedure_code: str, since: int) -> list[list[str]]:
    """The papers asked for in each dossier that had to be asked."""
    states = connection.execute(ASKED, {"procedure": procedure_code, "since": since}).scalars()
    found = map(fold.decode_state, states)
    return [[paper.name for asked in each.supplements for paper in asked.papers] for each in found]


def _sent_home(connection: Connection, procedure_code: str, since: int) -> list[list[str]]:
    """The papers lacking on each visit that ended without a dossier; none where it was refused for another reason."""
    query = (
        select(schema.journal.c.line)
        .join(record, record.c.n == schema.journal.c.n)
        .where(record.c.kind == "turned_away", record.c.at >= since)
        .order_by(record.c.n)
    )
    bodies = (read(decode(line)) for line in connection.execute(query).scalars())
    return [list(body.missing) for body in bodies if body.procedure_code == procedure_code]
