"""The province's shelf of update contents: files by their hash, handed out from any byte on to whoever asks."""

from pathlib import Path

from fastapi import APIRouter, Response
from fastapi.responses import FileResponse

from dossiers.store.durable import write_whole
from sync.protocol import PACK_TYPE
from sync.updates.bundle import MAX_FILE_BYTES, PART, Bundle

FOLDER = "updates"


def router(shelf: Path) -> APIRouter:
    """`GET /v1/update/{part}`: open to all, for a program is no secret and its list is sealed by its publisher."""
    routes = APIRouter()

    @routes.get("/v1/update/{kind}/{name}")
    def get_part(kind: str, name: str) -> Response:
        part = f"{kind}/{name}"
        if not PART.fullmatch(part) or not (shelf / part).is_file():
            return Response("Không có tệp này.", 404, media_type="text/plain; charset=utf-8")
        return FileResponse(shelf / part, media_type=PACK_TYPE)

    return routes


def shelve(bundle: Bundle, shelf: Path) -> int:
    """Put the parts of a bundle on the shelf; returns how many there were. What is there already stays."""
    parts = bundle.parts()
    for name in parts:
        data = bundle.read(name, MAX_FILE_BYTES)
        if data is not None and not (shelf / name).exists():
            (shelf / name).parent.mkdir(parents=True, exist_ok=True)
            write_whole(shelf / name, [data])
    return len(parts)
