"""The most memory of a process that looks over a page fresh from the scanner, and of one that presses a page.

Run: python -m tests.benchmarks.scan_peak (Linux). Pages are A4 of 300 dpi in colour, those looked over 10° askew on
a glass of A4, which sees no more of them. Prints MB with interpreter and libraries (VmHWM) and ends with one JSON line.
"""

import json
import subprocess
import sys
import tempfile
from pathlib import Path

import numpy as np

from scanning.drivers import ScannedPage
from scanning.picture import encode_pnm
from scanning.spool import seal_page
from tests.benchmarks._pages import DPI, KINDS, SIZE, draw, scan
from tests.benchmarks.scan_compress import peak_mb

KEY = bytes(32)
_LOOK_OVER = f"""
import sys
from pathlib import Path
import cv2
from scanning.picture import decode
from scanning.spool import open_page
from scanning.tidy import look_over
cv2.setNumThreads(1)
look_over(decode(open_page(Path(sys.argv[1]), bytes({len(KEY)}))), {DPI}, lambda reading: False)
print(next(line.split()[1] for line in open("/proc/self/status") if line.startswith("VmHWM")))
"""


def main() -> None:
    """One line a kind of page."""
    figures: dict[str, int] = {}
    print(f"{'page':14}{'look over':>11}{'press':>8}")
    for kind in KINDS:
        figures |= {f"{kind}_look_over_mb": round(look_over_mb(kind)), f"{kind}_press_mb": round(peak_mb(kind))}
        print(f"{kind:14}{figures[f'{kind}_look_over_mb']:>11}{figures[f'{kind}_press_mb']:>8}")
    print(json.dumps(figures | {"peak_mb": max(figures.values())}))


def look_over_mb(kind: str) -> float:
    """A sealed page opened and looked over by a child of its own."""
    whole, (width, height) = scan(draw(kind, 1).pixels, 1, degrees=10), SIZE
    top, left = (whole.shape[0] - height) // 2, (whole.shape[1] - width) // 2
    page = np.ascontiguousarray(whole[top : top + height, left : left + width])
    with tempfile.TemporaryDirectory() as spool:
        sealed = seal_page(Path(spool), ScannedPage(encode_pnm(page), width, height, DPI), KEY)
        assert sealed is not None
        command = [sys.executable, "-c", _LOOK_OVER, sealed.file]
        return int(subprocess.run(command, check=True, stdout=subprocess.PIPE).stdout) / 1024


if __name__ == "__main__":
    main()
