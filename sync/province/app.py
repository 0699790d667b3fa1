"""The province's HTTP door: MC-Sync/1, the health check and the page for people."""

import base64
from collections.abc import Awaitable, Callable
from pathlib import Path

import msgspec
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from fastapi import FastAPI, Request, Response
from fastapi.concurrency import run_in_threadpool
from fastapi.responses import HTMLResponse, JSONResponse
from starlette.requests import ClientDisconnect

from dossiers.clock import Clock, system_clock, to_ms
from sync import protocol
from sync.protocol import BLOB_TYPE, CONTENT_TYPE, MAX_BODY_BYTES, TUS_VERSION
from sync.province import page
from sync.province.answers import Answers, UnknownDevice
from sync.province.blobs import BlobStore, Overlong, until
from sync.province.database import Database
from sync.province.devices import Refused, find_desk
from sync.sealing import BadSeal, Garbled, unseal

CLOCK_WINDOW_MS = 600_000
CHECKSUM_MISMATCH = 460
"""tus 1.0's status for a file whose checksum is wrong."""

LOOPBACK = {"127.0.0.1", "::1", "testclient"}


class TooLarge(Exception):
    """A body beyond what one request may carry."""


def create_app(
    database: Database, files: Path, key: Ed25519PrivateKey, clock: Clock = system_clock
) -> FastAPI:
    """The server as an ASGI application; it keeps no protocol state between requests, so several may run."""
    app = FastAPI(title="MC-Sync/1", docs_url=None, redoc_url=None, openapi_url=None)
    blobs = BlobStore(files, database, clock)
    answers = Answers(database, blobs, key, clock)
    _add_errors(app)
    _add_records(app, answers)
    _add_blobs(app, database, blobs, answers, clock)
    _add_people(app, database, clock)
    return app


def _add_errors(app: FastAPI) -> None:
    statuses: dict[type[Exception], int] = {BadSeal: 401, UnknownDevice: 401, Garbled: 400, TooLarge: 413}
    for fault, status in statuses.items():
        app.add_exception_handler(fault, _plain(status))

    @app.exception_handler(Refused)
    def refused(_request: Request, error: Exception) -> Response:
        refusal = protocol.Refusal(refused=str(error))
        return Response(msgspec.json.encode(refusal), 403, media_type="application/json")

    @app.exception_handler(ClientDisconnect)
    def gone(_request: Request, _error: Exception) -> Response:
        return Response(status_code=499)


def _plain(status: int) -> Callable[[Request, Exception], Response]:
    def answer(_request: Request, error: Exception) -> Response:
        return Response(str(error), status, media_type="text/plain; charset=utf-8")

    return answer


def _add_records(app: FastAPI, answers: Answers) -> None:
    async def answered(request: Request, answer: Callable[[bytes], bytes]) -> Response:
        body = await _body(request)
        return Response(await run_in_threadpool(answer, body), media_type=CONTENT_TYPE)

    @app.post("/v1/enrol")
    async def enrol(request: Request) -> Response:
        return await answered(request, answers.enrol)

    @app.post("/v1/sync")
    async def sync(request: Request) -> Response:
        return await answered(request, answers.sync)

    @app.post("/v1/blobs/offsets")
    async def offsets(request: Request) -> Response:
        return await answered(request, answers.offsets)


async def _body(request: Request) -> bytes:
    """The whole body, never more than one request may carry, whatever its headers claim."""
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > MAX_BODY_BYTES:
            raise TooLarge("Gói dữ liệu lớn quá mức cho phép của một lần gửi.")
    return bytes(body)


def _add_blobs(app: FastAPI, database: Database, blobs: BlobStore, answers: Answers, clock: Clock) -> None:
    path = "/v1/blobs/{sha}"
    tus = {"Tus-Resumable": TUS_VERSION}

    def look(request: Request, sha: str) -> tuple[bytes, int | None, int]:
        name = _authorised(request, database, clock, sha)
        size = blobs.declared_size(name)
        return name, size, blobs.offset(name, size, blobs.is_verified(name)) if size else 0

    @app.head(path)
    async def head(request: Request, sha: str) -> Response:
        _, size, held = await run_in_threadpool(look, request, sha)
        if size is None:
            return Response(status_code=404, headers=tus)
        return Response(
            headers=tus | {"Upload-Offset": str(held), "Upload-Length": str(size), "Cache-Control": "no-store"}
        )

    @app.patch(path)
    async def patch(request: Request, sha: str) -> Response:
        if request.headers.get("content-type") != BLOB_TYPE:
            return Response(status_code=415, headers=tus)
        name = await run_in_threadpool(_authorised, request, database, clock, sha)
        async with blobs.newest(name) as stop:
            _, size, held = await run_in_threadpool(look, request, sha)
            if size is None:
                return Response(status_code=404, headers=tus)
            if _offset(request) != held:
                return Response(status_code=409, headers=tus | {"Upload-Offset": str(held)})
            if held < size:
                held = await blobs.write(name, held, size, until(stop, aiter(request.stream())))
                if held == size and not await run_in_threadpool(blobs.settle, name):
                    return Response(status_code=CHECKSUM_MISMATCH, headers=tus | {"Upload-Offset": "0"})
        return Response(status_code=204, headers=tus | {"Upload-Offset": str(held)})

    @app.exception_handler(Overlong)
    def overlong(_request: Request, _error: Exception) -> Response:
        return Response(status_code=413, headers=tus)


def _offset(request: Request) -> int:
    text = request.headers.get("upload-offset", "")
    return int(text) if text.isdecimal() and len(text) < 19 else -1


def _authorised(request: Request, database: Database, clock: Clock, sha: str) -> bytes:
    """The blob a desk may read or write, from `Authorization: MC1 device.ms.signature`; raises BadSeal.

    No nonce is kept: what a replay could write is checked against the blob's own hash, so it can change nothing.
    """
    scheme, _, token = request.headers.get("authorization", "").partition(" ")
    try:
        device, sent_at, signature = token.split(".")
        identity, seal, sent_ms, name = _b64(device), _b64(signature), int(sent_at), bytes.fromhex(sha)
    except ValueError as error:
        raise BadSeal("Yêu cầu không mang chữ ký của máy gửi.") from error
    with database.reading() as connection:
        desk = find_desk(connection, identity)
    if scheme != "MC1" or desk is None or desk.revoked:
        raise UnknownDevice("Máy này không được gửi tệp cho máy chủ tỉnh.")
    text = protocol.request_text(request.method, request.url.path, sent_ms, _offset(request))
    unseal(desk.public_key, protocol.REQUEST, seal + text)
    # The desk's clock may be wrong for years; it must only agree with what it showed at its last batch.
    if abs(to_ms(clock()) - sent_ms - desk.clock_offset_ms) > CLOCK_WINDOW_MS:
        raise BadSeal("Yêu cầu đã quá thời hạn chữ ký.")
    return name


def _b64(text: str) -> bytes:
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))


def _add_people(app: FastAPI, database: Database, clock: Clock) -> None:
    @app.get("/health")
    def health() -> JSONResponse:
        with database.reading() as connection:
            return JSONResponse({"ok": True, "history": database.history(connection)})

    @app.get("/")
    def overview(request: Request) -> HTMLResponse:
        if request.client is None or request.client.host not in LOOPBACK:
            return HTMLResponse(page.CLOSED, 403)
        with database.reading() as connection:
            return HTMLResponse(page.render(page.read(connection, clock())))


Handler = Callable[[Request, Exception], Response | Awaitable[Response]]
