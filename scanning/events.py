"""What a scanner session says while it works: frozen facts that cross the process border as JSON lines."""

from pathlib import Path
from typing import TypeAlias

import msgspec

from scanning.errors import Fault


class PageRead(msgspec.Struct, frozen=True, tag="page"):
    """A page is sealed and durable in the spool; `number` is 1-based within its folder."""

    number: int
    file: str
    width_px: int
    height_px: int
    dpi: int

    @property
    def path(self) -> Path:
        """Where the sealed page lies."""
        return Path(self.file)


class Progress(msgspec.Struct, frozen=True, tag="progress"):
    """How much has arrived of the page now under the lamp, or has passed of a search, 0–100."""

    percent: int


class Device(msgspec.Struct, frozen=True, tag="device"):
    """A device as its driver names it and as the clerk knows it.

    Said by a search for each device found, and by a scan whose device now goes by another name (a new address, a
    certificate seen for the first time): the desk keeps the name it was told last.
    """

    driver: str
    name: str
    label: str


class Waiting(msgspec.Struct, frozen=True, tag="waiting"):
    """The device is not ready for the reason given; the session waits by itself and goes on."""

    reason: Fault


class FileRefused(msgspec.Struct, frozen=True, tag="file-refused"):
    """A file could not be taken in and lies untouched where it was; the session goes on.

    `page` is the one that took too long or killed its reader, 0 where the whole file was refused.
    """

    file: str
    fault: Fault
    page: int = 0


class Opening(msgspec.Struct, frozen=True, tag="opening"):
    """A page is being decoded from here on, and what it is made of may have been made to take for ever.

    `file` is empty for a page that a device sent; `changed_ns` tells a file from a later one of the same name.
    """

    file: str
    page: int
    changed_ns: int = 0


class Opened(msgspec.Struct, frozen=True, tag="opened"):
    """The page that was being decoded is there, or was refused."""


class Finished(msgspec.Struct, frozen=True, tag="finished"):
    """The stack, the files or the watch came to its end; `pages` were read by this session."""

    pages: int
    cancelled: bool = False


class Failed(msgspec.Struct, frozen=True, tag="failed"):
    """The session ended on a fault; the `pages` read before it stay in the spool."""

    fault: Fault
    pages: int


Aside: TypeAlias = Progress | Waiting | Device | FileRefused | Opening | Opened
"""What a driver says besides its pages."""

ScanEvent: TypeAlias = PageRead | Aside | Finished | Failed
