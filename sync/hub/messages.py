"""What desks of one office say to each other (docs/protocol.md, The desks of one office)."""

from datetime import date

import msgspec

from dossiers.journal import Entry
from dossiers.office_hub import Baton, Leadership
from dossiers.store.foreign import Told
from dossiers.store.lan import Peer
from sync.protocol import MAX_BODY_BYTES, Digest, Identity, Message, Number, Place, Word

LAN_ASK = b"motcua/lan-ask/1"
LAN_ANSWER = b"motcua/lan-answer/1"
LAN_CODE = b"motcua/lan-code/1"
LAN_NUMBER = b"motcua/lan-number/1"
LAN_SCAN = b"motcua/lan-scan/1"

MAX_LINES = 500
SCAN_BLOCK_BYTES = 4 << 20


class Line(msgspec.Struct, frozen=True, array_like=True):
    """A journal line with its writer and place."""

    device: Identity
    epoch: Identity
    seq: Number
    line: bytes
    hash: Digest
    origin_epoch: Identity
    origin_seq: Number

    def told(self) -> Told:
        """As the store takes it."""
        entry = Entry(
            epoch=self.epoch, seq=self.seq, line=self.line, hash=self.hash, origin_epoch=self.origin_epoch,
            origin_seq=self.origin_seq,
        )  # fmt: skip
        return Told(self.device, entry)


def line_of(told: Told) -> Line:
    """As it travels."""
    entry = told.entry
    return Line(
        told.device, entry.epoch, entry.seq, entry.line, entry.hash, entry.origin_epoch, entry.origin_seq
    )


class Cursor(msgspec.Struct, frozen=True, array_like=True):
    """How far a desk has read another: places in that desk's two lists, which are those of its present epoch."""

    epoch: bytes = b""
    own: Number = 0
    others: Number = 0


class Relayed(msgspec.Struct, frozen=True, array_like=True):
    """The province's reply to a batch the hub carried there, and the hub's name for it."""

    n: int
    reply: bytes


class Ask(Message, frozen=True):
    """A desk tells where it stands, brings a batch of its own lines, and asks for those of others.

    `carry`: the province has not signed for the batch, and this desk would be glad if the hub took it there.
    `had`: replies of the province that have arrived and need not be told again. `port`: where it answers itself.
    """

    device: Identity
    at: Number
    nonce: Identity
    slot: int
    name: Word
    port: int
    leadership: Leadership
    baton: Baton
    cursor: Cursor = Cursor()
    batch: bytes = b""
    carry: bool = False
    had: tuple[int, ...] = ()


class Answer(Message, frozen=True, rename={"request": "re"}):
    """What the other desk holds of the asking desk's epochs, and what the asking desk has not read yet."""

    request: bytes
    at: Number
    leadership: Leadership
    baton: Baton
    cursor: Cursor
    stands: tuple[Place, ...] = ()
    lines: tuple[Line, ...] = ()
    more: bool = False
    replies: tuple[Relayed, ...] = ()
    peers: tuple[Peer, ...] = ()


class CodeAsk(Message, frozen=True):
    """A desk asks for a number; the same ticket always gets the same one."""

    device: Identity
    ticket: Identity
    nonce: Identity


class CodeAnswer(Message, frozen=True, rename={"request": "re"}):
    """A number of a day, or 0 where the asked desk may give none now."""

    request: bytes
    day: date
    number: Number


class ScanAsk(Message, frozen=True):
    """A desk asks for a scan from byte `first` on; the answer is SCAN_BLOCK_BYTES of it, at the end fewer.

    The whole proves itself by its hash.
    """

    device: Identity
    sha256: Digest
    nonce: Identity
    first: Number = 0


class PairHello(Message, frozen=True):
    """The first half of the pairing: the joining desk's public value (RFC 5054's A)."""

    a: bytes


class PairSalt(Message, frozen=True):
    """The hub's answer: salt and its public value B."""

    salt: bytes
    b: bytes


class PairProof(Message, frozen=True):
    """The joining desk proves that it knows the code, over the certificate it saw and the card it brings."""

    a: bytes
    unit: Word
    card: bytes
    proof: Digest


class PairWelcome(Message, frozen=True):
    """The hub proves the same of itself, and introduces itself."""

    card: bytes
    proof: Digest
    leadership: Leadership
    baton: Baton


LIMIT_BYTES = 4 * MAX_BODY_BYTES
"""A batch inside an ask grows by a third as base64."""
