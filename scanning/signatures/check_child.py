"""The child that opens a signed file nobody has vouched for: the question and the file in, one JSON line out."""

import os
import sys

import msgspec

from scanning.memory_limit import bound_memory
from scanning.signatures.check import check
from scanning.signatures.checking import Question
from scanning.worker import MOST_MEMORY_BYTES


def main() -> None:
    """Check the one file."""
    wire = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # what a library prints is no answer
    bound_memory(MOST_MEMORY_BYTES)
    question = msgspec.json.decode(sys.stdin.buffer.readline(), type=Question)
    with wire:
        wire.write(msgspec.json.encode(check(sys.stdin.buffer.read(), question.anchors, question.at_ms)))


if __name__ == "__main__":
    main()
