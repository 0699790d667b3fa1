"""Windows scanners through WIA's automation layer (wiaaut.dll), page by page; Windows only, in the worker process.

A driver may leave any property out, throw
on any it has, and ignore the format it was asked for; only the error codes are relied on. What a driver hangs in is
ended with its process.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from scanning.drivers import PAPER_SLACK_MM, ScannedPage, ScanRequest, Source, Watch
from scanning.drivers import wia_properties as wia
from scanning.drivers.jpeg import check_jpeg
from scanning.drivers.wia_faults import FAULTS, WARMING_UP, code_of, faults_named
from scanning.errors import Fault, ScanError
from scanning.events import Device, Waiting
from scanning.picture import ARCHIVE_FLOOR_DPI, decode, encode_pnm

SCANNER = 1
JPEG = "{B96B3CAE-0728-11D3-9D7B-0000F81EF32E}"
BMP = "{B96B3CAB-0728-11D3-9D7B-0000F81EF32E}"

_WARM_UP_TRIES = 40
_WARM_UP_PAUSE_S = 1.0


def _device_manager() -> Any:
    """WIA's root object, in this thread's single-threaded apartment."""
    import comtypes
    import comtypes.client

    comtypes.CoInitialize()
    return comtypes.client.CreateObject("WIA.DeviceManager", dynamic=True)


class WiaDriver:
    """Scanners that Windows knows; `manager` gives WIA's root object."""

    def __init__(self, manager: Callable[[], Any] = _device_manager) -> None:
        self._manager = manager

    def find(self, watch: Watch, name: str = "") -> Iterator[Device]:
        """Scanners in Windows' order; cameras are left to the camera driver."""
        with faults_named():
            infos = [info for info in self._infos() if info.Type == SCANNER and name in ("", info.DeviceID)]
            if name and not infos:
                raise ScanError(Fault.NO_DEVICE)
            for info in infos:
                if not watch.stopped.is_set():
                    yield Device("wia", info.DeviceID, info.Properties.Item("Name").Value)

    def scan(self, request: ScanRequest, watch: Watch) -> Iterator[ScannedPage]:
        """The sheet on the glass, or every side of every sheet of the feeder; a new device object for each batch."""
        with faults_named():
            info = next((info for info in self._infos() if info.DeviceID == request.device), None)
            if info is None:
                raise ScanError(Fault.NO_DEVICE)
            device = info.Connect()
            _choose_source(device.Properties, request)
            item = device.Items.Item(1)
            dpi = _fit(item.Properties, request)
        pages = 0
        while not watch.stopped.is_set():
            try:
                with faults_named():
                    page = _page(_transfer(item, watch), dpi)
            except ScanError as error:
                end_of_stack = error.fault is Fault.NO_DOCS and pages  # WIA tells it as an error (naps2 issue 656)
                if end_of_stack or watch.stopped.is_set():
                    return
                raise
            yield page
            pages += 1
            if request.source is Source.FLATBED:
                return

    def _infos(self) -> list[Any]:
        infos = self._manager().DeviceInfos
        return [infos.Item(number) for number in range(1, infos.Count + 1)]


def _choose_source(properties: Any, request: ScanRequest) -> None:
    """A device that lets nobody choose has a glass and nothing else."""
    feeder = request.source is Source.FEEDER
    wanted = (wia.FEEDER | wia.DUPLEX * request.both_sides) if feeder else wia.FLATBED
    if not wia.put(properties, wia.PAPER_SOURCE, wanted) and feeder:
        raise ScanError(Fault.UNSUPPORTED)
    wia.put(properties, wia.PAGES, 1)
    sizes = wia.FEEDER_SIZE if feeder else wia.BED_SIZE
    for number, wanted_mm in zip(sizes, (request.width_mm, request.height_mm), strict=True):
        largest = wia.get(properties, number)
        if largest and wanted_mm > largest * 0.0254 + PAPER_SLACK_MM:
            raise ScanError(Fault.WRONG_PAPER)


def _fit(properties: Any, request: ScanRequest) -> int:
    """Set what the device lets be set; the resolution in dpi that it will really use."""
    for number in wia.DPI:
        wia.put(properties, number, request.resolution_dpi)
    dpi = wia.get(properties, wia.DPI[0]) or request.resolution_dpi
    if dpi < ARCHIVE_FLOOR_DPI:
        raise ScanError(Fault.UNSUPPORTED)
    wia.put(properties, wia.DATA_TYPE, wia.COLOUR if request.colour else wia.GREY)
    for start, extent, length_mm in zip(wia.START, wia.EXTENT, (request.width_mm, request.height_mm), strict=True):
        wia.put(properties, start, 0)
        wia.put(properties, extent, round(length_mm / 25.4 * dpi))
    return int(dpi)


def _transfer(item: Any, watch: Watch) -> bytes:
    """One picture in whatever format the driver has; a lamp that warms up is waited for."""
    for _ in range(_WARM_UP_TRIES):
        try:
            return bytes(item.Transfer(JPEG).FileData.BinaryData)
        except Exception as error:
            code = code_of(error)
            if code is not None and FAULTS.get(code) is Fault.UNSUPPORTED:
                return bytes(item.Transfer(BMP).FileData.BinaryData)
            if code != WARMING_UP:
                raise
        watch.tell(Waiting(Fault.BUSY))
        if watch.stopped.wait(_WARM_UP_PAUSE_S):
            break
    raise ScanError(Fault.BUSY)


def _page(data: bytes, dpi: int) -> ScannedPage:
    if not data:
        raise ScanError(Fault.NO_DOCS)
    if data.startswith(b"\xff\xd8"):
        width_px, height_px = check_jpeg(data)
        return ScannedPage(data, width_px, height_px, dpi)
    try:
        picture = decode(data)
    except ScanError as error:
        raise ScanError(Fault.CORRUPT_PAGE) from error
    return ScannedPage(encode_pnm(picture), picture.shape[1], picture.shape[0], dpi)
