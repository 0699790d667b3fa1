"""Read an answer off a stick: every signature in it found right before anything is believed."""

import io
from dataclasses import dataclass
from typing import TYPE_CHECKING, BinaryIO

from dossiers.errors import InvalidInput
from sync import packs, protocol
from sync.courier import envelope
from sync.courier.faults import NotForUs, Unreadable
from sync.courier.ledger import own_identity
from sync.courier.messages import ANSWER, BLOB_RECEIPT, PACK, REPLY, AnswerHeader
from sync.exchange import read_blob_receipt, read_receipt
from sync.membership import REFERENCE_KEY, Membership, membership
from sync.packs import MAX_PACK_BYTES, BadPack
from sync.protocol import MAX_REPLY_BYTES, BlobReceipt, Receipt, Reply
from sync.sealing import SEAL_BYTES, BadSeal, Garbled

if TYPE_CHECKING:
    from dossiers.store.desk import Desk

MAX_RECEIPT_BYTES = 4 << 10


@dataclass(frozen=True, slots=True)
class Trust:
    """Whom a desk believes, and the age identity that opens what is sealed to it."""

    member: Membership
    identity: str
    reference_key: bytes


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer of which every signature was found right."""

    header: AnswerHeader
    replies: tuple[tuple[Reply, Receipt], ...]
    files: tuple[tuple[BlobReceipt, bytes], ...]
    packs: tuple[bytes, ...]


def trust(desk: "Desk") -> Trust:
    """Read on the database thread; raises NotEnrolled."""
    return Trust(membership(desk), own_identity(desk), desk.wire.get(REFERENCE_KEY) or b"")


def read_answer(file: BinaryIO, trusted: Trust) -> Answer:
    """The answer, verified; raises Unreadable, BadSignature, NotForUs, Deceived or BadPack."""
    member = trusted.member
    sealed = envelope.check(file, ANSWER, AnswerHeader, lambda _: member.province_key)
    header = sealed.header
    if header.device != member.device:
        raise NotForUs
    plain = io.BytesIO()
    envelope.unseal_into(file, sealed, [trusted.identity], plain)
    replies, files, packed = [], [], []
    for kind, at, length in envelope.read_frames(plain):
        plain.seek(at)
        if kind == REPLY and length <= MAX_REPLY_BYTES:
            replies.append(_reply(plain.read(length), member, header))
        elif kind == BLOB_RECEIPT and length <= MAX_RECEIPT_BYTES:
            receipt = plain.read(length)
            files.append((read_blob_receipt(member, receipt, header.history), receipt))
        elif kind == PACK and length <= MAX_PACK_BYTES:
            packed.append(_pack(plain.read(length), trusted))
        else:
            raise Unreadable
    if not replies:
        raise Unreadable
    return Answer(header, tuple(replies), tuple(files), tuple(packed))


def _reply(sealed: bytes, member: Membership, header: AnswerHeader) -> tuple[Reply, Receipt]:
    try:
        reply = protocol.open_message(member.province_key, protocol.REPLY, sealed, Reply)
        epoch = protocol.decode(reply.ack[SEAL_BYTES:], Receipt).epoch
    except (BadSeal, Garbled) as error:
        raise Unreadable from error
    return reply, read_receipt(member, reply.ack, epoch, header.history)


def _pack(sealed: bytes, trusted: Trust) -> bytes:
    """A sealed pack that will come into force without a hitch."""
    pack = packs.open_pack(trusted.reference_key, sealed)
    try:
        packs.check_content(pack.name, bytes(pack.content))
    except InvalidInput as error:
        raise BadPack from error
    return sealed
