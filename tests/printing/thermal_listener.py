"""A stand-in receipt printer on TCP 9100: it obeys ESC/POS, burns the raster into pictures, and has its faults."""

import socket
import threading
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from typing import BinaryIO

import numpy as np
from numpy.typing import NDArray

ESC, GS, DLE = b"\x1b", b"\x1d", b"\x10"
FULL_ROLL = 400_000
"""Rows of 50 m of paper."""


@dataclass
class ThermalPrinter:
    """One printer; `slips` are what was cut off, True where the head burnt a dot.

    Real-time questions are answered at once, all else waits its turn and stands still while the paper is out or
    the cover is open, as Epson's command reference has it.
    """

    paper_rows: int = FULL_ROLL
    nearly_empty: bool = False
    cover_open: bool = False
    cutter_jammed: bool = False
    silent: bool = False
    reports_in_turn: bool = True
    hangs_up_after_rows: int = FULL_ROLL
    hangs_up_at: str = ""
    on_row: Callable[[int], None] = lambda _: None
    on_cut: Callable[[], None] = lambda: None
    on_question: Callable[[], None] = lambda: None
    slips: list[NDArray[np.bool_]] = field(default_factory=list)
    rows: list[bytes] = field(default_factory=list)
    burnt: int = 0
    not_understood: list[bytes] = field(default_factory=list)
    commands_in_pictures: int = 0
    _waiting: deque[tuple[str, bytes]] = field(default_factory=deque)

    @property
    def stands_still(self) -> bool:
        """Whether nothing is printed now."""
        return self.paper_rows <= 0 or self.cover_open or self.cutter_jammed

    def serve(self, read: BinaryIO, write: Callable[[bytes], object]) -> None:
        """Obey one conversation until the other side hangs up, or this one does."""
        while command := read.read(2):
            if command == DLE + b"\x04":
                self._answer(read.read(1)[0], write)
            elif command == GS + b"v":
                self._take_raster(read)
            elif command in (ESC + b"d", GS + b"V", GS + b"r", GS + b"a"):
                self._waiting.append((command.decode("latin-1"), read.read(1)))
            elif command == ESC + b"@":
                self._waiting.append((command.decode("latin-1"), b""))
            else:
                self.not_understood.append(command)
            self._work(write)
            if self.burnt >= self.hangs_up_after_rows or command.decode("latin-1") == self.hangs_up_at:
                return

    def _take_raster(self, read: BinaryIO) -> None:
        head = read.read(6)
        assert head[:2] == b"0\x00"
        width, height = int.from_bytes(head[2:4], "little"), int.from_bytes(head[4:6], "little")
        dots = read.read(width * height)
        self.commands_in_pictures += sum(dots.count(DLE + code) for code in (b"\x04", b"\x05", b"\x14"))
        self._waiting.extend(("row", dots[at : at + width]) for at in range(0, len(dots), width))

    def _work(self, write: Callable[[bytes], object]) -> None:
        while self._waiting and not self.stands_still:
            command, data = self._waiting.popleft()
            if command == "row":
                self._burn(data)
            elif command == "\x1dV" and self.rows:
                self.slips.append(_picture(self.rows))
                self.rows = []
                self.on_cut()
            elif command == "\x1dr" and self.reports_in_turn and not self.silent:
                write(bytes([0x0C if self.paper_rows <= 0 else 0x00]))

    def _burn(self, row: bytes) -> None:
        self.rows.append(row)
        self.burnt += 1
        self.paper_rows -= 1
        self.on_row(self.burnt)

    def _answer(self, question: int, write: Callable[[bytes], object]) -> None:
        """The four status bytes of DLE EOT, their fixed bits included."""
        self.on_question()
        out, cutter = self.paper_rows <= 0, self.cutter_jammed
        said = {
            1: 0x08 if self.stands_still else 0,
            2: (0x04 if self.cover_open else 0) | (0x20 if out else 0) | (0x40 if cutter else 0),
            3: 0x08 if cutter else 0,
            4: (0x60 if out else 0) | (0x0C if self.nearly_empty else 0),
        }
        if not self.silent:
            write(bytes([0x12 | said[question]]))


def _picture(rows: list[bytes]) -> NDArray[np.bool_]:
    packed = np.frombuffer(b"".join(rows), np.uint8).reshape(len(rows), -1)
    return np.unpackbits(packed, axis=1).astype(np.bool_)


@contextmanager
def listening(printer: ThermalPrinter) -> Iterator[int]:
    """The port the printer answers on, one caller at a time."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        worker = threading.Thread(target=_accept, args=(server, printer))
        worker.start()
        try:
            yield int(server.getsockname()[1])
        finally:
            server.shutdown(socket.SHUT_RDWR)
            worker.join(timeout=10)
    assert not worker.is_alive()


def _accept(server: socket.socket, printer: ThermalPrinter) -> None:
    # A caller who hangs up early, and the end of the test, are both an OSError here.
    with suppress(OSError):
        while True:
            line, _ = server.accept()
            with line, line.makefile("rb") as read, suppress(OSError):
                printer.serve(read, line.sendall)
