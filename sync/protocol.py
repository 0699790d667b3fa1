"""MC-Sync/1: the messages both ends share, as exact bytes (docs/protocol.md; SYNC 3.5)."""

from hashlib import sha256
from typing import Annotated, TypeVar

import msgspec
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from dossiers.reading import read_json
from sync.sealing import Garbled, seal, unseal

VERSION = 1
VERSIONS = frozenset({1})
"""Protocols spoken here: the present one and, for 24 months, the one before (SYNC 3.12)."""

SCHEMA = 1
"""Of op bodies and states. A body only ever grows by fields with defaults, and what cannot be said so is a new verb:
so every line ever written folds here, whichever schema its desk had, and fields from the future stay in the line.
"""

OLDEST_PULLED = 1
"""A desk of an older schema could not read the states it would be told; its lines are taken all the same."""

CONTENT_TYPE = "application/vnd.motcua.sync+zstd"
PACK_TYPE = "application/zstd"
BLOB_TYPE = "application/offset+octet-stream"
TUS_VERSION = "1.0.0"

MAX_OPS = 1_000
TARGET_BATCH_BYTES = 64 << 10
MAX_BODY_BYTES = 1 << 20
MAX_PLAIN_BYTES = 16 << 20
MAX_REPLY_BYTES = 8 << 20
MAX_BLOBS_ASKED = 500
MAX_DAYS_ASKED = 62
MAX_HELD_ASKED = 100
MAX_BLOB_BYTES = 512 << 20
BLOCK_BYTES = 1 << 20
"""By such pieces a file that arrived wrong is compared."""

Number = Annotated[int, msgspec.Meta(ge=0, lt=1 << 62)]
Identity = Annotated[bytes, msgspec.Meta(min_length=8, max_length=16)]
Digest = Annotated[bytes, msgspec.Meta(min_length=32, max_length=32)]
Word = Annotated[str, msgspec.Meta(max_length=200, pattern=r"\A[^\x00]*\Z")]

BATCH = b"motcua/batch/1"
REPLY = b"motcua/reply/1"
RECEIPT = b"motcua/receipt/1"
BLOB_RECEIPT = b"motcua/blob-receipt/1"
OFFSETS = b"motcua/offsets/1"
ENROL = b"motcua/enrol/1"
ENROL_FILE = b"motcua/enrol-file/1"
REQUEST = b"motcua/request/1"

REVOKED = "revoked"
UPGRADE = "upgrade"


