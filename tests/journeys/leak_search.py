"""Looks for planted words in every file below some folders, in each form in which they could lie there."""

import base64
import re
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from unicodedata import normalize

from dossiers.names import fold

PLAIN_KINDS = {
    "a PDF": b"%PDF-", "a picture": b"\x89PNG\r\n\x1a\n", "a photograph": b"\xff\xd8\xff\xe0", "a raw picture": b"P6\n",
    "a TIFF": b"II*\0", "a spreadsheet or archive": b"PK\x03\x04", "a plain database": b"SQLite format 3\0",
    "a squeezed stream": b"\x28\xb5\x2f\xfd",
}  # fmt: skip
"""How a paper begins that was never sealed."""

_DEFLATED = re.compile(rb"\x78[\x01\x5e\x9c\xda]")
MOST_INFLATED = 1 << 20


@dataclass(frozen=True)
class Leak:
    """What was found, in which form, and where."""

    file: str
    what: str
    form: str


def search(folders: Iterable[Path], planted: dict[str, str]) -> list[Leak]:
    """Every planted word found below the folders, in names of files as in their contents, and every plain paper."""
    needles = [(what, form, needle) for what, text in planted.items() for form, needle in forms(text)]
    return [
        Leak(str(path.relative_to(folder)), what, form)
        for folder in folders
        for path in sorted(folder.rglob("*"))
        for what, form in {*_named(path.name, needles), *_within(path, needles)}
    ]


def forms(text: str) -> Iterator[tuple[str, bytes]]:
    """The bytes a text may leave behind: both UTFs, letters taken apart, without marks, in capitals, in base64."""
    for form, said in (
        ("as written", text), ("taken apart", normalize("NFD", text)), ("without marks", fold(text)),
        ("in capitals", text.upper()),
    ):  # fmt: skip
        yield form, said.encode()
        yield f"{form}, UTF-16LE", said.encode("utf-16-le")
        yield f"{form}, UTF-16BE", said.encode("utf-16-be")
    for shift in range(3):
        # Only whole groups of three bytes look the same whatever stands around them.
        data = text.encode()[shift:]
        yield f"base64 at {shift}", base64.b64encode(data[: len(data) // 3 * 3])


def _named(name: str, needles: list[tuple[str, str, bytes]]) -> Iterator[tuple[str, str]]:
    yield from ((what, f"file name {form}") for what, form, needle in needles if needle in name.encode())


def _within(path: Path, needles: list[tuple[str, str, bytes]]) -> Iterator[tuple[str, str]]:
    data = path.read_bytes() if path.is_file() else b""
    yield from ((kind, "in the clear") for kind, start in PLAIN_KINDS.items() if data.startswith(start))
    yield from ((what, form) for what, form, needle in needles if needle in data)
    for stream in _inflated(data):
        yield from ((what, f"{form}, deflated") for what, form, needle in needles if needle in stream)


def _inflated(data: bytes) -> Iterator[bytes]:
    """Whatever in the bytes can be inflated for at least a line."""
    for start in _DEFLATED.finditer(data):
        try:
            stream = zlib.decompressobj().decompress(data[start.start() :], MOST_INFLATED)
        except zlib.error:
            continue
        if len(stream) > 16:
            yield stream
