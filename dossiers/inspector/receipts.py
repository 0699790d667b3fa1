"""What the province signed: each receipt by its signature, and by the line or the file it speaks of."""

import json
from base64 import b64decode
from collections.abc import Iterator
from typing import Any

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from dossiers.inspector.copied import Place
from dossiers.inspector.finding import Finding, Part
from dossiers.inspector.journal import hash_at

SIGNATURE_BYTES = 64
LINES, FILES = b"motcua/receipt/1", b"motcua/blob-receipt/1"


def receipts(place: Place) -> Iterator[Finding]:
    """Receipts of lines against the chain they vouch for, receipts of files against the files' names."""
    known = place.ask("SELECT value FROM wire WHERE key = 'province_key'")
    key = known[0][0] if known else b""
    device = next((row[0] for row in place.ask("SELECT device FROM epoch ORDER BY n DESC LIMIT 1")), b"")
    for row in place.ask("SELECT epoch, seq, receipt FROM receipt"):
        told = opened(key, LINES, row["receipt"])
        said = {"dev": device, "ep": row["epoch"], "hash": hash_at(place, row["epoch"], row["seq"])}
        if told is None or told["seq"] != row["seq"] or any(b64decode(told[name]) != said[name] for name in said):
            yield Finding(Part.RECEIPT, f"biên nhận đến dòng {row['seq']} không phải của tỉnh, hoặc nói về dòng khác.")
    for row in place.ask("SELECT sha, receipt FROM blob WHERE receipt IS NOT NULL"):
        told = opened(key, FILES, row["receipt"])
        if told is None or (b64decode(told["dev"]), b64decode(told["sha256"])) != (device, row["sha"]):
            yield Finding(Part.RECEIPT, "biên nhận của một tệp quét không phải của tỉnh, hoặc nói về tệp khác.")


def opened(public_key: bytes, purpose: bytes, sealed: bytes) -> dict[str, Any] | None:
    """The message under a signature of the province; None for anything else."""
    signature, message = sealed[:SIGNATURE_BYTES], sealed[SIGNATURE_BYTES:]
    try:
        Ed25519PublicKey.from_public_bytes(public_key).verify(signature, purpose + b"\n" + message)
        told: dict[str, Any] = json.loads(message)
    except (InvalidSignature, ValueError):
        return None
    return told
