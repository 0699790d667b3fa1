"""Serial (USB-COM) hand readers: lines of UTF-8 from a port that may be unplugged at any time."""

import threading
import time
import unicodedata
from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from serial import Serial

IDLE_S = 0.06
"""A reader without a terminator is done once the line is silent for this long."""

DEBOUNCE_S = 1.5
REOPEN_S = 1.0
BAUD_RATE = 9600
_MOST_BYTES = 4096
_READ_TIMEOUT_S = 0.03

# Words of USB descriptions, surest first (domain 3.4): makers of readers, then the chips of cheap ones.
_READER_WORDS = ("newland", "barcode", "scanner", "symbol", "honeywell", "datalogic")
_CHIP_WORDS = ("usb serial device", "ch340", "pl2303")


def find_reader_ports() -> list[str]:
    """Port names that look like hand readers, surest first."""
    from serial.tools import list_ports

    def described(words: tuple[str, ...]) -> list[str]:
        return [
            port.device
            for port in ports
            if any(word in f"{port.description} {port.manufacturer}".casefold() for word in words)
        ]

    ports = list(list_ports.comports())
    return list(dict.fromkeys(described(_READER_WORDS) + described(_CHIP_WORDS)))


def opens(port: str) -> bool:
    """Whether a port can be opened now; it is closed again at once."""
    from serial import Serial, SerialException

    try:
        Serial(port, BAUD_RATE).close()
    except (SerialException, OSError):
        return False
    return True


class SerialReader:
    """One reader on its own thread; `close()` it. Callbacks come on that thread.

    `on_scan` gets NFC text; bytes that are not UTF-8 arrive as U+FFFD, so that no field can pass them unseen.
    `on_state` tells True on opening and False on losing the port, which is then tried again every second.
    With no `port`, the surest port found by its USB description is used.
    """

    def __init__(
        self,
        on_scan: Callable[[str], None],
        on_state: Callable[[bool], None],
        port: str = "",
        baud_rate: int = BAUD_RATE,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._on_scan = on_scan
        self._on_state = on_state
        self._port = port
        self._baud_rate = baud_rate
        self._lines = ScanLines(clock)
        self._stopped = threading.Event()
        self._thread = threading.Thread(target=self._run, name="serial-reader", daemon=True)

    def start(self) -> None:
        """Begin to listen; a port that is not there yet is waited for."""
        self._thread.start()

    def close(self) -> None:
        """Stop and wait for the thread (at most one read)."""
        self._stopped.set()
        self._thread.join()

    def _run(self) -> None:
        while not self._stopped.is_set():
            port = self._open()
            if port is not None:
                self._on_state(True)
                self._listen(port)
                if not self._stopped.is_set():
                    self._on_state(False)
            self._stopped.wait(REOPEN_S)

    def _open(self) -> "Serial | None":
        from serial import Serial, SerialException

        name = self._port or next(iter(find_reader_ports()), "")
        if not name:
            return None
        try:
            return Serial(name, self._baud_rate, timeout=_READ_TIMEOUT_S)
        except (SerialException, OSError):
            return None

    def _listen(self, port: "Serial") -> None:
        """Until the owner stops it or the port is gone."""
        from serial import SerialException

        with port:
            while not self._stopped.is_set():
                try:
                    data = port.read(port.in_waiting or 1)
                except (SerialException, OSError, TypeError):
                    # TypeError: pyserial's in_waiting on a descriptor closed under it.
                    self._lines.drop()
                    return
                for text in self._lines.feed(data):
                    self._on_scan(text)


class ScanLines:
    """Bytes as they come into whole scans: CR, LF or 60 ms of silence end one; twins within 1.5 s are one."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._pending = b""
        self._fed_at_s = 0.0
        self._last = ("", float("-inf"))

    def feed(self, data: bytes) -> list[str]:
        """Scans completed by these bytes, or by the silence that empty bytes stand for."""
        now_s = self._clock()
        if data:
            self._pending += data
            self._fed_at_s = now_s
        lines = self._pending.replace(b"\n", b"\r").split(b"\r")
        self._pending = lines.pop()
        silent = not data and now_s - self._fed_at_s >= IDLE_S
        if silent or len(self._pending) > _MOST_BYTES:
            lines.append(self._pending)
            self._pending = b""
        return [text for line in lines if (text := self._fresh_text(line, now_s))]

    def drop(self) -> None:
        """Forget half a scan: its reader was unplugged."""
        self._pending = b""

    def _fresh_text(self, line: bytes, now_s: float) -> str:
        """The line's text, or nothing for a blank line and for the code a held trigger repeats."""
        text = unicodedata.normalize("NFC", line.decode("utf-8", "replace")).strip("\0 \t")
        if not text:
            return ""
        before, seen_at_s = self._last
        self._last = (text, now_s)
        return "" if text == before and now_s - seen_at_s < DEBOUNCE_S else text
