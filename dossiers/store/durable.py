"""Put bytes on the disk so that a power cut leaves the old file or the new one, never half of one."""

import errno
import glob
import os
import secrets
import shutil
import sys
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from dossiers.errors import KnownError

TORN = ".tmp"
"""How a file that is being written is named at its end; what bears it and is not being written was torn."""

TORN_AFTER_S = 3600
"""No file takes an hour to write; another process may be writing the same one now, as two do the key file."""

REMOTE_DRIVE = 4
"""DRIVE_REMOTE of GetDriveTypeW."""


class DiskFull(KnownError):
    """The disk has no room left for what was to be written."""


def write_whole(path: Path, parts: Iterable[bytes]) -> None:
    """Write temp, fsync, rename, fsync the folder; raises DiskFull or KnownError with the old file untouched.

    What an earlier write of the same file left when it was killed goes with it.
    """
    temporary = path.with_name(f".{path.name}.{secrets.token_hex(4)}{TORN}")
    try:
        with temporary.open("xb") as file:
            file.writelines(parts)
            file.flush()
            os.fsync(file.fileno())
        _remove_torn(path, temporary.stat().st_mtime - TORN_AFTER_S)
        temporary.replace(path)
        sync_folder(path.parent)
    except OSError as error:
        temporary.unlink(missing_ok=True)
        raise write_fault(error) from error


def _remove_torn(path: Path, before: float) -> None:
    """By the file system's own clock, which a stick's may differ from."""
    for torn in path.parent.glob(f".{glob.escape(path.name)}.*{TORN}"):
        with suppress(OSError):  # gone meanwhile, or held open by a scanner for viruses: it goes another time
            if torn.stat().st_mtime < before:
                torn.unlink()


def sync_folder(folder: Path) -> None:
    """Make a rename durable; Windows has no such call and keeps its directory in its own journal."""
    if sys.platform == "win32":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def write_fault(error: OSError) -> KnownError:
    """The sentence for a write that failed."""
    if error.errno in {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}:
        return disk_full()
    return KnownError(
        "Không ghi được xuống đĩa ({reason}). Việc vừa làm chưa được lưu; những gì đã lưu vẫn nguyên. "
        "Kiểm tra ổ đĩa rồi làm lại.", reason=os.strerror(error.errno or 0),
    )  # fmt: skip


def disk_full() -> DiskFull:
    """The sentence for a full disk."""
    return DiskFull("Ổ đĩa đã đầy. Việc vừa làm chưa được lưu; mọi hồ sơ đã lưu vẫn nguyên. Dọn bớt ổ đĩa rồi làm lại.")


def free_bytes(folder: Path) -> int:
    """What the disk under a folder still takes, in bytes."""
    return shutil.disk_usage(folder).free


def refuse_remote(folder: Path) -> None:
    """A home lies on a disk of this machine: SQLite's WAL does not work over a network (sqlite.org/wal.html)."""
    if sys.platform == "win32":
        import ctypes

        if ctypes.windll.kernel32.GetDriveTypeW(folder.resolve().anchor) == REMOTE_DRIVE:
            raise KnownError("Thư mục dữ liệu nằm trên ổ mạng. Chọn một thư mục trên ổ đĩa của chính máy này.")
