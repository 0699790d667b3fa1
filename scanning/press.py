"""Pages made into the archive's PDF in a process of its own, so that a window never waits and memory stays small.

The child reads a `Sheet` line and its pixels for each page until standard input ends, and answers with a `Pressed`
line and the file. Nothing of a page touches the disk.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterable, Iterator, Sequence
from math import prod
from pathlib import Path
from typing import IO, BinaryIO

import msgspec

from scanning.errors import Fault, ScanError
from scanning.pages import PageImage
from scanning.pdf import ArchivePdf, archive_pdf
from scanning.picture import ARCHIVE_FLOOR_DPI

PRESS_COMMAND = (sys.executable, "-m", "scanning.press")
_BEHIND_THE_WINDOW = getattr(subprocess, "BELOW_NORMAL_PRIORITY_CLASS", 0)
"""Windows gives a process its rank at its birth; elsewhere the child lowers itself."""
_ROOM_PARENT = Path(__file__).resolve().parent.parent


class Order(msgspec.Struct, frozen=True):
    """The ceiling of the file, before any sheet."""

    ceiling_bytes: int | None


class Sheet(msgspec.Struct, frozen=True):
    """One page's resolution and shape (rows, columns, and 3 where it is BGR); its uint8 pixels follow."""

    dpi: int
    shape: tuple[int, ...]


class Pressed(msgspec.Struct, frozen=True):
    """What came of it; the file's bytes follow."""

    pages: int
    coarser: int
    fits: bool


def press(
    pages: Iterable[PageImage], ceiling_bytes: int | None = None, command: Sequence[str] = PRESS_COMMAND
) -> ArchivePdf:
    """`archive_pdf` of the pages, made by a child one page behind; raises ScanError, WORKER_DIED where it dies."""
    child = subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=_ROOM_PARENT, creationflags=_BEHIND_THE_WINDOW
    )
    assert child.stdin is not None
    with child:
        try:
            _feed(child.stdin, pages, ceiling_bytes)
            answer, _ = child.communicate()
        except BrokenPipeError:
            answer = b""
        except BaseException:
            child.kill()
            raise
    if child.returncode or not answer:
        raise ScanError(Fault.WORKER_DIED)
    line, _, data = answer.partition(b"\n")
    pressed = msgspec.json.decode(line, type=Pressed)
    return ArchivePdf(data, pressed.pages, pressed.coarser, pressed.fits)


def _feed(stdin: IO[bytes], pages: Iterable[PageImage], ceiling_bytes: int | None) -> None:
    import numpy as np

    stdin.write(msgspec.json.encode(Order(ceiling_bytes)) + b"\n")
    for page in pages:
        if page.dpi < ARCHIVE_FLOOR_DPI:
            raise ScanError(Fault.LOW_RESOLUTION)
        stdin.write(msgspec.json.encode(Sheet(page.dpi, page.pixels.shape)) + b"\n")
        stdin.write(np.ascontiguousarray(page.pixels).data)


def main() -> None:
    """Be the child: one core, and after the window where the two compete."""
    import cv2

    if hasattr(os, "nice"):
        os.nice(5)
    cv2.setNumThreads(1)
    order = msgspec.json.decode(sys.stdin.buffer.readline(), type=Order)
    made = archive_pdf(_sheets(sys.stdin.buffer), order.ceiling_bytes)
    answer = msgspec.json.encode(Pressed(made.pages, made.coarser, made.fits))
    sys.stdout.buffer.write(answer + b"\n" + made.data)


def _sheets(stdin: BinaryIO) -> Iterator[PageImage]:
    """The pages as they arrive; half a page is what an owner that gave up leaves, and ends the child."""
    import numpy as np

    while line := stdin.readline():
        sheet = msgspec.json.decode(line, type=Sheet)
        pixels = stdin.read(prod(sheet.shape))
        if len(pixels) < prod(sheet.shape):
            sys.exit(1)
        yield PageImage(np.frombuffer(pixels, np.uint8).reshape(sheet.shape), sheet.dpi)


if __name__ == "__main__":
    main()
