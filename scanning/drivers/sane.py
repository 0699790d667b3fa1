"""SANE scanners through the scanimage program: a driver that hangs or crashes dies alone."""

import math
import subprocess
from collections.abc import Iterator

from scanning.drivers import Device, ScannedPage, ScanRequest, Source, Watch
from scanning.drivers.pnm import whole_rows
from scanning.drivers.sane_feed import open_feed
from scanning.drivers.sane_options import choose_arguments, parse_options
from scanning.errors import Fault, ScanError
from scanning.events import Progress

_LIST_TIMEOUT_S = 30
_OPTIONS_TIMEOUT_S = 30
_LEAST_PAGE_MM = 20

# Exit codes of scanimage are SANE_Status values (sane/sane.h); 127 is setpriv finding no scanimage.
_FAULTS = {
    1: Fault.UNSUPPORTED,
    3: Fault.BUSY,
    4: Fault.UNSUPPORTED,
    6: Fault.JAM,
    7: Fault.NO_DOCS,
    8: Fault.COVER_OPEN,
    9: Fault.IO_ERROR,
    10: Fault.NO_MEMORY,
    11: Fault.ACCESS_DENIED,
    127: Fault.NO_PROGRAM,
}
# A device that does not open ends in code 1 whatever the reason; only the words tell.
_OPENING = {
    "Device busy": Fault.BUSY,
    "Access to resource has been denied": Fault.ACCESS_DENIED,
    "Error during device I/O": Fault.IO_ERROR,
}


class SaneDriver:
    """Scanners that SANE knows; SANE_CONFIG_DIR of the environment is honoured by scanimage itself."""

    def list_devices(self) -> list[Device]:
        """Devices in SANE's order; asking the network for them may take seconds."""
        listing = _scanimage(["--formatted-device-list=%d\t%v %m%n"], _LIST_TIMEOUT_S)
        lines = (line.partition("\t") for line in listing.splitlines())
        return [Device("sane", name, label.strip()) for name, _, label in lines if label]

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
            if not watch.stopped.is_set():
                _judge_end(*feed.outcome(), pages)


def _judge_end(code: int, complaint: str, pages: int) -> None:
    """An emptied feeder ends well; anything else is a fault. In batch mode scanimage calls an empty one 0."""
    if pages and code in {0, 7}:
        return
    if "open of device" in complaint or "no SANE devices" in complaint:
        raise ScanError(next((fault for words, fault in _OPENING.items() if words in complaint), Fault.NO_DEVICE))
    raise ScanError(Fault.NO_DOCS if code == 0 else _FAULTS.get(code, Fault.IO_ERROR))


def _scanimage(arguments: list[str], timeout_s: float) -> str:
    """Standard output of a scanimage call that moves no paper."""
    try:
        done = subprocess.run(
            ["scanimage", *arguments], capture_output=True, timeout=timeout_s, stdin=subprocess.DEVNULL
        )
    except FileNotFoundError as error:
        raise ScanError(Fault.NO_PROGRAM) from error
    except subprocess.TimeoutExpired as error:
        raise ScanError(Fault.IO_ERROR) from error
    complaint = done.stderr.decode("utf-8", "replace")
    if done.returncode:
        _judge_end(done.returncode, complaint, 0)
    return done.stdout.decode("utf-8", "replace")
