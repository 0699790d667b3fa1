"""The update bundle: a signed list of files, and the contents this or that installation lacks, named by their hash.

    keys                          which keys sign releases, sealed by the publisher's offline root key
    manifest                      every file of the version with its SHA-256, sealed by one of those keys
    files/<sha256>.zst            a whole file
    patches/<old>-<new>.zst       a file as what changed since another that may be here

A folder of these, or a ZIP that stores them. Nothing in it expires: a stick may arrive a year late, and an older
version is refused by its number.
"""

import re
import zipfile
from collections.abc import Iterable
from pathlib import Path
from typing import Annotated

import msgspec

from sync.protocol import Digest, Message, open_message
from sync.sealing import BadSeal, Garbled
from sync.updates.faults import BadSignature, NoPublisher, NotNewer, OtherPlatform, Unreadable
from sync.updates.installation import RELEASE_FILE, Choice, Number, Release

KEYS_PURPOSE = b"motcua/update-keys/1"
MANIFEST_PURPOSE = b"motcua/update/1"
KEYS, MANIFEST = "keys", "manifest"
MAX_HEAD_BYTES = 4 << 20
MAX_FILE_BYTES = 256 << 20
MAX_FILES = 20_000
MAX_TREE_BYTES = 4 << 30

PART = re.compile(r"(?:files/[0-9a-f]{64}|patches/[0-9a-f]{64}-[0-9a-f]{64})\.zst")
_SAFE_PATH = re.compile(r"[A-Za-z0-9_.+@=,() -]{1,120}(/[A-Za-z0-9_.+@=,() -]{1,120}){0,15}")


class ReleaseKeys(Message, frozen=True):
    """The root key's word on who signs releases; a list with a larger number replaces the one before."""

    number: Number
    keys: Annotated[tuple[Digest, ...], msgspec.Meta(min_length=1, max_length=8)]


class File(msgspec.Struct, frozen=True, array_like=True):
    """One file of a version; `path` with forward slashes, below the version's folder."""

    path: str
    sha256: Digest
    size: Annotated[int, msgspec.Meta(ge=0, le=MAX_FILE_BYTES)]
    program: bool = False


class Manifest(Message, frozen=True):
    """A version: what it is called, where it runs, and all its files."""

    number: Number
    version: Annotated[str, msgspec.Meta(max_length=40)]
    platform: Annotated[str, msgspec.Meta(max_length=40)]
    files: Annotated[tuple[File, ...], msgspec.Meta(min_length=1, max_length=MAX_FILES)]
    notes: Annotated[str, msgspec.Meta(max_length=4000)] = ""


class Head(Message, frozen=True):
    """The two sealed parts that say everything of an update but its contents."""

    keys: bytes
    manifest: bytes


class Bundle:
    """A folder or a ZIP with the parts of an update."""

    def __init__(self, path: Path) -> None:
        """Raises Unreadable where there is no such thing."""
        self.path = path
        try:
            self._zip = None if path.is_dir() else zipfile.ZipFile(path)
        except (OSError, zipfile.BadZipFile) as error:
            raise Unreadable from error
        self._names = frozenset(self._zip.namelist()) if self._zip else frozenset()

    def has(self, name: str) -> bool:
        """Whether it carries a part of this name."""
        return (self.path / name).is_file() if self._zip is None else name in self._names

    def read(self, name: str, most: int) -> bytes | None:
        """A part; None where the bundle has none of that name. Raises Unreadable beyond `most` bytes."""
        try:
            data = self._from_folder(name, most) if self._zip is None else self._from_zip(self._zip, name, most)
        except (OSError, EOFError, zipfile.BadZipFile, NotImplementedError, RuntimeError) as error:
            raise Unreadable from error
        if data is not None and len(data) > most:
            raise Unreadable
        return data

    def head(self) -> Head:
        """Its two sealed parts; raises Unreadable."""
        keys, manifest = self.read(KEYS, MAX_HEAD_BYTES), self.read(MANIFEST, MAX_HEAD_BYTES)
        if keys is None or manifest is None:
            raise Unreadable
        return Head(keys=keys, manifest=manifest)

    def parts(self) -> tuple[str, ...]:
        """The names of its contents."""
        if self._zip is None:
            names = frozenset(f"{file.parent.name}/{file.name}" for file in self.path.glob("*/*.zst"))
        else:
            names = self._names
        return tuple(sorted(filter(PART.fullmatch, names)))

    def close(self) -> None:
        """Let go of the file."""
        if self._zip is not None:
            self._zip.close()

    def _from_folder(self, name: str, most: int) -> bytes | None:
        try:
            with (self.path / name).open("rb") as file:
                return file.read(most + 1)
        except FileNotFoundError:
            return None

    def _from_zip(self, archive: zipfile.ZipFile, name: str, most: int) -> bytes | None:
        try:
            part = archive.getinfo(name)
        except KeyError:
            return None
        if part.compress_type != zipfile.ZIP_STORED or part.file_size > most:
            raise Unreadable
        return archive.read(part)


def by_content(digests: Iterable[tuple[str, bytes]]) -> dict[bytes, list[str]]:
    """Each content once, with the paths it lies at."""
    paths: dict[bytes, list[str]] = {}
    for path, digest in digests:
        paths.setdefault(digest, []).append(path)
    return paths


def whole_name(sha256: bytes) -> str:
    """Where a whole file lies in a bundle."""
    return f"files/{sha256.hex()}.zst"


def patch_name(old: bytes, new: bytes) -> str:
    """Where what changed between two files lies in a bundle."""
    return f"patches/{old.hex()}-{new.hex()}.zst"


def open_head(head: Head, here: Release, choice: Choice) -> tuple[Manifest, ReleaseKeys]:
    """The manifest, where everything about it is right for the installation `here`, and newer than what is in use.

    Raises NoPublisher, BadSignature, Unreadable, OtherPlatform or NotNewer.
    """
    manifest, keys = believe(head, here.publisher, choice.keys)
    if manifest.platform != here.platform:
        raise OtherPlatform(manifest.platform)
    if manifest.number <= max(here.number, choice.number):
        raise NotNewer(manifest.version)
    return manifest, keys


def believe(head: Head, publisher: bytes, keys_known: int = 0) -> tuple[Manifest, ReleaseKeys]:
    """The manifest, under the seals that begin at the publisher's root key; raises UpdateFault."""
    if not publisher:
        raise NoPublisher
    try:
        keys = open_message(publisher, KEYS_PURPOSE, head.keys, ReleaseKeys)
        if keys.number < keys_known:
            raise BadSignature
        manifest = _under_one_of(keys.keys, head.manifest)
    except Garbled as error:
        raise Unreadable from error
    except BadSeal as error:
        raise BadSignature from error
    check_files(manifest.files)
    return manifest, keys


def check_files(files: tuple[File, ...]) -> None:
    """Each path stays inside the version's folder on every system, and is there once; raises Unreadable."""
    paths = [file.path for file in files]
    safe = all(_SAFE_PATH.fullmatch(path) and not {".", ".."} & set(path.split("/")) for path in paths)
    once = len({path.casefold() for path in paths}) == len(paths)
    if not safe or not once or RELEASE_FILE in paths or sum(file.size for file in files) > MAX_TREE_BYTES:
        raise Unreadable


def _under_one_of(keys: tuple[bytes, ...], sealed: bytes) -> Manifest:
    for key in keys[:-1]:
        try:
            return open_message(key, MANIFEST_PURPOSE, sealed, Manifest)
        except BadSeal:
            continue
    return open_message(keys[-1], MANIFEST_PURPOSE, sealed, Manifest)
