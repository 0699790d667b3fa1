"""What a scanned page costs from reading its code to its place on the disk, each step beside its peer.

Run: python -m tests.benchmarks.scanning [--pages 16] [--seed 1] [--stride 23] [--piles 15]. Prints the tables and ends
with one JSON line. Steps are CPU ms of one thread on 300 dpi colour pages, the disk's wall time. The peers: zxing-cpp
as paperless-ngx calls it, OpenCV's Hough lines to 0.1°, a JPEG of quality 75 at 200 dpi (NAPS2's default), that file
bare and synced. The path is a feeder of 40 pages a minute on loopback, a PDF in the desk's own store at its end. What
longer benchmarks measure whole (scan_blank, scan_straighten, codes, stack_filing) is of a slice here, told by its size.
"""

import argparse
import json
import os
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from statistics import median, quantiles
from typing import TypeVar

import cv2
import numpy as np
import zxingcpp

from dossiers.codes import accept
from scanning.cleanup import rotate, sure_degrees
from scanning.codes import read_codes
from scanning.pages import PageImage
from scanning.pdf import archive_pdf
from tests.benchmarks import codes, scan_blank, scan_compress, scan_straighten, stack_filing
from tests.benchmarks._codes_corpus import PAGES, make_page
from tests.benchmarks._codes_readers import LATEST, OURS, PEERS
from tests.benchmarks._pages import DPI, KINDS, draw, scan
from tests.benchmarks._scan_path import feed_to_store
from tests.benchmarks._stack import make_pile
from tests.benchmarks.filled import filled_desk
from tests.scanning.paper import Picture, skewed

T = TypeVar("T")
R = TypeVar("R")


