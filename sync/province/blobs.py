"""Scans on the province's disk: written at an offset, made durable, verified by their hash before they are seen."""

import asyncio
import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from hashlib import sha256
from pathlib import Path

from sqlalchemy import select, update

from dossiers.clock import Clock, to_ms
from dossiers.store.durable import sync_folder
from sync.province.database import Database
from sync.province.schema import blob

SYNC_EVERY_BYTES = 256 << 10
READ_BYTES = 1 << 20


class Overlong(Exception):
    """More bytes than the file was declared to have."""


class BlobStore:
    """A folder of verified files, each under its SHA-256, and a folder of those still arriving."""

    def __init__(self, folder: Path, database: Database, clock: Clock) -> None:
        """Keep files under `folder`, which is made when missing."""
        self._verified = folder / "verified"
        self._arriving = folder / "arriving"
        self._database = database
        self._clock = clock
        self._stops: dict[bytes, asyncio.Event] = {}
        self._locks: dict[bytes, asyncio.Lock] = {}
        for place in (self._verified, self._arriving):
            place.mkdir(parents=True, exist_ok=True)

    def path(self, name: bytes) -> Path:
        """Where a verified file lies; nothing unverified is ever found here."""
        return self._verified / name.hex()[:2] / name.hex()

    def declared_size(self, name: bytes) -> int | None:
        """The size an op gave this file; None while no op has named it."""
        with self._database.reading() as connection:
            return connection.execute(select(blob.c.size).where(blob.c.sha256 == name)).scalar_one_or_none()

    def is_verified(self, name: bytes) -> bool:
        """Whether the whole file is here and its hash was right."""
        with self._database.reading() as connection:
            query = select(blob.c.verified_at).where(blob.c.sha256 == name)
            return connection.execute(query).scalar_one_or_none() is not None

    def offset(self, name: bytes, size: int, verified: bool) -> int:
        """How many bytes are held; a whole file is held only when it is verified."""
        if verified:
            return size
        file = self._arriving / name.hex()
        return min(file.stat().st_size, size) if file.exists() else 0

    @asynccontextmanager
    async def newest(self, name: bytes) -> AsyncIterator[asyncio.Event]:
        """Be the one writer of a file; the event is set as soon as a newer request wants it.

        The newest wins, because an older request for the same file is a connection its desk has given up
        (SYNC 2.5: two half-open writers made a 300 000-byte file 496 608 bytes long).
        """
        stop = asyncio.Event()
        if older := self._stops.get(name):
            older.set()
        self._stops[name] = stop
        lock = self._locks.setdefault(name, asyncio.Lock())
        try:
            async with lock:
                yield stop
        finally:
            if self._stops.get(name) is stop:
                del self._stops[name], self._locks[name]

    async def write(self, name: bytes, offset: int, size: int, chunks: AsyncIterator[bytes]) -> int:
        """Append what arrives from `offset` on and make it durable; returns the bytes held. Raises Overlong."""
        path = self._arriving / name.hex()
        path.touch(mode=0o600)
        unsynced = 0
        with path.open("r+b", buffering=0) as file:
            file.seek(offset)
            try:
                async for chunk in chunks:
                    if offset + len(chunk) > size:
                        raise Overlong
                    offset += file.write(chunk)
                    unsynced += len(chunk)
                    if unsynced >= SYNC_EVERY_BYTES:
                        await asyncio.to_thread(os.fsync, file.fileno())
                        unsynced = 0
            finally:
                os.fsync(file.fileno())
        return offset

    def settle(self, name: bytes) -> bool:
        """Verify a file that is whole: right, it becomes visible; wrong, it starts again from nothing."""
        file = self._arriving / name.hex()
        if _digest(file) != name:
            file.unlink()
            self._note(name, mismatches=blob.c.mismatches + 1)
            return False
        target = self.path(name)
        target.parent.mkdir(exist_ok=True)
        file.replace(target)
        for folder in (target.parent, self._verified, self._arriving):
            sync_folder(folder)
        self._note(name, verified_at=to_ms(self._clock()))
        return True

    def faults(self) -> tuple[str, ...]:
        """A sentence for each verified file that is missing or no longer itself."""
        with self._database.reading() as connection:
            names = connection.execute(select(blob.c.sha256).where(blob.c.verified_at.is_not(None))).scalars().all()
        return tuple(
            f"Tệp quét {name.hex()[:12]}… không còn nguyên vẹn trên máy chủ tỉnh."
            for name in names
            if not self.path(name).exists() or _digest(self.path(name)) != name
        )

    def _note(self, name: bytes, **values: object) -> None:
        with self._database.writing("") as connection:
            connection.execute(update(blob).where(blob.c.sha256 == name).values(**values))


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


def _digest(file: Path) -> bytes:
    digest = sha256()
    with file.open("rb") as source:
        while piece := source.read(READ_BYTES):
            digest.update(piece)
    return digest.digest()
