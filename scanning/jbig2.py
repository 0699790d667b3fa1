"""JBIG2 of one black stencil, lossless: a generic region, template 0, arithmetic coded (ITU-T T.88).

Every pixel is coded by itself. The symbol coding of the standard, which draws one letter in place of a similar one,
is not here and must never be: an 8 has become a 6 that way, and a paper of an office may not say what it did not.
"""

from __future__ import annotations

import itertools
import struct
from collections.abc import Iterator
from typing import TYPE_CHECKING, TypeAlias, cast

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Stencil: TypeAlias = NDArray[np.bool_]
    Symbols: TypeAlias = NDArray[np.uint32]

_QE = (
    0x5601, 0x3401, 0x1801, 0x0AC1, 0x0521, 0x0221, 0x5601, 0x5401, 0x4801, 0x3801, 0x3001, 0x2401,
    0x1C01, 0x1601, 0x5601, 0x5401, 0x5101, 0x4801, 0x3801, 0x3401, 0x3001, 0x2801, 0x2401, 0x2201,
    0x1C01, 0x1801, 0x1601, 0x1401, 0x1201, 0x1101, 0x0AC1, 0x09C1, 0x08A1, 0x0521, 0x0441, 0x02A1,
    0x0221, 0x0141, 0x0111, 0x0085, 0x0049, 0x0025, 0x0015, 0x0009, 0x0005, 0x0001,
)  # fmt: skip
_NEXT_AFTER_LIKELY = (
    1, 2, 3, 4, 5, 38, 7, 8, 9, 10, 11, 12, 13, 29, 15, 16, 17, 18, 19, 20, 21, 22, 23,
    24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43, 44, 45, 45,
)  # fmt: skip
_NEXT_AFTER_UNLIKELY = (
    1, 6, 9, 12, 29, 33, 6, 14, 14, 14, 17, 18, 20, 21, 14, 14, 15, 16, 17, 18, 19, 19, 20,
    21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43,
)  # fmt: skip
_SWITCH = frozenset({0, 6, 14})
"""T.88 table E.1: the share of the unlikely symbol, the next estimate after either, where the two change places."""

# A state is twice the row of the table plus the symbol that is likely in it.
_SHARE = tuple(qe for qe in _QE for _ in (0, 1))
_LIKELY = tuple(2 * row + bit for row in _NEXT_AFTER_LIKELY for bit in (0, 1))
_UNLIKELY = tuple(
    2 * row + (bit ^ (index in _SWITCH)) for index, row in enumerate(_NEXT_AFTER_UNLIKELY) for bit in (0, 1)
)

_CONTEXTS = 1 << 16
_SAME_ROW = 0x9B25 << 1
"""The context that says whether a row repeats the one above (6.2.5.7, figure 8), as a symbol without its bit."""

_BAND_ROWS = 256
_PAGE_INFORMATION, _LOSSLESS_REGION = 48, 39


def encode_jbig2(stencil: Stencil) -> bytes:
    """The stencil (H×W, True is ink) as a PDF's JBIG2Decode wants it: two segments, no file header (T.88 annex D.3)."""
    height, width = stencil.shape
    coder = _ArithmeticCoder()
    for symbols, runs in _coded_rows(stencil):
        coder.code(symbols, runs)
    page = struct.pack(">IIIIBH", width, height, 0, 0, 0, 0)
    # Region size and place; generic template 0 with rows that may repeat; its four free pixels where they are by rule.
    region = struct.pack(">IIIIB", width, height, 0, 0, 0) + b"\x08\x03\xff\xfd\xff\x02\xfe\xfe\xfe" + coder.finish()
    return _segment(0, _PAGE_INFORMATION, page) + _segment(1, _LOSSLESS_REGION, region)


def _segment(number: int, kind: int, data: bytes) -> bytes:
    """A segment of page 1 that refers to no other (7.2)."""
    return struct.pack(">IBBBI", number, kind, 0, 1, len(data)) + data


def _coded_rows(stencil: Stencil) -> Iterator[tuple[list[int], list[int]]]:
    """What is coded, row after row: symbols (twice the context plus the pixel) and how often each comes in a row."""
    import numpy as np

    height, width = stencil.shape
    padded = np.zeros((height + 2, width + 7), np.uint8)
    padded[2:, 4 : 4 + width] = stencil
    # Row by row: a comparison of the whole page would hold another copy of it.
    repeats = np.array([np.array_equal(above, row) for above, row in itertools.pairwise(padded[1:])])
    turns = np.concatenate(([repeats[0]], repeats[1:] != repeats[:-1]))
    edges = [0, *(np.flatnonzero(turns[1:]) + 1).tolist(), height]
    for first, last in itertools.pairwise(edges):
        if repeats[first]:
            yield [_SAME_ROW | 1, _SAME_ROW], [1, last - first - 1]
            continue
        for row in range(first, last, _BAND_ROWS):
            band = padded[row : min(row + _BAND_ROWS, last) + 2]
            yield _runs(_band_symbols(band, width, _SAME_ROW | int(turns[row])))


