"""A verified scan on its way back to a desk of the office that sent it and let go of it since (SYNC 3.5)."""

from collections.abc import Iterator
from itertools import chain

from fastapi import APIRouter, Request, Response
from fastapi.responses import StreamingResponse

from dossiers.clock import Clock
from sync.protocol import BLOB_TYPE
from sync.province.blob_door import authorised, name_of
from sync.province.blobs import BlobStore
from sync.province.database import Database
from sync.province.packs import OPEN_RANGE


def router(database: Database, blobs: BlobStore, clock: Clock) -> APIRouter:
    """`GET /v1/blobs/{sha}`: signed like an upload; the rest from an offset where `Range` asks for it."""
    routes = APIRouter()

    @routes.get("/v1/blobs/{sha}")
    def get_scan(sha: str, request: Request) -> Response:
        desk, name = authorised(database, clock, request), name_of(sha)
        size = blobs.size_for(name, desk.unit)
        if size is None:
            return Response("Không có tệp này.", 404, media_type="text/plain; charset=utf-8")
        asked = OPEN_RANGE.fullmatch(request.headers.get("Range", ""))
        start = int(asked[1]) if asked else 0
        headers = {"ETag": f'"{sha}"', "Accept-Ranges": "bytes", "Cache-Control": "no-store"}
        if start >= size:
            return Response(b"", 416, headers | {"Content-Range": f"bytes */{size}"}, BLOB_TYPE)
        headers["Content-Length"] = str(size - start)
        if start:
            headers["Content-Range"] = f"bytes {start}-{size - 1}/{size}"
        body = _begun(blobs.read(name, start))
        return StreamingResponse(body, 206 if start else 200, headers, BLOB_TYPE)

    return routes


def _begun(pieces: Iterator[bytes]) -> Iterator[bytes]:
    """The same pieces, the first one read: a shelf that is away is known before the answer begins."""
    return chain((next(pieces, b""),), pieces)
