"""Reference packs of a province: make the offline key, sign a pack beside it, publish the signed file elsewhere."""

import argparse
import json
import os
from pathlib import Path

from desktop.console.homes import default_home
from dossiers.errors import InvalidInput, KnownError

KEY_BYTES = 32
SIGNED = ("catalogue", "holidays", "forms", "desk_keys", "update")


def arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `motcua pack`: signing needs the key and no server, publishing the server's folder and no key."""
    what = parser.add_mutually_exclusive_group(required=True)
    what.add_argument("--make-key", type=Path, metavar="FILE", help="make the reference key, on a machine without line")
    what.add_argument("--trust", metavar="HEX", help="tell the province's server the public half of the key, once")
    what.add_argument("--sign", choices=SIGNED, help="sign the content of a file")
    what.add_argument("--list-keys", type=Path, metavar="FILE", help="write the desks' keys, to be signed as desk_keys")
    what.add_argument("--publish", type=Path, metavar="FILE", help="put a signed pack on the server's shelf")
    parser.add_argument("--key", type=Path, metavar="FILE", help="the reference key, with --sign")
    parser.add_argument("--number", type=int, help="larger than any before, with --sign")
    parser.add_argument("--content", type=Path, metavar="FILE", help="JSON, with --sign")
    parser.add_argument("--out", type=Path, metavar="FILE", help="where the signed pack goes, with --sign")
    parser.add_argument("--folder", type=Path, default=default_home().with_name("motcua-province"))
    parser.add_argument("--database", default="", metavar="URL", help="PostgreSQL URL (default: SQLite in the folder)")
    parser.add_argument("--json", action="store_true", help="answer as JSON")


def run(options: argparse.Namespace) -> int:
    """Do the one thing asked for."""
    if options.make_key:
        facts, sentence = make_key(options.make_key)
    elif options.sign:
        facts, sentence = sign(options)
    else:
        facts, sentence = tell_province(options)
    print(json.dumps(facts, ensure_ascii=False) if options.json else sentence)
    return 0


def make_key(file: Path) -> tuple[dict[str, object], str]:
    """A new key in a file only its owner can read; an existing file is never written over."""
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    key = Ed25519PrivateKey.generate()
    try:
        descriptor = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError as error:
        raise InvalidInput("Đã có tệp này; không ghi đè lên một khóa.", field="make_key") from error
    with os.fdopen(descriptor, "wb") as opened:
        opened.write(key.private_bytes_raw())
    public = key.public_key().public_bytes_raw().hex()
    return {"public_key": public}, (
        f"Khóa tham chiếu đã tạo. Cất tệp này ngoài mạng, có bản sao ở nơi khác. Khóa công khai: {public}"
    )


def sign(options: argparse.Namespace) -> tuple[dict[str, object], str]:
    """Sign the content; raises InvalidInput for content that no desk could use, and writes nothing then."""
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    from sync.packs import digest, sign_pack

    for name in ("key", "number", "content", "out"):
        if getattr(options, name) is None:
            raise InvalidInput("Để ký cần đủ --key, --number, --content và --out.", field=name)
    secret = options.key.read_bytes()
    if len(secret) != KEY_BYTES:
        raise KnownError("Tệp khóa tham chiếu không đúng dạng.")
    key = Ed25519PrivateKey.from_private_bytes(secret)
    sealed = sign_pack(key, options.sign, options.number, options.content.read_bytes())
    options.out.write_bytes(sealed)
    facts: dict[str, object] = {"name": options.sign, "number": options.number, "sha256": digest(sealed)}
    return facts, f"Đã ký {options.sign} số {options.number}: SHA-256 {digest(sealed)}."


def tell_province(options: argparse.Namespace) -> tuple[dict[str, object], str]:
    """Pin the key at the server, list the desks' keys, or publish."""
    from sync.province.desk_keys import list_keys
    from sync.province.packs import publish, set_reference_key
    from sync.province.server import open_database

    database = open_database(options.database or None, options.folder)
    try:
        if options.publish:
            ref = publish(database, options.publish.read_bytes())
            return {"name": ref.name, "number": ref.number}, f"Đã công bố {ref.name} số {ref.number}."
        if options.list_keys:
            options.list_keys.write_bytes(listed := list_keys(database))
            return {"keys": len(json.loads(listed))}, "Đã ghi danh sách khóa. Ký bằng --sign desk_keys rồi công bố."
        set_reference_key(database, public_half(options.trust))
        return {"trusted": True}, "Từ nay máy ghi danh mới sẽ ghim khóa tham chiếu này."
    finally:
        database.close()


def public_half(text: str) -> bytes:
    """The 32 bytes of a public key; raises InvalidInput."""
    try:
        return bytes.fromhex(text)
    except ValueError as error:
        raise InvalidInput("Khóa công khai là 64 chữ số hex.", field="trust") from error
