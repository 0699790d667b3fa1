"""The journal: one immutable line a deed, its exact bytes chained by SHA-256 within an epoch of this desk."""

from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from uuid import UUID

import msgspec

from dossiers.clock import from_ms, to_ms
from dossiers.errors import KnownError
from dossiers.ids import from_base32, to_base32

KEY_BYTES = 16
LINE = msgspec.json.Decoder(tuple[str, str, int, str, msgspec.Raw])
UNREADABLE = "Một dòng nhật ký không đọc được. Dữ liệu khác vẫn nguyên vẹn; báo bộ phận kỹ thuật."


@dataclass(frozen=True, slots=True, kw_only=True)
class Op:
    """One deed: what kind, on which dossier, when by this desk's clock, by whom, and its body as exact JSON."""

    kind: str
    dossier_id: UUID
    at: datetime
    actor: str
    body: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Epoch:
    """A run of the counter that never forked: a new one begins at install and after any restore or clone."""

    device: bytes
    id: bytes
    parent: bytes = b""
    parent_seq: int = 0
    parent_hash: bytes = b""

    @property
    def root(self) -> bytes:
        """The hash before the first line: it ties the epoch to its device and to where its parent stopped."""
        place = self.parent_seq.to_bytes(8, "big")
        return sha256(b"motcua/epoch/1" + self.device + self.id + self.parent + place + self.parent_hash).digest()


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A journal line in its place; the origin differs from the place only for lines re-homed after a fork."""

    epoch: bytes
    seq: int
    line: bytes
    hash: bytes
    origin_epoch: bytes
    origin_seq: int


def encode(op: Op) -> bytes:
    """The exact bytes of a line: `[kind, dossier id, wall ms, actor, body]` in UTF-8 JSON, no newline inside."""
    parts = [op.kind, to_base32(op.dossier_id), to_ms(op.at), op.actor, msgspec.Raw(op.body)]
    return msgspec.json.encode(parts)


def decode(line: bytes) -> Op:
    """Read a line back; raises KnownError for bytes that are no journal line."""
    try:
        kind, identity, ms, actor, body = LINE.decode(line)
        return Op(kind=kind, dossier_id=from_base32(identity), at=from_ms(ms), actor=actor, body=bytes(body))
    except (msgspec.MsgspecError, ValueError, OverflowError, RecursionError) as error:
        raise KnownError(UNREADABLE) from error


def link(previous: bytes, line: bytes) -> bytes:
    """The hash that chains a line to all lines before it."""
    return sha256(previous + line).digest()


def op_key(device: bytes, entry: Entry) -> bytes:
    """The 16 bytes under which an op is applied exactly once, wherever and however often it arrives (SYNC 3.2)."""
    seq = entry.origin_seq.to_bytes(8, "big")
    return sha256(device + entry.origin_epoch + seq + entry.line).digest()[:KEY_BYTES]
