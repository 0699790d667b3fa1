"""Write `docs/openapi.json`: the province's HTTP door, its messages taken from the types both ends share.

Run: python -m installer.make_openapi. `tests/sync/test_openapi.py` says when it is no longer what the types say.
"""

import json
from pathlib import Path
from typing import Any

import msgspec

from sync import packs, protocol, reclaim, rescue

FILE = Path(__file__).parent.parent / "docs" / "openapi.json"
MESSAGES = (
    protocol.Preamble, protocol.Reply, protocol.Receipt, protocol.BlobReceipt, protocol.EnrolRequest,
    protocol.EnrolReply, protocol.OffsetsRequest, protocol.OffsetsReply, protocol.Refusal, protocol.Dictionaries,
    protocol.Versions, packs.Pack, rescue.RescueCodes, rescue.RescueKept, reclaim.LinesRequest,
    reclaim.LinesReply,
)  # fmt: skip
SHA = {"name": "sha", "in": "path", "required": True, "schema": {"type": "string", "pattern": "^[0-9a-f]{64}$"}}

Part = dict[str, Any]


def main() -> None:
    """Write the file."""
    FILE.write_text(text(), encoding="utf-8")
    print(f"{FILE.name}: {FILE.stat().st_size} byte")


def text() -> str:
    """The document as it is committed."""
    return json.dumps(document(), ensure_ascii=False, indent=1) + "\n"


def document() -> Part:
    """OpenAPI 3.1; what a sealed body carries is named by `x-carries`."""
    _, schemas = msgspec.json.schema_components(MESSAGES, ref_template="#/components/schemas/{name}")
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "MC-Sync/1", "version": str(protocol.VERSION),
            "description": "The wire between a desk and its province; the bytes and the rules are in protocol.md.",
        },
        "paths": {
            "/v1/sync": {"post": sealed("sync", "Preamble", "Reply", also=(401, 415, 426))},
            "/v1/enrol": {"post": sealed("enrol", "EnrolRequest", "EnrolReply", also=(401, 403))},
            "/v1/lines": {"post": sealed("lines", "LinesRequest", "LinesReply", also=(401,))},
            "/v1/rescue": {"post": sealed("rescue", "RescueCodes", "RescueKept", also=(401,))},
            "/v1/blobs/offsets": {"post": sealed("offsets", "OffsetsRequest", "OffsetsReply", also=(401,))},
            "/v1/blobs": {"options": spoken(), "post": create()},
            "/v1/blobs/{sha}": {"patch": patch(), "head": head(), "get": scan()},
            "/v1/ref/{name}/{before}-{number}.zst": {"get": pack()},
            "/v1/update/{kind}/{name}": {"get": update_part()},
            "/health": {"get": health()},
        },
        "components": {"schemas": json.loads(portable(json.dumps(schemas)))},
    }  # fmt: skip


def portable(pattern: str) -> str:
    """Python's ends of text, as every other reader of regular expressions writes them."""
    return pattern.replace(r"\\A", "^").replace(r"\\Z", "$")


def ref(name: str) -> Part:
    """A message by its name."""
    return {"$ref": f"#/components/schemas/{name}"}


def binary(carries: str) -> Part:
    """A sealed, packed body."""
    return {protocol.CONTENT_TYPE: {"schema": {"type": "string", "format": "binary"}, "x-carries": ref(carries)}}


def refusal(status: int) -> Part:
    """What a status says, and in what form."""
    spoken = {403: "Refusal", 415: "Dictionaries", 426: "Versions"}
    meaning = {
        400: "malformed", 401: "bad signature or unknown device", 403: "enrolment refused", 404: "not known here",
        413: "too large", 415: "packed with an unknown dictionary", 426: "a protocol unknown here",
    }  # fmt: skip
    if status in spoken:
        return {"description": meaning[status], "content": {"application/json": {"schema": ref(spoken[status])}}}
    return {"description": meaning[status], "content": {"text/plain": {"schema": {"type": "string"}}}}


def sealed(name: str, asks: str, answers: str, also: tuple[int, ...]) -> Part:
    """One question and its signed answer."""
    responses: Part = {"200": {"description": "signed by the province", "content": binary(answers)}}
    responses |= {str(status): refusal(status) for status in sorted((400, 413, *also))}
    return {"operationId": name, "requestBody": {"required": True, "content": binary(asks)}, "responses": responses}


def header(name: str, schema: Part) -> Part:
    """A header a request must have."""
    return {"name": name, "in": "header", "required": True, "schema": schema}


def tus_headers() -> list[Part]:
    """What every request about a file's bytes says (tus 1.0)."""
    signed = {"type": "string", "pattern": r"^MC1 [\w-]+\.[0-9]+\.[\w-]+$"}
    return [header("Authorization", signed), header("Tus-Resumable", {"const": protocol.TUS_VERSION})]


