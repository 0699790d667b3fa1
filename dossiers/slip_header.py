"""What the codes of a slip prove: the head of a dossier, signed by the desk that took it in, as text for a QR.

The text is `MC1:` and, in base45 (RFC 9285), a signature of Ed25519 (RFC 8032) followed by a msgpack array. Only the
office's copy names the citizen; theirs carries a mark of the name, which proves a name that is read beside it.
"""

from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256
from typing import TYPE_CHECKING, Annotated
from uuid import UUID

import msgspec

from dossiers import base45
from dossiers.books import BookEntry, BookKind
from dossiers.codes import day_of
from dossiers.dossier import Dossier
from dossiers.errors import KnownError
from dossiers.names import fold as fold_name
from dossiers.names import nfc
from dossiers.people import Person

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

PREFIX = "MC1:"
PURPOSE = b"motcua/slip/1\n"
SIGNATURE_BYTES = 64
KEY_BYTES = 32
MARK_BYTES = 8
MOST_BYTES = 300
"""Signature and head together: what a QR of level M holds at 69 modules, which 58 mm paper prints at 3 dots each."""

Instant = Annotated[int, msgspec.Meta(ge=0, lt=1 << 33)]
"""Seconds since 1970, UTC: a head is not the journal, and a second is all that paper tells."""

Count = Annotated[int, msgspec.Meta(ge=0, lt=1 << 53)]


class NotASlip(KnownError):
    """A text that is no code of a slip, or one too damaged to be read."""

    def __init__(self) -> None:
        super().__init__("Mã này không phải mã của biên nhận, hoặc đã hỏng. Quét lại tờ giấy, vuốt phẳng chỗ có mã.")


class Forged(KnownError):
    """A head whose signature is not its key's: altered, or never signed."""

    def __init__(self) -> None:
        super().__init__("Chữ ký trong mã của biên nhận không đúng. Không dùng mã này; giữ tờ giấy và hỏi nơi đã cấp.")


class Owner(msgspec.Struct, frozen=True, array_like=True, forbid_unknown_fields=True):
    """The dossier's owner as far as a head has room."""

    name: Annotated[str, msgspec.Meta(min_length=1)]
    id_number: str = ""
    birth_year: Annotated[int, msgspec.Meta(ge=1800, lt=2200)] | None = None
    phone: str = ""


class Place(msgspec.Struct, frozen=True, array_like=True, forbid_unknown_fields=True):
    """Where the reception stands in the journal of its desk."""

    epoch: Annotated[bytes, msgspec.Meta(min_length=8, max_length=8)]
    seq: Count


class Number(msgspec.Struct, frozen=True, array_like=True, forbid_unknown_fields=True):
    """Its number in the register of dossiers."""

    volume: str
    year: Count
    number: Count


class SlipHead(msgspec.Struct, frozen=True, array_like=True, forbid_unknown_fields=True):
    """What is signed; `owner`, `place`, `number`, `clerk` and the sums are the office copy's alone.

    `key` is the public half of the signing key, so that a stranger can tell an altered slip from an unknown desk.
    """

    code: str
    id: Annotated[bytes, msgspec.Meta(min_length=16, max_length=16)]
    key: Annotated[bytes, msgspec.Meta(min_length=KEY_BYTES, max_length=KEY_BYTES)]
    received: Instant
    due: Instant | None
    procedure_code: str
    mark: Annotated[bytes, msgspec.Meta(min_length=MARK_BYTES, max_length=MARK_BYTES)]
    owner: Owner | None = None
    place: Place | None = None
    number: Number | None = None
    papers: Count = 0
    fee_vnd: Count = 0
    clerk: str = ""

    @property
    def dossier_id(self) -> UUID:
        """The dossier's identity."""
        return UUID(bytes=self.id)

    @property
    def received_at(self) -> datetime:
        """When it was taken in."""
        return datetime.fromtimestamp(self.received, UTC)

    @property
    def due_at(self) -> datetime | None:
        """When its result was promised; None where no date was."""
        return datetime.fromtimestamp(self.due, UTC) if self.due is not None else None

    @property
    def person(self) -> Person | None:
        """The owner as a person; None on a citizen's slip."""
        owner = self.owner
        return Person(name=owner.name, id_number=owner.id_number, phone=owner.phone) if owner else None

    @property
    def entry(self) -> BookEntry | None:
        """Its line in the register of dossiers."""
        number = self.number
        if number is None:
            return None
        return BookEntry(kind=BookKind.DOSSIERS, volume=number.volume, year=number.year, number=number.number)

    def names(self, name: str) -> bool:
        """Whether the slip was signed for somebody of this name; marks and capitals do not matter."""
        return mark_of(self.id, name) == self.mark


