"""PNM as scanners stream it: the header, and pages shorter than their header promised."""

import re
from dataclasses import dataclass

from scanning.errors import Fault, ScanError

_HEADER = re.compile(rb"P([456])\s(?:#[^\n]*\n|\s)*(\d+)\s+(\d+)\s+(?:(\d+)\s)?")
_HEADER_REACH = 512


@dataclass(frozen=True, slots=True)
class PnmHeader:
    """Size and layout of a binary PNM; `offset` is where pixels begin."""

    kind: int
    width: int
    height: int
    maxval: int
    offset: int

    @property
    def row_bytes(self) -> int:
        """Bytes of one pixel row."""
        if self.kind == 4:
            return (self.width + 7) // 8
        return self.width * (3 if self.kind == 6 else 1) * (2 if self.maxval > 255 else 1)

    @property
    def total_bytes(self) -> int:
        """Bytes of the whole picture, header included."""
        return self.offset + self.row_bytes * self.height


def find_header(data: bytes | bytearray) -> PnmHeader | None:
    """The header once all of it has arrived."""
    head = bytes(data[:_HEADER_REACH])
    found = _HEADER.match(head)
    if found is None:
        return None
    kind = int(found[1])
    end = found.end(3) + 1 if kind == 4 else found.end()
    if kind != 4 and found[4] is None:
        return None
    return PnmHeader(kind, int(found[2]), int(found[3]), int(found[4] or 1), end)


def whole_rows(data: bytes | bytearray, least_rows: int) -> tuple[bytes, PnmHeader]:
    """The page with a header that tells the rows that really came (feeders end a short sheet early).

    Raises ScanError(TORN_PAGE) under `least_rows`: a device that sent nearly nothing sent no page.
    """
    header = find_header(data)
    if header is None:
        raise ScanError(Fault.TORN_PAGE)
    rows = min(header.height, (len(data) - header.offset) // max(1, header.row_bytes))
    if rows < least_rows:
        raise ScanError(Fault.TORN_PAGE)
    if rows == header.height:
        return bytes(data[: header.total_bytes]), header
    depth = b"" if header.kind == 4 else b"%d\n" % header.maxval
    head = b"P%d\n%d %d\n%s" % (header.kind, header.width, rows, depth)
    body = data[header.offset : header.offset + rows * header.row_bytes]
    return head + bytes(body), PnmHeader(header.kind, header.width, rows, header.maxval, len(head))
