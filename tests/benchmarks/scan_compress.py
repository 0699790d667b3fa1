"""Sizes, seconds and what is kept of layered pages, beside the JPEGs a scanning program keeps of the same pages.

Run: python -m tests.benchmarks.scan_compress [--seeds 2] [--text]. Prints tables and ends with one JSON line.
The peers are a JPEG of quality 75 at 200 dpi (NAPS2's default) and at 300 dpi. `--text` measures printed-text error
with tesseract, some seconds a picture. Seconds are of this process's processor, on one core.
"""

import argparse
import json
import sys
import tempfile
import time
from math import isnan
from pathlib import Path
from statistics import mean

import cv2

from scanning.pages import PageImage
from scanning.pdf import archive_pdf
from scanning.press import press
from tests.benchmarks._pages import DPI, KINDS, PAYLOAD, Paper, draw, scan
from tests.benchmarks._quality import chroma_kept, jpeg_at, qr_texts, render, text_error
from tests.scanning.paper import Picture

WAYS = ("layered", "jpeg 200", "jpeg 300")
DOSSIER = ("form",) * 8 + ("letter",) * 8 + ("id",) * 4


def main() -> None:
    """All tables, one after the other."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seeds", type=int, default=2, help="pages of each kind")
    parser.add_argument("--text", action="store_true", help="measure printed-text error")
    options = parser.parse_args()
    cv2.setNumThreads(1)
    print(f"{'page':12}{'way':10}{'KB':>7}{'max KB':>8}{'s':>6}{'chroma':>8}{'hue °':>7}{'QR':>5}{'text %':>8}")
    figures: dict[str, float] = {}
    for kind in KINDS:
        figures |= measure(kind, options.seeds, with_text=options.text)
    figures |= measure_dossier()
    figures |= {f"{kind}_peak_mb": peak_mb(kind) for kind in KINDS}
    print("peak MB of the child that presses a page:", *(f"{k} {figures[f'{k}_peak_mb']:.0f}" for k in KINDS))
    print(json.dumps({name: value for name, value in figures.items() if not isnan(value)}))


def measure(kind: str, seeds: int, *, with_text: bool) -> dict[str, float]:
    """Three lines of the table."""
    rows: dict[str, list[tuple[float, ...]]] = {way: [] for way in WAYS}
    for seed in range(1, seeds + 1):
        paper = draw(kind, seed)
        page = scan(paper.pixels, seed)
        started_s = time.process_time()
        pdf = archive_pdf([PageImage(page, DPI)]).data
        cpu_s = time.process_time() - started_s
        shown = {
            "layered": (len(pdf), render(pdf)),
            "jpeg 200": jpeg_at(page, 200, 75),
            "jpeg 300": jpeg_at(page, 300, 75),
        }
        for way, (size, picture) in shown.items():
            rows[way].append((size, cpu_s, *kept(paper, page, picture, with_text=with_text)))
    figures = {}
    for way, found in rows.items():
        size, cpu_s, chroma, hue, qr, text = (mean(column) for column in zip(*found, strict=True))
        largest = max(row[0] for row in found)
        spent = f"{cpu_s:6.2f}" if way == "layered" else " " * 6
        sizes = f"{size / 1000:>7.1f}{largest / 1000:>8.1f}"
        quality = f"{_said(chroma, '.2f'):>8}{_said(hue, '.1f'):>7}{_said(qr, '.0%'):>5}{_said(text, '.2%'):>8}"
        print(f"{kind:12}{way:10}{sizes}{spent}{quality}")
        figures[f"{kind}_{way.replace(' ', '_')}_kb"] = round(size / 1000, 1)
        if way == "layered":
            figures |= {
                f"{kind}_s": round(cpu_s, 2),
                f"{kind}_chroma": round(chroma, 3),
                f"{kind}_text": round(text, 4),
            }
    return figures


def _said(value: float, form: str) -> str:
    """A figure, or a dash where there is none."""
    return "–" if isnan(value) else format(value, form)


def kept(paper: Paper, page: Picture, shown: Picture, *, with_text: bool) -> tuple[float, float, float, float]:
    """Chroma and hue of the seal, whether the QR reads, wrong characters; NaN where the paper has none."""
    nothing = float("nan")
    chroma, hue = chroma_kept(page, shown, paper.seals[0]) if paper.seals else (nothing, nothing)
    has_qr = PAYLOAD in qr_texts(paper.pixels)
    qr = float(PAYLOAD in qr_texts(shown)) if has_qr else nothing
    error = text_error(shown, paper) if with_text else None
    return chroma, hue, qr, nothing if error is None else error


def measure_dossier() -> dict[str, float]:
    """Twenty pages in one file."""
    pages = (PageImage(scan(draw(kind, number).pixels, number), DPI) for number, kind in enumerate(DOSSIER))
    size = len(archive_pdf(pages).data)
    print(f"dossier of {len(DOSSIER)} pages: {size / 1e6:.2f} MB")
    return {"dossier_20_mb": round(size / 1e6, 3)}


def peak_mb(kind: str) -> float:
    """The most memory (Linux's VmHWM) the child that presses a page ever holds."""
    with tempfile.TemporaryDirectory() as folder:
        status = Path(folder) / "status"
        program = _CHILD.format(status=str(status))
        press([PageImage(scan(draw(kind, 1).pixels, 1), DPI)], command=(sys.executable, "-c", program))
        [peak] = (line for line in status.read_text().splitlines() if line.startswith("VmHWM"))
    return int(peak.split()[1]) / 1024


_CHILD = """
from pathlib import Path
from scanning.press import main
main()
Path({status!r}).write_text(Path("/proc/self/status").read_text())
"""


if __name__ == "__main__":
    main()