class Message(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A JSON object on the wire; bytes travel as base64, fields at their default are left out."""


class Origin(msgspec.Struct, frozen=True, array_like=True):
    """Where a re-homed line was first written: its place here, then its place there (SYNC 3.2)."""

    seq: Number
    epoch: Identity
    origin_seq: Number


class Place(msgspec.Struct, frozen=True, array_like=True):
    """A place in a device's journal."""

    epoch: Identity
    seq: Number


class Preamble(Message, frozen=True, rename={"count": "n", "cursor": "cur"}):
    """The part of a batch's header that is text: where its lines belong, and what the desk asks in the same breath.

    An epoch's parent is told each time: a province put back to an old backup may never have heard of it.
    `sent_at` is the desk's clock in ms. `repair` is a day of `days` to be told anew,
    whatever the cursor. `unsent` lines wait at the desk after this batch; `held` are the op keys of lines it knows as
    held, to hear what became of them. A `version` or `schema` left out is 1, whatever is newest by then.
    """

    first: Annotated[int, msgspec.Meta(ge=1, lt=1 << 62)]
    count: Annotated[int, msgspec.Meta(ge=0, le=MAX_OPS)]
    sent_at: Number
    version: int = msgspec.field(default=1, name="v")
    schema: int = 1
    app: Word = ""
    history: Word = ""
    cursor: Word = ""
    parent: Identity | None = None
    parent_seq: Number = 0
    parent_hash: Digest | None = None
    origins: tuple[Origin, ...] = ()
    blobs: Annotated[tuple[Digest, ...], msgspec.Meta(max_length=MAX_BLOBS_ASKED)] = ()
    days: Annotated[tuple[Word, ...], msgspec.Meta(max_length=MAX_DAYS_ASKED)] = ()
    repair: Word = ""
    unsent: Number = 0
    held: Annotated[tuple[Identity, ...], msgspec.Meta(max_length=MAX_HELD_ASKED)] = ()


class Header(Preamble, frozen=True, kw_only=True):
    """What a batch says of itself. `previous` and `head` are the chain before its first and after its last line.

    `nonce` binds the reply to this very request. `head` does not travel: its reader works it out from the lines.
    """

    device: Identity
    epoch: Identity
    previous: Digest
    head: Digest
    nonce: Identity


class Receipt(Message, frozen=True, rename={"device": "dev", "epoch": "ep"}):
    """The province holds this device's epoch durably up to `seq`, and its chain there is `hash`."""

    device: bytes
    epoch: bytes
    seq: int
    hash: bytes
    history: str
    at: int


class BlobReceipt(Message, frozen=True, rename={"device": "dev"}):
    """The province holds this file durably and has verified its SHA-256."""

    device: bytes
    sha256: bytes
    size: int
    history: str
    at: int


class Held(msgspec.Struct, frozen=True, array_like=True):
    """An op of this batch that the province keeps but could not apply, and why."""

    seq: int
    reason: str


class Settled(msgspec.Struct, frozen=True, array_like=True):
    """What a person at the province did with an op that was held: took it in, or left it as it is, and why."""

    op_key: bytes
    taken: bool
    why: str = ""


class Change(msgspec.Struct, frozen=True, array_like=True):
    """A dossier as the province has it now; `state` is the exact bytes of `dossiers.fold.encode_state`."""

    rev: int
    state: msgspec.Raw


class Twin(msgspec.Struct, frozen=True, array_like=True):
    """Two dossiers of one citizen, procedure and day from two desks: perhaps one, which no machine ever decides.

    The first is the asking desk's own.
    """

    dossier: bytes
    code: str
    other: bytes
    other_code: str


class DayRoot(msgspec.Struct, frozen=True, array_like=True):
    """All dossiers received on one Vietnamese day, as one number; see `roots.root`."""

    day: str
    root: bytes
    count: int


class Ref(msgspec.Struct, frozen=True, array_like=True):
    """The newest edition of a reference pack."""

    name: str
    number: int


class Reply(Message, frozen=True, rename={"request": "re", "cursor": "cur"}):
    """The province's answer to one batch; `ack` is a sealed Receipt, the only thing that makes an op sent.

    `fork`: from this place on the province holds other lines than the desk. `need`: the desk must first push
    from this place of an earlier epoch. `settled` answers for those of the held lines asked about that somebody has
    looked at. `roots` is None when this instant cannot be compared fairly. With days asked about comes `backed_up`:
    how far each of the desk's epochs lies in a finished backup of the province, and `files_before`, the province's
    instant in ms before which verified files do too.
    """

    request: bytes
    history: str
    ack: bytes
    at: int
    fork: Place | None = None
    need: Place | None = None
    held: tuple[Held, ...] = ()
    settled: tuple[Settled, ...] = ()
    changes: tuple[Change, ...] = ()
    cursor: str = ""
    more: bool = False
    blobs_have: tuple[bytes, ...] = ()
    roots: tuple[DayRoot, ...] | None = None
    backed_up: tuple[Place, ...] = ()
    files_before: int = 0
    ref: tuple[Ref, ...] = ()
    twins: tuple[Twin, ...] = ()
    notice: str = ""
    revocation: bytes = b""


class Revocation(Message, frozen=True, rename={"device": "dev"}):
    """A desk is revoked, by the word of the offline reference key; `contact` is whom the clerk shall call."""

    device: Identity
    contact: Word
    at: Number


class EnrolRequest(Message, frozen=True, rename={"device": "dev"}):
    """A desk asks to belong to an office: the one-time code, its own public key, and who it says it is."""

    code: Word
    device: Annotated[bytes, msgspec.Meta(min_length=16, max_length=16)]
    public_key: Digest
    unit: Word
    office: Word
    sent_at: Number
    nonce: Identity


class EnrolReply(Message, frozen=True, rename={"request": "re"}):
    """The province accepts a desk: the key to verify receipts by, the history it joined, and its desk slot.

    `intake_keys` are the one or two age keys that bundles carried on a stick are sealed to; `reference_key` the public
    half of the offline key that reference packs are signed by, empty where there is none.
    """

    request: bytes
    province_key: bytes
    history: str
    unit: str
    slot: int
    at: int
    intake_keys: tuple[Word, ...] = ()
    reference_key: bytes = b""


class EnrolAnswer(Message, frozen=True):
    """The answer to a request that came on a stick: the reply, and where and behind which authority to connect."""

    reply: EnrolReply
    url: str = ""
    ca: bytes = b""


class Refusal(Message, frozen=True):
    """An enrolment refused because its code is `unknown`, `used` or `expired`, or for an `other_unit`."""

    refused: str


class Versions(Message, frozen=True):
    """426: the batch speaks a protocol unknown here; these are known."""

    versions: tuple[int, ...]


class Spoken(Message, frozen=True):
    """The only field every protocol has in common."""

    version: int = msgspec.field(default=1, name="v")


class Dictionaries(Message, frozen=True):
    """415: the body was packed with a dictionary unknown here; these are known."""

    dicts: tuple[int, ...]


class OffsetsRequest(Message, frozen=True, rename={"device": "dev"}):
    """Asks how much of each of these files the province holds.

    `blocks` are the SHA-256 of each MiB of the first file, told after it arrived whole and wrong: what is right of it
    need not travel again.
    """

    device: Identity
    blobs: Annotated[tuple[Digest, ...], msgspec.Meta(max_length=MAX_BLOBS_ASKED)]
    sent_at: Number
    nonce: Identity
    blocks: Annotated[tuple[Digest, ...], msgspec.Meta(max_length=MAX_BLOB_BYTES // BLOCK_BYTES)] = ()


class OffsetsReply(Message, frozen=True, rename={"request": "re"}):
    """Durable bytes held of each file asked for, in the order asked; None for a file no op has named.

    `refused`: those of them that came whole and wrong too often to be tried again.
    """

    request: bytes
    offsets: tuple[int | None, ...]
    refused: tuple[bytes, ...] = ()


M = TypeVar("M", bound=Message)


def decode(data: bytes, kind: type[M]) -> M:
    """Read a message; raises Garbled."""
    try:
        return read_json(data, kind)
    except msgspec.MsgspecError as error:
        raise Garbled("Thông điệp không đúng dạng. Dữ liệu trên máy này vẫn nguyên vẹn.") from error


def seal_message(key: Ed25519PrivateKey, purpose: bytes, message: Message) -> bytes:
    """A message as sealed bytes."""
    return seal(key, purpose, msgspec.json.encode(message))


def open_message(public_key: bytes, purpose: bytes, sealed: bytes, kind: type[M]) -> M:
    """Verify first, read after; raises BadSeal or Garbled."""
    return decode(unseal(public_key, purpose, sealed), kind)


def fingerprint(request: bytes) -> bytes:
    """What a reply names its request by: 16 bytes of SHA-256 over the whole body as sent."""
    return sha256(request).digest()[:16]


def request_text(method: str, path: str, sent_at: int, offset: int) -> bytes:
    """What the Authorization of a blob request signs: method, path, desk clock in ms, upload offset."""
    return f"{method}\n{path}\n{sent_at}\n{offset}".encode()
