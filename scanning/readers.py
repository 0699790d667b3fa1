"""Serial (USB-COM) hand readers: several at once, each on a port that may be unplugged at any time."""

import threading
import time
from collections.abc import Callable
from typing import TYPE_CHECKING

from scanning.scan_lines import Heard, ScanLines

if TYPE_CHECKING:
    from serial import Serial

LOOK_AGAIN_S = 1.0
BAUD_RATE = 9600
"""With 8 data bits, no parity, 1 stop bit: what readers come with, and pyserial's own default."""

_READ_TIMEOUT_S = 0.03

# Words of USB descriptions (domain 3.4): makers of readers, then the chips of cheap ones.
_READER_WORDS = ("newland", "barcode", "scanner", "symbol", "honeywell", "datalogic")
_CHIP_WORDS = ("usb serial device", "ch340", "pl2303")


def find_reader_ports() -> list[str]:
    """Ports of hand readers by their USB descriptions; a bare serial chip is taken for one only where none is named."""
    from serial.tools import list_ports

    ports = list(list_ports.comports())
    for words in (_READER_WORDS, _CHIP_WORDS):
        found = [
            port.device
            for port in ports
            if any(word in f"{port.description} {port.manufacturer}".casefold() for word in words)
        ]
        if found:
            return found
    return []


def opens(port: str) -> bool:
    """Whether a port can be opened now; it is closed again at once."""
    opened = _open(port)
    if opened is not None:
        opened.close()
    return opened is not None


class SerialReaders:
    """Every reader of the desk, each on its own thread; `close()` them. Callbacks come on those threads.

    `on_heard` gets each scan, `on_ports` the ports that are open whenever that changes. Without `ports` whatever
    looks like a reader is opened; with them, those only. What is not there is looked for again every second.
    """

    def __init__(
        self,
        on_heard: Callable[[Heard], None],
        on_ports: Callable[[tuple[str, ...]], None],
        ports: tuple[str, ...] = (),
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._on_heard = on_heard
        self._on_ports = on_ports
        self._ports = ports
        self._clock = clock
        self._open: dict[str, threading.Thread] = {}
        self._stopped = threading.Event()
        self._lost = threading.Event()
        self._keeper = threading.Thread(target=self._keep, name="serial-readers", daemon=True)

    def start(self) -> None:
        """Begin to listen; a port that is not there yet is waited for."""
        self._keeper.start()

    def close(self) -> None:
        """Stop and wait for the threads (at most one read)."""
        self._stopped.set()
        self._lost.set()
        self._keeper.join()

    def _keep(self) -> None:
        """Open what is there, tell of every change, and look again; a lost port is told at once."""
        told: tuple[str, ...] = ()
        while not self._stopped.is_set():
            self._open_missing()
            while not self._stopped.is_set():
                self._forget_lost()
                if tuple(self._open) != told:
                    told = tuple(self._open)
                    self._on_ports(told)
                if not self._lost.wait(LOOK_AGAIN_S):
                    break
                self._lost.clear()
        for thread in self._open.values():
            thread.join()

    def _open_missing(self) -> None:
        for name in self._ports or tuple(find_reader_ports()):
            port = None if name in self._open else _open(name)
            if port is not None:
                thread = threading.Thread(target=self._listen, args=(port,), name=f"reader {name}", daemon=True)
                self._open[name] = thread
                thread.start()

    def _forget_lost(self) -> None:
        self._open = {name: thread for name, thread in self._open.items() if thread.is_alive()}

    def _listen(self, port: "Serial") -> None:
        """Until the owner stops it or the port is gone."""
        from serial import SerialException

        lines = ScanLines(self._clock)
        with port:
            while not self._stopped.is_set():
                try:
                    data = port.read(port.in_waiting or 1)
                except (SerialException, OSError, TypeError):
                    # TypeError: pyserial's in_waiting on a descriptor closed under it.
                    self._tell(lines.drop())
                    break
                self._tell(lines.feed(data))
        self._lost.set()

    def _tell(self, scans: list[Heard]) -> None:
        for heard in scans:
            self._on_heard(heard)


def _open(name: str) -> "Serial | None":
    from serial import Serial, SerialException

    try:
        return Serial(name, BAUD_RATE, timeout=_READ_TIMEOUT_S)
    except (SerialException, OSError):
        return None
