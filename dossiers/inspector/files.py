"""Scans and slips: every file the database names lies where its keyed name says, and is what was written."""

import hmac
import re
from collections.abc import Iterator
from hashlib import sha256

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from dossiers.inspector.copied import Place
from dossiers.inspector.finding import Finding, Part

MAGIC = b"MTQF1"
HEADER_BYTES = len(MAGIC) + 16
SEALED_CHUNK_BYTES = 64 * 1024 + 16

_SHA = re.compile(rb'"([0-9a-f]{64})"')


def files(place: Place) -> Iterator[Finding]:
    """Missing and altered files, by what they are."""
    for sha, what in _named(place).items():
        name = hmac.digest(place.key("file-names"), sha, "sha256").hex()
        path = place.files / name[:2] / name
        if not path.exists():
            yield Finding(Part.FILE, f"{what}: không còn tệp.")
        elif sha256(unsealed(path.read_bytes(), place.key("files"))).digest() != sha:
            yield Finding(Part.FILE, f"{what}: tệp đã bị sửa hoặc hỏng.")


def unsealed(sealed: bytes, key: bytes) -> bytes:
    """The bytes under a file's seal, chunk by chunk; empty where a chunk does not open."""
    salt, starts = sealed[len(MAGIC) : HEADER_BYTES], range(HEADER_BYTES, len(sealed), SEALED_CHUNK_BYTES)
    cipher = AESGCM(HKDF(algorithm=SHA256(), length=32, salt=salt, info=b"motcua/file/1").derive(key))
    try:
        return b"".join(
            cipher.decrypt(_nonce(number, at == starts[-1]), sealed[at : at + SEALED_CHUNK_BYTES], MAGIC)
            for number, at in enumerate(starts)
        )
    except (InvalidTag, ValueError):
        return b""


def _nonce(number: int, last: bool) -> bytes:
    return number.to_bytes(11, "big") + bytes([last])


def _named(place: Place) -> dict[bytes, str]:
    named = {row["sha"]: f"bản in số {row['id']}" for row in place.ask("SELECT sha, id FROM print_job")}
    for row in place.ask("SELECT body FROM draft"):
        named |= {bytes.fromhex(sha.decode()): "bản quét của một bản nháp" for sha in _SHA.findall(row["body"])}
    scans = "SELECT b.sha, d.code FROM blob b JOIN dossier d ON d.id = b.dossier WHERE b.state <> 'pruned'"
    return named | {row["sha"]: f"bản quét của hồ sơ {row['code']}" for row in place.ask(scans)}
