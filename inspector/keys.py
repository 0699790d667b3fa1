"""Opens `keys.json` by its published shape: Argon2id over the secret, AES-256-GCM over the data key, then HKDF."""

import json
from base64 import b64decode
from collections.abc import Callable
from pathlib import Path
from typing import Any

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from dossiers.names import nfc

KEYS_FILE = "keys.json"
KEY_BYTES = 32

Key = Callable[[str], bytes]
"""Purpose → its 32-byte key."""


class CannotOpen(Exception):
    """The key file does not open with what was given; says why in a sentence."""


def open_keys(folder: Path, name: str, secret: str) -> Key:
    """The keys of a home or backup for a user (the first seat where no name is given); counts no try, writes nothing.

    Raises CannotOpen.
    """
    try:
        keys: dict[str, Any] = json.loads((folder / KEYS_FILE).read_bytes())
        slot = next(slot for slot in keys["slots"] if not name or slot["name"] == name)
        return derived(_unwrap(keys["home"], slot, secret))
    except FileNotFoundError:
        raise CannotOpen("không có keys.json ở thư mục này.") from None
    except StopIteration:
        raise CannotOpen("không có người dùng này trong keys.json.") from None
    except InvalidTag:
        raise CannotOpen("mật khẩu chưa đúng, hoặc keys.json đã bị sửa.") from None
    except (ValueError, KeyError, TypeError):
        raise CannotOpen("keys.json bị hỏng, không đọc được.") from None


def derived(data_key: bytes) -> Key:
    """HKDF-SHA-256 (RFC 5869): one key a purpose."""

    def key(purpose: str) -> bytes:
        info = f"motcua/{purpose}/1".encode()
        return HKDF(algorithm=SHA256(), length=KEY_BYTES, salt=None, info=info).derive(data_key)

    return key


def _unwrap(home: str, slot: dict[str, Any], secret: str) -> bytes:
    cost = slot["stretching"]
    stretched = Argon2id(
        salt=b64decode(slot["salt"]), length=KEY_BYTES, iterations=cost["passes"], lanes=cost["lanes"],
        memory_cost=cost["memory_kib"],
    ).derive(nfc(secret).encode())  # fmt: skip
    bound = json.dumps([home, slot["name"], slot["role"]]).encode()
    return AESGCM(stretched).decrypt(b64decode(slot["nonce"]), b64decode(slot["sealed"]), bound)
