"""What a backup says it holds, sealed by the office that made it; and the backups that lie in a folder."""

import hmac
import re
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import msgspec

from dossiers.errors import KnownError
from dossiers.reading import read_json, read_small
from dossiers.store.compare import Figures
from dossiers.store.durable import write_whole
from dossiers.store.vault import KEYS_FILE, Vault

MANIFEST_FILE = "manifest.json"
FILES_FOLDER = "files"
STAMP = re.compile(r"\d{8}-\d{6}")
"""How a finished backup is named: when it was begun, in local time."""


class Manifest(msgspec.Struct, frozen=True, kw_only=True):
    """What a backup says it holds; no name and no number of a person is in it."""

    format: str
    made_at: datetime
    figures: Figures
    files: int
    files_in: str = FILES_FOLDER
    """The folder beside it where its scans and slips lie, shared by all backups under one data key."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """A backup as its own manifest describes it, before anybody has opened it."""

    folder: Path
    made_at: datetime
    dossiers: int
    files: int


def write_manifest(place: Path, manifest: Manifest, vault: Vault) -> None:
    """The manifest with its HMAC on a second line."""
    body = msgspec.json.encode(manifest)
    write_whole(place / MANIFEST_FILE, [body, b"\n", _seal(body, vault).encode(), b"\n"])


def read_manifest(place: Path, vault: Vault) -> Manifest:
    """A manifest that this office wrote; raises KnownError for any other."""
    try:
        body, seal, _ = read_small(place / MANIFEST_FILE).split(b"\n")
        if hmac.compare_digest(seal.decode("ascii"), _seal(body, vault)):
            return msgspec.json.decode(body, type=Manifest)
    except (OSError, ValueError):
        pass
    raise damaged_backup()


def finished_in(folder: Path) -> list[Path]:
    """Where the finished backups of one desk lie, the newest first."""
    return sorted((place for place in folder.iterdir() if STAMP.fullmatch(place.name)), reverse=True)


def told_of(place: Path) -> Manifest:
    """What a backup says of itself, to be believed once it is opened; raises OSError or MsgspecError."""
    return read_json(read_small(place / MANIFEST_FILE).partition(b"\n")[0], Manifest)


def backups_in(folder: Path) -> tuple[Listed, ...]:
    """The finished backups at a place, the newest first: `folder` itself is one, or holds them, or holds their folder.

    What they say of themselves is believed only once one is opened.
    """
    try:
        below = [each for each in folder.iterdir() if each.is_dir() and not each.name.startswith(".")]
        places = [folder, *below, *(each for place in below for each in place.iterdir() if STAMP.fullmatch(each.name))]
    except OSError:
        return ()
    found = [listed for place in places if (listed := _listed(place)) is not None]
    return tuple(sorted(found, key=lambda each: each.made_at, reverse=True))


def damaged_backup() -> KnownError:
    """The sentence for a backup that does not hold what it says."""
    return KnownError("Bản sao lưu này bị hỏng hoặc thiếu. Không có gì bị ghi đè. Chọn bản sao lưu trước đó.")


def _listed(place: Path) -> Listed | None:
    if not (place / KEYS_FILE).exists():
        return None
    try:
        told = told_of(place)
    except (OSError, msgspec.MsgspecError):
        return None
    return Listed(folder=place, made_at=told.made_at, dossiers=told.figures.dossiers, files=told.files)


def _seal(body: bytes, vault: Vault) -> str:
    return hmac.digest(vault.key("backup-manifest"), body, "sha256").hex()
