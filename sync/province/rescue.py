"""Rescue codes at the province: kept sealed, and read out one at a time to whoever telephones for a desk."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from fastapi import APIRouter, Request, Response
from sqlalchemy import Connection, Row, insert, select

from dossiers.clock import Clock, from_ms, say_time, to_ms
from dossiers.errors import Impossible, InvalidInput, KnownError
from sync import protocol
from sync.protocol import CONTENT_TYPE, MAX_BODY_BYTES
from sync.province import audit, devices
from sync.province.admin import desk_name
from sync.province.database import Database
from sync.province.schema import device, rescue_set, rescue_shown
from sync.rescue import DESK_LETTERS, LABEL_LETTERS, PATH, PURPOSE, Codes, RescueCodes, RescueKept
from sync.sealing import SEAL_BYTES, BadSeal, Garbled, pack, unpack

Identities = Callable[[], tuple[str, ...]]
"""The age identities that open what is sealed to the intake; raises KnownError where they are kept elsewhere."""

SPOKEN = re.compile(rf"([0-9a-f]{{{DESK_LETTERS}}})([0-9A-Z]{{{LABEL_LETTERS}}})(\d{{1,2}})")


@dataclass(frozen=True, slots=True)
class Shown:
    """One code to read out, and for which desk."""

    code: str
    desk: str
    office: str


class RescueDoor:
    """Takes sets of codes from enrolled desks."""

    def __init__(self, database: Database, key: Ed25519PrivateKey, clock: Clock) -> None:
        """Answers are signed with the province's key."""
        self._database = database
        self._key = key
        self._clock = clock

    def router(self) -> APIRouter:
        """The one route."""
        router = APIRouter(include_in_schema=False)
        router.add_api_route(PATH, self.taken, methods=["POST"])
        return router

    async def taken(self, request: Request) -> Response:
        """A set as a desk sends it."""
        from fastapi.concurrency import run_in_threadpool

        body = bytearray()
        async for chunk in request.stream():
            body += chunk
            if len(body) > MAX_BODY_BYTES:
                return Response(status_code=413)
        return Response(await run_in_threadpool(self.take, bytes(body)), media_type=CONTENT_TYPE)

    def take(self, body: bytes) -> bytes:
        """Keep a set, once however often it is sent; raises BadSeal or Garbled."""
        plain = unpack(body, protocol.MAX_PLAIN_BYTES)
        claimed = protocol.decode(plain[SEAL_BYTES:], RescueCodes)
        with self._database.reading() as connection:
            desk = devices.find_desk(connection, claimed.device)
        if desk is None or desk.revoked:
            raise BadSeal("Máy này chưa được ghi danh với máy chủ tỉnh, hoặc đã bị thu hồi.")
        message = protocol.open_message(desk.public_key, PURPOSE, plain, RescueCodes)
        row = {
            "device": desk.id, "label": message.label, "sealed": message.sealed, "taken_at": to_ms(self._clock()),
        }  # fmt: skip
        with self._database.writing(desk.unit) as connection:
            connection.execute(self._database.insert(rescue_set).values(row).on_conflict_do_nothing())
        kept = RescueKept(request=protocol.fingerprint(body), label=message.label)
        return pack(protocol.seal_message(self._key, PURPOSE, kept))


def show(database: Database, identities: Identities, spoken: str, clock: Clock, by: str) -> Shown:
    """Read one code, this once, with a line in the audit; raises InvalidInput, Impossible or KnownError."""
    found = SPOKEN.fullmatch(_normal(spoken))
    if found is None:
        raise InvalidInput("Số đọc qua điện thoại có dạng 0a1b2c3d-7F3K-1. Hỏi lại người gọi.", field="spoken")
    machine, label, number = found[1], found[2], int(found[3])
    opened = identities()
    with database.writing("") as connection:
        row = _find(connection, machine, label)
        if row.state == "revoked":
            raise Impossible("Máy này đã bị thu hồi nên không đọc mã cứu cho nó.")
        codes = _open(row.sealed, opened, label)
        if not 1 <= number <= len(codes):
            raise InvalidInput(
                "Bộ này chỉ có mã số 1 đến {count}. Hỏi lại người gọi.", field="spoken", count=len(codes)
            )
        _use(connection, row.device, label, number, to_ms(clock()))
        name = f"{desk_name(row.unit, row.slot)} · máy {machine}"
        audit.record(connection, clock(), by, "rescue_shown", name, after=f"{label}-{number}")
    return Shown(codes[number - 1], name, row.office)


def _normal(spoken: str) -> str:
    """The desk's letters small and the set's large, however they were typed."""
    letters = "".join(each for each in spoken if each.isalnum())
    return letters[:DESK_LETTERS].lower() + letters[DESK_LETTERS:].upper()


def _find(connection: Connection, machine: str, label: str) -> Row[tuple[object, ...]]:
    """The set that was read out; raises InvalidInput for none, and where two desks begin alike."""
    query = select(rescue_set, device.c.unit, device.c.slot, device.c.office, device.c.state).join(
        device, device.c.id == rescue_set.c.device
    )
    rows = [row for row in connection.execute(query.where(rescue_set.c.label == label)) if _is(row.device, machine)]
    if len(rows) != 1:
        raise InvalidInput("Không có bộ mã cứu này. Hỏi lại từng chữ của số trên màn hình của quầy.", field="spoken")
    return rows[0]


def _is(identity: bytes, machine: str) -> bool:
    return identity.hex().startswith(machine)


def _open(sealed: bytes, identities: tuple[str, ...], label: str) -> tuple[str, ...]:
    import pyrage

    keys = [pyrage.x25519.Identity.from_str(identity) for identity in identities]
    unreadable = KnownError("Bộ mã cứu này không mở được bằng khóa ở đây. Bảo người gọi dùng cách khác.")
    try:
        codes = protocol.decode(pyrage.decrypt(sealed, keys), Codes)
    except (pyrage.DecryptError, Garbled) as error:
        raise unreadable from error
    if codes.label != label:
        raise unreadable
    return codes.codes


def _use(connection: Connection, identity: bytes, label: str, number: int, now_ms: int) -> None:
    this = rescue_shown.c.device == identity, rescue_shown.c.label == label, rescue_shown.c.number == number
    before = connection.execute(select(rescue_shown.c.shown_at).where(*this)).scalar_one_or_none()
    if before is not None:
        raise Impossible(
            "Mã này đã được đọc lúc {time}. Nếu chưa dùng được, đọc mã số {next} của cùng bộ.",
            time=say_time(from_ms(before)), next=number + 1,
        )  # fmt: skip
    row = {"device": identity, "label": label, "number": number, "shown_at": now_ms}
    connection.execute(insert(rescue_shown).values(row))