_HEAD = msgspec.msgpack.Decoder(SlipHead)
"""Made at import: several threads open slips, and msgspec learns a type at its first use (dossiers/reading.py)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SlipProofs:
    """The texts of the signed codes on both copies of a receipt."""

    office_copy: str = ""
    citizen_copy: str = ""


UNSIGNED = SlipProofs()
"""Of a receipt that nobody signs."""


def prove(dossier: Dossier, place: Place | None, key: "Ed25519PrivateKey") -> SlipProofs:
    """Sign the heads of both copies; `place` is where the reception stands in the journal."""
    head = _head(dossier, place, key.public_key().public_bytes_raw())
    bare = msgspec.structs.replace(head, owner=None, place=None, number=None, papers=0, fee_vnd=0, clerk="")
    return SlipProofs(office_copy=sign(_within_room(head), key), citizen_copy=sign(bare, key))


def sign(head: SlipHead, key: "Ed25519PrivateKey") -> str:
    """The text of a signed head."""
    payload = msgspec.msgpack.encode(head)
    return PREFIX + base45.encode(key.sign(PURPOSE + payload) + payload)


def open_slip(text: str) -> SlipHead:
    """The head a text carries, its signature proven by the key it names; whose key that is, is another question.

    Raises NotASlip for any other text, Forged for a wrong signature.
    """
    if not is_slip(text) or len(text) > 2 * MOST_BYTES:
        raise NotASlip
    try:
        data = base45.decode(_bare(text)[len(PREFIX) :])
        head = _HEAD.decode(data[SIGNATURE_BYTES:])
        instants = head.received_at, head.due_at
    except (msgspec.MsgspecError, ValueError, OverflowError, OSError) as error:
        raise NotASlip from error
    if day_of(head.code) is None or not all(instant is None or instant.year < 2200 for instant in instants):
        raise NotASlip
    _verify(head.key, data[SIGNATURE_BYTES:], data[:SIGNATURE_BYTES])
    return head


def is_slip(text: str) -> bool:
    """Whether a reading claims to be the signed code of a slip."""
    return _bare(text).startswith(PREFIX)


def _bare(text: str) -> str:
    """Without what readers and files add; a space may be the last letter of base45 itself."""
    return text.strip("\ufeff\0\r\n\t")


def mark_of(dossier_id: bytes, name: str) -> bytes:
    """What stands for a name on the citizen's slip: it proves a name that is known, and tells none that is not."""
    return sha256(dossier_id + fold_name(name).encode()).digest()[:MARK_BYTES]


def _head(dossier: Dossier, place: Place | None, key: bytes) -> SlipHead:
    owner, due, entry = dossier.owner, dossier.appointment.due_at, dossier.entry(BookKind.DOSSIERS)
    born = owner.birth_date.year if owner.birth_date else None
    return SlipHead(
        code=dossier.code, id=dossier.id.bytes, key=key, received=int(dossier.received_at.timestamp()),
        due=int(due.timestamp()) if due else None, procedure_code=dossier.procedure_code,
        mark=mark_of(dossier.id.bytes, owner.name), place=place, papers=len(dossier.papers),
        owner=Owner(name=nfc(owner.name), id_number=owner.id_number, birth_year=born, phone=owner.phone),
        number=Number(entry.volume, entry.year, entry.number) if entry else None, fee_vnd=dossier.fee_total_vnd,
        clerk=dossier.received_by,
    )  # fmt: skip


def _within_room(head: SlipHead) -> SlipHead:
    """The head in MOST_BYTES: what is also said elsewhere goes first, and of an endless name its end."""
    owner = head.owner
    assert owner is not None
    for changes in ({"clerk": ""}, {"place": None}, {"owner": msgspec.structs.replace(owner, phone="")}):
        if _size(head) <= MOST_BYTES:
            return head
        head = msgspec.structs.replace(head, **changes)
    name = owner.name.encode()
    room = len(name) - max(0, _size(head) - MOST_BYTES)
    if room == len(name):
        return head
    cut = name[: room - len("…".encode())].decode(errors="ignore") + "…"
    return msgspec.structs.replace(head, owner=msgspec.structs.replace(owner, name=cut, phone=""))


def _size(head: SlipHead) -> int:
    return SIGNATURE_BYTES + len(msgspec.msgpack.encode(head))


def _verify(key: bytes, payload: bytes, signature: bytes) -> None:
    from cryptography.exceptions import InvalidSignature
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

    try:
        Ed25519PublicKey.from_public_bytes(key).verify(signature, PURPOSE + payload)
    except (InvalidSignature, ValueError) as error:
        raise Forged from error
