"""Scans over HTTP: tus 1.0, core and creation, on an address made of the file's own hash (SYNC 3.9)."""

import base64

from fastapi import APIRouter, Depends, HTTPException, Request, Response
from fastapi.concurrency import run_in_threadpool

from dossiers.clock import Clock, to_ms
from sync import protocol
from sync.protocol import BLOB_TYPE, MAX_BLOB_BYTES, TUS_VERSION
from sync.province.answers import UnknownDevice
from sync.province.blobs import BlobStore, until
from sync.province.database import Database
from sync.province.devices import Desk, find_desk
from sync.sealing import BadSeal, Garbled, unseal

CLOCK_WINDOW_MS = 600_000
CHECKSUM_MISMATCH = 460
"""tus 1.0's status for a file whose checksum is wrong."""

GONE = 410
"""The file came wrong too often; a tus client gives it up."""

TUS = {"Tus-Resumable": TUS_VERSION}
SPOKEN = TUS | {"Tus-Version": TUS_VERSION, "Tus-Extension": "creation", "Tus-Max-Size": str(MAX_BLOB_BYTES)}


class BlobDoor:
    """Checks who asks, then reads or writes one file."""

    def __init__(self, database: Database, blobs: BlobStore, clock: Clock) -> None:
        """Serve `blobs` to the desks of `database`."""
        self._database = database
        self._blobs = blobs
        self._clock = clock

    def router(self) -> APIRouter:
        """A file's own address, and the one where foreign tus clients begin."""
        router = APIRouter(dependencies=[Depends(_same_tus)])
        router.add_api_route("/v1/blobs", _options, methods=["OPTIONS"])
        router.add_api_route("/v1/blobs", self.create, methods=["POST"])
        router.add_api_route("/v1/blobs/{sha}", self.head, methods=["HEAD"])
        router.add_api_route("/v1/blobs/{sha}", self.patch, methods=["PATCH"])
        return router

    def create(self, request: Request) -> Response:
        """Where a file goes that an op has named: nothing comes to be, for the op did that already."""
        authorised(self._database, self._clock, request)
        name = _named(request.headers.get("upload-metadata", ""))
        found = self._look(name)
        if isinstance(found, Response):
            return found
        if request.headers.get("upload-length") != str(found[0]):
            raise Garbled("Tệp không dài như dòng nhật ký đã khai.")
        return Response(status_code=201, headers=TUS | {"Location": f"/v1/blobs/{name.hex()}"})

    async def head(self, request: Request, sha: str) -> Response:
        """How much of the file is durably here."""
        name = await run_in_threadpool(self._authorised, request, sha)
        found = await run_in_threadpool(self._look, name)
        if isinstance(found, Response):
            return found
        size, held = found
        told = {"Upload-Offset": str(held), "Upload-Length": str(size), "Cache-Control": "no-store"}
        return Response(headers=TUS | told)

    async def patch(self, request: Request, sha: str) -> Response:
        """Take bytes from where the file stands; when it is whole, verify it."""
        if request.headers.get("content-type") != BLOB_TYPE:
            return Response(status_code=415, headers=TUS)
        name = await run_in_threadpool(self._authorised, request, sha)
        async with self._blobs.newest(name) as stop:
            found = await run_in_threadpool(self._look, name)
            if isinstance(found, Response):
                return found
            size, held = found
            if _offset(request) != held:
                return _at(409, held)
            if held < size:
                held = await self._blobs.write(name, held, size, until(stop, aiter(request.stream())))
                if held == size and not await run_in_threadpool(self._blobs.settle, name):
                    return _at(CHECKSUM_MISMATCH, 0)
        return _at(204, held)

    def _look(self, name: bytes) -> tuple[int, int] | Response:
        """The declared size and the bytes held, or why there is nothing to send."""
        size = self._blobs.declared_size(name)
        if size is None:
            return Response(status_code=404, headers=TUS)
        held = self._blobs.offset(name, size, self._blobs.is_verified(name))
        return Response(status_code=GONE, headers=TUS) if self._blobs.refused((name,)) else (size, held)

    def _authorised(self, request: Request, sha: str) -> bytes:
        """The file's name, if a desk signed the request; raises BadSeal or UnknownDevice.

        No nonce is kept: what a replay could write is checked against the file's own hash, so it changes nothing.
        """
        authorised(self._database, self._clock, request)
        return name_of(sha)


def authorised(database: Database, clock: Clock, request: Request) -> Desk:
    """The desk behind `Authorization: MC1 device.ms.signature`; raises BadSeal or UnknownDevice."""
    scheme, _, token = request.headers.get("authorization", "").partition(" ")
    try:
        device, sent_at, signature = token.split(".")
        identity, seal, sent_ms = _b64(device), _b64(signature), int(sent_at)
    except ValueError as error:
        raise BadSeal("Yêu cầu không mang chữ ký của máy gửi.") from error
    with database.reading() as connection:
        desk = find_desk(connection, identity)
    if scheme != "MC1" or desk is None or desk.revoked:
        raise UnknownDevice("Máy này không được gửi tệp cho máy chủ tỉnh.")
    text = protocol.request_text(request.method, request.url.path, sent_ms, _offset(request))
    unseal(desk.public_key, protocol.REQUEST, seal + text)
    # A desk's clock may be wrong for years; it need only agree with what it showed at its last batch.
    if abs(to_ms(clock()) - sent_ms - desk.clock_offset_ms) > CLOCK_WINDOW_MS:
        raise BadSeal("Yêu cầu đã quá thời hạn chữ ký.")
    return desk


def name_of(sha: str) -> bytes:
    """A file's name from its address; raises BadSeal for what is none."""
    try:
        return bytes.fromhex(sha)
    except ValueError as error:
        raise BadSeal("Yêu cầu không mang chữ ký của máy gửi.") from error


def _named(metadata: str) -> bytes:
    """The SHA-256, in hex, under `sha256` in Upload-Metadata; raises Garbled."""
    pairs = dict(pair.strip().partition(" ")[::2] for pair in metadata.split(","))
    try:
        return bytes.fromhex(base64.b64decode(pairs.get("sha256", ""), validate=True).decode("ascii"))
    except ValueError as error:
        raise Garbled("Yêu cầu không nói tệp nào: thiếu sha256 trong Upload-Metadata.") from error


def _same_tus(request: Request) -> None:
    """Refuse another version of tus, as its own text says."""
    if request.headers.get("tus-resumable", TUS_VERSION) != TUS_VERSION:
        raise HTTPException(412, headers=SPOKEN)


def _options() -> Response:
    """What of tus is spoken here."""
    return Response(status_code=204, headers=SPOKEN)


def _at(status: int, held: int) -> Response:
    return Response(status_code=status, headers=TUS | {"Upload-Offset": str(held)})


def _offset(request: Request) -> int:
    """The offset a request names: 0 for a HEAD, which names none, and -1 for one that is no number."""
    text = request.headers.get("upload-offset", "0")
    return int(text) if text.isdecimal() and len(text) < 19 else -1


def _b64(text: str) -> bytes:
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))