def spoken() -> Part:
    """Which tus is spoken here."""
    return {"operationId": "spoken", "responses": {"204": {"description": "Tus-Version, Tus-Extension, Tus-Max-Size"}}}


def create() -> Part:
    """Where a scan goes, for a foreign tus client."""
    length = header("Upload-Length", {"type": "integer", "minimum": 0})
    metadata = header("Upload-Metadata", {"type": "string", "pattern": "^sha256 [A-Za-z0-9+/]+=*$"})
    meaning = {
        "201": "Location is the scan's own address", "400": "malformed, or of another length than its op said",
        "401": "not signed by a desk that may", "404": "no op names it", "410": "came wrong too often",
        "412": "another tus",
    }  # fmt: skip
    responses = {status: {"description": words} for status, words in meaning.items()}
    return {"operationId": "create", "parameters": [*tus_headers(), length, metadata], "responses": responses}


def patch() -> Part:
    """Bytes of a scan from an offset."""
    offset = header("Upload-Offset", {"type": "integer", "minimum": 0})
    bodies = {protocol.BLOB_TYPE: {"schema": {"type": "string", "format": "binary"}}}
    meaning = {
        "204": "durable up to Upload-Offset", "400": "malformed", "401": "not signed by a desk that may",
        "404": "no op names it", "409": "begins elsewhere", "410": "came wrong too often", "412": "another tus",
        "413": "more than declared", "415": "another content type", "460": "whole but wrong",
    }  # fmt: skip
    return {
        "operationId": "upload", "parameters": [SHA, *tus_headers(), offset],
        "requestBody": {"required": True, "content": bodies},
        "responses": {status: {"description": words} for status, words in meaning.items()},
    }  # fmt: skip


def head() -> Part:
    """How much of a scan is here."""
    meaning = {
        "200": "Upload-Offset and Upload-Length", "204": "the same", "400": "malformed",
        "401": "not signed by a desk that may", "404": "no op names it", "410": "came wrong too often",
        "412": "another tus",
    }  # fmt: skip
    responses = {status: {"description": words} for status, words in meaning.items()}
    return {"operationId": "offset", "parameters": [SHA, *tus_headers()], "responses": responses}


def scan() -> Part:
    """A verified scan back, to a desk of the office that sent it."""
    content = {"content": {protocol.BLOB_TYPE: {"schema": {"type": "string", "format": "binary"}}}}
    responses: Part = {
        "200": {"description": "all of it", **content}, "206": {"description": "the rest from an offset", **content},
        "400": refusal(400), "401": refusal(401), "404": refusal(404), "416": {"description": "beyond its end"},
    }  # fmt: skip
    return {"operationId": "download", "parameters": [SHA, tus_headers()[0]], "responses": responses}


def pack() -> Part:
    """A reference pack, whole or as what changed."""
    name = {"name": "name", "in": "path", "required": True, "schema": {"type": "string", "pattern": "^[a-z_]{1,40}$"}}
    edition = {"type": "integer", "minimum": 0, "exclusiveMaximum": 1 << 31}
    numbers = [{"name": each, "in": "path", "required": True, "schema": edition} for each in ("before", "number")]
    body = {"schema": {"type": "string", "format": "binary"}, "x-carries": ref("Pack")}
    content = {"content": {protocol.PACK_TYPE: body}}
    responses: Part = {
        "200": {"description": "all of it", **content}, "206": {"description": "the rest from an offset", **content},
        "304": {"description": "still the same"}, "404": refusal(404), "416": {"description": "beyond its end"},
        "422": {"description": "not a number"},
    }  # fmt: skip
    return {"operationId": "pack", "parameters": [name, *numbers], "responses": responses}


def update_part() -> Part:
    """A file of a newer program, whole or as what changed; proven by the list its publisher sealed."""
    kind = {"name": "kind", "in": "path", "required": True, "schema": {"enum": ["files", "patches"]}}
    pattern = "^([0-9a-f]{64}-)?[0-9a-f]{64}[.]zst$"
    name = {"name": "name", "in": "path", "required": True, "schema": {"type": "string", "pattern": pattern}}
    content = {"content": {protocol.PACK_TYPE: {"schema": {"type": "string", "format": "binary"}}}}
    responses: Part = {
        "200": {"description": "all of it", **content}, "206": {"description": "the rest from an offset", **content},
        "404": refusal(404), "416": {"description": "beyond its end"},
    }  # fmt: skip
    return {"operationId": "update_part", "parameters": [kind, name], "responses": responses}


def health() -> Part:
    """A sign of life."""
    facts = {"ok": {"const": True}, "history": {"type": "string"}}
    said = {"type": "object", "required": ["ok", "history"], "properties": facts}
    responses = {"200": {"description": "alive", "content": {"application/json": {"schema": said}}}}
    return {"operationId": "health", "responses": responses}


if __name__ == "__main__":
    main()
