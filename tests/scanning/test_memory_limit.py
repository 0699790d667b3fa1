"""A process that bounded itself cannot fill the machine."""

import subprocess
import sys

GREED = """
from scanning.memory_limit import bound_memory
if {bounded}:
    bound_memory(600 << 20)
try:
    taken = bytearray(1 << 30)
except MemoryError:
    print("refused")
else:
    print("taken")
"""


def test_a_bounded_process_is_refused_what_an_unbounded_one_gets() -> None:
    assert asked(bounded=True) == "refused"
    assert asked(bounded=False) == "taken"


def asked(*, bounded: bool) -> str:
    """What became of a process that wants a gigabyte."""
    command = [sys.executable, "-c", GREED.format(bounded=bounded)]
    return subprocess.run(command, capture_output=True, text=True, check=True, timeout=60).stdout.strip()
