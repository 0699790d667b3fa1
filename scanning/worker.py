"""The scanner session's child process: one order on standard input, facts as JSON lines on standard output.

The key comes with the order, never by argument or environment. "cancel" or the end of standard input stops
the driver. A fault is a `Failed` line; a bug of ours is a traceback and a non-zero exit.
"""

import os
import sys
import tempfile
import threading
from pathlib import Path
from typing import BinaryIO

import msgspec

from scanning.drivers import Device, Driver, ScanRequest, Watch
from scanning.errors import ScanError
from scanning.events import Failed, Finished, ScanEvent
from scanning.spool import seal_page, sweep


class ScanOrder(msgspec.Struct, frozen=True, tag="scan"):
    """Scan the request into the spool folder, each page sealed under the 32-byte key."""

    request: ScanRequest
    folder: str
    key: bytes


class ListOrder(msgspec.Struct, frozen=True, tag="list"):
    """List the devices of one driver."""

    driver: str


class Found(msgspec.Struct, frozen=True, tag="found"):
    """The answer to a `ListOrder`."""

    devices: list[Device]


CANCEL_LINE = b"cancel\n"


def main() -> None:
    """Carry out the one order of standard input."""
    wire = _claim_stdout()
    order = msgspec.json.decode(sys.stdin.buffer.readline(), type=ScanOrder | ListOrder)
    if isinstance(order, ListOrder):
        _say(wire, _list(order))
    else:
        _scan(order, wire)


def get_driver(name: str) -> Driver:
    """The driver of a request; raises KeyError for a name nobody carries."""
    from scanning.drivers.files import FilesDriver
    from scanning.drivers.folder import FolderDriver
    from scanning.drivers.sane import SaneDriver

    drivers: dict[str, type[Driver]] = {"sane": SaneDriver, "folder": FolderDriver, "files": FilesDriver}
    return drivers[name]()


def _list(order: ListOrder) -> Found | Failed:
    try:
        return Found(get_driver(order.driver).list_devices())
    except ScanError as error:
        return Failed(error.fault, 0)


def _scan(order: ScanOrder, wire: BinaryIO) -> None:
    """Seal, then announce, then let the driver go on: what was announced is never lost."""
    folder = Path(order.folder)
    stopped = threading.Event()
    threading.Thread(target=_heed_stdin, args=(stopped,), daemon=True).start()
    # A driver's temporary things lie in the spool: what a kill leaves there is swept by the next session.
    tempfile.tempdir = order.folder
    pages = 0
    try:
        sweep(folder)
        watch = Watch(stopped, lambda event: _say(wire, event))
        for page in get_driver(order.request.driver).scan(order.request, watch):
            read = seal_page(folder, page, order.key)
            if read is not None:
                pages += 1
                _say(wire, read)
        _say(wire, Finished(pages, cancelled=stopped.is_set()))
    except ScanError as error:
        _say(wire, Failed(error.fault, pages))


def _heed_stdin(stopped: threading.Event) -> None:
    """Any further line, or the parent's death, ends the scan."""
    sys.stdin.buffer.readline()
    stopped.set()


def _claim_stdout() -> BinaryIO:
    """Keep standard output for JSON lines alone: whatever a native library prints goes to standard error."""
    wire = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    return wire


def _say(wire: BinaryIO, event: ScanEvent | Found) -> None:
    wire.write(msgspec.json.encode(event) + b"\n")
    wire.flush()


if __name__ == "__main__":
    main()
