"""A publisher with its keys, and small versions of the program whose start is the real one."""

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import msgspec
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from installer.sign_release import make_bundle, name_keys
from sync.updates.installation import RELEASE_FILE, Installation, Release, this_platform

ROOT = Path(__file__).parents[2]
PROGRAM = Path(sys.executable).name
STARTS = """#!{python}
import sys
sys.path.insert(0, {root!r})
sys.executable = __file__
from desktop.cli import main
sys.exit(main())
"""
"""What the packaged program does, without carrying a Python of its own."""

BROKEN = "#!/bin/sh\nexit 3\n"


@dataclass(frozen=True)
class Publisher:
    """The offline root key, the release key, and the root's word on it."""

    root: Ed25519PrivateKey
    release: Ed25519PrivateKey
    keys: bytes

    @property
    def public(self) -> bytes:
        """What installations believe."""
        return public_half(self.root)

    def bundle(self, file: Path, new: Path, since: Sequence[Path] = (), *, whole: bool = False) -> Path:
        """A signed bundle of a version."""
        make_bundle(file, self.release, self.keys, new, list(since), whole=whole or not since)
        return file


def make_publisher() -> Publisher:
    """New keys, in the list number 1."""
    root, release = Ed25519PrivateKey.generate(), Ed25519PrivateKey.generate()
    return Publisher(root, release, name_keys(root, 1, (public_half(release),)))


def public_half(key: Ed25519PrivateKey) -> bytes:
    """32 bytes."""
    return key.public_key().public_bytes_raw()


def make_version(folder: Path, number: int, publisher: bytes, files: dict[str, bytes] | None = None, *,
                 program: str = STARTS) -> Installation:  # fmt: skip
    """A program folder as the set-up lays it down."""
    folder.mkdir(parents=True)
    start = folder / PROGRAM
    start.write_text(program.format(python=sys.executable, root=str(ROOT)), encoding="utf-8")
    start.chmod(0o755)
    for name, data in (files or {}).items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(data)
    release = Release(number=number, version=f"0.{number}.0", platform=this_platform(), publisher=publisher)
    (folder / RELEASE_FILE).write_bytes(msgspec.json.encode(release))
    return Installation(folder, release)
