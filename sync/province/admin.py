"""What the province's administrator does at the console: admit, revoke, correct, and start a new history."""

import secrets
from datetime import datetime, timedelta
from uuid import UUID

import msgspec
from sqlalchemy import insert, update

from dossiers.clock import Clock, system_clock, to_ms
from dossiers.errors import InvalidInput, KnownError, NotFound
from dossiers.ids import CROCKFORD
from dossiers.journal import Entry, Epoch, Op, encode, link
from sync.province.books import Books
from sync.province.database import Database
from sync.province.devices import CODE_LETTERS, Desk, find_desk
from sync.province.schema import about, device, dossier, enrolment_code, epoch, journal

CODE_LIFE = timedelta(hours=24)


def new_code(database: Database, unit: str, slot: int, clock: Clock = system_clock) -> str:
    """A one-time code that lets one desk of a unit enrol within 24 hours, as `XXXXX-XXXXX`."""
    if not unit.strip() or not 1 <= slot <= 99:
        raise InvalidInput("Cần mã đơn vị, và số quầy từ 1 đến 99.", field="unit")
    code = "".join(secrets.choice(CROCKFORD) for _ in range(CODE_LETTERS))
    expires_at = to_ms(clock() + CODE_LIFE)
    with database.writing(unit) as connection:
        connection.execute(insert(enrolment_code).values(code=code, unit=unit.strip(), slot=slot, expires_at=expires_at))
    return f"{code[:5]}-{code[5:]}"


def revoke(database: Database, identity: bytes) -> None:
    """From now on a desk gets no data, and what it still sends waits for review; raises NotFound."""
    with database.writing("") as connection:
        changed = connection.execute(update(device).where(device.c.id == identity).values(state="revoked"))
        if changed.rowcount == 0:
            raise NotFound("Không có máy nào ghi danh với mã này.")


def renew_history(database: Database) -> str:
    """To be called after a restore from backup: every desk then compares and sends again what is missing."""
    history = secrets.token_hex(8)
    with database.writing("") as connection:
        connection.execute(update(about).where(about.c.key == "history").values(value=history))
    return history
