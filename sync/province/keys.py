"""The province's keys in its folder: the one it signs with, and the one that opens what comes on a stick."""

import os
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from dossiers.errors import KnownError

NAME = "province.key"
KEY_BYTES = 32
INTAKE_NAME, RECIPIENTS_NAME = "intake.key", "intake.pub"
MOST_RECIPIENTS = 2
NO_INTAKE_KEY = "Không có khóa mở gói USB (tệp intake.key) ở đây. Mang tệp khóa từ nơi cất giữ đến rồi làm lại."


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


def intake_recipients(folder: Path) -> tuple[str, ...]:
    """The age keys that bundles are sealed to, one a line in `intake.pub`; made with their identity at first start.

    Only this file need lie at the server. The identity, `intake.key` in age's own format, may be kept elsewhere
    until a stick arrives; a second recipient, kept apart as a reserve, is a second line.
    """
    from pyrage import x25519

    public, secret = folder / RECIPIENTS_NAME, folder / INTAKE_NAME
    if not public.exists():
        folder.mkdir(parents=True, exist_ok=True)
        if not secret.exists():
            _write_once(secret, f"{x25519.Identity.generate()}\n".encode())
        identities = (x25519.Identity.from_str(line) for line in intake_identities(folder))
        _write_once(public, "".join(f"{identity.to_public()}\n" for identity in identities).encode())
    return _lines(public)[:MOST_RECIPIENTS]


def intake_identities(folder: Path) -> tuple[str, ...]:
    """The age identities that open bundles; raises KnownError where their file is elsewhere."""
    file = folder / INTAKE_NAME
    if not file.exists():
        raise KnownError(NO_INTAKE_KEY)
    return _lines(file)


def _lines(file: Path) -> tuple[str, ...]:
    """The lines of a file of age keys, without its remarks."""
    lines = (line.strip() for line in file.read_text(encoding="ascii").splitlines())
    return tuple(line for line in lines if line and not line.startswith("#"))


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
