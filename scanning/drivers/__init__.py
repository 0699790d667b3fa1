"""One protocol for everything that delivers pages: find devices, scan a request, stop when told."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

import msgspec

from scanning.events import Aside, Device, Opened, Opening, PageRead
from scanning.picture import ARCHIVE_FLOOR_DPI

PIPES_PREFIX = "pipes-"
"""How a driver names a temporary folder of named pipes, so that a later session can sweep it."""

PAPER_SLACK_MM = 10
"""A4 asked of a glass of 290 mm is A4; beyond this the device does not take the paper."""


class Source(StrEnum):
    """Where the device takes paper from."""

    FLATBED = "flatbed"
    FEEDER = "feeder"


class ScanRequest(msgspec.Struct, frozen=True, kw_only=True):
    """What to bring in: `device` for scanners, `paths` for files to import or the one folder to watch.

    `options` go to the device as they are (SANE option names without dashes). Raises ValueError under 200 dpi.
    """

    driver: str
    device: str = ""
    source: Source = Source.FLATBED
    resolution_dpi: int = 300
    colour: bool = True
    both_sides: bool = False
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
    """The session's hand on a running driver: whether to stop, whom to tell, and over which pages a child was lost."""

    stopped: threading.Event
    tell: Callable[[PageRead | Aside], None]
    fatal: tuple[Opening, ...] = ()

    @contextmanager
    def opening(self, page: Opening) -> Iterator[None]:
        """Around the decoding of a page: where it takes too long, the session ends this process."""
        self.tell(page)
        try:
            yield
        finally:
            self.tell(Opened())


class Driver(Protocol):
    """A page source. `scan` yields a page, and is resumed only once that page is durable."""

    def scan(self, request: ScanRequest, watch: Watch) -> Iterator[ScannedPage]:
        """Pages until the source is empty or `watch.stopped`; raises ScanError on a fault."""
        ...


class DeviceDriver(Driver, Protocol):
    """A page source whose devices can be asked who is there."""

    def find(self, watch: Watch, name: str = "") -> Iterator[Device]:
        """Devices that answer now, each as soon as it does; with a `name`, only that one.

        Raises ScanError where the driver cannot ask, or the one asked for is not there.
        """
        ...


def driver_of(device: str) -> str:
    """The driver a device's name belongs to: names of no two drivers look alike."""
    if device.startswith(("http://", "https://")):
        return "escl"
    if device.startswith("camera:"):
        return "camera"
    if device.startswith("{"):  # WIA names its devices by GUID
        return "wia"
    return "sane"
