"""The province's HTTP door: MC-Sync/1, the health check and the pages for administrators."""

from collections.abc import Callable
from pathlib import Path

import msgspec
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from fastapi import FastAPI, Request, Response
from fastapi.concurrency import run_in_threadpool
from starlette.requests import ClientDisconnect

from dossiers.clock import Clock, system_clock
from sync import protocol
from sync.dictionaries import shipped
from sync.protocol import CONTENT_TYPE, MAX_BODY_BYTES
from sync.province import packs, scan_door, updates
from sync.province.admin_pages import add_admin_pages
from sync.province.answers import Answers, UnknownDevice
from sync.province.blob_door import BlobDoor
from sync.province.blob_store import ShelfAway
from sync.province.blobs import Overlong, open_store
from sync.province.database import Database
from sync.province.devices import Refused
from sync.province.keys import intake_identities
from sync.province.lost_lines import LostLines
from sync.province.metrics import Metrics
from sync.province.probes import Probes
from sync.province.rescue import RescueDoor
from sync.province.watching import Watching
from sync.sealing import BadSeal, Garbled, UnknownDictionary, UnknownVersion


class TooLarge(Exception):
    """A body beyond what one request may carry."""


def create_app(
    database: Database, files: Path, key: Ed25519PrivateKey, clock: Clock = system_clock,
    intake_keys: tuple[str, ...] = (), scans: str = "", metrics_token: str = "",
) -> FastAPI:  # fmt: skip
    """The server as an ASGI application; no state of the protocol lives in it, so it may be restarted at any time.

    Verified scans lie under `files`, beside which are the keys, or in the S3 store at the URL `scans`.
    `metrics_token` opens the figures to other machines than this one.
    """
    app = FastAPI(title="MC-Sync/1", docs_url=None, redoc_url=None, openapi_url=None)
    blobs = open_store(files, database, clock, scans)
    _add_errors(app)
    _add_records(app, Answers(database, blobs, key, clock, intake_keys))
    app.include_router(BlobDoor(database, blobs, clock).router())
    app.include_router(scan_door.router(database, blobs, clock))
    app.include_router(packs.router(database))
    app.include_router(updates.router(files.parent / updates.FOLDER))
    metrics = Metrics(database, clock)
    app.include_router(Probes(database, files, metrics, metrics_token).router())
    app.include_router(RescueDoor(database, key, clock).router())
    app.include_router(LostLines(database, key).router())
    add_admin_pages(app, database, clock, lambda: intake_identities(files.parent))
    app.add_middleware(Watching, metrics=metrics)
    return app


def _add_errors(app: FastAPI) -> None:
    statuses: dict[type[Exception], int] = {
        BadSeal: 401, UnknownDevice: 401, Garbled: 400, TooLarge: 413, Overlong: 413, ClientDisconnect: 499,
        ShelfAway: 503,
    }  # fmt: skip
    for fault, status in statuses.items():
        app.add_exception_handler(fault, _plain(status))

    @app.exception_handler(UnknownVersion)
    def other_version(_request: Request, _error: Exception) -> Response:
        known = protocol.Versions(versions=tuple(sorted(protocol.VERSIONS)))
        return Response(msgspec.json.encode(known), 426, media_type="application/json")

    @app.exception_handler(UnknownDictionary)
    def without_dictionary(_request: Request, _error: Exception) -> Response:
        known = protocol.Dictionaries(dicts=shipped())
        return Response(msgspec.json.encode(known), 415, media_type="application/json")

    @app.exception_handler(Refused)
    def refused(_request: Request, error: Exception) -> Response:
        refusal = protocol.Refusal(refused=str(error))
        return Response(msgspec.json.encode(refusal), 403, media_type="application/json")


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
