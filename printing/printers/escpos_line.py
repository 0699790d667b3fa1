"""The two lines a receipt printer hangs on: a TCP port, or a device file of the system (USB)."""

import os
import select
import socket
from pathlib import Path
from typing import Protocol

MOST = 64
"""Bytes of one answer; status bytes come singly."""


class Line(Protocol):
    """Bytes to a printer and back; raises TimeoutError for one that stands still, OSError for one that is gone."""

    def write(self, data: bytes) -> None:
        """Hand over every byte."""
        ...

    def read(self) -> bytes:
        """Wait for the next bytes; there is at least one."""
        ...

    def close(self) -> None:
        """Hang up."""
        ...


class TcpLine:
    """A printer with an address; 9100 is the port of raw print data."""

    def __init__(self, host: str, port: int, timeout_s: float) -> None:
        self._socket = socket.create_connection((host, port), timeout_s)
        # A question must not wait for the printer's word on the band before it: 40 ms each otherwise.
        self._socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)

    def write(self, data: bytes) -> None:
        """See `Line.write`."""
        self._socket.sendall(data)

    def read(self) -> bytes:
        """See `Line.read`."""
        return _some(self._socket.recv(MOST))

    def close(self) -> None:
        """See `Line.close`."""
        self._socket.close()


class DeviceLine:
    """A printer that is a file, such as /dev/usb/lp0; never waited for longer than `timeout_s`."""

    def __init__(self, path: Path, timeout_s: float) -> None:
        self._file = os.open(path, os.O_RDWR | os.O_NOCTTY | os.O_NONBLOCK)
        self._timeout_s = timeout_s

    def write(self, data: bytes) -> None:
        """See `Line.write`."""
        left = memoryview(data)
        while left:
            if not select.select([], [self._file], [], self._timeout_s)[1]:
                raise TimeoutError
            left = left[os.write(self._file, left) :]

    def read(self) -> bytes:
        """See `Line.read`."""
        if not select.select([self._file], [], [], self._timeout_s)[0]:
            raise TimeoutError
        return _some(os.read(self._file, MOST))

    def close(self) -> None:
        """See `Line.close`."""
        os.close(self._file)


def _some(data: bytes) -> bytes:
    if not data:
        raise ConnectionResetError("the printer hung up")
    return data
