"""Seals and sizes: Ed25519 over exact bytes, and zstd that never unpacks more than its reader allows."""

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from zstandard import FrameParameters, ZstdCompressor, ZstdDecompressor, ZstdError, get_frame_parameters

from dossiers.errors import KnownError
from sync.dictionaries import dictionary, shipped

SEAL_BYTES = 64
WINDOW_BYTES = 8 << 20

SPARING = 22
"""For a slow line, and for whatever is small: the last percent of bytes for half a second of one core at 64 KiB."""

QUICK = 15
"""For a fast line: a fiftieth more bytes in a quarter of the time."""

SMALL_BYTES = 32 << 10


class Garbled(KnownError):
    """Bytes that do not follow the protocol: cut short, too large, or not ours."""


class UnknownDictionary(Garbled):
    """Packed with a dictionary this program does not have: written by a newer one."""


class UnknownVersion(Garbled):
    """A protocol this program does not speak."""


class BadSeal(KnownError):
    """A signature that is not the expected party's: forged, altered, or meant for something else."""


def seal(key: Ed25519PrivateKey, purpose: bytes, payload: bytes) -> bytes:
    """`signature ‖ payload`; the purpose is signed too, so that one kind of message never passes for another."""
    return key.sign(purpose + b"\n" + payload) + payload


def unseal(public_key: bytes, purpose: bytes, sealed: bytes) -> bytes:
    """The payload of a sealed message; raises BadSeal."""
    signature, payload = sealed[:SEAL_BYTES], sealed[SEAL_BYTES:]
    verify(public_key, purpose, payload, signature)
    return payload


def verify(public_key: bytes, purpose: bytes, payload: bytes, signature: bytes) -> None:
    """Prove a signature; raises BadSeal."""
    try:
        Ed25519PublicKey.from_public_bytes(public_key).verify(signature, purpose + b"\n" + payload)
    except (InvalidSignature, ValueError) as error:
        raise BadSeal("Chữ ký không đúng. Không dữ liệu nào được coi là đã gửi.") from error


def pack(data: bytes, clear: int = SEAL_BYTES, number: int | None = None, *, quick: bool = False) -> bytes:
    """Compress for the line, with a dictionary where both ends have one.

    The first `clear` bytes are signatures and hashes: nothing compresses them, and among text they spoil the rest,
    so they stay before the frame. The frame ends in a checksum: a bit flipped on the way is no bad signature.
    """
    plain = data[clear:]
    level = QUICK if len(plain) > (SMALL_BYTES if quick else WINDOW_BYTES) else SPARING
    known = dictionary(number) if number is not None else None
    return data[:clear] + ZstdCompressor(level=level, dict_data=known, write_checksum=True).compress(plain)


def unpack(data: bytes, limit: int, clear: int = SEAL_BYTES) -> bytes:
    """Expand what came over the line; raises Garbled beyond `limit` bytes, whatever the frame claims of itself."""
    number = packed_with(data, clear)
    known = dictionary(number) if number is not None else None
    try:
        with ZstdDecompressor(dict_data=known, max_window_size=WINDOW_BYTES).stream_reader(data[clear:]) as reader:
            plain = reader.read(limit + 1)
    except ZstdError as error:
        raise Garbled(UNREADABLE) from error
    if len(plain) > limit:
        raise Garbled("Gói dữ liệu lớn quá mức cho phép và không được mở.")
    return data[:clear] + plain


def packed_with(data: bytes, clear: int = SEAL_BYTES) -> int | None:
    """The number of the dictionary a body was packed with, if any; raises Garbled, or UnknownDictionary."""
    try:
        frame: FrameParameters = get_frame_parameters(data[clear:])
    except ZstdError as error:
        raise Garbled(UNREADABLE) from error
    if frame.dict_id and frame.dict_id not in shipped():
        raise UnknownDictionary("Gói dữ liệu do một phiên bản mới hơn đóng. Cập nhật phần mềm rồi thử lại.")
    return frame.dict_id or None


UNREADABLE = "Gói dữ liệu không đọc được. Dữ liệu trên máy này vẫn nguyên vẹn."
