"""Enrolled desks: admitting one by a one-time code, knowing its key, hearing from it."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, bindparam, delete, insert, select, update

from dossiers.clock import to_ms
from dossiers.errors import NotFound
from dossiers.ids import CROCKFORD
from sync.protocol import EnrolRequest, Header
from sync.province.schema import device, enrolment_code, revocation

CODE_LETTERS = 10

DESK = select(device).where(device.c.id == bindparam("identity"))

OWN_SLOT = 0
"""The slot of the province itself, which no desk is ever given."""


@dataclass(frozen=True, slots=True)
class Desk:
    """An enrolled desk."""

    id: bytes
    unit: str
    slot: int
    public_key: bytes
    revoked: bool
    clock_offset_ms: int


class Refused(Exception):
    """An enrolment that may not be; `args[0]` is the Refusal's word."""


def find_desk(connection: Connection, identity: bytes) -> Desk | None:
    """The desk of this identity."""
    row = connection.execute(DESK, {"identity": identity}).one_or_none()
    if row is None:
        return None
    return Desk(row.id, row.unit, row.slot, row.public_key, row.state == "revoked", row.clock_offset_ms)


def get_desk(connection: Connection, identity: bytes) -> Desk:
    """The desk of this identity; raises NotFound."""
    desk = find_desk(connection, identity)
    if desk is None:
        raise NotFound("Không có máy nào ghi danh với mã này.")
    return desk


def normal_code(text: str) -> str:
    """A one-time code as stored, however it was typed or read out."""
    letters = text.upper().replace("I", "1").replace("L", "1").replace("O", "0")
    return "".join(letter for letter in letters if letter in CROCKFORD)


def admit(connection: Connection, request: EnrolRequest, now: datetime) -> Desk:
    """Use a code up and enrol the desk; the same desk asking again after a lost reply gets the same answer.

    Raises Refused. A code for an already known desk gives it a new key: that is how a desk is re-enrolled.
    """
    code = normal_code(request.code)
    row = connection.execute(select(enrolment_code).where(enrolment_code.c.code == code)).one_or_none()
    if row is None:
        raise Refused("unknown")
    known = find_desk(connection, request.device)
    if row.device is not None:
        if row.device == request.device and known and known.public_key == request.public_key:
            return known
        raise Refused("used")
    if row.expires_at < to_ms(now):
        raise Refused("expired")
    if row.unit != request.unit or (known and (known.unit, known.slot) != (row.unit, row.slot)):
        raise Refused("other_unit")
    connection.execute(update(enrolment_code).where(enrolment_code.c.code == code).values(device=request.device))
    return enter(connection, request, row.slot, now)


def enter(connection: Connection, request: EnrolRequest, slot: int, now: datetime) -> Desk:
    """Write a desk down as active with the key it asks with, new or once more."""
    facts = {
        "unit": request.unit, "slot": slot, "office": request.office, "public_key": request.public_key,
        "state": "active", "enrolled_at": to_ms(now), "heard_at": to_ms(now),
    }  # fmt: skip
    if find_desk(connection, request.device):
        connection.execute(update(device).where(device.c.id == request.device).values(facts))
        connection.execute(delete(revocation).where(revocation.c.device == request.device))
    else:
        connection.execute(insert(device).values(id=request.device, **facts))
    return Desk(request.device, request.unit, slot, request.public_key, False, 0)


def heard(connection: Connection, header: Header, now: datetime) -> None:
    """Note when and with which clock a desk spoke, and what it says still waits there."""
    connection.execute(
        update(device)
        .where(device.c.id == header.device)
        .values(heard_at=to_ms(now), clock_offset_ms=to_ms(now) - header.sent_at, app=header.app, unsent=header.unsent)
    )
