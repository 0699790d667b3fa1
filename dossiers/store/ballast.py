"""Ballast: room kept back on the disk, thrown overboard when it is full so that records can still be closed."""

import os
from contextlib import suppress
from pathlib import Path

from dossiers.store.durable import free_bytes

BALLAST_BYTES = 64 * 1024 * 1024


class Ballast:
    """One file of no content; it exists only to be given up."""

    def __init__(self, path: Path, size: int = BALLAST_BYTES) -> None:
        self._path = path
        self._size = size

    def take(self) -> None:
        """Keep the room back, where the disk has twice as much to spare; a disk without it is no fault here."""
        if self._path.exists() or free_bytes(self._path.parent) < 2 * self._size:
            return
        with suppress(OSError), self._path.open("wb") as file:
            if hasattr(os, "posix_fallocate"):
                os.posix_fallocate(file.fileno(), 0, self._size)
            else:
                file.truncate(self._size)

    def give_up(self) -> bool:
        """Free the room; False when there was none left to free."""
        held = self._path.exists() and self._path.stat().st_size > 0
        self._path.unlink(missing_ok=True)
        return held
