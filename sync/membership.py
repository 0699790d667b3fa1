"""Who this desk is to its province: its key, the province's key and where to reach it, kept in the encrypted store."""

import base64
from dataclasses import dataclass
from typing import TYPE_CHECKING

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from sync import protocol
from sync.client import REPLY_TIMEOUT_S, Client
from sync.faults import NotEnrolled
from sync.sealing import SEAL_BYTES, seal

if TYPE_CHECKING:
    from dossiers.store.desk import Desk

DEVICE_KEY = "device_key"
PROVINCE_KEY = "province_key"
PROVINCE_URL = "province_url"
PROVINCE_CA = "province_ca"
REFERENCE_KEY = "reference_key"
"""The public half of the province's offline key; pinned once, and no server can change it."""

INTAKE_KEYS = "intake_keys"
"""The age keys of the province's intake, one a line: what a stick carries is sealed to them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Membership:
    """What it takes to speak with the province and to believe it."""

    device: bytes
    key: Ed25519PrivateKey
    province_key: bytes


def device_key(desk: "Desk") -> Ed25519PrivateKey:
    """This desk's signing key, made when first asked for."""
    stored = desk.wire.get(DEVICE_KEY)
    if stored is None:
        stored = Ed25519PrivateKey.generate().private_bytes_raw()
        desk.wire.set(DEVICE_KEY, stored)
    return Ed25519PrivateKey.from_private_bytes(stored)


def authorization(member: Membership, method: str, path: str, sent_at: int, offset: int = 0) -> str:
    """The header under which a desk asks about a file's bytes; `sent_at` is its own clock in ms."""
    text = protocol.request_text(method, path, sent_at, offset)
    signature = seal(member.key, protocol.REQUEST, text)[:SEAL_BYTES]
    return f"MC1 {_b64(member.device)}.{sent_at}.{_b64(signature)}"


def membership(desk: "Desk") -> Membership:
    """This desk's membership; raises NotEnrolled."""
    province_key = desk.wire.get(PROVINCE_KEY)
    if province_key is None:
        raise NotEnrolled
    return Membership(
        device=desk.journal.epochs()[-1].device, key=device_key(desk), province_key=province_key
    )


def connect(desk: "Desk", timeout_s: float = REPLY_TIMEOUT_S) -> Client:
    """A client for the province this desk is enrolled with; raises NotEnrolled."""
    url = desk.wire.get(PROVINCE_URL)
    if not url:
        raise NotEnrolled
    return Client(url.decode(), desk.wire.get(PROVINCE_CA) or None, timeout_s)


def _b64(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()
