"""A desk's own lines, told again to that desk alone: its disk died, or an old copy of it was put back."""

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from fastapi import APIRouter, Request, Response
from fastapi.concurrency import run_in_threadpool
from sqlalchemy import select

from sync import protocol
from sync.protocol import CONTENT_TYPE, MAX_BODY_BYTES
from sync.province import devices
from sync.province.database import Database
from sync.province.schema import epoch, journal
from sync.reclaim import PAGE, PATH, PURPOSE, Child, Line, LinesReply, LinesRequest
from sync.sealing import SEAL_BYTES, BadSeal, pack, unpack


class LostLines:
    """Answers enrolled desks about their own epochs."""

    def __init__(self, database: Database, key: Ed25519PrivateKey) -> None:
        """Answers are signed with the province's key."""
        self._database = database
        self._key = key

    def router(self) -> APIRouter:
        """The one route."""
        router = APIRouter(include_in_schema=False)
        router.add_api_route(PATH, self.asked, methods=["POST"])
        return router

    async def asked(self, request: Request) -> Response:
        """A question as a desk sends it."""
        body = bytearray()
        async for chunk in request.stream():
            body += chunk
            if len(body) > MAX_BODY_BYTES:
                return Response(status_code=413)
        return Response(await run_in_threadpool(self.answer, bytes(body)), media_type=CONTENT_TYPE)

    def answer(self, body: bytes) -> bytes:
        """The next lines of the desk's epoch; raises BadSeal or Garbled, for a revoked desk too."""
        plain = unpack(body, protocol.MAX_PLAIN_BYTES)
        claimed = protocol.decode(plain[SEAL_BYTES:], LinesRequest)
        with self._database.reading() as connection:
            desk = devices.find_desk(connection, claimed.device)
            if desk is None or desk.revoked:
                raise BadSeal("Máy này chưa được ghi danh với máy chủ tỉnh, hoặc đã bị thu hồi.")
            asked = protocol.open_message(desk.public_key, PURPOSE, plain, LinesRequest)
            query = select(journal.c.line, journal.c.hash, journal.c.origin_epoch, journal.c.origin_seq).where(
                journal.c.device == desk.id, journal.c.epoch == asked.epoch, journal.c.seq > asked.after
            )
            rows = connection.execute(query.order_by(journal.c.seq).limit(PAGE + 1)).all()
            left = select(epoch.c.id, epoch.c.parent_seq, epoch.c.parent_hash).where(
                epoch.c.device == desk.id, epoch.c.parent == asked.epoch
            )
            children = connection.execute(left).all() if len(rows) <= PAGE else []
        reply = LinesReply(
            request=protocol.fingerprint(body), more=len(rows) > PAGE, hash=rows[:PAGE][-1].hash if rows else b"",
            lines=tuple(Line(row.line, row.origin_epoch, row.origin_seq) for row in rows[:PAGE]),
            children=tuple(Child(row.id, row.parent_seq, row.parent_hash) for row in children),
        )  # fmt: skip
        return pack(protocol.seal_message(self._key, PURPOSE, reply))
