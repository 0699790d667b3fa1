"""Scans on their way in: written at an offset, made durable, verified by their hash before they are seen."""

import asyncio
import os
import secrets
import sys
from collections.abc import AsyncIterator, Collection, Iterator, Sequence
from contextlib import asynccontextmanager, contextmanager
from hashlib import sha256
from io import FileIO
from itertools import takewhile
from pathlib import Path

from sqlalchemy import select, update

from dossiers.clock import Clock, to_ms
from dossiers.store.durable import sync_folder
from sync.protocol import BLOCK_BYTES
from sync.province.blob_store import FolderShelf, Shelf, digest, open_shelf
from sync.province.database import Database
from sync.province.schema import blob

SYNC_EVERY_BYTES = 256 << 10
MOST_MISMATCHES = 3
"""So often may a file come whole and wrong; after that a person scans the paper again."""

CLAIM_BYTES = 16


class Overlong(Exception):
    """More bytes than the file was declared to have."""


class BlobStore:
    """A folder of files still arriving, which several workers may share, and the shelf of those verified."""

    def __init__(self, folder: Path, database: Database, clock: Clock, shelf: Shelf | None = None) -> None:
        """Let files arrive in `folder`, which is made when missing; keep them there too unless a shelf is given."""
        self._arriving = folder / "arriving"
        self._shelf = shelf or FolderShelf(folder / "verified")
        self._database = database
        self._clock = clock
        self._stops: dict[bytes, asyncio.Event] = {}
        self._locks: dict[bytes, asyncio.Lock] = {}
        self._claims: dict[bytes, bytes] = {}
        self._arriving.mkdir(parents=True, exist_ok=True)

    def declared_size(self, name: bytes) -> int | None:
        """The size an op gave this file; None while no op has named it."""
        with self._database.reading() as connection:
            return connection.execute(select(blob.c.size).where(blob.c.sha256 == name)).scalar_one_or_none()

    def is_verified(self, name: bytes) -> bool:
        """Whether the whole file is here and its hash was right."""
        with self._database.reading() as connection:
            query = select(blob.c.verified_at).where(blob.c.sha256 == name)
            return connection.execute(query).scalar_one_or_none() is not None

    def size_for(self, name: bytes, unit: str) -> int | None:
        """The size of a verified file that this unit has sent; None for any other."""
        query = select(blob.c.size).where(
            blob.c.sha256 == name, blob.c.unit == unit, blob.c.verified_at.is_not(None)
        )  # fmt: skip
        with self._database.reading() as connection:
            return connection.execute(query).scalar_one_or_none()

    def read(self, name: bytes, start: int) -> Iterator[bytes]:
        """The bytes of a verified file from an offset on; raises ShelfAway."""
        return self._shelf.read(name, start)

    def refused(self, names: Collection[bytes]) -> tuple[bytes, ...]:
        """Those of the files that came whole and wrong too often to be taken by the line again."""
        wrong = blob.c.verified_at.is_(None) & (blob.c.mismatches >= MOST_MISMATCHES)
        with self._database.reading() as connection:
            query = select(blob.c.sha256).where(self._database.among(blob.c.sha256, names), wrong)
            return tuple(connection.execute(query).scalars())

    def offset(self, name: bytes, size: int, verified: bool) -> int:
        """How many bytes are held; a whole file is held only when it is verified. Raises ShelfAway.

        One that is whole and not verified lost its server, or its shelf, just then: it is settled now.
        """
        if verified:
            return size
        file = self._arriving / name.hex()
        held = min(file.stat().st_size, size) if file.exists() else 0
        if held < size:
            return held
        return size if self.settle(name) else 0

    @asynccontextmanager
    async def newest(self, name: bytes) -> AsyncIterator[asyncio.Event]:
        """Be the one writer of a file; the event is set as soon as a newer request wants it.

        The newest wins, because an older request for the same file is a connection its desk has given up
        (SYNC 2.5: two half-open writers made a 300 000-byte file 496 608 bytes long). A writer in another worker
        finds its claim taken over before its next block.
        """
        stop = asyncio.Event()
        if older := self._stops.get(name):
            older.set()
        self._stops[name] = stop
        lock = self._locks.setdefault(name, asyncio.Lock())
        try:
            async with lock:
                self._claim(name)
                yield stop
        finally:
            if self._stops.get(name) is stop:
                del self._stops[name], self._locks[name]
                self._claims.pop(name, None)

    async def write(self, name: bytes, offset: int, size: int, chunks: AsyncIterator[bytes]) -> int:
        """Append what arrives from `offset` on and make it durable; returns the bytes held. Raises Overlong."""
        unsynced = 0
        if offset == 0:
            self._wrong_file(name).unlink(missing_ok=True)
        with (self._arriving / name.hex()).open("r+b", buffering=0) as file:
            file.seek(offset)
            try:
                async for chunk in chunks:
                    if offset + len(chunk) > size:
                        raise Overlong
                    with _alone(file):
                        if self._claim_file(name).read_bytes() != self._claims[name]:
                            break
                        offset += file.write(chunk)
                    unsynced += len(chunk)
                    if unsynced >= SYNC_EVERY_BYTES:
                        await asyncio.to_thread(os.fsync, file.fileno())
                        unsynced = 0
            finally:
                os.fsync(file.fileno())
        return offset

    def settle(self, name: bytes) -> bool:
        """Verify a file that is whole: right, it becomes visible; wrong, it starts again from nothing or as mended.

        Two workers may settle one file at once: whoever comes second finds it on the shelf. Raises ShelfAway.
        """
        file = self._arriving / name.hex()
        try:
            with file.open("rb") as source:
                right = digest(source) == name
            if right:
                self._shelf.put(name, file)
        except FileNotFoundError:
            right = self._shelf.holds(name)
        if not right:
            self._set_aside(name)
            self._note(name, mismatches=blob.c.mismatches + 1)
            return False
        self._claim_file(name).unlink(missing_ok=True)
        self._note(name, verified_at=to_ms(self._clock()))
        return True

    def mend(self, name: bytes, blocks: Sequence[bytes]) -> None:
        """Take back what is right of a file that came wrong: all before the first block that has another hash."""
        wrong = self._wrong_file(name)
        if not wrong.exists():
            return
        with wrong.open("r+b") as file:
            right = sum(1 for _ in takewhile(lambda block: sha256(file.read(BLOCK_BYTES)).digest() == block, blocks))
            file.truncate(right * BLOCK_BYTES)
            os.fsync(file.fileno())
        # Whoever still writes this file stops before the next block.
        self._claim_file(name).write_bytes(secrets.token_bytes(CLAIM_BYTES))
        wrong.replace(self._arriving / name.hex())
        sync_folder(self._arriving)

    def faults(self) -> tuple[str, ...]:
        """A sentence for each verified file that is missing or no longer itself."""
        with self._database.reading() as connection:
            names = connection.execute(select(blob.c.sha256).where(blob.c.verified_at.is_not(None))).scalars().all()
        return tuple(
            f"Tệp quét {name.hex()[:12]}… không còn nguyên vẹn trên máy chủ tỉnh."
            for name in names
            if not self._shelf.is_sound(name)
        )

    def _set_aside(self, name: bytes) -> None:
        """Keep a long file that is wrong until its desk says which blocks are right, or begins anew."""
        file = self._arriving / name.hex()
        if file.exists() and file.stat().st_size > BLOCK_BYTES:
            file.replace(self._wrong_file(name))
        else:
            file.unlink(missing_ok=True)

    def _wrong_file(self, name: bytes) -> Path:
        return self._arriving / f"{name.hex()}.wrong"

    def _claim_file(self, name: bytes) -> Path:
        return self._arriving / f"{name.hex()}.claim"

    def _claim(self, name: bytes) -> None:
        """From here on every other worker's writer of this file stops before its next block."""
        path = self._arriving / name.hex()
        path.touch(mode=0o600)
        claim = secrets.token_bytes(CLAIM_BYTES)
        with path.open("r+b", buffering=0) as file, _alone(file):
            self._claim_file(name).write_bytes(claim)
        self._claims[name] = claim

    def _note(self, name: bytes, **values: object) -> None:
        with self._database.writing("") as connection:
            connection.execute(update(blob).where(blob.c.sha256 == name).values(**values))