def _band_symbols(band: NDArray[np.uint8], width: int, turn: int) -> Symbols:
    """Symbols of the rows under the band's first two, each row led by the one that says it does not repeat.

    A pixel's context is, from its high bits: x−2…x+2 two rows above, x−3…x+3 one above, x−4…x−1 (6.2.5.3, figure 3).
    """
    import numpy as np

    pair = band[:, :-1] << 1 | band[:, 1:]
    four = pair[:, :-2] << 2 | pair[:, 2:]
    above_two = four[:-2, 2 : 2 + width] << 1 | band[:-2, 6 : 6 + width]
    above = four[1:-1, 1 : 1 + width] << 3 | four[1:-1, 4 : 4 + width] & 7
    symbols = np.empty((len(band) - 2, width + 1), np.uint32)
    symbols[:, 0] = _SAME_ROW
    symbols[0, 0] = turn
    pixels = symbols[:, 1:]
    pixels[:] = above_two
    for part, bits in ((above, 7), (four[2:, :width], 4), (band[2:, 4 : 4 + width], 1)):
        pixels <<= bits
        pixels |= part
    return cast("Symbols", symbols.ravel())


def _runs(symbols: Symbols) -> tuple[list[int], list[int]]:
    """The symbols without their repetitions, and how often each comes in a row."""
    import numpy as np

    starts = np.concatenate(([0], np.flatnonzero(symbols[1:] != symbols[:-1]) + 1))
    return symbols[starts].tolist(), np.diff(starts, append=len(symbols)).tolist()


class _ArithmeticCoder:
    """The MQ coder of T.88 annex E, taking runs: likely symbols that move no bit out are counted, not coded singly."""

    def __init__(self) -> None:
        self._interval, self._code, self._free_bits = 0x8000, 0, 12
        self._states = [0] * _CONTEXTS
        self._out = bytearray(1)

    def code(self, symbols: list[int], runs: list[int]) -> None:
        """Code each symbol as often as its run says."""
        interval, code, free_bits, states = self._interval, self._code, self._free_bits, self._states
        for symbol, run in zip(symbols, runs, strict=True):
            context = symbol >> 1
            left = run
            while left:
                state = states[context]
                share = _SHARE[state]
                if (state ^ symbol) & 1:
                    interval -= share
                    if interval < share:
                        code += share
                    else:
                        interval = share
                    states[context] = _UNLIKELY[state]
                else:
                    if left > 1:
                        still = min(left - 1, (interval - 0x8000) // share)
                        interval -= still * share
                        code += still * share
                        left -= still
                    interval -= share
                    if interval & 0x8000:
                        code += share
                        left -= 1
                        continue
                    if interval < share:
                        interval = share
                    else:
                        code += share
                    states[context] = _LIKELY[state]
                left -= 1
                shift = 16 - interval.bit_length()
                interval <<= shift
                while shift >= free_bits:
                    shift -= free_bits
                    code, free_bits = self._byte_out(code << free_bits)
                code <<= shift
                free_bits -= shift
        self._interval, self._code, self._free_bits = interval, code, free_bits

    def finish(self) -> bytes:
        """All bytes, ended by the marker that no data contains (E.2.9)."""
        code = self._code | 0xFFFF
        if code >= self._code + self._interval:
            code -= 0x8000
        for _ in range(2):
            code, self._free_bits = self._byte_out(code << self._free_bits)
        if self._out[-1] != 0xFF:
            self._out.append(0xFF)
        self._out.append(0xAC)
        return bytes(self._out[1:])

    def _byte_out(self, code: int) -> tuple[int, int]:
        """Move a byte out, the carry first; a byte after 0xFF gives room for one more carry (E.2.7)."""
        out = self._out
        if code >= 0x8000000 and out[-1] != 0xFF:
            out[-1] += 1
            code &= 0x7FFFFFF
        if out[-1] == 0xFF:
            out.append(code >> 20)
            return code & 0xFFFFF, 7
        out.append(code >> 19)
        return code & 0x7FFFF, 8
