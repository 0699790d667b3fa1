"""Revocations signed by the offline key, at the server: put on the shelf, and told to the desk they are about."""

from sqlalchemy import Connection, select, update

from dossiers.clock import Clock, system_clock, to_ms
from dossiers.errors import KnownError, NotFound
from sync import revocation as notices
from sync.province import audit, packs
from sync.province.audit import CONSOLE
from sync.province.database import Database
from sync.province.devices import find_desk
from sync.province.schema import device, revocation
from sync.sealing import BadSeal, Garbled


def install(database: Database, sealed: bytes, clock: Clock = system_clock, by: str = CONSOLE) -> bytes:
    """Revoke the desk a signed file names, and keep the file for it; returns the device.

    Raises KnownError for a file that the pinned reference key did not sign, NotFound for an unknown desk.
    """
    now = clock()
    with database.writing("") as connection:
        try:
            notice = notices.read(packs.reference_key(connection), sealed)
        except (BadSeal, Garbled) as error:
            raise KnownError("Tệp thu hồi không đúng chữ ký của khóa tham chiếu nên không dùng được.") from error
        desk = find_desk(connection, notice.device)
        if desk is None:
            raise NotFound("Không có máy nào ghi danh với mã này.")
        put = database.insert(revocation).values(device=desk.id, sealed=sealed, installed_at=to_ms(now))
        connection.execute(put.on_conflict_do_update(index_elements=["device"], set_={"sealed": sealed}))
        connection.execute(update(device).where(device.c.id == desk.id).values(state="revoked"))
        subject = f"{desk.unit} · Quầy {desk.slot} · máy {desk.id.hex()[:8]}"
        before = "revoked" if desk.revoked else "active"
        audit.record(connection, now, by, "device_revoked", subject, before=before, after="signed")
    return notice.device


def notice_for(connection: Connection, identity: bytes) -> bytes:
    """The signed notice a revoked desk is told; empty where only the server has spoken."""
    query = select(revocation.c.sealed).where(revocation.c.device == identity)
    return connection.execute(query).scalar_one_or_none() or b""
