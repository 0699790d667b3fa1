"""The stick: room asked for first, written under another name, made durable, read back, and only then named."""

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from dossiers.store.durable import free_bytes, sync_folder
from sync.courier.envelope import BLOCK_BYTES, digest_of
from sync.courier.faults import StickFull, StickGone, StickLies, Unreadable, stick_fault
from sync.sealing import SEAL_BYTES

PART_SUFFIX = ".part"
PART_BYTES = 3_900_000_000
"""The largest file made: FAT32 holds none of 4 GiB."""

REMOVABLE_DRIVE = 2
"""DRIVE_REMOVABLE of GetDriveTypeW."""

MOUNTS = (Path("/media"), Path("/run/media"))


@contextmanager
def plainly() -> Iterator[None]:
    """Turn what the system says of a stick into a sentence."""
    try:
        yield
    except OSError as error:
        raise stick_fault(error) from error


def ask_room(folder: Path, needed_bytes: int) -> None:
    """Sweep away what an earlier try left, then refuse before a byte is written if it would not fit."""
    with plainly():
        if not folder.is_dir():
            raise StickGone
        for stale in folder.glob(f"*{PART_SUFFIX}"):
            stale.unlink()
        free = free_bytes(folder)
    if free < needed_bytes:
        raise StickFull(needed_bytes, free)


@contextmanager
def draft(target: Path) -> Iterator[BinaryIO]:
    """A file under another name, durable when the block is left; nothing stays of it when the block fails."""
    part = draft_of(target)
    try:
        with plainly(), part.open("w+b", buffering=BLOCK_BYTES) as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
    except BaseException:
        discard(target)
        raise


def draft_of(target: Path) -> Path:
    """Where a file lies until it is proven."""
    return target.with_name(target.name + PART_SUFFIX)


def discard(target: Path) -> None:
    """Take an unproven file away; a stick that is gone took it along."""
    with suppress(OSError):
        draft_of(target).unlink(missing_ok=True)


def read_back(path: Path, digest: bytes, tell: Callable[[int], None] = lambda _: None) -> None:
    """Read a written file from the stick itself, not from memory; raises StickLies where it differs."""
    with plainly(), path.open("rb", buffering=0) as file:
        forget_cached(file)
        size = os.fstat(file.fileno()).st_size
        try:
            found = digest_of(file, 0, size - SEAL_BYTES, tell)
        except Unreadable as error:
            raise StickLies from error
    if found != digest:
        raise StickLies


def forget_cached(file: BinaryIO) -> None:
    """Let the next read come from the stick; Windows reads a stick anew once it was pulled and plugged in again."""
    if sys.platform != "win32":
        os.posix_fadvise(file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)


def publish(target: Path) -> None:
    """Give a proven file its name."""
    with plainly():
        draft_of(target).replace(target)
        sync_folder(target.parent)


def removable() -> tuple[Path, ...]:
    """The sticks that are plugged in, as far as the system tells."""
    if sys.platform == "win32":
        import ctypes

        kernel = ctypes.windll.kernel32
        letters = (Path(f"{chr(letter)}:\\") for letter in range(ord("A"), ord("Z") + 1))
        return tuple(drive for drive in letters if kernel.GetDriveTypeW(str(drive)) == REMOVABLE_DRIVE)
    places = [place for mount in MOUNTS if mount.is_dir() for place in (*mount.glob("*"), *mount.glob("*/*"))]
    return tuple(sorted(place for place in places if place.is_mount()))
