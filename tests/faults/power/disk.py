"""A disk as a power cut may leave it: what was synced is there; of the rest, any part, torn at sectors of 512 bytes."""

import os
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

from tests.faults.power.record import Event, Recording

SECTOR_BYTES = 512


@dataclass(slots=True)
class Inode:
    """One file: what is durable, and what was done since in its order."""

    durable: bytearray = field(default_factory=bytearray)
    pending: list[Event] = field(default_factory=list)

    def sync(self) -> None:
        """Everything so far is durable."""
        for event in self.pending:
            _apply(self.durable, event)
        self.pending.clear()

    def survivors(self, random: Random, share: float) -> bytes:
        """What may be left: each later write whole, in part or not at all; nothing of them with a share of nought."""
        left = bytearray(self.durable)
        for event in self.pending:
            for piece in _pieces(event, random, share):
                _apply(left, piece)
        return bytes(left)


@dataclass(frozen=True, slots=True)
class Naming:
    """A change to a folder: `path` names `inode` from now on, or nothing."""

    path: str
    inode: Inode | None
    before: str = ""

    @property
    def folder(self) -> str:
        """The folder whose fsync makes it durable."""
        return str(Path(self.path).parent)


class Disk:
    """Replays a record; `image` writes down what a cut at this moment may leave."""

    def __init__(self, recording: Recording, believed: Callable[[str], bool] = lambda _path: True) -> None:
        """A disk that only claims to sync those paths that are not `believed`."""
        self._root = str(recording.folder)
        self._believed = believed
        self._names = {
            str(recording.folder / file.relative_to(recording.base)): Inode(bytearray(file.read_bytes()))
            for file in recording.base.rglob("*") if file.is_file()
        }  # fmt: skip
        self._durable_names = dict(self._names)
        self._pending_names: list[Naming] = []
        self._open: dict[int, str] = {}
        self._inodes: dict[int, Inode] = {}

    def happen(self, event: Event) -> None:
        """One recorded event."""
        match event.kind:
            case "O":
                self._opened(event)
            case "W" | "T" if event.file in self._inodes:
                self._inodes[event.file].pending.append(event)
            case "S":
                self._synced(event.file)
            case "R" | "U":
                self._renamed(*event.data.decode().split("\0"))
            case _:
                pass

    def path(self, file: int) -> str:
        """What a file descriptor is open on."""
        return self._open.get(file, "")

    def image(self, folder: Path, random: Random) -> None:
        """What is left in `folder` after a cut now; the names of files are changed in order, so a first part of the
        changes not yet synced survives.
        """
        share = random.choice((0.0, 0.5, 0.9, 1.0, random.random()))
        names = dict(self._durable_names)
        for naming in self._pending_names[: random.randint(0, len(self._pending_names))]:
            _rename(names, naming)
        for path, inode in names.items():
            place = folder / os.path.relpath(path, self._root)
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(inode.survivors(random, share))

    def _opened(self, event: Event) -> None:
        path, flags = event.data.decode(), event.place
        self._open[event.file] = path
        self._inodes.pop(event.file, None)
        if path not in self._names and flags & os.O_CREAT:
            self._names[path] = Inode()
            self._pending_names.append(Naming(path, self._names[path]))
        if path in self._names:
            self._inodes[event.file] = self._names[path]
            if flags & os.O_TRUNC:
                self._inodes[event.file].pending.append(Event("T", event.file, 0, b""))

    def _synced(self, file: int) -> None:
        path = self.path(file)
        if not self._believed(path):
            return
        if file in self._inodes:
            self._inodes[file].sync()
            return
        # A folder: the changes of its names are durable, and so are the earlier ones, for names change in order.
        last = max((n for n, naming in enumerate(self._pending_names, 1) if naming.folder == path), default=0)
        for naming in self._pending_names[:last]:
            _rename(self._durable_names, naming)
        del self._pending_names[:last]

    def _renamed(self, before: str, after: str) -> None:
        inode = self._names.get(before)
        if inode is not None:
            naming = Naming(after, inode, before) if after else Naming(before, None)
            _rename(self._names, naming)
            self._pending_names.append(naming)


def promised(events: Sequence[Event]) -> list[str]:
    """The codes told to people."""
    return [event.data.decode() for event in events if event.kind == "A"]


def _rename(names: dict[str, Inode], naming: Naming) -> None:
    names.pop(naming.before, None)
    if naming.inode is None:
        names.pop(naming.path, None)
    else:
        names[naming.path] = naming.inode


def _pieces(event: Event, random: Random, share: float) -> Iterator[Event]:
    """The parts of one write that reached the disk."""
    if random.random() < share:
        yield event
    elif share and event.kind == "W" and random.random() < 0.5:
        start = 0
        while start < len(event.data):
            end = min(len(event.data), start + SECTOR_BYTES - (event.place + start) % SECTOR_BYTES)
            if random.random() < 0.5:
                yield Event("W", event.file, event.place + start, event.data[start:end])
            start = end


def _apply(content: bytearray, event: Event) -> None:
    if event.kind == "T":
        del content[event.place :]
        content.extend(bytes(event.place - len(content)))
        return
    if len(content) < event.place:
        content.extend(bytes(event.place - len(content)))
    content[event.place : event.place + len(event.data)] = event.data
