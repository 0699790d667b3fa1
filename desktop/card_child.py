"""The child that opens a picture a citizen brought and reads its codes: the file's name comes on standard input.

A file made to fill the memory, to take for ever or to kill its reader ends this process and nothing else. What is told
is one JSON line.
"""

import os
import sys
from pathlib import Path

import msgspec

from desktop.card_picture import Seen
from dossiers.citizen_card import looks_like_card
from scanning.errors import Fault, ScanError
from scanning.memory_limit import bound_memory
from scanning.read import read_file
from scanning.worker import MOST_MEMORY_BYTES


def main() -> None:
    """Read the one file."""
    wire = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # what a native library prints is no answer
    bound_memory(MOST_MEMORY_BYTES)
    with wire:
        wire.write(msgspec.json.encode(look(Path(os.fsdecode(sys.stdin.buffer.read())))))


def look(file: Path) -> Seen:
    """What a file shows."""
    codes: list[tuple[str, str]] = []
    try:
        for found in read_file(file, lambda reading: looks_like_card(reading.text), thorough=True):
            codes.append((found.reading.symbology, found.reading.text))
            if looks_like_card(found.reading.text):
                break
    except ScanError as error:
        return Seen(fault=error.fault)
    except MemoryError:
        return Seen(fault=Fault.FILE_TOO_BIG)
    return Seen(tuple(codes))


if __name__ == "__main__":
    main()
