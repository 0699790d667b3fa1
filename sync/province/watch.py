"""What the books look out for while they fold: values that wait for a person, and dossiers that look like another."""

from collections.abc import Iterable
from hashlib import sha256

from sqlalchemy import Connection, delete, insert, select

from dossiers.clock import local_date, to_ms
from dossiers.dossier import Dossier
from dossiers.rivals import waiting
from sync.province.database import Database
from sync.province.devices import Desk
from sync.province.schema import conflict, likeness, twin


def remember(connection: Connection, changed: Iterable[Dossier]) -> None:
    """Keep one row for each field of these dossiers that waits for a person."""
    states = tuple(changed)
    touched = [state.id.bytes for state in states if state.rivals]
    if not touched:
        return
    connection.execute(delete(conflict).where(conflict.c.dossier.in_(touched)))
    rows = {
        (state.id.bytes, rival.field): {
            "dossier": state.id.bytes, "unit": state.unit, "field": rival.field, "since": to_ms(rival.at)
        }
        for state in states for rival in reversed(waiting(state))
    }  # fmt: skip
    if rows:
        connection.execute(insert(conflict), list(rows.values()))


def liken(database: Database, connection: Connection, desk: Desk, taken_in: Iterable[Dossier]) -> None:
    """Look for dossiers of the same citizen, procedure and day from another desk of the unit."""
    likes = [(key, state) for state in taken_in if (key := _likeness(state))]
    if not likes:
        return
    query = select(likeness).where(
        database.among(likeness.c.likeness, [key for key, _ in likes]), likeness.c.device != desk.id
    )
    others = connection.execute(query).all()
    found = [
        {"dossier": state.id.bytes, "device": desk.id, "other": row.dossier, "other_device": row.device,
         "unit": desk.unit, "found_at": to_ms(state.received_at)}
        for row in others for key, state in likes if key == row.likeness
    ]  # fmt: skip
    rows = [{"likeness": key, "dossier": state.id.bytes, "device": desk.id} for key, state in likes]
    database.add(connection, likeness, rows, "ON CONFLICT DO NOTHING")
    if found:
        connection.execute(database.insert(twin).on_conflict_do_nothing(), found)


def _likeness(state: Dossier) -> bytes | None:
    """What two receptions of one visit have in common; a citizen without a number is like nobody."""
    if not state.owner.id_number:
        return None
    day = local_date(state.received_at).isoformat()
    facts = (state.unit, day, state.procedure_code, state.owner.id_number)
    return sha256("\n".join(facts).encode()).digest()[:16]
