"""The child behind the paper door: opens files that others made, one order a line, each answered by one JSON line.

A file made to fill the memory, to take for ever or to kill its reader ends this process and nothing else.
"""

import os
import sys
import threading
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

import msgspec

from desktop.paper_door import MOST_PIXELS, Answer, Draw, Drawn, Laid, LayWords, Order, ReadCodes, Refused, Seen
from scanning.errors import Fault, ScanError
from scanning.memory_limit import bound_memory
from scanning.worker import MOST_MEMORY_BYTES

if TYPE_CHECKING:
    from scanning.picture import Picture

QUIET_S = 120.0
"""So long after its last order the child lets go of its memory; the next one begins another."""


def main() -> None:
    """Answer until the orders end."""
    wire = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # what a native library prints is no answer
    bound_memory(MOST_MEMORY_BYTES)
    orders, document = sys.stdin.buffer, b""
    while True:
        quiet = threading.Timer(QUIET_S, os._exit, (0,))
        quiet.daemon = True
        quiet.start()
        line = orders.readline()
        quiet.cancel()
        if not line:
            return
        order = msgspec.json.decode(line, type=Order)
        if not isinstance(order, ReadCodes) and order.size is not None:
            document = orders.read(order.size)
        _answer(wire, order, document)


def _answer(wire: BinaryIO, order: Order, document: bytes) -> None:
    answer: Answer
    data = b""
    try:
        if isinstance(order, ReadCodes):
            answer = Seen(read_codes(Path(os.fsdecode(order.file))))
        elif isinstance(order, Draw):
            answer, data = draw(order, document)
        else:
            data = lay_words(order, document)
            answer = Laid(len(data))
    except ScanError as error:
        answer = Refused(error.fault)
    except MemoryError:
        answer = Refused(Fault.FILE_TOO_BIG)
    wire.write(msgspec.json.encode(answer) + b"\n")
    wire.write(data)
    wire.flush()


def read_codes(file: Path) -> tuple[tuple[str, str], ...]:
    """The codes of a file, up to the first citizen's card."""
    from dossiers.citizen_card import looks_like_card
    from scanning.read import read_file

    codes: list[tuple[str, str]] = []
    for found in read_file(file, lambda reading: looks_like_card(reading.text), thorough=True):
        codes.append((found.reading.symbology, found.reading.text))
        if looks_like_card(found.reading.text):
            break
    return tuple(codes)


def draw(order: Draw, document: bytes) -> tuple[Drawn, bytes]:
    """A page of a document, and its pixels; raises ScanError."""
    from printing import raster
    from scanning.documents import count_pages

    pages = count_pages(document)
    if b"%PDF-" in document[:1024]:
        try:
            picture = raster.page(document, order.page, order.dpi, MOST_PIXELS)
        except raster.Unreadable as error:
            raise ScanError(Fault.FILE_UNREADABLE) from error
    else:
        picture = _picture(order, document)
    return Drawn(pages, picture.shape[1], picture.shape[0]), picture.tobytes()


def lay_words(order: LayWords, document: bytes) -> bytes:
    """A PDF with its words; raises ScanError."""
    import pikepdf

    from printing import searchable

    try:
        return searchable.lay_words(document, order.words)
    except pikepdf.PdfError as error:
        raise ScanError(Fault.FILE_UNREADABLE) from error


def _picture(order: Draw, document: bytes) -> "Picture":
    """A page of a photo or a TIFF, as large as a drawn page of that resolution, RGB."""
    from scanning.documents import read_document
    from scanning.picture import rgb
    from scanning.tidy import at_dpi

    page = next(read_document(document, order.page), None)
    if page is None:
        raise ScanError(Fault.FILE_UNREADABLE)
    return rgb(at_dpi(page.pixels, page.dpi, order.dpi))


if __name__ == "__main__":
    main()
