"""Rescue codes on their way to the province: sealed to its intake key, so that no server reads what it keeps."""

import secrets
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated

import msgspec

from dossiers.clock import Clock, to_ms
from dossiers.ids import CROCKFORD
from sync import protocol
from sync.client import Client
from sync.exchange import NONCE_BYTES
from sync.faults import Deceived, NotTheProvince
from sync.membership import INTAKE_KEYS, Membership, membership
from sync.progress import Ask
from sync.protocol import Identity, Number, Word
from sync.sealing import BadSeal, Garbled, pack, unpack

if TYPE_CHECKING:
    from dossiers.store.desk import Desk

PURPOSE = b"motcua/rescue/1"
PATH = "/v1/rescue"
LABEL_LETTERS = 4
FEWEST = 4
"""With fewer codes left than this a desk asks for new ones."""

DESK_LETTERS = 8
"""So much of a desk's identity is read out; the pages of the province show as much."""


class RescueCodes(protocol.Message, frozen=True, rename={"device": "dev"}):
    """A set of codes for the province to keep: `sealed` is an age file that holds `Codes`."""

    device: Identity
    label: Word
    sealed: Annotated[bytes, msgspec.Meta(max_length=4 << 10)]
    sent_at: Number
    nonce: Identity


class RescueKept(protocol.Message, frozen=True, rename={"request": "re"}):
    """The province holds the set durably."""

    request: bytes
    label: str


class Codes(protocol.Message, frozen=True):
    """What is sealed: the set's own name again, so that no set passes for another, and its codes in order."""

    label: Word
    codes: tuple[Word, ...]


@dataclass(frozen=True, slots=True)
class Drawn:
    """A set just drawn, and what it takes to send it."""

    member: Membership
    label: str
    codes: tuple[str, ...]
    recipients: tuple[str, ...]


def renew(ask: Ask, client: Client, clock: Clock) -> bool:
    """Give the province new codes where too few are left; they are good here once it has proven that it holds them.

    Raises LineFault. A province of an older version keeps none, and that is no fault.
    """
    drawn = ask(_draw)
    if drawn is None:
        return False
    body = _request(drawn, clock)
    try:
        raw = client.post(PATH, body)
    except NotTheProvince:
        return False
    _prove(drawn, body, raw)
    desk = drawn.member.device.hex()[:DESK_LETTERS]
    ask(lambda opened: opened.vault.keep_rescue(desk, drawn.label, drawn.codes))
    return True


def _draw(desk: "Desk") -> Drawn | None:
    """A new set; None while enough codes are left, or there is no key to seal them to."""
    from dossiers.store.rescue import new_codes, rescue_set

    recipients = tuple(filter(_is_key, (desk.wire.get(INTAKE_KEYS) or b"").decode().split()))
    left = rescue_set(desk.home)
    if not recipients or (left and len(left.slots) >= FEWEST):
        return None
    label = "".join(secrets.choice(CROCKFORD) for _ in range(LABEL_LETTERS))
    return Drawn(membership(desk), label, new_codes(), recipients)


def _is_key(recipient: str) -> bool:
    """Whether something can be sealed to it; a province that wrote another thing has no rescue codes."""
    import pyrage

    try:
        pyrage.x25519.Recipient.from_str(recipient)
    except pyrage.RecipientError:
        return False
    return True


def _request(drawn: Drawn, clock: Clock) -> bytes:
    import pyrage

    plain = msgspec.json.encode(Codes(label=drawn.label, codes=drawn.codes))
    keys = [pyrage.x25519.Recipient.from_str(recipient) for recipient in drawn.recipients]
    message = RescueCodes(
        device=drawn.member.device, label=drawn.label, sealed=pyrage.encrypt(plain, keys), sent_at=to_ms(clock()),
        nonce=secrets.token_bytes(NONCE_BYTES),
    )  # fmt: skip
    return pack(protocol.seal_message(drawn.member.key, PURPOSE, message))


def _prove(drawn: Drawn, body: bytes, raw: bytes) -> None:
    """Believe only what the pinned province signed for this very request; raises Deceived."""
    try:
        kept = protocol.open_message(
            drawn.member.province_key, PURPOSE, unpack(raw, protocol.MAX_PLAIN_BYTES), RescueKept
        )
    except (BadSeal, Garbled) as error:
        raise Deceived from error
    if (kept.request, kept.label) != (protocol.fingerprint(body), drawn.label):
        raise Deceived
