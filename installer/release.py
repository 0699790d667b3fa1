"""Write into a packaged tree which release it is:  python -m installer.release [TREE] [--trial].

What an installation says of itself (`release.json` beside the program) decides which updates it takes: those with a
larger number, under the publisher's root key. installer/release.json holds both, and the root key's own list of release
keys: by it a build knows that somebody holds the key it ships. Without them only a trial is built, by that name, and no
update ever reaches it.
"""

import argparse
import sys
import tomllib
from pathlib import Path
from typing import Annotated

import msgspec
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from sync.protocol import open_message
from sync.sealing import BadSeal, Garbled
from sync.updates.bundle import KEYS_PURPOSE, ReleaseKeys
from sync.updates.installation import RELEASE_FILE, Number, Release, this_platform

ROOT = Path(__file__).parents[1]
FACTS = ROOT / "installer" / "release.json"
KEY_BYTES = 32
WHAT_TO_DO = "docs/install.md, For the publisher, says how; --trial builds what is only for trying."

Hex = Annotated[str, msgspec.Meta(pattern="^([0-9a-f]{2})*$")]


class Facts(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """installer/release.json: the number, the root key's public half, and what `name-keys` printed."""

    number: Number
    publisher: Hex
    keys: Hex


class NotForRelease(Exception):
    """What would be shipped could be updated by nobody, or by anybody."""


def read_facts() -> Facts:
    """What is committed; raises msgspec.ValidationError."""
    return msgspec.json.decode(FACTS.read_bytes(), type=Facts)


def publisher_keys(facts: Facts) -> tuple[bytes, ...]:
    """The root key's public half and the release keys it names, proven; raises NotForRelease."""
    if not facts.publisher:
        raise NotForRelease(f"installer/release.json names no publisher: nobody could sign an update. {WHAT_TO_DO}")
    publisher = bytes.fromhex(facts.publisher)
    try:
        named = open_message(publisher, KEYS_PURPOSE, bytes.fromhex(facts.keys), ReleaseKeys)
    except (BadSeal, Garbled) as error:
        said = 'The "keys" of installer/release.json are not signed by its "publisher": perhaps nobody holds that key.'
        raise NotForRelease(f"{said} {WHAT_TO_DO}") from error
    return (publisher, *named.keys)


def check_no_private_half(tree: Path, public: tuple[bytes, ...]) -> None:
    """Raises NotForRelease where a file of the tree is one of these keys' private halves, as `make-key` writes it."""
    for file in tree.rglob("*"):
        if file.is_file() and file.stat().st_size == KEY_BYTES:
            key = Ed25519PrivateKey.from_private_bytes(file.read_bytes())
            if key.public_key().public_bytes_raw() in public:
                inside = file.relative_to(tree)
                raise NotForRelease(f"{inside} is a private key: anybody could sign updates. Make new keys.")


def name_release(tree: Path | None, platform: str, facts: Facts, *, trial: bool) -> None:
    """Write the tree's file; without a tree only see whether it could be written. Raises NotForRelease."""
    public = () if trial else publisher_keys(facts)
    if tree is None:
        return
    check_no_private_half(tree, public)
    version = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"]
    publisher = public[0] if public else b""
    release = Release(number=facts.number, version=version, platform=platform, publisher=publisher)
    (tree / RELEASE_FILE).write_bytes(msgspec.json.encode(release) + b"\n")


def main() -> None:
    """Write the file, or say why this may not be released."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("tree", type=Path, nargs="?", help="without it, only see whether this could be released")
    parser.add_argument("--trial", action="store_true", help="for trying only: no update will be believed")
    parser.add_argument("--platform", default=this_platform(), help="linux-x86_64, linux-aarch64 or windows-x86_64")
    options = parser.parse_args()
    try:
        name_release(options.tree, options.platform, read_facts(), trial=options.trial)
    except NotForRelease as error:
        sys.exit(str(error))


if __name__ == "__main__":
    main()
