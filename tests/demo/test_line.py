"""The demo's line: it carries, it falls, and it breaks once in the middle when asked to."""

import contextlib
import socket
import threading
from collections.abc import Iterator

import pytest

from desktop.demo.line import Line

DEADLINE_S = 5.0


@pytest.fixture
def echo_port() -> Iterator[int]:
    server = socket.create_server(("127.0.0.1", 0))

    def serve(client: socket.socket) -> None:
        with contextlib.suppress(OSError), client:
            while data := client.recv(65536):
                client.sendall(data)

    def accept() -> None:
        with contextlib.suppress(OSError):
            while True:
                threading.Thread(target=serve, args=(server.accept()[0],), daemon=True).start()

    thread = threading.Thread(target=accept, daemon=True)
    thread.start()
    yield server.getsockname()[1]
    with contextlib.suppress(OSError):
        server.shutdown(socket.SHUT_RDWR)
    server.close()
    thread.join(DEADLINE_S)


@pytest.fixture
def line(echo_port: int) -> Iterator[Line]:
    relay = Line(echo_port)
    yield relay
    relay.close()


def call(port: int, data: bytes) -> bytes:
    """What comes back before the connection ends or everything has."""
    received = b""
    with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), timeout=DEADLINE_S) as near:
        near.sendall(data)
        while len(received) < len(data) and (more := near.recv(65536)):
            received += more
    return received


def test_it_carries_everything_when_up(line: Line) -> None:
    line.raise_()
    data = bytes(range(256)) * 1000
    assert call(line.port, data) == data
    assert line.carried_bytes == 2 * len(data)
    assert line.cuts == 0


def test_nothing_crosses_a_line_that_is_down(line: Line) -> None:
    assert call(line.port, b"hello") == b""
    line.raise_()
    line.drop()
    assert call(line.port, b"hello") == b""


def test_it_breaks_once_in_the_middle_and_then_holds(line: Line) -> None:
    line.raise_(cut_after_bytes=[50_000])
    data = bytes(100_000)
    assert len(call(line.port, data)) < len(data)
    assert line.cuts == 1
    assert call(line.port, data) == data
