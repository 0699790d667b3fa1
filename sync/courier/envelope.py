"""A sealed file: open head, age stream, and outside an Ed25519 signature over the SHA-256 of both (SYNC 3.15).

magic (4) ‖ length of the head (4, big endian) ‖ head (JSON) ‖ age stream ‖ signature (64)
"""

import io
import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import Any, BinaryIO, Generic

import msgspec
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from sync import protocol
from sync.courier.faults import BadSignature, NotForUs, Unreadable
from sync.courier.messages import MAX_HEADER_BYTES, Kind
from sync.protocol import M
from sync.sealing import SEAL_BYTES, BadSeal, Garbled, seal, unseal

BLOCK_BYTES = 1 << 20
LENGTH_BYTES = 4
FRAME_HEAD_BYTES = 9
AGE_CHUNK_BYTES, AGE_TAG_BYTES, HEAD_ROOM_BYTES = 64 << 10, 16, 64 << 10


@dataclass(frozen=True, slots=True)
class Envelope(Generic[M]):
    """A sealed file whose signature was found right: its head, its digest, and where the age stream lies in it."""

    header: M
    digest: bytes
    start: int
    end: int


def sealed_size(plain_bytes: int) -> int:
    """At least the bytes a sealed file takes for so many inside."""
    return plain_bytes + (plain_bytes // AGE_CHUNK_BYTES + 1) * AGE_TAG_BYTES + HEAD_ROOM_BYTES


def frame(kind: bytes, content: bytes) -> bytes:
    """One piece of what is sealed: kind (1), length (8, big endian), content."""
    return kind + len(content).to_bytes(8) + content


def write(
    file: BinaryIO, kind: Kind, header: protocol.Message, frames: Iterable[bytes], recipients: Sequence[str],
    key: Ed25519PrivateKey, tell: Callable[[int], None] = lambda _: None,
) -> bytes:  # fmt: skip
    """Write a sealed file as its frames come; returns its digest. `tell` hears how many bytes were written."""
    import pyrage

    text = msgspec.json.encode(header)
    sink = _Sink(file, tell)
    sink.write(kind.magic + len(text).to_bytes(LENGTH_BYTES) + text)
    source = _Source(frames)
    keys = [pyrage.x25519.Recipient.from_str(recipient) for recipient in recipients]
    try:
        pyrage.encrypt_io(source, sink, keys)
    except pyrage.EncryptError as error:
        # age keeps only the words of what went wrong on our side of it.
        raise source.fault or sink.fault or error from None
    digest = sink.digest.digest()
    sink.write(seal(key, kind.purpose, digest)[:SEAL_BYTES])
    return digest


def read_header(file: BinaryIO, kind: Kind, message: type[M]) -> tuple[M, int, int]:
    """The head as claimed, and where the age stream begins and ends; raises Unreadable."""
    size = file.seek(0, os.SEEK_END)
    file.seek(0)
    opening = file.read(len(kind.magic) + LENGTH_BYTES)
    length = int.from_bytes(opening[len(kind.magic) :])
    start, end = len(opening) + length, size - SEAL_BYTES
    if not opening.startswith(kind.magic) or length > MAX_HEADER_BYTES or start >= end:
        raise Unreadable
    try:
        return protocol.decode(file.read(length), message), start, end
    except Garbled as error:
        raise Unreadable from error


def check(file: BinaryIO, kind: Kind, message: type[M], public_key_of: Callable[[M], bytes]) -> Envelope[M]:
    """Verify the signature before anything is opened; raises Unreadable or BadSignature."""
    header, start, end = read_header(file, kind, message)
    public_key, digest = public_key_of(header), digest_of(file, 0, end)
    file.seek(end)
    signature = file.read(SEAL_BYTES)
    try:
        unseal(public_key, kind.purpose, signature + digest)
    except BadSeal as error:
        raise BadSignature from error
    return Envelope(header, digest, start, end)


def digest_of(file: BinaryIO, start: int, end: int, tell: Callable[[int], None] = lambda _: None) -> bytes:
    """SHA-256 over a section of a file; raises Unreadable where it ends early. `tell` hears how far it is."""
    digest = sha256()
    file.seek(start)
    while start < end:
        piece = file.read(min(BLOCK_BYTES, end - start))
        if not piece:
            raise Unreadable
        digest.update(piece)
        start += len(piece)
        tell(start)
    return digest.digest()


def unseal_into(file: BinaryIO, envelope: Envelope[Any], identities: Sequence[str], out: BinaryIO) -> None:
    """Decrypt a checked file into `out`; raises NotForUs, and Unreadable where it is not what was checked."""
    import pyrage

    source = _Section(file, envelope.start, envelope.end)
    sink = _Sink(out, lambda _: None)
    keys = [pyrage.x25519.Identity.from_str(identity) for identity in identities]
    try:
        pyrage.decrypt_io(source, sink, keys)
    except pyrage.DecryptError as error:
        raise sink.fault or NotForUs() from error
    except OSError as error:
        raise source.fault or sink.fault or Unreadable() from error
    # A stick that reads differently the second time is not believed.
    if source.digest.digest() != envelope.digest:
        raise Unreadable


def read_frames(plain: BinaryIO) -> Iterator[tuple[bytes, int, int]]:
    """Kind, place and length of each frame in what was unsealed; raises Unreadable where one ends early."""
    end = plain.seek(0, os.SEEK_END)
    at = 0
    while at < end:
        plain.seek(at)
        head = plain.read(FRAME_HEAD_BYTES)
        length = int.from_bytes(head[1:])
        at += FRAME_HEAD_BYTES
        if len(head) < FRAME_HEAD_BYTES or at + length > end:
            raise Unreadable
        yield head[:1], at, length
        at += length


class _Source(io.RawIOBase):
    """Frames as a stream that age reads from."""

    def __init__(self, frames: Iterable[bytes]) -> None:
        super().__init__()
        self._frames = iter(frames)
        self._rest = memoryview(b"")
        self.fault: Exception | None = None

    def read(self, size: int = -1) -> bytes:
        """The next bytes; none at the end."""
        try:
            while not self._rest:
                self._rest = memoryview(next(self._frames))
        except StopIteration:
            return b""
        except Exception as error:
            self.fault = error
            raise
        piece, self._rest = self._rest[:size], self._rest[size:]
        return bytes(piece)


class _Section(io.RawIOBase):
    """Part of a file as a stream that age reads from; hashed as it is read, with everything before it."""

    def __init__(self, file: BinaryIO, start: int, end: int) -> None:
        super().__init__()
        self._file, self._at, self._end = file, start, end
        self.fault: Exception | None = None
        file.seek(0)
        self.digest = sha256(file.read(start))

    def read(self, size: int = -1) -> bytes:
        """The next bytes; none at the end."""
        try:
            self._file.seek(self._at)
            piece = self._file.read(min(size, self._end - self._at))
        except OSError as error:
            self.fault = error
            raise
        self._at += len(piece)
        self.digest.update(piece)
        return piece


class _Sink(io.RawIOBase):
    """A file that is hashed while it is written."""

    def __init__(self, file: BinaryIO, tell: Callable[[int], None]) -> None:
        super().__init__()
        self._file, self._tell, self._written = file, tell, 0
        self.digest = sha256()
        self.fault: Exception | None = None

    def write(self, data: Any) -> int:
        """Write all of it."""
        try:
            self._file.write(data)
            self._written += len(data)
            self._tell(self._written)
        except Exception as error:
            self.fault = error
            raise
        self.digest.update(data)
        return len(data)
