"""The open heads of a bundle and of its answer: what anybody may read, and the signature outside covers."""

from dataclasses import dataclass
from typing import Annotated

import msgspec

from sync.protocol import Digest, Identity, Message, Number, Place, Ref, Word

MAX_HEADER_BYTES = 1 << 20

BATCH, FILE, REPLY, BLOB_RECEIPT, PACK = b"B", b"F", b"R", b"S", b"P"
"""What a sealed file holds, frame by frame: a batch as `POST /v1/sync` carries it, a file after its 32 bytes of
SHA-256, a sealed Reply, the sealed receipt of a file, a signed reference pack."""


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of sealed file: its first bytes, what its signature is for, how its name ends."""

    magic: bytes
    purpose: bytes
    suffix: str


BUNDLE = Kind(b"MCB1", b"motcua/bundle/1", ".mcb")
ANSWER = Kind(b"MCR1", b"motcua/answer/1", ".mcr")


def file_name(kind: Kind, unit: str, device: bytes, number: int) -> str:
    """A name any file system takes: unit, desk, bundle number; the answer is named as its bundle is."""
    plain = "".join(letter if letter.isascii() and letter.isalnum() else "-" for letter in unit)
    return f"motcua-{plain}-{device.hex()[:6]}-{number:06d}{kind.suffix}"


class Range(msgspec.Struct, frozen=True, array_like=True):
    """The lines of an epoch that a bundle brings; `last` < `first` where it only asks."""

    epoch: Identity
    first: Number
    last: Number


class BundleHeader(Message, frozen=True, rename={"device": "dev"}):
    """Who sends what, after what: `receipts` are the last ones seen, everything later is in the bundle.

    `recipient` is the desk's age key, to which the answer is sealed; `previous` the digest of the bundle before;
    `packs` are the reference packs in force there.
    """

    device: Identity
    unit: Word
    number: Annotated[int, msgspec.Meta(ge=1, lt=1 << 62)]
    made_at: Number
    recipient: Word
    ranges: tuple[Range, ...]
    receipts: tuple[Place, ...]
    history: Word = ""
    previous: Digest | None = None
    packs: tuple[Ref, ...] = ()
    version: int = msgspec.field(default=1, name="v")


class AnswerHeader(Message, frozen=True, rename={"device": "dev"}):
    """The province's answer to the bundle whose digest is `bundle`; `serial` counts its answers to this desk.

    `missing` are the desk's bundles that have never arrived.
    """

    device: Identity
    unit: Word
    number: Number
    bundle: Digest
    serial: Number
    made_at: Number
    history: Word
    missing: tuple[Number, ...] = ()
    version: int = msgspec.field(default=1, name="v")
