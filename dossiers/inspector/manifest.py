"""A backup's manifest: written by this office, and the figures it names are those of the database beside it."""

import hmac
import json
from base64 import b64decode
from collections.abc import Iterator
from hashlib import sha256
from typing import Any

from dossiers.inspector.copied import MANIFEST_FILE, Place
from dossiers.inspector.finding import Finding, Part
from dossiers.inspector.journal import hash_at


def manifest(place: Place) -> Iterator[Finding]:
    """The seal, then the head and the sums."""
    if not place.is_backup:
        return
    body, _, seal = (place.folder / MANIFEST_FILE).read_bytes().rstrip(b"\n").partition(b"\n")
    wanted = hmac.digest(place.key("backup-manifest"), body, "sha256").hex()
    if not hmac.compare_digest(seal, wanted.encode()):
        yield Finding(Part.MANIFEST, "không phải do quầy này ghi, hoặc đã bị sửa.")
        return
    figures = json.loads(body)["figures"]
    if hash_at(place, b64decode(figures["epoch"]), figures["seq"]) != b64decode(figures["hash"]):
        yield Finding(Part.MANIFEST, "nhật ký trong bản sao không dừng ở chỗ bản kê ghi.")
    if any(figures[name] != value for name, value in _counted(place).items()):
        yield Finding(Part.MANIFEST, "các tổng trong bản kê không đúng với bản sao.")


def _counted(place: Place) -> dict[str, Any]:
    total = sum(int.from_bytes(sha256(row["state"]).digest(), "big") for row in place.ask("SELECT state FROM state"))
    tables = {"lines": "journal", "dossiers": "dossier", "drafts": "draft", "prints": "print_job"}
    counts = {name: place.ask(f"SELECT count(*) FROM {table}")[0][0] for name, table in tables.items()}
    return {"states": f"{total % 2**256:064x}", **counts}
