"""The scanner session's child process: one order on standard input, facts as JSON lines on standard output.

The key comes with the order, never by argument or environment. "cancel" or the end of standard input stops
the driver. A fault is a `Failed` line; a bug of ours is a traceback and a non-zero exit.
"""

import os
import sys
import tempfile
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import msgspec

from scanning.drivers import DeviceDriver, Driver, ScanRequest, Watch
from scanning.errors import Fault, ScanError
from scanning.events import Failed, Finished, Opening, ScanEvent
from scanning.memory_limit import bound_memory
from scanning.spool import seal_page, sweep


class ScanOrder(msgspec.Struct, frozen=True, tag="scan"):
    """Scan the request into the spool folder, each page sealed under the 32-byte key.

    `fatal` are the pages over which earlier children at this order were lost.
    """

    request: ScanRequest
    folder: str
    key: bytes
    fatal: tuple[Opening, ...] = ()


class FindOrder(msgspec.Struct, frozen=True, tag="find"):
    """Find the devices of these drivers; with a `name`, only the one that goes by it."""

    drivers: tuple[str, ...]
    name: str = ""


Say = Callable[[ScanEvent], None]
MOST_MEMORY_BYTES = 3 << 29
"""Several times what the largest scan takes (MAX_PIXELS in colour, and once more while it is turned)."""

CANCEL_LINE = b"cancel\n"


def main() -> None:
    """Carry out the one order of standard input."""
    say = _claim_stdout()
    bound_memory(MOST_MEMORY_BYTES)
    order = msgspec.json.decode(sys.stdin.buffer.readline(), type=ScanOrder | FindOrder)
    stopped = threading.Event()
    threading.Thread(target=_heed_stdin, args=(stopped,), daemon=True).start()
    if isinstance(order, FindOrder):
        say(_find(order, Watch(stopped, say)))
    else:
        say(_scan(order, Watch(stopped, say, order.fatal)))


def get_driver(name: str) -> Driver:
    """The driver of a request; raises KeyError for a name nobody carries."""
    from scanning.drivers.files import FilesDriver
    from scanning.drivers.folder import FolderDriver

    sources: dict[str, type[Driver]] = {"files": FilesDriver, "folder": FolderDriver}
    return sources[name]() if name in sources else get_device_driver(name)


def get_device_driver(name: str) -> DeviceDriver:
    """The driver of a kind of device; raises KeyError for a name nobody carries."""
    from scanning.drivers.camera import CameraDriver
    from scanning.drivers.escl import EsclDriver
    from scanning.drivers.sane import SaneDriver
    from scanning.drivers.wia import WiaDriver

    drivers: dict[str, type[DeviceDriver]] = {
        "camera": CameraDriver, "escl": EsclDriver, "sane": SaneDriver, "wia": WiaDriver,
    }  # fmt: skip
    return drivers[name]()


def _find(order: FindOrder, watch: Watch) -> Finished | Failed:
    """Ask all drivers at once; the search has failed only where every one of them did."""
    with ThreadPoolExecutor(len(order.drivers)) as askers:
        faults = list(askers.map(lambda driver: _ask(driver, order.name, watch), order.drivers))
    if all(faults) and faults[0] is not None:
        return Failed(faults[0], 0)
    return Finished(0, cancelled=watch.stopped.is_set())


def _ask(driver: str, name: str, watch: Watch) -> Fault | None:
    """Tell what one driver finds; its fault, where it had one."""
    try:
        for device in get_device_driver(driver).find(watch, name):
            watch.tell(device)
    except ScanError as error:
        return error.fault
    return None


def _scan(order: ScanOrder, watch: Watch) -> Finished | Failed:
    """Seal, then announce, then let the driver go on: what was announced is never lost."""
    folder = Path(order.folder)
    # A driver's temporary things lie in the spool: what a kill leaves there is swept by the next session.
    tempfile.tempdir = order.folder
    pages = 0
    try:
        sweep(folder)
        for page in get_driver(order.request.driver).scan(order.request, watch):
            read = seal_page(folder, page, order.key)
            if read is not None:
                pages += 1
                watch.tell(read)
    except ScanError as error:
        return Failed(error.fault, pages)
    return Finished(pages, cancelled=watch.stopped.is_set())


def _heed_stdin(stopped: threading.Event) -> None:
    """Any further line, or the parent's death, ends the work."""
    sys.stdin.buffer.readline()
    stopped.set()


def _claim_stdout() -> Say:
    """Keep standard output for JSON lines alone: whatever a native library prints goes to standard error."""
    wire = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    one_at_a_time = threading.Lock()

    def say(event: ScanEvent) -> None:
        with one_at_a_time:
            wire.write(msgspec.json.encode(event) + b"\n")
            wire.flush()

    return say


if __name__ == "__main__":
    main()
