"""A reader on a serial port: its thread's callbacks become signals in the window's thread."""

from PySide6.QtCore import QObject, Signal

from scanning.readers import SerialReader


class SerialBridge(QObject):
    """Listens while open; `port` may be empty to take the reader that is found by its USB description."""

    scanned = Signal(str)
    state_changed = Signal(bool)

    def __init__(self) -> None:
        super().__init__()
        self._reader: SerialReader | None = None
        self.connected = False
        self.state_changed.connect(self._on_state)

    def listen(self, port: str) -> None:
        """Leave the present port and listen to another."""
        self.close()
        self._reader = SerialReader(self.scanned.emit, self.state_changed.emit, port)
        self._reader.start()

    def close(self) -> None:
        """Stop listening and wait for the reader's thread."""
        if self._reader is not None:
            self._reader.close()
            self._reader = None
        self.connected = False

    def _on_state(self, connected: bool) -> None:
        self.connected = connected
