"""Revoke a desk in two steps: sign beside the reference key, far from any line; then hand the file to the server."""

import argparse
import json

from dossiers.clock import system_clock, to_ms
from dossiers.errors import InvalidInput, KnownError

KEY_BYTES, DEVICE_BYTES = 32, 16


def sign(options: argparse.Namespace) -> int:
    """Write the signed file; needs the key and no server."""
    from pathlib import Path

    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    from sync import revocation

    for name in ("reference_key", "contact", "out"):
        if not getattr(options, name):
            raise InvalidInput("Để ký thu hồi cần đủ --reference-key, --contact và --out.", field=name)
    secret = Path(options.reference_key).read_bytes()
    if len(secret) != KEY_BYTES:
        raise KnownError("Tệp khóa tham chiếu không đúng dạng.")
    device = read_device(options.sign_revocation)
    key = Ed25519PrivateKey.from_private_bytes(secret)
    options.out.write_bytes(revocation.sign(key, device, options.contact, to_ms(system_clock())))
    sentence = f"Đã ký thu hồi máy {device.hex()[:8]}. Mang tệp {options.out} tới máy chủ, chạy --install-revocation."
    print(json.dumps({"device": device.hex()}) if options.json else sentence)
    return 0


def install(options: argparse.Namespace) -> int:
    """Hand the signed file to the server's database."""
    from sync.province.revocation import install as put
    from sync.province.server import open_database

    database = open_database(options.database or None, options.folder)
    try:
        device = put(database, options.install_revocation.read_bytes())
    finally:
        database.close()
    sentence = f"Đã thu hồi máy {device.hex()[:8]}. Máy sẽ tự khóa ở lần kết nối tới."
    print(json.dumps({"device": device.hex()}) if options.json else sentence)
    return 0


def read_device(text: str) -> bytes:
    """A device's identity as the page shows it, in hex; raises InvalidInput."""
    try:
        device = bytes.fromhex(text)
    except ValueError:
        device = b""
    if len(device) != DEVICE_BYTES:
        raise InvalidInput("Mã máy là 32 chữ số hex.", field="sign_revocation")
    return device
