"""A small sRGB profile: ICC version 2, which PDF/A-1 asks for, with a power curve instead of a table."""

from __future__ import annotations

import struct

_PRIMARIES = {
    b"rXYZ": (0.4361, 0.2225, 0.0139),
    b"gXYZ": (0.3851, 0.7169, 0.0971),
    b"bXYZ": (0.1431, 0.0606, 0.7141),
}
"""IEC 61966-2-1 adapted to D50, the white every ICC profile refers to."""

_D50 = (0.9642, 1.0, 0.8249)
_GAMMA = 2.2


def srgb_profile() -> bytes:
    """The profile's bytes (ICC.1:2001-04), about half a kilobyte."""
    curve = b"curv" + struct.pack(">IIHxx", 0, 1, round(_GAMMA * 256))
    name = b"sRGB\0"
    description = b"desc" + struct.pack(">II", 0, len(name)) + name + bytes(4 + 4 + 2 + 1 + 67)
    tags = {b"desc": description, b"cprt": b"text" + bytes(4) + b"None\0", b"wtpt": _xyz(_D50)}
    tags |= {tag: _xyz(primary) for tag, primary in _PRIMARIES.items()}
    tags |= dict.fromkeys((b"rTRC", b"gTRC", b"bTRC"), curve)
    return _assemble(tags)


def _assemble(tags: dict[bytes, bytes]) -> bytes:
    """Header, table of tags, and each tag's data once, on whole words."""
    table, data = struct.pack(">I", len(tags)), b""
    start = 128 + 4 + 12 * len(tags)
    for tag, content in tags.items():
        padded = content + bytes(-len(content) % 4)
        at = data.find(padded)
        if at < 0:
            at = len(data)
            data += padded
        table += struct.pack(">4sII", tag, start + at, len(content))
    header = struct.pack(
        ">I4xI4s4s4s12s4s28x3I48x",
        start + len(data), 0x02100000, b"mntr", b"RGB ", b"XYZ ", bytes(12), b"acsp", *map(_fixed, _D50),
    )  # fmt: skip
    return header + table + data


def _xyz(values: tuple[float, float, float]) -> bytes:
    return b"XYZ " + struct.pack(">I3I", 0, *map(_fixed, values))


def _fixed(value: float) -> int:
    """A number with sixteen bits after the point."""
    return round(value * 65536)
