"""The desk's end of the check: a stranger's file is opened by a child that it may take along, and by nobody else."""

import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import msgspec

from scanning.signatures.check import Checked, Trouble

CHECK_COMMAND = (sys.executable, "-m", "scanning.signatures.check_child")
DEADLINE_S = 30.0
"""A signature takes under a second; nobody waits longer for a file that was made to take for ever."""

MOST_BYTES = 200_000_000

FINDINGS = msgspec.json.Decoder(Checked)
"""Made at import: a thread that meets a type msgspec has half learnt crashes the process."""

_ROOM_PARENT = Path(__file__).resolve().parent.parent.parent


class Question(msgspec.Struct, frozen=True):
    """The trust list's certificates (DER) and the instant of the check; the file's bytes follow the line."""

    anchors: tuple[bytes, ...]
    at_ms: int


def check_apart(
    pdf: bytes, anchors: Sequence[bytes], at_ms: int, *, command: Sequence[str] = CHECK_COMMAND,
    deadline_s: float = DEADLINE_S,
) -> Checked:  # fmt: skip
    """Who signed a file and whether it holds; for the pool. A file nobody signed costs no child."""
    if b"/ByteRange" not in pdf:
        return Checked()
    if len(pdf) > MOST_BYTES:
        return Checked(trouble=Trouble.TOO_LONG)
    question = msgspec.json.encode(Question(tuple(anchors), at_ms))
    try:
        told = subprocess.run(
            command, input=question + b"\n" + pdf, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, cwd=_ROOM_PARENT,
            timeout=deadline_s,
        ).stdout  # fmt: skip
        return FINDINGS.decode(told)
    except subprocess.TimeoutExpired:
        return Checked(trouble=Trouble.TOO_LONG)
    except msgspec.DecodeError:
        return Checked(trouble=Trouble.UNREADABLE)
