"""SANE scanners through the scanimage program: a driver that hangs or crashes dies alone."""

import math
import os
import re
import subprocess
from collections.abc import Iterator

from scanning.drivers import ScannedPage, ScanRequest, Source, Watch
from scanning.drivers.pnm import whole_rows
from scanning.drivers.sane_feed import open_feed
from scanning.drivers.sane_options import choose_arguments, parse_options
from scanning.errors import Fault, ScanError
from scanning.events import Device, Progress

_LIST_TIMEOUT_S = 30
_OPTIONS_TIMEOUT_S = 30
_LEAST_PAGE_MM = 20
_ESCL_BY_SANE = ("escl:", "airscan:e")
"""SANE's own clients of network scanners; the same devices are found by the eSCL driver, which loses no sheet."""

# Words of sane_strstatus() (sane/sane.h), which scanimage prints untranslated under LC_ALL=C.
_FAULTS = {
    "Operation not supported": Fault.UNSUPPORTED,
    "Invalid argument": Fault.UNSUPPORTED,
    "Device busy": Fault.BUSY,
    "Document feeder jammed": Fault.JAM,
    "Document feeder out of documents": Fault.NO_DOCS,
    "Scanner cover is open": Fault.COVER_OPEN,
    "Error during device I/O": Fault.IO_ERROR,
    "Out of memory": Fault.NO_MEMORY,
    "Access to resource has been denied": Fault.ACCESS_DENIED,
}
_COMPLAINT = re.compile(r"scanimage: (?P<call>sane_\w+|open of device .*? failed): (?P<words>.+)")


class SaneDriver:
    """Scanners that SANE knows; SANE_CONFIG_DIR of the environment is honoured by scanimage itself."""

    def find(self, watch: Watch, name: str = "") -> Iterator[Device]:
        """Devices in SANE's order; asking the network for them may take seconds."""
        del watch  # scanimage tells all it found at once; a search that is stopped ends with its process
        listing = _scanimage(["--formatted-device-list=%d\t%v %m%n"], _LIST_TIMEOUT_S)
        lines = (line.partition("\t") for line in listing.splitlines())
        wanted = (line for line in lines if line[0] == name or not (name or line[0].startswith(_ESCL_BY_SANE)))
        devices = [Device("sane", found, label.strip()) for found, _, label in wanted if label]
        if name and not devices:
            raise ScanError(Fault.NO_DEVICE)
        yield from devices

    def scan(self, request: ScanRequest, watch: Watch) -> Iterator[ScannedPage]:
        """The sheet on the glass, or every sheet of the feeder."""
        device = [f"--device-name={request.device}"] if request.device else []
        options = parse_options(_scanimage([*device, "--all-options"], _OPTIONS_TIMEOUT_S))
        arguments, dpi = choose_arguments(options, request)
        if request.source is Source.FLATBED:
            arguments.append("--batch-count=1")
        least_rows = math.ceil(_LEAST_PAGE_MM / 25.4 * dpi)
        pages = 0
        with open_feed([*device, *arguments], watch.stopped, lambda percent: watch.tell(Progress(percent))) as feed:
            for data in feed.pages():
                picture, header = whole_rows(data, least_rows)
                yield ScannedPage(picture, header.width, header.height, dpi)
                pages += 1
            words = feed.words
        fault = None if watch.stopped.is_set() else find_fault(words)
        if fault is not None and not (fault is Fault.NO_DOCS and pages):
            raise ScanError(fault)


def find_fault(words: str) -> Fault | None:
    """The fault scanimage complains of; None where it ended its batch without complaint."""
    complaint = _COMPLAINT.search(words)
    if complaint is None:
        return (
            None if "Batch terminated" in words else Fault.NO_DEVICE if "no SANE devices" in words else Fault.IO_ERROR
        )
    fault = _FAULTS.get(complaint["words"].strip(), Fault.IO_ERROR)
    opening = complaint["call"].startswith("open of device")
    return Fault.NO_DEVICE if opening and fault is Fault.UNSUPPORTED else fault


def _scanimage(arguments: list[str], timeout_s: float) -> str:
    """Standard output of a scanimage call that moves no paper."""
    try:
        done = subprocess.run(
            ["scanimage", *arguments],
            capture_output=True,
            timeout=timeout_s,
            stdin=subprocess.DEVNULL,
            env={**os.environ, "LC_ALL": "C"},
        )
    except FileNotFoundError as error:
        raise ScanError(Fault.NO_PROGRAM) from error
    except subprocess.TimeoutExpired as error:
        raise ScanError(Fault.IO_ERROR) from error
    if done.returncode:
        raise ScanError(find_fault(done.stderr.decode("utf-8", "replace")) or Fault.IO_ERROR)
    return done.stdout.decode("utf-8", "replace")
