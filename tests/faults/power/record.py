"""Record what a working desk does to its disk, by a small library loaded before libc."""

import os
import shutil
import struct
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from dossiers.store import vault_slots as vaults
from dossiers.store.vault import Vault, create_home
from tests.store.homes import CHIEF, OFFICE, SECRET, HandClock, open_desk

ROOT = Path(__file__).parents[3]
SOURCE = Path(__file__).with_name("recorder.c")
HEAD = struct.Struct("=ciQI")
TIMEOUT_S = 300


@dataclass(frozen=True, slots=True)
class Event:
    """One thing done to the disk, or a promise given to a person.

    `kind`: O(pen), W(rite), T(runcate), S(ync), C(lose), R(ename), U(nlink), D(irectory made), A(cknowledged).
    `place` is an offset, a size or the flags of an open.
    """

    kind: str
    file: int
    place: int
    data: bytes


@dataclass(frozen=True, slots=True)
class Recording:
    """A home as it was before, and all that was done to it since."""

    base: Path
    folder: Path
    events: tuple[Event, ...]
    vault: Vault


def compiler() -> str | None:
    """A C compiler, where this machine has one."""
    return shutil.which("gcc") or shutil.which("cc")


def record(folder: Path, deeds: int, *options: str) -> Recording:
    """Let a desk work in a process of its own, recorded; raises CalledProcessError when it fails."""
    home, base, log = folder / "home", folder / "base", folder / "record"
    vault = _prepared(home)
    shutil.copytree(home, base)
    library = folder / "recorder.so"
    build = [compiler() or "cc", "-shared", "-fPIC", "-O2", "-o", str(library), str(SOURCE), "-ldl"]
    subprocess.run(build, check=True, timeout=TIMEOUT_S)
    promises = folder / "promises"
    command = [sys.executable, "-m", "tests.faults.power.child", str(home), str(promises), str(deeds), *options]
    watched = {"LD_PRELOAD": str(library), "POWER_ROOT": str(home), "POWER_LOG": str(log), "POWER_ACK": str(promises)}
    subprocess.run(command, cwd=ROOT, env=os.environ | watched, check=True, timeout=TIMEOUT_S)
    return Recording(base, home, tuple(_read(log.read_bytes())), vault)


def _prepared(home: Path) -> Vault:
    clock = HandClock()
    usual, vaults.STRETCHING = vaults.STRETCHING, vaults.Stretching(memory_kib=64, passes=1, lanes=1)
    try:
        vault = create_home(home, CHIEF, SECRET, clock)
    finally:
        vaults.STRETCHING = usual
    desk = open_desk(home, clock, vault)
    desk.set_office(OFFICE)
    desk.close()
    return vault


def _read(data: bytes) -> Sequence[Event]:
    events, at = [], 0
    while at < len(data):
        kind, file, place, length = HEAD.unpack_from(data, at)
        at += HEAD.size
        events.append(Event(kind.decode(), file, place, data[at : at + length]))
        at += length
    return events