def open_store(folder: Path, database: Database, clock: Clock, scans: str = "") -> BlobStore:
    """The store whose verified files lie at an `s3://` URL, or in the folder; raises InvalidInput or KnownError."""
    return BlobStore(folder, database, clock, open_shelf(scans, folder / "verified"))


@contextmanager
def _alone(file: FileIO) -> Iterator[None]:
    """No other worker writes this file or its claim meanwhile; on Windows there is one worker."""
    if sys.platform == "win32":
        yield
        return
    import fcntl

    fcntl.flock(file, fcntl.LOCK_EX)
    try:
        yield
    finally:
        fcntl.flock(file, fcntl.LOCK_UN)


async def until(stop: asyncio.Event, chunks: AsyncIterator[bytes]) -> AsyncIterator[bytes]:
    """The chunks as they come, ending at once when `stop` is set, however long the line stays silent."""
    stopped = asyncio.ensure_future(stop.wait())
    try:
        while True:
            arriving = asyncio.ensure_future(anext(chunks, None))
            await asyncio.wait({arriving, stopped}, return_when=asyncio.FIRST_COMPLETED)
            if not arriving.done():
                arriving.cancel()
                return
            chunk = arriving.result()
            if chunk is None:
                return
            yield chunk
    finally:
        stopped.cancel()

