"""Every driver with something to scan: real scanimage, a real socket, real files, a film, WIA's objects imitated."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from unittest.mock import patch

from scanning.drivers import Driver, ScannedPage, ScanRequest, Source, Watch
from scanning.drivers.camera import CameraDriver
from scanning.drivers.escl import EsclDriver
from scanning.drivers.folder import FolderDriver
from scanning.drivers.sane import SaneDriver
from scanning.drivers.wia import WiaDriver
from scanning.picture import decode, encode_pnm
from tests.scanning.desk_films import SHEET_MM, film
from tests.scanning.escl_machine import FaultyScanner, Trouble
from tests.scanning.escl_server import serving
from tests.scanning.fake_wia import DEVICE_ID, FakeWia
from tests.scanning.sheets import sheet
from tests.scanning.simulated_scanners import write_sane_config

JAM = 0x80210002
"""WIA_ERROR_PAPER_JAM."""


@dataclass
class Rig:
    """A driver and how its device is brought into the state a case asks for; a state it has no way into is not here."""

    driver: Driver
    device: str = ""
    states: dict[str, Callable[[], ScanRequest]] = field(default_factory=dict)
    """By state: makes it so, and gives the request that then scans."""
    clear: Callable[[], None] = lambda: None
    """The clerk takes the jammed sheet out and lays the rest in again."""
    unending: bool = False
    """Whether the source never ends by itself."""

    def pages(self, request: ScanRequest, expected: int = 99) -> Iterator[ScannedPage]:
        """Scan; an unending source is stopped after the pages that are expected of it."""
        stopped = threading.Event()
        for number, page in enumerate(self.driver.scan(request, Watch(stopped, lambda _: None)), 1):
            yield page
            if self.unending and number == expected:
                stopped.set()


def _request(driver: str, device: str, source: Source = Source.FEEDER, **wish: Any) -> ScanRequest:
    return ScanRequest(driver=driver, device=device, source=source, resolution_dpi=200, **wish)


@contextmanager
def sane_test(folder: Path) -> Iterator[Rig]:
    """SANE's `test` backend: a colour pattern from glass or a feeder of ten; faults from the first page on."""

    def failing(status: str) -> Callable[[], ScanRequest]:
        return lambda: _request("sane", "test:0", options={"read-return-value": f"SANE_STATUS_{status}"})

    hand = {"hand-scanner": "yes"}
    slow = {"read-delay": "yes", "read-delay-duration": "2000"}
    with patch.dict(os.environ, write_sane_config(folder / "sane")):
        yield Rig(SaneDriver(), "test:0", {
            "glass": lambda: _request("sane", "test:0", Source.FLATBED),
            "stack": lambda: _request("sane", "test:0"),
            "grey": lambda: _request("sane", "test:0", Source.FLATBED, colour=False),
            "missing": lambda: _request("sane", "test:9"),
            "empty": failing("NO_DOCS"), "jam": failing("JAMMED"), "busy": failing("DEVICE_BUSY"),
            "unplugged": failing("IO_ERROR"), "spoilt": failing("EOF"),
            "unknown length": lambda: _request("sane", "test:0", Source.FLATBED, options=hand),
            "too large": lambda: _request("sane", "test:0", Source.FLATBED, width_mm=841, height_mm=1189),
            "slow": lambda: _request("sane", "test:0", options=slow),
        })  # fmt: skip


@contextmanager
def sane_pnm(folder: Path) -> Iterator[Rig]:
    """SANE's `pnm` backend: the glass shows a picture file."""
    picture = folder / "page.ppm"
    picture.write_bytes(encode_pnm(decode(sheet(3))))

    def glass(**more: str) -> Callable[[], ScanRequest]:
        return lambda: _request("sane", "pnm:0", Source.FLATBED, options={"filename": str(picture), **more})

    with patch.dict(os.environ, write_sane_config(folder / "sane")):
        yield Rig(SaneDriver(), "pnm:0", {
            "glass": glass(), "picture": glass(),
            "jam": glass(**{"status-jammed": "yes"}), "empty": glass(**{"status-nodocs": "yes"}),
            "unplugged": glass(**{"status-ioerror": "yes"}),
        })  # fmt: skip


