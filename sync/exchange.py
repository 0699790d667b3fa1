"""One signed question and its proven answer: only what the province signed for this very request is believed."""

import secrets
import time
from collections.abc import Sequence
from dataclasses import dataclass

from dossiers.clock import Clock, to_ms
from dossiers.journal import Entry, Epoch
from sync import protocol
from sync.batch import origins_of, repack, write_batch
from sync.client import Client
from sync.dictionaries import shipped
from sync.faults import Deceived, DictionaryUnknown
from sync.membership import Membership
from sync.pace import Pace
from sync.protocol import BlobReceipt, Header, OffsetsReply, OffsetsRequest, Receipt, Reply
from sync.sealing import BadSeal, Garbled, pack, unpack

NONCE_BYTES = 8
APP = "motcua/0.1"


@dataclass(frozen=True, slots=True)
class Answer:
    """A verified reply with its verified receipt; `sealed` is the receipt's exact bytes, the evidence to keep."""

    reply: Reply
    receipt: Receipt
    sealed: bytes
    clock_offset_ms: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """What a desk says and asks in one request."""

    epoch: Epoch
    after: int
    previous: bytes
    entries: Sequence[Entry] = ()
    history: str = ""
    cursor: str = ""
    blobs: tuple[bytes, ...] = ()
    days: tuple[str, ...] = ()
    repair: str = ""
    unsent: int = 0
    held: tuple[bytes, ...] = ()


class Exchange:
    """The desk's side of every signed request."""

    def __init__(self, client: Client, member: Membership, clock: Clock) -> None:
        """Speak as `member` over `client`."""
        self._client = client
        self._member = member
        self._clock = clock
        self._dictionary: int | None = shipped()[-1]
        self.fast = False
        self._pace = Pace()

    @property
    def bits_per_s(self) -> int | None:
        """The line's width as it showed itself; None while only small messages went."""
        return self._pace.bits_per_s

    def body(self, question: Question) -> bytes:
        """The exact bytes to send."""
        return write_question(self._member, question, self._clock, self._dictionary, quick=self.fast)

    def ask(self, body: bytes, epoch: bytes) -> Answer:
        """Send a batch; raises LineFault, and Deceived for an answer that does not prove itself."""
        sent_at = to_ms(self._clock())
        raw, body = self._post(body)
        middle = (sent_at + to_ms(self._clock())) // 2
        reply = self._open(raw, body, Reply)
        receipt = read_receipt(self._member, reply.ack, epoch, reply.history)
        return Answer(reply, receipt, reply.ack, reply.at - middle)

    def _post(self, body: bytes) -> tuple[bytes, bytes]:
        """The reply, and the body it answers: packed anew where the province lacks the dictionary."""
        started_s = time.monotonic()
        try:
            raw = self._client.post("/v1/sync", body)
        except DictionaryUnknown:
            self._dictionary = None
            body = repack(body)
            raw = self._client.post("/v1/sync", body)
        self._pace.note(len(body), time.monotonic() - started_s)
        return raw, body

    def note_pace(self, size: int, taken_s: float) -> None:
        """A file, or the rest of one, was answered after so long."""
        self._pace.note(size, taken_s)

    def offsets(self, blobs: tuple[bytes, ...], blocks: tuple[bytes, ...] = ()) -> OffsetsReply:
        """How much of each file the province holds; None for a file it was not told of.

        `blocks`: the hash of each MiB of the first, which arrived whole and wrong.
        """
        request = OffsetsRequest(
            device=self._member.device, blobs=blobs, sent_at=to_ms(self._clock()),
            nonce=secrets.token_bytes(NONCE_BYTES), blocks=blocks,
        )  # fmt: skip
        body = pack(protocol.seal_message(self._member.key, protocol.OFFSETS, request))
        reply = self._open(self._client.post("/v1/blobs/offsets", body), body, OffsetsReply)
        if len(reply.offsets) != len(blobs):
            raise Deceived
        return reply

    def blob_receipt(self, sealed: bytes, history: str) -> BlobReceipt:
        """A verified file receipt; raises Deceived."""
        return read_blob_receipt(self._member, sealed, history)

    def _open(self, raw: bytes, request: bytes, kind: type[protocol.M]) -> protocol.M:
        try:
            plain = unpack(raw, protocol.MAX_PLAIN_BYTES)
            reply = protocol.open_message(self._member.province_key, protocol.REPLY, plain, kind)
        except (BadSeal, Garbled) as error:
            raise Deceived from error
        if getattr(reply, "request", b"") != protocol.fingerprint(request):
            raise Deceived
        return reply


def write_question(
    member: Membership, question: Question, clock: Clock, dictionary: int | None = None, *, quick: bool = False
) -> bytes:
    """A question as a signed batch, the same bytes whatever carries them.

    Without a `dictionary` where it is not known whether its reader has it.
    """
    epoch, entries = question.epoch, question.entries
    header = Header(
        device=member.device, epoch=epoch.id, first=question.after + 1, count=len(entries),
        previous=question.previous, head=entries[-1].hash if entries else question.previous,
        sent_at=to_ms(clock()), nonce=secrets.token_bytes(NONCE_BYTES), app=APP,
        version=protocol.VERSION, schema=protocol.SCHEMA, history=question.history, cursor=question.cursor,
        parent=epoch.parent or None, parent_seq=epoch.parent_seq, parent_hash=epoch.parent_hash or None,
        origins=origins_of(entries), blobs=question.blobs, days=question.days,
        repair=question.repair, unsent=question.unsent, held=question.held,
    )  # fmt: skip
    return write_batch(member.key, header, [entry.line for entry in entries], dictionary, quick=quick)


def read_receipt(member: Membership, sealed: bytes, epoch: bytes, history: str) -> Receipt:
    """A verified receipt about this desk's epoch in this history; raises Deceived."""
    try:
        receipt = protocol.open_message(member.province_key, protocol.RECEIPT, sealed, Receipt)
    except (BadSeal, Garbled) as error:
        raise Deceived from error
    if (receipt.device, receipt.epoch, receipt.history) != (member.device, epoch, history):
        raise Deceived
    return receipt


def read_blob_receipt(member: Membership, sealed: bytes, history: str) -> BlobReceipt:
    """A verified file receipt to this desk in this history; raises Deceived."""
    try:
        receipt = protocol.open_message(member.province_key, protocol.BLOB_RECEIPT, sealed, BlobReceipt)
    except (BadSeal, Garbled) as error:
        raise Deceived from error
    if (receipt.device, receipt.history) != (member.device, history):
        raise Deceived
    return receipt