def main() -> None:
    """Steps, path, slices, the JSON line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pages", type=int, default=16, help="for the steps and for the path")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--stride", type=int, default=23, help="every so many pages of the codes' corpus")
    parser.add_argument("--piles", type=int, default=15, help="of stack filing; 15 are one of each fault")
    asked = parser.parse_args()
    cv2.setNumThreads(1)
    figures = time_steps(asked.pages, asked.seed)
    path = feed_to_store(asked.pages, asked.seed)
    for name, value in path.items():
        print(f"{name:34}{value:>10}")
    figures |= path | compression() | straightening() | blanks(asked.seed)
    figures |= read_slice(asked.seed, asked.stride) | file_slice(asked.seed, asked.piles)
    print(json.dumps(figures))


def time_steps(count: int, seed: int) -> dict[str, float]:
    """Median and p95 of each step and of its peer, on the same pages in turn."""
    ms: dict[str, list[float]] = {}
    with filled_desk(1, seed) as (desk, *_), tempfile.TemporaryDirectory() as folder:
        for number in range(count):
            kind = list(KINDS)[number % len(KINDS)]
            page = scan(draw(kind, seed + number).pixels, seed + number)
            askew = scan(skewed(draw(kind, seed + number).pixels, 3.0 - number % 7), seed)
            timed(ms, "decode", page, _decode, _peer_decode)
            timed(ms, "straighten", askew, _straighten, _peer_straighten)
            pdf, jpeg = timed(ms, "compress", page, _compress, _peer_compress)
            synced = partial(_write_synced, Path(folder) / f"{number}.jpg")
            timed(ms, "write", (pdf, jpeg), lambda made: desk.files.put(made[0]), synced, time.perf_counter)
    print(f"{count} pages\n{'ms a page':14}{'ours':>8}{'p95':>8}{'peer':>8}{'p95':>8}")
    figures: dict[str, float] = {}
    for step in ("decode", "straighten", "compress", "write"):
        ours, peer = ms[step], ms[f"{step}, peer"]
        row = [median(ours), quantiles(ours, n=20)[-1], median(peer), quantiles(peer, n=20)[-1]]
        print(f"{step:14}" + "".join(f"{value:>8.1f}" for value in row))
        names = (f"{step}_step_ms", f"{step}_step_p95_ms", f"{step}_peer_ms", f"{step}_peer_p95_ms")
        figures |= {name: round(value, 1) for name, value in zip(names, row, strict=True)}
    return figures


def timed(
    ms: dict[str, list[float]], name: str, given: T, ours: Callable[[T], R], peer: Callable[[T], R],
    clock: Callable[[], float] = time.thread_time,
) -> tuple[R, R]:  # fmt: skip
    """Both ways with the same thing; what they made of it."""
    started_s = clock()
    made = ours(given)
    ours_s = clock()
    made_by_peer = peer(given)
    ms.setdefault(name, []).append((ours_s - started_s) * 1000)
    ms.setdefault(f"{name}, peer", []).append((clock() - ours_s) * 1000)
    return made, made_by_peer


def _decode(page: Picture) -> object:
    return read_codes(page, lambda seen: seen.symbology == "QRCode" and accept(seen.text, LATEST))


def _peer_decode(page: Picture) -> object:
    return zxingcpp.read_barcodes(page)


def _straighten(page: Picture) -> Picture:
    return rotate(page, sure_degrees(page))


def _peer_straighten(page: Picture) -> Picture:
    """The angle most edge points agree on, within 15°, and the same turn."""
    small = cv2.resize(page, None, fx=0.5, fy=0.5, interpolation=cv2.INTER_AREA)
    edges = cv2.Canny(cv2.cvtColor(small, cv2.COLOR_BGR2GRAY), 60, 180)
    reach = np.radians(15)
    lines = cv2.HoughLines(edges, 1, np.radians(0.1), 100, min_theta=np.pi / 2 - reach, max_theta=np.pi / 2 + reach)
    found = 0.0 if lines is None else float(np.degrees(np.median(lines[:20, 0, 1]))) - 90
    return rotate(page, found)


def _compress(page: Picture) -> bytes:
    return archive_pdf([PageImage(page, DPI)]).data


def _peer_compress(page: Picture) -> bytes:
    scale = 200 / DPI
    small = cv2.resize(page, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    return cv2.imencode(".jpg", small, [cv2.IMWRITE_JPEG_QUALITY, 75])[1].tobytes()


def _write_synced(path: Path, made: tuple[bytes, bytes]) -> None:
    _, data = made
    with path.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def compression() -> dict[str, float]:
    """One form, letter, ID copy and the peer's form; the seconds are the slowest of the three."""
    found: dict[str, float] = {}
    for kind in ("form", "letter", "id"):
        found |= scan_compress.measure(kind, 1, with_text=False)
    return {
        "form_kb": found["form_layered_kb"], "letter_kb": found["letter_layered_kb"], "id_kb": found["id_layered_kb"],
        "jpeg_q75_form_kb": found["form_jpeg_200_kb"],
        "page_s": max(found[f"{kind}_s"] for kind in ("form", "letter", "id")),
    }  # fmt: skip


def straightening() -> dict[str, float]:
    """Three pages of each kind."""
    rng, errors = np.random.default_rng(1), list[float]()
    for kind in KINDS:
        errors += scan_straighten.measure(kind, scan_straighten.drawer(kind), 3, rng, {})
    return {"deskew_pages": 3 * len(KINDS), "deskew_p95_deg": round(quantiles(errors, n=20)[-1], 3)}


def blanks(seed: int) -> dict[str, float]:
    """One page of each kind, clean and under dirt."""
    found = scan_blank.measure(range(seed, seed + 1))
    return {name: found[name] for name in ("near_blank_pages", "near_blank_lost", "blank_pages", "blank_found")}


def read_slice(seed: int, stride: int) -> dict[str, float]:
    """Some pages of the corpus by every reader."""
    pages = (make_page(seed, number) for number in range(0, PAGES, stride))
    return codes.figures(codes.score(pages, {**OURS, **PEERS}))


def file_slice(seed: int, piles: int) -> dict[str, float]:
    """The first piles."""
    reader = stack_filing.Reader()
    return stack_filing.figures([stack_filing.file_pile(make_pile(seed, number), reader) for number in range(piles)])


if __name__ == "__main__":
    main()
