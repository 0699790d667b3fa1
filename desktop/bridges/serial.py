"""The readers on serial ports: what their threads say becomes signals in the window's thread."""

from PySide6.QtCore import QObject, Signal

from scanning.readers import SerialReaders
from scanning.scan_lines import Heard


class SerialBridge(QObject):
    """Listens while open; `port` may be empty for every reader found by its USB description, or several names."""

    scanned = Signal(str)
    broke_off = Signal()
    """Half a code came, or one from a reader that was pulled while it read."""
    ports_changed = Signal(object)
    _heard = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._readers: SerialReaders | None = None
        self.ports: tuple[str, ...] = ()
        self.charset = ""
        """The code page of the last scan, as `scanning.charsets` names it."""
        self.ports_changed.connect(self._on_ports)
        self._heard.connect(self._on_heard)

    def listen(self, port: str) -> None:
        """Leave the present readers and listen to others; several ports are parted by commas or spaces."""
        self.close()
        names = tuple(port.replace(",", " ").split())
        self._readers = SerialReaders(self._heard.emit, self.ports_changed.emit, names)
        self._readers.start()

    def close(self) -> None:
        """Stop listening and wait for the readers' threads."""
        if self._readers is not None:
            self._readers.close()
            self._readers = None
        self.ports = ()

    def _on_ports(self, ports: tuple[str, ...]) -> None:
        self.ports = ports

    def _on_heard(self, heard: Heard) -> None:
        if heard.half:
            self.broke_off.emit()
        else:
            self.charset = heard.charset
            self.scanned.emit(heard.text)
