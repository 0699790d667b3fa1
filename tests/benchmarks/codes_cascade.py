"""Codes read from worn slips by our cascade, beside two plain readers on the same pages in the same run.

Run: python -m tests.benchmarks.codes_cascade [--dpi 150 200]. Prints a table and ends with one JSON line.
Peers: zxing-cpp as paperless-ngx calls it (all formats, colour picture), and pyzbar for both symbologies.
"""

import argparse
import json
import re
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from statistics import median, quantiles

import numpy as np
import zxingcpp
from pyzbar.pyzbar import ZBarSymbol, decode

from scanning.codes import Reading, read_codes
from tests.scanning.paper import ACCIDENTS, Picture, Slip, draw_slip, scanned

CODE = "H26.19.103-261121-0042"
PAYLOAD = f"{CODE}/01JDABCDEFGHJKMNPQRSTVWXYZ"
SHAPE = re.compile(r"H\d\d\.\d\d\.\d{3}-\d{6}-\d{4}(/\w{26})?")
PRINTS = {"both": (True, True), "bars only": (True, False), "QR only": (False, True)}
EMPTY_PAGES = 10


@dataclass(frozen=True, slots=True)
class Page:
    """A worn page and what was printed on it ("none" for an empty one)."""

    printed: str
    picture: Picture


def ours(page: Picture) -> set[str]:
    """The cascade as the desk calls it, without a register to settle a silent witness."""

    def accept(reading: Reading) -> bool:
        return SHAPE.fullmatch(reading.text) is not None and reading.agreed is not False

    return {reading.text for reading in read_codes(page, accept) if accept(reading)}


def plain_zxing(page: Picture) -> set[str]:
    """zxing-cpp with its defaults."""
    return {found.text for found in zxingcpp.read_barcodes(page) if SHAPE.fullmatch(found.text)}


def plain_pyzbar(page: Picture) -> set[str]:
    """zbar for both symbologies."""
    found = decode(page, symbols=[ZBarSymbol.CODE128, ZBarSymbol.QRCODE])
    return {text for symbol in found if SHAPE.fullmatch(text := symbol.data.decode("utf-8", "replace"))}


READERS: dict[str, Callable[[Picture], set[str]]] = {
    "ours": ours,
    "zxing-cpp default": plain_zxing,
    "pyzbar": plain_pyzbar,
}


def pages(resolutions_dpi: list[int]) -> Iterator[Page]:
    """Every accident of tests/scanning/paper.py on every print at every resolution, and empty forms."""
    for dpi in resolutions_dpi:
        for printed, (bars, qr) in PRINTS.items():
            clean = draw_slip(Slip(CODE, PAYLOAD, dpi, bars, qr))
            for accident in ACCIDENTS.values():
                yield Page(printed, accident(clean, dpi))
    form = draw_slip(Slip(CODE, PAYLOAD, 200, with_bars=False, with_qr=False))
    for seed in range(EMPTY_PAGES):
        yield Page("none", scanned(form, seed))


@dataclass
class Score:
    """What one reader did over all pages."""

    read: dict[str, int]
    wrong: int
    with_code_ms: list[float]
    without_code_ms: list[float]

    def count(self, page: Page, texts: set[str], took_ms: float) -> None:
        """Add one page."""
        self.read[page.printed] = self.read.get(page.printed, 0) + bool(texts & {CODE, PAYLOAD})
        self.wrong += bool(texts - {CODE, PAYLOAD})
        (self.without_code_ms if page.printed == "none" else self.with_code_ms).append(took_ms)


def main() -> None:
    """Read every page with every reader; CPU time of one thread."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--dpi", type=int, nargs="+", default=[150, 200])
    options = parser.parse_args()
    scores = {name: Score({}, 0, [], []) for name in READERS}
    total = 0
    for page in pages(options.dpi):
        total += page.printed != "none"
        for name, reader in READERS.items():
            started_s = time.thread_time()
            texts = reader(np.ascontiguousarray(page.picture))
            scores[name].count(page, texts, (time.thread_time() - started_s) * 1000)
    report(scores, total)


def report(scores: dict[str, Score], total: int) -> None:
    """The table, then the JSON line."""
    each = total // len(PRINTS)
    print(f"{total} worn pages with a code, {EMPTY_PAGES} without; resolutions as asked; CPU ms of one thread")
    print(f"{'reader':20}{'both':>9}{'bars only':>11}{'QR only':>9}{'wrong':>7}{'ms med':>8}{'ms p95':>8}{'empty':>7}")
    for name, score in scores.items():
        counts = (f"{score.read.get(printed, 0)}/{each}" for printed in PRINTS)
        both, bars, qr = counts
        p95 = quantiles(score.with_code_ms, n=20)[-1]
        print(
            f"{name:20}{both:>9}{bars:>11}{qr:>9}{score.wrong:>7}{median(score.with_code_ms):>8.0f}{p95:>8.0f}"
            f"{median(score.without_code_ms):>7.0f}"
        )
    best = scores["ours"]
    figures = {
        "pages_read": sum(best.read.get(printed, 0) for printed in PRINTS),
        "pages_total": total,
        "wrong": best.wrong,
        "decode_ms_median": round(median(best.with_code_ms), 1),
        "decode_ms_p95": round(quantiles(best.with_code_ms, n=20)[-1], 1),
        "empty_ms_median": round(median(best.without_code_ms), 1),
        "zxing_default_pages_read": sum(scores["zxing-cpp default"].read.get(printed, 0) for printed in PRINTS),
        "pyzbar_pages_read": sum(scores["pyzbar"].read.get(printed, 0) for printed in PRINTS),
    }
    print(json.dumps(figures))


if __name__ == "__main__":
    main()