@contextmanager
def escl(_: Path) -> Iterator[Rig]:
    """A network scanner on loopback."""
    scanner = FaultyScanner(glass=sheet(3))
    with serving(scanner) as address:
        rig = Rig(EsclDriver(), address)

        def lay(numbers: Sequence[int] = (1, 2, 3, 4), **wish: Any) -> ScanRequest:
            scanner.tray[:] = [sheet(number) for number in numbers]
            scanner.fed = 0
            return _request("escl", address, **wish)

        def troubled(trouble: Trouble, at: int = 3) -> Callable[[], ScanRequest]:
            def bring_about() -> ScanRequest:
                scanner.troubles = {at: [trouble]}
                return lay()

            return bring_about

        rig.clear = scanner.clear
        rig.states = {
            "glass": lambda: _request("escl", address, Source.FLATBED),
            "picture": lambda: _request("escl", address, Source.FLATBED),
            "stack": lay, "both sides": lambda: lay(both_sides=True), "grey": lambda: lay(colour=False),
            "missing": lambda: _request("escl", "http://127.0.0.1:9/eSCL"),
            "empty": lambda: lay(()), "jam": troubled(Trouble.JAM, 1), "jam in mid-stack": troubled(Trouble.JAM),
            "spoilt": troubled(Trouble.CUT, 1), "unplugged": troubled(Trouble.UNPLUGGED, 1),
            "too large": lambda: lay(width_mm=297, height_mm=420), "slow": troubled(Trouble.SLOW),
        }  # fmt: skip
        yield rig


@contextmanager
def folder(parent: Path) -> Iterator[Rig]:
    """A copier that scans into a watched folder."""
    watched = parent / "watched"
    watched.mkdir()

    def drop(*numbers: int) -> ScanRequest:
        for number in numbers:
            (watched / f"{number}.jpg").write_bytes(sheet(number))
        return ScanRequest(driver="folder", paths=(str(watched),))

    yield Rig(FolderDriver(), unending=True, states={
        "glass": lambda: drop(3), "picture": lambda: drop(3), "stack": lambda: drop(1, 2, 3, 4),
        "slow": lambda: drop(1, 2, 3, 4), "missing": lambda: ScanRequest(driver="folder", paths=(str(parent / "no"),)),
    })  # fmt: skip


@contextmanager
def camera(parent: Path) -> Iterator[Rig]:
    """A film of sheets laid under a document camera; made once for all cases of a run."""
    with_three = parent.parent / "three-sheets.avi"
    if not with_three.exists():
        film(with_three, 1, 2, 3)

    def shown(name: str = f"camera:{with_three}", **wish: Any) -> ScanRequest:
        return _request("camera", name, width_mm=SHEET_MM[0], height_mm=SHEET_MM[1], **wish)

    yield Rig(CameraDriver(), f"camera:{with_three}", {
        "stack": shown, "grey": lambda: shown(colour=False), "slow": shown,
        "missing": lambda: shown(f"camera:{parent / 'gone.avi'}"),
    })  # fmt: skip


@contextmanager
def wia(_: Path) -> Iterator[Rig]:
    """WIA's objects, imitated: no Windows is here."""
    machine = FakeWia()

    def lay(*transfers: bytes | int, **wish: Any) -> ScanRequest:
        machine.transfers = list(transfers)
        return _request("wia", DEVICE_ID, **wish)

    sheets = [sheet(number) for number in (1, 2, 3, 4)]
    glass = lambda: lay(sheet(3), source=Source.FLATBED)  # noqa: E731
    yield Rig(WiaDriver(machine.manager), DEVICE_ID, {
        "glass": glass, "picture": glass, "grey": lambda: lay(sheet(3), source=Source.FLATBED, colour=False),
        "stack": lambda: lay(*sheets), "both sides": lambda: lay(*sheets, both_sides=True),
        "missing": lambda: _request("wia", "{GONE}\\0001"),
        "empty": lay, "jam": lambda: lay(JAM), "jam in mid-stack": lambda: lay(*sheets[:2], JAM, *sheets[2:]),
        "busy": lambda: lay(0x80210006), "unplugged": lambda: lay(0x8021000A), "spoilt": lambda: lay(sheets[0][:999]),
        "too large": lambda: lay(width_mm=297, height_mm=420), "slow": lambda: lay(*sheets),
    })  # fmt: skip


RIGS = {
    "SANE test": sane_test, "SANE pnm": sane_pnm, "eSCL": escl, "folder": folder, "camera (film)": camera,
    "WIA (imitated)": wia,
}  # fmt: skip
