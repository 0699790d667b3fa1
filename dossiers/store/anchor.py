"""A mark outside the database of how far its journal had come, so that an old copy put back is noticed."""

import hmac
import os
import struct
import sys
from dataclasses import dataclass
from pathlib import Path

from dossiers.store.durable import write_fault
from dossiers.store.ledger import Head

SLOT_BYTES = 512
"""One disk sector: a torn write spoils one of the two slots, never both."""

NOWHERE = Head(bytes(8), 0, bytes(32))
"""The mark of a home just restored: no journal ever stood there, so opening it begins a new epoch."""

_SHAPE = struct.Struct(">Q8sQ32s32s")


@dataclass(frozen=True, slots=True)
class Mark:
    """Where the journal stood, and on which machine (a keyed hash of its name)."""

    head: Head
    machine: bytes


class Anchor:
    """Two slots written in turn, each sealed by HMAC; the newer sound one counts.

    Writing costs no fsync, so after a power cut the mark may lag behind the journal. That is harmless: a journal
    ahead of its mark is sound, only one that does not contain the mark is an old copy.
    """

    def __init__(self, path: Path, key: bytes) -> None:
        self._path = path
        self._key = key
        self._turn = 0

    def read(self) -> Mark | None:
        """The newest mark; None when there is none that this home wrote."""
        try:
            data = self._path.read_bytes()
        except FileNotFoundError:
            return None
        slots = [data[start : start + SLOT_BYTES] for start in (0, SLOT_BYTES)]
        sound = [_SHAPE.unpack(slot[: _SHAPE.size]) for slot in slots if self._sound(slot)]
        if not sound:
            return None
        self._turn, epoch, seq, head_hash, machine = max(sound)
        return Mark(Head(epoch, seq, head_hash), machine)

    def write(self, head: Head, machine: bytes, *, durable: bool = False) -> None:
        """Put the mark; `durable` also waits for the disk."""
        self._turn += 1
        body = _SHAPE.pack(self._turn, head.epoch, head.seq, head.hash, machine)
        slot = (body + hmac.digest(self._key, body, "sha256")).ljust(SLOT_BYTES, b"\0")
        try:
            handle = os.open(self._path, os.O_RDWR | os.O_CREAT | getattr(os, "O_BINARY", 0), 0o600)
            try:
                os.lseek(handle, self._turn % 2 * SLOT_BYTES, os.SEEK_SET)
                os.write(handle, slot)
                if durable:
                    os.fsync(handle)
            finally:
                os.close(handle)
        except OSError as error:
            raise write_fault(error) from error

    def fingerprint(self, machine: str) -> bytes:
        """A machine's name as the mark keeps it."""
        return hmac.digest(self._key, (machine or machine_name()).encode(), "sha256")

    def _sound(self, slot: bytes) -> bool:
        body, seal = slot[: _SHAPE.size], slot[_SHAPE.size : _SHAPE.size + 32]
        return len(slot) > _SHAPE.size and hmac.compare_digest(hmac.digest(self._key, body, "sha256"), seal)


def machine_name() -> str:
    """What tells this installation from others: systemd's machine-id, or Windows' MachineGuid."""
    if sys.platform == "win32":
        import winreg

        with winreg.OpenKey(winreg.HKEY_LOCAL_MACHINE, r"SOFTWARE\Microsoft\Cryptography") as key:
            return str(winreg.QueryValueEx(key, "MachineGuid")[0])
    path = Path("/etc/machine-id")
    return path.read_text(encoding="ascii").strip() if path.exists() else ""
