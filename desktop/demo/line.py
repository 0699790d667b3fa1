"""The commune's line as a loopback relay: down, up, or cut in the middle of what it carries."""

import contextlib
import socket
import threading
from collections.abc import Sequence

CHUNK_BYTES = 4096
DEADLINE_S = 5.0


class Line:
    """A TCP relay from `port` to the province; owns its threads, and `close` ends them."""

    def __init__(self, target_port: int, port: int = 0) -> None:
        """A `port` of 0 takes any free one; a desk that is enrolled knows the line by its port."""
        self._target = ("127.0.0.1", target_port)
        self._lock = threading.Lock()
        self._up = False
        self._cut_at: list[int] = []
        self._cuts = 0
        self._carried = 0
        self._open: set[socket.socket] = set()
        self._server = socket.create_server(("127.0.0.1", port))
        self.port: int = self._server.getsockname()[1]
        self._thread = threading.Thread(target=self._accept, name="line", daemon=True)
        self._thread.start()

    @property
    def cuts(self) -> int:
        """How often the line broke in the middle of something."""
        return self._cuts

    @property
    def carried_bytes(self) -> int:
        """Bytes that crossed in both directions."""
        return self._carried

    def raise_(self, *, cut_after_bytes: Sequence[int] = ()) -> None:
        """Bring the line up; it breaks once after each of these many bytes from now, and comes back at once."""
        with self._lock:
            self._up = True
            self._cut_at = sorted(self._carried + after for after in cut_after_bytes)

    def drop(self) -> None:
        """Take the line down: new connections are refused by an immediate close, running ones break."""
        with self._lock:
            self._up = False
        self._break_all()

    def close(self) -> None:
        """Stop relaying and give the port back."""
        self.drop()
        with contextlib.suppress(OSError):
            self._server.shutdown(socket.SHUT_RDWR)
        self._server.close()
        self._thread.join(DEADLINE_S)

    def _accept(self) -> None:
        while True:
            try:
                near, _ = self._server.accept()
            except OSError:
                return
            if not self._up:
                near.close()
                continue
            try:
                far = socket.create_connection(self._target, timeout=DEADLINE_S)
            except OSError:
                near.close()
                continue
            far.settimeout(None)
            self._open |= {near, far}
            for source, sink in ((near, far), (far, near)):
                threading.Thread(target=self._carry, args=(source, sink), daemon=True).start()

    def _carry(self, source: socket.socket, sink: socket.socket) -> None:
        with contextlib.suppress(OSError):
            while data := source.recv(CHUNK_BYTES):
                sink.sendall(data)
                if self._breaks_now(len(data)):
                    self._break_all()
                    return
        for end in (source, sink):
            with contextlib.suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)
            end.close()
            self._open.discard(end)

    def _breaks_now(self, carried: int) -> bool:
        with self._lock:
            self._carried += carried
            if not self._cut_at or self._carried < self._cut_at[0]:
                return False
            self._cut_at.pop(0)
            self._cuts += 1
            return True

    def _break_all(self) -> None:
        for end in tuple(self._open):
            with contextlib.suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)
