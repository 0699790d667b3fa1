"""Pages fed in all four ways: how many are set upright by their own print, and none that stood upright turned over.

Run: python -m tests.benchmarks.scan_facing [--pages 5] [--seed 1]. Prints a table by kind of page and ends with one
JSON line. The peer is tesseract's own detection (--psm 0) where it is installed with its orientation data.
"""

import argparse
import json
import re
import shutil
import subprocess
import time
from collections.abc import Callable
from statistics import median

import cv2
import numpy as np

from scanning.orient import find_facing
from scanning.tidy import tidy
from tests.benchmarks._pages import KINDS, draw, scan
from tests.benchmarks.scan_straighten import sparse
from tests.scanning.paper import Picture

DPI = 150


def main() -> None:
    """Every kind of page, turned by each quarter and up to 2° askew."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pages", type=int, default=5, help="of each kind, each fed four ways")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--peer", action="store_true", help="ask tesseract too, a second a page")
    asked = parser.parse_args()
    print(f"{'page':14}{'fed':>5}{'right':>7}{'left':>6}{'wrong':>7}{'ms':>6}{'peer right':>12}{'peer wrong':>12}")
    total = dict.fromkeys(("fed", "right", "left", "wrong"), 0)
    for kind in (*KINDS, "sparse"):
        tally, ms, peer = measure(kind, range(asked.seed, asked.seed + asked.pages), with_peer=asked.peer)
        total = {name: total[name] + tally[name] for name in total}
        told = f"{peer.count(True):>12}{peer.count(False):>12}" if peer else f"{'–':>12}{'–':>12}"
        print(f"{kind:14}" + "".join(f"{tally[name]:>{wide}}" for name, wide in zip(tally, (5, 7, 6, 7), strict=True))
              + f"{median(ms):>6.0f}{told}")  # fmt: skip
    print(json.dumps({f"facing_{name}": count for name, count in total.items()}))


def measure(kind: str, seeds: range, *, with_peer: bool) -> tuple[dict[str, int], list[float], list[bool]]:
    """Pages fed, set right, left as they lay though they stood wrong, turned wrongly; the peer's rights and wrongs."""
    tally, ms, peer = dict.fromkeys(("fed", "right", "left", "wrong"), 0), list[float](), list[bool]()
    make: Callable[[int], Picture] = sparse if kind == "sparse" else lambda seed: draw(kind, seed).pixels
    for seed in seeds:
        upright = cv2.resize(scan(make(seed), seed, degrees=seed % 5 - 2), None, fx=0.5, fy=0.5,
                             interpolation=cv2.INTER_AREA)  # fmt: skip
        for quarters in range(4):
            level = tidy(np.ascontiguousarray(np.rot90(np.asarray(upright, np.uint8), quarters)), DPI)
            started_s = time.thread_time()
            told = find_facing(level, DPI).quarters
            ms.append((time.thread_time() - started_s) * 1000)
            tally["fed"] += 1
            tally["right" if told == quarters else "wrong" if told else "left"] += 1
            peer += [_tesseract(level) == quarters] if with_peer and shutil.which("tesseract") else []
    return tally, ms, peer


def _tesseract(level: Picture) -> int:
    """Quarters clockwise as tesseract asks for them; 0 where it gives up."""
    _, png = cv2.imencode(".png", level)
    command = ["tesseract", "stdin", "stdout", "--psm", "0", "--dpi", str(DPI)]
    said = subprocess.run(command, input=png.tobytes(), capture_output=True, check=False).stdout.decode()
    found = re.search(r"Rotate: (\d+)", said)
    return int(found[1]) // 90 if found else 0


if __name__ == "__main__":
    main()
