"""A watched folder: what a copier's scan-to-folder drops there becomes pages, each file taken exactly once."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import TypeAlias

from scanning.documents import SUFFIXES, read_bytes
from scanning.drivers import ScannedPage, ScanRequest, Watch
from scanning.drivers.files import fatal_pages, file_pages
from scanning.errors import Fault, ScanError
from scanning.events import FileRefused

_LOOK_EVERY_S = 0.4
_STILL_LOOKS = 2
"""A file is whole once its size and time stood still for this many looks: copiers write slowly."""

Stamp: TypeAlias = tuple[int, int]


class FolderDriver:
    """Watches the one folder of `request.paths` until told to stop."""

    def scan(self, request: ScanRequest, watch: Watch) -> Iterator[ScannedPage]:
        """Pages of every whole file, oldest name first; the file goes once all its pages are durable."""
        folder = Path(request.paths[0])
        looks: dict[Path, tuple[Stamp, int]] = {}
        while not watch.stopped.is_set():
            looks = _look(folder, looks)
            for path in sorted(looks):
                if looks[path][1] == _STILL_LOOKS and not watch.stopped.is_set():
                    yield from _take(path, watch)
            watch.stopped.wait(_LOOK_EVERY_S)


def _look(folder: Path, before: dict[Path, tuple[Stamp, int]]) -> dict[Path, tuple[Stamp, int]]:
    """Each document's size and time, and for how many looks they have stood still."""
    try:
        entries = [entry for entry in folder.iterdir() if entry.suffix.lower() in SUFFIXES]
    except OSError as error:
        raise ScanError(Fault.FOLDER_MISSING) from error
    looks = {}
    for entry in entries:
        stamp = _stamp(entry)
        if stamp is not None:
            known, count = before.get(entry, (stamp, -1))
            looks[entry] = (stamp, count + 1 if known == stamp else 0)
    return looks


def _stamp(entry: Path) -> Stamp | None:
    """None for what is no file, is hidden or still empty, or has just gone."""
    try:
        facts = entry.stat()
    except OSError:
        return None
    if entry.name.startswith(".") or not entry.is_file() or not facts.st_size:
        return None
    return facts.st_size, facts.st_mtime_ns


def _take(path: Path, watch: Watch) -> Iterator[ScannedPage]:
    """The file's pages, then the file itself is removed; one that cannot be read is told and left alone.

    The pages carry the file's bytes as their origin: after a crash between page and removal the file is
    read again, and the spool knows its pages. A file with a page over which a child was lost stays.
    """
    try:
        data = read_bytes(path)
        for number, page in file_pages(str(path), data, watch):
            yield replace(page, origin=b"%d:" % number + data)
        if not fatal_pages(str(path), watch):
            path.unlink()
    except OSError:
        watch.tell(FileRefused(str(path), Fault.ACCESS_DENIED))
    except ScanError as error:
        watch.tell(FileRefused(str(path), error.fault))
