"""One protocol for everything that delivers pages: list devices, scan a request, stop when told."""

import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

import msgspec

from scanning.events import FileRefused, Progress
from scanning.picture import ARCHIVE_FLOOR_DPI

PIPES_PREFIX = "pipes-"
"""How a driver names a temporary folder of named pipes, so that a later session can sweep it."""


class Source(StrEnum):
    """Where the device takes paper from."""

    FLATBED = "flatbed"
    FEEDER = "feeder"


class Device(msgspec.Struct, frozen=True):
    """A device as its driver names it and as the clerk knows it."""

    driver: str
    name: str
    label: str


class ScanRequest(msgspec.Struct, frozen=True, kw_only=True):
    """What to bring in: `device` for scanners, `paths` for files to import or the one folder to watch.

    `options` go to the device as they are (SANE option names without dashes). Raises ValueError under 200 dpi.
    """

    driver: str
    device: str = ""
    source: Source = Source.FLATBED
    resolution_dpi: int = 300
    colour: bool = True
    width_mm: int = 210
    height_mm: int = 297
    options: dict[str, str] = {}
    paths: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if self.resolution_dpi < ARCHIVE_FLOOR_DPI:
            raise ValueError(f"resolution_dpi is under the archive's floor of {ARCHIVE_FLOOR_DPI}")


@dataclass(frozen=True, slots=True)
class ScannedPage:
    """One page as encoded picture bytes (PNM or JPEG) that exist in memory only.

    `origin` names the source file's bytes where the source can deliver the same page twice after a crash.
    """

    data: bytes
    width_px: int
    height_px: int
    dpi: int
    origin: bytes = b""


@dataclass(frozen=True, slots=True)
class Watch:
    """The session's hand on a running driver: whether to stop, and whom to tell."""

    stopped: threading.Event
    tell: Callable[[Progress | FileRefused], None]


class Driver(Protocol):
    """A page source. `scan` yields a page, and is resumed only once that page is durable."""

    def list_devices(self) -> list[Device]:
        """Devices that answer now; raises ScanError where the driver cannot ask."""
        ...

    def scan(self, request: ScanRequest, watch: Watch) -> Iterator[ScannedPage]:
        """Pages until the source is empty or `watch.stopped`; raises ScanError on a fault."""
        ...
