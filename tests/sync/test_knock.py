"""The connection is opened while a batch is packed: the same one carries it, and what fails is said once, by name."""

import socket
import ssl
import threading
from collections.abc import Iterator
from contextlib import closing, suppress
from pathlib import Path

import pytest

from sync.client import Client
from sync.faults import LineFault, Refused, TlsFault
from sync.protocol import CONTENT_TYPE
from tests.sync.certificates import certificate

REPLY = f"HTTP/1.1 200 OK\r\nContent-Type: {CONTENT_TYPE}\r\nContent-Length: 2\r\n\r\nok".encode()
PATIENCE_S = 30.0


class Door:
    """A TLS server that answers every message alike, and counts who came in."""

    def __init__(self, chain: Path, key: Path) -> None:
        self._context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        self._context.load_cert_chain(chain, key)
        self._door = socket.create_server(("127.0.0.1", 0))
        self.url = f"https://127.0.0.1:{self._door.getsockname()[1]}"
        self.opened = threading.Semaphore(0)
        self.connections = 0
        self._thread = threading.Thread(target=self._serve, daemon=True)
        self._thread.start()

    def close(self) -> None:
        """End the server."""
        with suppress(OSError):
            self._door.shutdown(socket.SHUT_RDWR)
        self._door.close()
        self._thread.join(PATIENCE_S)

    def _serve(self) -> None:
        while True:
            try:
                near, _ = self._door.accept()
            except OSError:
                return
            with suppress(OSError), self._context.wrap_socket(near, server_side=True) as caller:
                self.connections += 1
                self.opened.release()
                while said := caller.recv(1 << 16):
                    if said.endswith(b"body"):
                        caller.sendall(REPLY)


@pytest.fixture
def door(tmp_path: Path) -> Iterator[tuple[Door, bytes]]:
    """The server, and the authority that signed its certificate."""
    chain, key, authority = certificate(tmp_path, "tinh")
    with closing(Door(chain, key)) as door:
        yield door, authority


def test_the_connection_is_open_before_there_is_anything_to_say(door: tuple[Door, bytes]) -> None:
    server, authority = door
    with closing(Client(server.url, authority)) as client:
        client.knock()
        assert server.opened.acquire(timeout=PATIENCE_S), "nobody came in before the first message"
        assert client.post("/v1/sync", b"body") == b"ok"
        assert client.post("/v1/sync", b"body") == b"ok"
    assert server.connections == 1


@pytest.mark.parametrize("knocks", [False, True])
def test_what_is_wrong_has_the_same_name_with_and_without(
    door: tuple[Door, bytes], tmp_path: Path, knocks: bool
) -> None:
    server, _ = door
    _, _, another = certificate(tmp_path, "khac")
    assert fault(server.url, another, knocks=knocks) is TlsFault
    server.close()
    assert fault(server.url, another, knocks=knocks) is Refused


def fault(url: str, authority: bytes, *, knocks: bool) -> type[LineFault]:
    """What the first message meets."""
    with closing(Client(url, authority)) as client:
        if knocks:
            client.knock()
        with pytest.raises(LineFault) as met:
            client.post("/v1/sync", b"body")
    return met.type
