"""Seals and sizes: Ed25519 over exact bytes, and zstd that never unpacks more than its reader allows."""

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from zstandard import ZstdCompressor, ZstdDecompressor, ZstdError

from dossiers.errors import KnownError

SEAL_BYTES = 64
LEVEL = 12
WINDOW_BYTES = 8 << 20


class Garbled(KnownError):
    """Bytes that do not follow the protocol: cut short, too large, or not ours."""


class BadSeal(KnownError):
    """A signature that is not the expected party's: forged, altered, or meant for something else."""


def seal(key: Ed25519PrivateKey, purpose: bytes, payload: bytes) -> bytes:
    """`signature ‖ payload`; the purpose is signed too, so that one kind of message never passes for another."""
    return key.sign(purpose + b"\n" + payload) + payload


def unseal(public_key: bytes, purpose: bytes, sealed: bytes) -> bytes:
    """The payload of a sealed message; raises BadSeal."""
    signature, payload = sealed[:SEAL_BYTES], sealed[SEAL_BYTES:]
    try:
        Ed25519PublicKey.from_public_bytes(public_key).verify(signature, purpose + b"\n" + payload)
    except (InvalidSignature, ValueError) as error:
        raise BadSeal("Chữ ký không đúng. Không dữ liệu nào được coi là đã gửi.") from error
    return payload


def pack(data: bytes) -> bytes:
    """Compress for the line."""
    return ZstdCompressor(level=LEVEL).compress(data)


def unpack(data: bytes, limit: int) -> bytes:
    """Expand what came over the line; raises Garbled beyond `limit` bytes, whatever the frame claims of itself."""
    try:
        with ZstdDecompressor(max_window_size=WINDOW_BYTES).stream_reader(data) as reader:
            plain = reader.read(limit + 1)
    except ZstdError as error:
        raise Garbled("Gói dữ liệu không đọc được. Dữ liệu trên máy này vẫn nguyên vẹn.") from error
    if len(plain) > limit:
        raise Garbled("Gói dữ liệu lớn quá mức cho phép và không được mở.")
    return plain
