"""The province's signing key: one file in its folder, readable by its owner only."""

import os
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from dossiers.errors import KnownError

NAME = "province.key"
KEY_BYTES = 32


def load_or_make(folder: Path) -> Ed25519PrivateKey:
    """The key in `folder`, made at first start; raises KnownError for a file that is no key."""
    file = folder / NAME
    if not file.exists():
        folder.mkdir(parents=True, exist_ok=True)
        _write_once(file, Ed25519PrivateKey.generate().private_bytes_raw())
    data = file.read_bytes()
    if len(data) != KEY_BYTES:
        raise KnownError("Tệp khóa của máy chủ tỉnh không đúng dạng. Hãy lấy lại tệp này từ bản sao lưu.")
    return Ed25519PrivateKey.from_private_bytes(data)


def _write_once(file: Path, data: bytes) -> None:
    # A half-written key must never be found under the final name, and a second server never replaces the first's.
    draft = file.with_suffix(f".{os.getpid()}")
    descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        os.write(descriptor, data)
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
    try:
        os.link(draft, file)
    except FileExistsError:
        pass
    finally:
        draft.unlink()
