"""The province's shelf of reference packs: published once, handed out whole or as what changed, from any byte on."""

import re
from hashlib import sha256
from typing import Annotated

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from fastapi import APIRouter, Path, Request, Response
from sqlalchemy import Connection, func, insert, select

from dossiers.clock import Clock, system_clock, to_ms
from dossiers.errors import Impossible, InvalidInput, NotFound
from sync.packs import open_pack, squeeze
from sync.protocol import PACK_TYPE, Ref
from sync.province.database import Database
from sync.province.schema import about, pack

REFERENCE_KEY = "reference_key"
Edition = Annotated[int, Path(ge=0, lt=1 << 31)]
OPEN_RANGE = re.compile(r"bytes=(\d{1,9})-\Z")


def set_reference_key(database: Database, public_key: bytes) -> None:
    """Say once and for all whose packs desks will believe; raises InvalidInput, or Impossible for another key."""
    try:
        Ed25519PublicKey.from_public_bytes(public_key)
    except ValueError as error:
        raise InvalidInput("Khóa tham chiếu phải là khóa công khai Ed25519, 64 chữ số hex.", field="key") from error
    with database.writing("") as connection:
        known = reference_key(connection)
        if known and known != public_key:
            raise Impossible("Các máy đã ghim một khóa tham chiếu khác. Không đổi khóa ở đây được.")
        if not known:
            connection.execute(insert(about).values(key=REFERENCE_KEY, value=public_key.hex()))


def reference_key(connection: Connection) -> bytes:
    """The public half of the offline reference key; empty before it is set."""
    query = select(about.c.value).where(about.c.key == REFERENCE_KEY)
    return bytes.fromhex(connection.execute(query).scalar() or "")


def publish(database: Database, sealed: bytes, clock: Clock = system_clock) -> Ref:
    """Put a signed pack on the shelf; the same twice is once.

    Raises BadPack for a wrong seal, Impossible for a number that is not newer.
    """
    with database.writing("") as connection:
        edition = open_pack(reference_key(connection), sealed)
        newest = next((ref.number for ref in offered(connection) if ref.name == edition.name), 0)
        if edition.number == newest and _sealed(connection, edition.name, newest) == sealed:
            return Ref(edition.name, edition.number)
        if edition.number <= newest:
            raise Impossible("Đã công bố bản số {number} của “{name}”. Bản mới cần số lớn hơn.",
                             number=newest, name=edition.name)  # fmt: skip
        row = {"name": edition.name, "number": edition.number, "sealed": sealed, "published_at": to_ms(clock())}
        connection.execute(insert(pack).values(row))
    return Ref(edition.name, edition.number)


def offered(connection: Connection) -> tuple[Ref, ...]:
    """The newest edition of each pack."""
    query = select(pack.c.name, func.max(pack.c.number)).group_by(pack.c.name).order_by(pack.c.name)
    return tuple(Ref(name, number) for name, number in connection.execute(query))


def body(connection: Connection, name: str, before: int, number: int) -> bytes:
    """An edition for the line, as what changed since `before` where that is given; raises NotFound."""
    return squeeze(_sealed(connection, name, number), _sealed(connection, name, before) if before else b"")


def router(database: Database) -> APIRouter:
    """`GET /v1/ref/{name}/{from}-{to}.zst`: open to all, for law is no secret and a pack proves itself."""
    routes = APIRouter()

    @routes.get("/v1/ref/{name}/{before}-{number}.zst")
    def get_pack(name: str, before: Edition, number: Edition, request: Request) -> Response:
        try:
            with database.reading() as connection:
                whole = body(connection, name, before, number)
        except NotFound as error:
            return Response(str(error), 404, media_type="text/plain; charset=utf-8")
        return _part(request, whole)

    return routes


def _part(request: Request, whole: bytes) -> Response:
    """All of it, or the rest from an offset where it is still the same (RFC 9110 13.1.5, 14.2)."""
    etag = f'"{sha256(whole).hexdigest()[:32]}"'
    headers = {"ETag": etag, "Accept-Ranges": "bytes"}
    if request.headers.get("If-None-Match") == etag:
        return Response(status_code=304, headers=headers)
    asked = OPEN_RANGE.fullmatch(request.headers.get("Range", ""))
    if asked is None or request.headers.get("If-Range", etag) != etag:
        return Response(whole, 200, headers, PACK_TYPE)
    start = int(asked[1])
    if start >= len(whole):
        return Response(b"", 416, headers | {"Content-Range": f"bytes */{len(whole)}"}, PACK_TYPE)
    headers |= {"Content-Range": f"bytes {start}-{len(whole) - 1}/{len(whole)}"}
    return Response(whole[start:], 206, headers, PACK_TYPE)


def _sealed(connection: Connection, name: str, number: int) -> bytes:
    query = select(pack.c.sealed).where(pack.c.name == name, pack.c.number == number)
    sealed = connection.execute(query).scalar()
    if sealed is None:
        raise NotFound("Không có bản này.")
    return bytes(sealed)
