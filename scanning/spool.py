"""Pages at rest between the scanner and the dossier: sealed with AES-256-GCM, durable before they are named.

A page's file name carries its number, size and resolution and is authenticated with the content, so a spool
can be listed without the key and a renamed file does not open.
"""

import hashlib
import hmac
import os
import re
import shutil
from pathlib import Path

from scanning.drivers import PIPES_PREFIX, ScannedPage
from scanning.errors import Fault, ScanError
from scanning.events import PageRead

KEY_BYTES = 32
_MAGIC = b"MCPG1\n"
_NONCE_BYTES = 12
_NAME = re.compile(r"(\d{5})-(\d+)x(\d+)-(\d+)(?:-([0-9a-f]{32}))?\.page")


def seal_page(folder: Path, page: ScannedPage, key: bytes) -> PageRead | None:
    """Write the page so that it survives a power cut, then name it; None where its origin is kept already.

    Raises ScanError(SPOOL_FULL) where the disk refuses.
    """
    import zstandard
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    origin = hmac.new(key, page.origin, hashlib.sha256).hexdigest()[:32] if page.origin else ""
    try:
        kept = recover(folder)
        if origin and any(origin in known.file for known in kept):
            return None
        number = max((known.number for known in kept), default=0) + 1
        size = f"{page.width_px}x{page.height_px}-{page.dpi}"
        path = folder / f"{number:05}-{size}{'-' if origin else ''}{origin}.page"
        nonce = os.urandom(_NONCE_BYTES)
        body = AESGCM(key).encrypt(nonce, zstandard.compress(page.data, 1), path.name.encode())
        _write_durably(path, _MAGIC + nonce + body)
    except OSError as error:
        raise ScanError(Fault.SPOOL_FULL) from error
    return PageRead(number, str(path), page.width_px, page.height_px, page.dpi)


def open_page(path: Path, key: bytes) -> bytes:
    """The page's encoded picture (see picture.decode); raises ScanError where it was lost or altered."""
    import zstandard

    try:
        return zstandard.decompress(_unseal(path, key))
    except zstandard.ZstdError as error:
        raise ScanError(Fault.SPOOL_UNREADABLE) from error


def reseal_page(path: Path, target: Path, key: bytes, fresh: bytes) -> bool:
    """Write the page at `target`, which bears the same name, under a fresh key; False where it does not open.

    Raises OSError where the disk refuses.
    """
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    try:
        packed = _unseal(path, key)
    except ScanError:
        return False
    nonce = os.urandom(_NONCE_BYTES)
    _write_durably(target, _MAGIC + nonce + AESGCM(fresh).encrypt(nonce, packed, target.name.encode()))
    return True


def _unseal(path: Path, key: bytes) -> bytes:
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    try:
        sealed = path.read_bytes()
        start = len(_MAGIC) + _NONCE_BYTES
        if not sealed.startswith(_MAGIC) or len(sealed) <= start:
            raise ScanError(Fault.SPOOL_UNREADABLE)
        return AESGCM(key).decrypt(sealed[len(_MAGIC) : start], sealed[start:], path.name.encode())
    except (OSError, InvalidTag) as error:
        raise ScanError(Fault.SPOOL_UNREADABLE) from error


def recover(folder: Path) -> list[PageRead]:
    """Pages kept in the folder, oldest first, whoever wrote them; none where there is no folder yet."""
    if not folder.is_dir():
        return []
    found = ((entry, _NAME.fullmatch(entry.name)) for entry in folder.iterdir())
    pages = [
        PageRead(int(name[1]), str(entry), int(name[2]), int(name[3]), int(name[4]))
        for entry, name in found
        if name is not None
    ]
    return sorted(pages, key=lambda page: page.number)


def sweep(folder: Path) -> None:
    """Make the folder ready: remove what a killed session left (unannounced drafts, sealed as well; pipes).

    Raises ScanError(SPOOL_FULL) where the folder cannot be used.
    """
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        for draft in folder.glob("*.part"):
            draft.unlink()
        for pipes in folder.glob(f"{PIPES_PREFIX}*"):
            shutil.rmtree(pipes)
    except OSError as error:
        raise ScanError(Fault.SPOOL_FULL) from error


def discard(path: Path) -> None:
    """Forget a page that is safe elsewhere; a page already gone is no fault."""
    path.unlink(missing_ok=True)


def _write_durably(path: Path, data: bytes) -> None:
    """Temporary file, fsync, rename, fsync of the folder (POSIX: the rename itself must reach the disk)."""
    draft = path.with_suffix(".part")
    with draft.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    draft.replace(path)
    _sync_folder(path.parent)


def _sync_folder(folder: Path) -> None:
    """Windows has no folder handles to sync; NTFS journals the rename."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
