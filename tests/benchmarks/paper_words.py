"""Words read on archived pages, beside tesseract run plainly on the JPEGs a scanning program keeps.

Run: python -m tests.benchmarks.paper_words [--seeds 3]. A printed line is held against the part of the text read that
is most like it, word by word, because the order of blocks is free. "found" is the share of printed words that the
search finds, whose marks it leaves out. Ends with one JSON line.
"""

import argparse
import json
import os
import resource
import subprocess
import zlib
from collections.abc import Sequence
from statistics import mean
from typing import NamedTuple

import cv2
import msgspec

from dossiers.store.words import words_of
from printing import raster
from scanning.ocr import READ_DPI, TextReader, Word, find_program
from scanning.pages import PageImage
from scanning.pdf import archive_pdf
from scanning.picture import encode_pnm, grey
from tests.benchmarks._pages import DPI, KINDS, Paper, draw, scan
from tests.benchmarks._quality import edits_within
from tests.scanning.paper import Picture

WAYS = ("desk", "jpeg 200")
JPEG_DPI, JPEG_QUALITY = 200, 75


class Reading(NamedTuple):
    """Of one page: words wrong and words found as shares of those printed, processor seconds, bytes kept."""

    wrong: float
    found: float
    cpu_s: float
    kept_bytes: int = 0


def main() -> None:
    """The table, kind by kind."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seeds", type=int, default=3, help="pages of each kind")
    seeds = range(1, parser.parse_args().seeds + 1)
    print(f"{'page':12}{'way':10}{'words':>7}{'wrong %':>9}{'found %':>9}{'CPU s':>7}{'kept KB':>9}")
    figures: dict[str, float] = {}
    for kind in KINDS:
        papers = [(draw(kind, seed), seed) for seed in seeds]
        pages = [(paper, scan(paper.pixels, seed)) for paper, seed in papers]
        for way, read in zip(WAYS, (read_by_desk, read_plainly), strict=True):
            figures |= tell(kind, way, [read(paper, page) for paper, page in pages], pages[0][0])
    print(json.dumps(figures))


def tell(kind: str, way: str, readings: Sequence[Reading], paper: Paper) -> dict[str, float]:
    """One line of the table."""
    wrong, found, cpu_s, kept = (mean(column) for column in zip(*readings, strict=True))
    words = sum(len(line.split()) for line in paper.lines)
    said = f"{kept / 1000:9.1f}" if kept else f"{'':9}"
    print(f"{kind:12}{way:10}{words:7}{100 * wrong:9.2f}{100 * found:9.2f}{cpu_s:7.2f}{said}", flush=True)
    name = f"{kind}_{way.replace(' ', '_')}"
    return {f"{name}_wrong": round(wrong, 4), f"{name}_found": round(found, 4)}


def read_by_desk(paper: Paper, page: Picture) -> Reading:
    """As the archive keeps the page and the desk reads it."""
    program = find_program()
    assert program is not None, "tesseract is not installed"
    pdf = archive_pdf([PageImage(page, DPI)]).data
    picture = encode_pnm(grey(raster.page(pdf, 0, READ_DPI)))
    before = _children_s()
    words = TextReader(program).read(picture)
    cpu_s = _children_s() - before
    return _held_against(paper, [word.text for word in words], cpu_s, _kept(words))


def read_plainly(paper: Paper, page: Picture) -> Reading:
    """tesseract as it comes, told the language, on a JPEG at 200 dpi."""
    small = cv2.resize(page, None, fx=JPEG_DPI / DPI, fy=JPEG_DPI / DPI, interpolation=cv2.INTER_AREA)
    _, jpeg = cv2.imencode(".jpg", small, [cv2.IMWRITE_JPEG_QUALITY, JPEG_QUALITY])
    command = ["tesseract", "stdin", "stdout", "-l", "vie", "--dpi", str(JPEG_DPI)]
    before = _children_s()
    done = subprocess.run(
        command, input=jpeg.tobytes(), capture_output=True, check=True, env=os.environ | {"OMP_THREAD_LIMIT": "1"}
    )
    return _held_against(paper, done.stdout.decode().split(), _children_s() - before)


def _held_against(paper: Paper, read: Sequence[str], cpu_s: float, kept: int = 0) -> Reading:
    lines = [line.split() for line in paper.lines]
    wrong = sum(edits_within(line, read) for line in lines) / sum(map(len, lines))
    known = {folded for word in read for folded in words_of(word)}
    printed = [folded for line in paper.lines for folded in words_of(line)]
    return Reading(wrong, sum(word in known for word in printed) / len(printed), cpu_s, kept)


def _kept(words: tuple[Word, ...]) -> int:
    """What the words and their places take in the database."""
    return len(zlib.compress(msgspec.json.encode(words)))


def _children_s() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


if __name__ == "__main__":
    main()
