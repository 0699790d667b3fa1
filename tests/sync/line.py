"""A line that can be cut: a TCP relay that closes both sides after a given byte in a given direction."""

import contextlib
import socket
import threading
from typing import Literal

Direction = Literal["up", "down"]
READ_BYTES = 65_536


class Line:
    """Relays a loopback port to the province; owns its threads, and `close` ends them."""

    def __init__(self, target_port: int) -> None:
        self._target = target_port
        self._door = socket.create_server(("127.0.0.1", 0))
        self.url = f"http://127.0.0.1:{self._door.getsockname()[1]}"
        self._lock = threading.Lock()
        self._left: dict[Direction, int] = {}
        self._sockets: set[socket.socket] = set()
        self._threads: list[threading.Thread] = []
        self.seen: dict[Direction, bytearray] = {"up": bytearray(), "down": bytearray()}
        self._begin(self._accept)

    def cut_after(self, direction: Direction, count: int) -> None:
        """Let `count` more bytes through in one direction, then cut, once."""
        with self._lock:
            self._left = {direction: count}
            self.seen = {"up": bytearray(), "down": bytearray()}

    @property
    def was_cut(self) -> bool:
        """Whether the cut asked for has happened."""
        with self._lock:
            return not self._left

    def mend(self) -> None:
        """Cut no more."""
        with self._lock:
            self._left = {}
            self.seen = {"up": bytearray(), "down": bytearray()}

    def close(self) -> None:
        """End every connection and every thread."""
        with contextlib.suppress(OSError):
            self._door.shutdown(socket.SHUT_RDWR)
        self._door.close()
        with self._lock:
            ends = list(self._sockets)
        for end in ends:
            _shut(end)
        for thread in self._threads:
            thread.join(60)

    def _begin(self, work: object, *arguments: object) -> None:
        thread = threading.Thread(target=work, args=arguments, daemon=True)  # type: ignore[arg-type]
        self._threads = [old for old in self._threads if old.is_alive()] + [thread]
        thread.start()

    def _accept(self) -> None:
        while True:
            try:
                near, _ = self._door.accept()
                far = socket.create_connection(("127.0.0.1", self._target))
            except OSError:
                return
            with self._lock:
                self._sockets |= {near, far}
            self._begin(self._relay, near, far, "up")
            self._begin(self._relay, far, near, "down")

    def _relay(self, source: socket.socket, target: socket.socket, direction: Direction) -> None:
        with contextlib.suppress(OSError):
            while data := source.recv(READ_BYTES):
                allowed, cut = self._allow(direction, data)
                target.sendall(allowed)
                if cut:
                    break
        for end in (source, target):
            _shut(end)
        with self._lock:
            self._sockets -= {source, target}

    def _allow(self, direction: Direction, data: bytes) -> tuple[bytes, bool]:
        with self._lock:
            left = self._left.get(direction)
            if left is None:
                self.seen[direction] += data
                return data, False
            allowed = data[:left]
            self.seen[direction] += allowed
            self._left = {direction: left - len(allowed)} if len(data) < left else {}
            return allowed, len(data) >= left


def _shut(end: socket.socket) -> None:
    with contextlib.suppress(OSError):
        end.shutdown(socket.SHUT_RDWR)
    end.close()
