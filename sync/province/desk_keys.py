"""The list of desks' signing keys as the province knows it, for the offline key to sign: a key once listed stays."""

import msgspec
from sqlalchemy import Connection, select

from dossiers.clock import Clock, system_clock, to_ms
from sync import packs, revocation
from sync.province.database import Database
from sync.province.packs import reference_key
from sync.province.schema import device, pack
from sync.province.schema import revocation as notices
from sync.slip_keys import LIST, DeskKey, decode_list


def list_keys(database: Database, clock: Clock = system_clock) -> bytes:
    """The next list as JSON: every enrolled desk, and what was published before and is enrolled no more.

    A key is revoked since the offline key said so, else since the list first says it.
    """
    now = to_ms(clock())
    with database.reading() as connection:
        before = {each.key: each for each in _published(connection)}
        rows = connection.execute(
            select(device, notices.c.sealed)
            .outerjoin(notices, notices.c.device == device.c.id)
            .order_by(device.c.unit, device.c.slot, device.c.enrolled_at)
        ).all()
        trusted = reference_key(connection)
    enrolled = {}
    for row in rows:
        key, known = row.public_key.hex(), before.get(row.public_key.hex())
        since = known.revoked_at if known and known.revoked_at is not None else now
        if row.sealed:
            since = revocation.read(trusted, row.sealed).at
        revoked_at = since if row.state == "revoked" else None
        enrolled[key] = DeskKey(key=key, unit=row.unit, office=row.office, slot=row.slot, revoked_at=revoked_at)
    return msgspec.json.encode(tuple((before | enrolled).values()))


def _published(connection: Connection) -> tuple[DeskKey, ...]:
    newest = select(pack.c.sealed).where(pack.c.name == LIST).order_by(pack.c.number.desc()).limit(1)
    sealed = connection.execute(newest).scalar()
    if sealed is None:
        return ()
    return decode_list(bytes(packs.open_pack(reference_key(connection), bytes(sealed)).content))
