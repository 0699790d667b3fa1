"""What the province's administrator does: admit, revoke, add a result, start a new history; each act is audited."""

import secrets
from datetime import timedelta
from uuid import UUID

from sqlalchemy import insert, select, update

from dossiers.clock import Clock, say_time, system_clock, to_ms
from dossiers.errors import InvalidInput, NotFound
from dossiers.ids import CROCKFORD
from dossiers.result_ready import ResultReady
from sync.province import audit, own_journal
from sync.province.audit import CONSOLE
from sync.province.database import Database
from sync.province.devices import CODE_LETTERS
from sync.province.schema import about, device, dossier, enrolment_code

CODE_LIFE = timedelta(hours=24)
MAX_SLOT = 99


def new_code(database: Database, unit: str, slot: int, clock: Clock = system_clock, by: str = CONSOLE) -> str:
    """A one-time code that lets one desk of a unit enrol within 24 hours, as `XXXXX-XXXXX`; raises InvalidInput.

    The audit names the office and the desk, never the code.
    """
    unit = unit.strip()
    if not unit or not 1 <= slot <= MAX_SLOT:
        raise InvalidInput("Cần mã đơn vị, và số quầy từ 1 đến {most}.", field="unit", most=MAX_SLOT)
    code = "".join(secrets.choice(CROCKFORD) for _ in range(CODE_LETTERS))
    now = clock()
    expires_at = now + CODE_LIFE
    row = {"code": code, "unit": unit, "slot": slot, "expires_at": to_ms(expires_at)}
    with database.writing(unit) as connection:
        connection.execute(insert(enrolment_code).values(row))
        audit.record(connection, now, by, "code_issued", desk_name(unit, slot), after=f"đến {say_time(expires_at)}")
    return f"{code[:5]}-{code[5:]}"


def desk_name(unit: str, slot: int) -> str:
    """A desk as the page and the audit call it."""
    return f"{unit} · Quầy {slot}"


def revoke(database: Database, identity: bytes, clock: Clock = system_clock, by: str = CONSOLE) -> None:
    """From now on a desk gets no data, and what it still sends waits for review; raises NotFound."""
    with database.writing("") as connection:
        row = connection.execute(select(device).where(device.c.id == identity)).one_or_none()
        if row is None:
            raise NotFound("Không có máy nào ghi danh với mã này.")
        connection.execute(update(device).where(device.c.id == identity).values(state="revoked"))
        name = f"{desk_name(row.unit, row.slot)} · máy {identity.hex()[:8]}"
        audit.record(connection, clock(), by, "device_revoked", name, before=row.state, after="revoked")


def renew_history(database: Database, clock: Clock = system_clock, by: str = CONSOLE) -> str:
    """To be called after a restore from backup: every desk then compares and sends again what is missing."""
    history = secrets.token_hex(8)
    with database.writing("") as connection:
        before = database.history(connection)
        connection.execute(update(about).where(about.c.key == "history").values(value=history))
        audit.record(connection, clock(), by, "history_renewed", "máy chủ tỉnh", before=before, after=history)
    return history


def add_result(
    database: Database, unit: str, code: str, actor: str, description: str = "", clock: Clock = system_clock
) -> None:
    """Record that the result of a dossier is ready, as the province's own op; raises NotFound or KnownError.

    It travels to the unit's desks with their next pull.
    """
    now = clock()
    with database.writing(unit) as connection:
        query = select(dossier.c.id).where(dossier.c.unit == unit, dossier.c.code == code)
        identity = connection.execute(query).scalar_one_or_none()
        if identity is None:
            raise NotFound("Đơn vị {unit} không có hồ sơ {code}.", unit=unit, code=code)
        body = ResultReady(description=description)
        own_journal.append(database, connection, unit, "result_ready", UUID(bytes=identity), body, actor, now)
        audit.record(connection, now, actor, "result_added", code, after="result_ready")

