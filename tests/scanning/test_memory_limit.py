"""A process that bounded itself cannot fill the machine, and what it was refused takes nothing else along."""

import subprocess
import sys
from pathlib import Path

from PIL import Image

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


READER = """
import sys, threading
from scanning.drivers import ScanRequest, Watch
from scanning.drivers.files import FilesDriver
from scanning.memory_limit import bound_memory
bound_memory(400 << 20)
watch = Watch(threading.Event(), print)
for page in FilesDriver().scan(ScanRequest(driver="files", paths=tuple(sys.argv[1:])), watch):
    print("page", page.width_px)
"""


def test_a_picture_over_the_ceiling_is_refused_and_the_next_one_is_read(tmp_path: Path) -> None:
    wall, small = tmp_path / "wall.png", tmp_path / "small.png"
    Image.new("RGB", (8900, 8900)).save(wall, dpi=(300, 300))
    Image.new("L", (300, 400), 255).save(small, dpi=(300, 300))
    command = [sys.executable, "-c", READER, str(wall), str(small)]
    said = subprocess.run(command, capture_output=True, text=True, check=True, timeout=60).stdout.splitlines()
    refused, read = (line for line in said if not line.startswith("Open"))
    assert refused.startswith("FileRefused(")
    assert "wall.png" in refused
    assert "FILE_TOO_BIG" in refused
    assert read == "page 300"


def asked(*, bounded: bool) -> str:
    """What became of a process that wants a gigabyte."""
    command = [sys.executable, "-c", GREED.format(bounded=bounded)]
    return subprocess.run(command, capture_output=True, text=True, check=True, timeout=60).stdout.strip()
