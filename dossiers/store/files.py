"""Scans and slips on disk: named by a keyed hash, sealed chunk by chunk, durable before any op names them."""

import hmac
import secrets
from collections.abc import Callable, Iterator, Set
from contextlib import suppress
from datetime import timedelta
from hashlib import sha256
from pathlib import Path

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from dossiers.clock import Clock
from dossiers.errors import KnownError, NotFound
from dossiers.store.durable import TORN, DiskFull, free_bytes, write_whole
from dossiers.store.vault import Vault

MAGIC = b"MTQF1"
SALT_BYTES = 16
HEADER_BYTES = len(MAGIC) + SALT_BYTES
CHUNK_BYTES = 64 * 1024
TAG_BYTES = 16
KEEP_FREE_BYTES = 200 * 1024 * 1024
"""Below this, scans are refused so that records can still be closed (SYNC 3.3)."""

ORPHAN_AGE = timedelta(days=1)


class Files:
    """Content-addressed files of one home; a file is never changed, so writing it twice writes it once."""

    def __init__(self, folder: Path, vault: Vault, wanted: Callable[[], Set[str]], clock: Clock) -> None:
        """`wanted` tells which files something still names; the rest may be swept."""
        self.folder = folder
        self._wanted = wanted
        self._clock = clock
        self._key = vault.key("files")
        self._naming = vault.key("file-names")

    def put(self, data: bytes) -> str:
        """Keep bytes durably; returns their SHA-256 in hex. Raises DiskFull while little room is left."""
        digest = sha256(data)
        path = self.path(digest.hexdigest())
        if not path.exists():
            path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            if free_bytes(path.parent) < KEEP_FREE_BYTES + len(data):
                raise DiskFull("Ổ đĩa gần đầy nên chưa nhận thêm bản quét. Hồ sơ vẫn nhận được. Dọn bớt ổ đĩa.")
            write_whole(path, seal(data, self._key))
        return digest.hexdigest()

    def get(self, sha: str) -> bytes:
        """The exact bytes; raises NotFound, or KnownError for a file that is no longer what was written."""
        return self.prove(sha, self.path(sha))

    def prove(self, sha: str, path: Path) -> bytes:
        """The bytes of a sealed file wherever it lies, a backup's copy too; errors as `get`."""
        try:
            data = unseal(path.read_bytes(), self._key)
        except FileNotFoundError:
            raise NotFound("Không thấy tệp này trên máy.") from None
        except InvalidTag:
            data = b""
        if sha256(data).hexdigest() != sha:
            raise KnownError(
                "Một tệp đã lưu bị hỏng trên đĩa và không được dùng. "
                "Quét lại giấy tờ đó, hoặc khôi phục từ bản sao lưu."
            )
        return data

    def has(self, sha: str) -> bool:
        """Whether the file lies here."""
        return self.path(sha).exists()

    def size(self, sha: str) -> int:
        """The length of its bytes; raises NotFound."""
        try:
            sealed = self.path(sha).stat().st_size - HEADER_BYTES
        except FileNotFoundError:
            raise NotFound("Không thấy tệp này trên máy.") from None
        return sealed - TAG_BYTES * -(-sealed // (CHUNK_BYTES + TAG_BYTES))

    def path(self, sha: str) -> Path:
        """Where a file lies: a keyed hash, because plain SHA-256 would tell which public form it is."""
        name = hmac.digest(self._naming, bytes.fromhex(sha), "sha256").hex()
        return self.folder / name[:2] / name

    def clear_torn(self) -> Iterator[None]:
        """Take away what killed writes left, a step for each file looked at; nobody writes while a step is taken."""
        for folder in self.folder.glob("*"):
            for each in folder.iterdir():
                if each.name.endswith(TORN):
                    with suppress(OSError):  # held open by a scanner for viruses: it goes another day
                        each.unlink()
                yield

    def sweep(self) -> int:
        """Remove what nothing names and is older than a day, torn temporaries included; returns how many."""
        keep = {self.path(sha).name for sha in self._wanted()}
        oldest = (self._clock() - ORPHAN_AGE).timestamp()
        orphans = [p for p in self.folder.glob("*/*") if p.name not in keep and p.stat().st_mtime < oldest]
        for orphan in orphans:
            orphan.unlink()
        return len(orphans)


def seal(data: bytes, key: bytes) -> Iterator[bytes]:
    """Encrypt in 64 KB chunks under a key of the file's own.

    The counter and a last flag in the nonce let no chunk be dropped, repeated or moved (STREAM; Hoang,
    Reyhanitabar, Rogaway, Vizár 2015).
    """
    salt = secrets.token_bytes(SALT_BYTES)
    cipher = chunk_cipher(key, salt)
    starts = range(0, max(len(data), 1), CHUNK_BYTES)
    yield MAGIC + salt
    for index, start in enumerate(starts):
        yield cipher.encrypt(nonce(index, start == starts[-1]), data[start : start + CHUNK_BYTES], MAGIC)


def unseal(sealed: bytes, key: bytes) -> bytes:
    """The bytes that were sealed; raises InvalidTag for anything else."""
    if sealed[: len(MAGIC)] != MAGIC or len(sealed) < HEADER_BYTES + TAG_BYTES:
        raise InvalidTag
    cipher = chunk_cipher(key, sealed[len(MAGIC) : HEADER_BYTES])
    starts = range(HEADER_BYTES, len(sealed), CHUNK_BYTES + TAG_BYTES)
    return b"".join(
        cipher.decrypt(nonce(i, start == starts[-1]), sealed[start : start + CHUNK_BYTES + TAG_BYTES], MAGIC)
        for i, start in enumerate(starts)
    )


def chunk_cipher(key: bytes, salt: bytes) -> AESGCM:
    """AES-256-GCM under a key used for one file only, so counters may start at nought."""
    return AESGCM(HKDF(algorithm=SHA256(), length=32, salt=salt, info=b"motcua/file/1").derive(key))


def nonce(index: int, last: bool) -> bytes:
    """The 12-byte nonce of a chunk."""
    return index.to_bytes(11, "big") + bytes([last])
