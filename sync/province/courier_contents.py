"""What an unsealed bundle holds: every batch verified by its own signature, every file by its name."""

from collections.abc import AsyncIterator
from dataclasses import dataclass
from typing import BinaryIO

from sync.batch import Batch, read_batch
from sync.courier import envelope
from sync.courier.envelope import BLOCK_BYTES
from sync.courier.faults import Unreadable
from sync.courier.messages import BATCH, FILE
from sync.courier.plan import NAME_BYTES
from sync.protocol import MAX_BLOB_BYTES, MAX_BODY_BYTES
from sync.province.devices import Desk
from sync.sealing import BadSeal, Garbled


@dataclass(frozen=True, slots=True)
class FileFrame:
    """A verified file inside an unsealed bundle: its SHA-256, and where its bytes lie."""

    name: bytes
    at: int
    size: int


@dataclass(frozen=True, slots=True)
class Contents:
    """Everything a bundle holds, verified."""

    batches: tuple[tuple[Batch, bytes], ...]
    files: tuple[FileFrame, ...]


def read_contents(plain: BinaryIO, desk: Desk) -> Contents:
    """Verify all of it; raises Unreadable."""
    batches, files = [], []
    for kind, at, length in envelope.read_frames(plain):
        plain.seek(at)
        if kind == BATCH and length <= MAX_BODY_BYTES:
            body = plain.read(length)
            batches.append((_batch(body, desk), body))
        elif kind == FILE and NAME_BYTES < length <= NAME_BYTES + MAX_BLOB_BYTES:
            file = FileFrame(plain.read(NAME_BYTES), at + NAME_BYTES, length - NAME_BYTES)
            if envelope.digest_of(plain, file.at, file.at + file.size) != file.name:
                raise Unreadable
            files.append(file)
        else:
            raise Unreadable
    if not batches:
        raise Unreadable
    return Contents(tuple(batches), tuple(files))


def _batch(body: bytes, desk: Desk) -> Batch:
    try:
        batch = read_batch(body, lambda _: desk.public_key)
    except (BadSeal, Garbled) as error:
        raise Unreadable from error
    if batch.header.device != desk.id:
        raise Unreadable
    return batch


async def pieces(plain: BinaryIO, file: FileFrame) -> AsyncIterator[bytes]:
    """The bytes of a file, block by block."""
    plain.seek(file.at)
    left = file.size
    while left:
        piece = plain.read(min(BLOCK_BYTES, left))
        left -= len(piece)
        yield piece
