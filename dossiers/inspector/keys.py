"""Opens `keys.json` by its published shape: Argon2id over the secret, X25519 over the box, AES-256-GCM, then HKDF."""

import hmac
import json
from base64 import b64decode
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from dossiers import recovery_words
from dossiers.errors import KnownError
from dossiers.inspector.finding import Finding, Part
from dossiers.names import nfc

KEYS_FILE = "keys.json"
KEY_BYTES = 32

Key = Callable[[str], bytes]
"""Purpose → its 32-byte key."""


class CannotOpen(Exception):
    """The key file does not open with what was given; says why in a sentence."""


class Secret(NamedTuple):
    """What opens a home: a user's passphrase or PIN (the first seat's where no name is given), or recovery words."""

    text: str
    name: str = ""
    recovery: bool = False


def open_keys(folder: Path, secret: Secret) -> Key:
    """The keys of a home or backup; counts no try, writes nothing. Raises CannotOpen."""
    try:
        keys = _read(folder)
        private, box, bound = _by_words(keys, secret) if secret.recovery else _by_seat(keys, secret)
        return derived(_opened(private, box, json.dumps([keys["home"], *bound]).encode()))
    except FileNotFoundError:
        raise CannotOpen("không có keys.json ở thư mục này.") from None
    except StopIteration:
        raise CannotOpen("không có người dùng này trong keys.json.") from None
    except InvalidTag:
        raise CannotOpen("mật khẩu hoặc khóa phục hồi chưa đúng, hoặc keys.json đã bị sửa.") from None
    except KnownError as error:
        raise CannotOpen(str(error)) from None
    except (ValueError, KeyError, TypeError):
        raise CannotOpen("keys.json bị hỏng, không đọc được.") from None


def derived(data_key: bytes) -> Key:
    """HKDF-SHA-256 (RFC 5869): one key a purpose."""
    return lambda purpose: _hkdf(data_key, None, f"motcua/{purpose}/1".encode())


def seats(folder: Path, key: Key) -> Iterator[Finding]:
    """Every seat's name, role and lock against what this home's own key vouched for."""
    keys = _read(folder)
    for slot in keys["slots"]:
        text = json.dumps([keys["home"], slot["name"], slot["role"], slot["machine"]]).encode()
        vouched = hmac.digest(key("seats"), text + b64decode(slot["box"]["public"]), "sha256")
        if not hmac.compare_digest(vouched, b64decode(slot["vouched"])):
            yield Finding(Part.KEYS, "tên, vai trò hoặc khóa của một người dùng đã bị sửa.")
    if way := keys["recovery"]:
        text = json.dumps([keys["home"], b64decode(way["box"]["public"]).hex(), way["made_at_ms"]]).encode()
        if not hmac.compare_digest(hmac.digest(key("recovery"), text, "sha256"), b64decode(way["vouched"])):
            yield Finding(Part.KEYS, "khóa phục hồi không phải do quầy này lập.")


def _read(folder: Path) -> dict[str, Any]:
    keys: dict[str, Any] = json.loads((folder / KEYS_FILE).read_bytes())
    return keys


def _by_seat(keys: dict[str, Any], secret: Secret) -> tuple[bytes, dict[str, str], list[object]]:
    slot = next(slot for slot in keys["slots"] if not secret.name or slot["name"] == secret.name)
    if slot["machine"]:
        raise CannotOpen("mật khẩu này chỉ mở được trên máy của quầy; dùng khóa phục hồi.")
    cost = slot["stretching"]
    stretched = Argon2id(
        salt=b64decode(slot["salt"]), length=KEY_BYTES, iterations=cost["passes"], lanes=cost["lanes"],
        memory_cost=cost["memory_kib"],
    ).derive(nfc(secret.text).encode())  # fmt: skip
    return _hkdf(stretched, None, b"motcua/slot/1"), slot["box"], [slot["name"], slot["role"], slot["machine"]]


def _by_words(keys: dict[str, Any], secret: Secret) -> tuple[bytes, dict[str, str], list[object]]:
    if not keys["recovery"]:
        raise CannotOpen("quầy này chưa lập khóa phục hồi.")
    private = _hkdf(recovery_words.read(secret.text), keys["home"].encode(), b"motcua/recovery/1")
    return private, keys["recovery"]["box"], ["recovery"]


def _opened(private: bytes, box: dict[str, str], bound: bytes) -> bytes:
    own, passing = X25519PrivateKey.from_private_bytes(private), b64decode(box["passing"])
    shared = own.exchange(X25519PublicKey.from_public_bytes(passing))
    info = b"motcua/box/1" + passing + own.public_key().public_bytes_raw()
    return AESGCM(_hkdf(shared, None, info)).decrypt(bytes(12), b64decode(box["sealed"]), bound)


def _hkdf(secret: bytes, salt: bytes | None, info: bytes) -> bytes:
    return HKDF(algorithm=SHA256(), length=KEY_BYTES, salt=salt, info=info).derive(secret)
