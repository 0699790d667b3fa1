"""A seat's slot and the recovery key's: how a secret becomes a lock, and what proves that this home made it."""

import hmac
import json
import secrets
from dataclasses import replace

from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from dossiers.errors import InvalidInput, KnownError
from dossiers.names import nfc
from dossiers.people import Clerk
from dossiers.store.key_box import Box, RecoveryWay, public_of, seal_to
from dossiers.store.machine_key import find_machine_key
from dossiers.store.vault_file import Keys, Slot
from dossiers.store.vault_file import Stretching as Stretching

KEY_BYTES = 32
SHORTEST_SECRET = 6

STRETCHING = Stretching()


class Forged(KnownError):
    """A seat's name or role is not what it was made with: somebody edited the key file."""

    def __init__(self) -> None:
        super().__init__(
            "Vai trò của người dùng này trong tệp khóa không khớp với lúc lập, nên chưa đặt lại mật khẩu. "
            "Người quản trị xóa người dùng này rồi thêm lại."
        )


def seal(keys: Keys, clerk: Clerk, secret: str, data_key: bytes) -> Slot:
    """A way in for one user; raises InvalidInput for a secret too short to stretch."""
    if len(nfc(secret)) < SHORTEST_SECRET:
        raise InvalidInput("Mật khẩu hoặc mã PIN cần ít nhất {least} ký tự.", field="secret", least=SHORTEST_SECRET)
    if not nfc(clerk.name):
        raise InvalidInput("Chưa có tên người dùng.", field="name")
    machine = (keys.bound and find_machine_key(keys.home)) or b""
    salt = secrets.token_bytes(16)
    public = public_of(private_of(stretch(secret, salt, STRETCHING), machine))
    empty = Box(public=public, passing=b"", sealed=b"")
    slot = Slot(
        name=nfc(clerk.name), role=clerk.role, salt=salt, stretching=STRETCHING, box=empty, machine=bool(machine)
    )
    return put_in(keys.home, slot, data_key)


def put_in(home: str, slot: Slot, data_key: bytes) -> Slot:
    """The slot with this data key in its box, vouched for by it."""
    full = replace(slot, box=seal_to(slot.box.public, data_key, bound_to(home, slot)))
    return replace(full, vouched=vouch(home, full, data_key))


def reseal(keys: Keys, slot: Slot, secret: str, data_key: bytes) -> Slot:
    """The same seat under another secret; raises Forged where its name or role was edited in the file."""
    require_vouched(keys.home, slot, data_key)
    fresh = seal(keys, Clerk(name=slot.name, role=slot.role), secret, data_key)
    return replace(fresh, failures=slot.failures, failed_at_ms=slot.failed_at_ms)


def hand_on(home: str, slot: Slot, old: bytes, fresh: bytes) -> Slot:
    """The same slot with a new data key in it; raises Forged where somebody put a slot of their own into the file."""
    require_vouched(home, slot, old)
    return put_in(home, slot, fresh)


def recovery_way(home: str, public: bytes, made_at_ms: int, data_key: bytes) -> RecoveryWay:
    """The data key sealed to the recovery key's public half."""
    box = seal_to(public, data_key, bound_to_recovery(home))
    text = json.dumps([home, public.hex(), made_at_ms]).encode()
    vouched = hmac.digest(derive(data_key, "recovery"), text, "sha256")
    return RecoveryWay(box=box, made_at_ms=made_at_ms, vouched=vouched)


def hand_on_recovery(home: str, way: RecoveryWay, old: bytes, fresh: bytes) -> RecoveryWay:
    """The same words open the new data key; raises Forged where this home never made this way in."""
    own = recovery_way(home, way.box.public, way.made_at_ms, old)
    if not hmac.compare_digest(way.vouched, own.vouched):
        raise Forged
    return replace(recovery_way(home, way.box.public, way.made_at_ms, fresh), used_at_ms=way.used_at_ms)


def require_vouched(home: str, slot: Slot, data_key: bytes) -> None:
    """Raises Forged where a slot is not what this home's own key made."""
    if not hmac.compare_digest(slot.vouched, vouch(home, slot, data_key)):
        raise Forged


def vouch(home: str, slot: Slot, data_key: bytes) -> bytes:
    """What proves a seat's name, role and lock to whoever holds the data key (HMAC-SHA-256)."""
    text = bound_to(home, slot) + slot.box.public
    return hmac.digest(derive(data_key, "seats"), text, "sha256")


def derive(data_key: bytes, purpose: str) -> bytes:
    """The 32-byte key for one purpose (HKDF-SHA-256, RFC 5869)."""
    info = f"motcua/{purpose}/1".encode()
    return HKDF(algorithm=SHA256(), length=KEY_BYTES, salt=None, info=info).derive(data_key)


def stretch(secret: str, salt: bytes, cost: Stretching) -> bytes:
    """A secret stretched to 32 bytes (Argon2id, RFC 9106); the same letters give it however they were typed."""
    kdf = Argon2id(salt=salt, length=KEY_BYTES, iterations=cost.passes, lanes=cost.lanes, memory_cost=cost.memory_kib)
    return kdf.derive(nfc(secret).encode())


def opens(keys: Keys, slot: Slot, secret: str) -> bool:
    """Whether a secret is the one of this seat, on this machine; no try is counted."""
    machine = (slot.machine and find_machine_key(keys.home)) or b""
    return public_of(private_of(stretch(secret, slot.salt, slot.stretching), machine)) == slot.box.public


def private_of(stretched: bytes, machine: bytes) -> bytes:
    """The private half that opens a slot: of the secret alone, or of it and this machine's key, one useless alone."""
    return HKDF(algorithm=SHA256(), length=KEY_BYTES, salt=machine or None, info=b"motcua/slot/1").derive(stretched)


def recovery_private(home: str, key: bytes) -> bytes:
    """The private half of a recovery key, for one home only."""
    return HKDF(algorithm=SHA256(), length=KEY_BYTES, salt=home.encode(), info=b"motcua/recovery/1").derive(key)


def bound_to(home: str, slot: Slot) -> bytes:
    """What the seal also vouches for: nobody turns a clerk into an administrator with a text editor."""
    return json.dumps([home, slot.name, slot.role, slot.machine]).encode()


def bound_to_recovery(home: str) -> bytes:
    """The same for the recovery key, whose box fits no seat."""
    return json.dumps([home, "recovery"]).encode()
