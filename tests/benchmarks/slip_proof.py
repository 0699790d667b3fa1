"""The signed codes on paper: how much room they take, and how many come back from damaged scans.

Run: python -m tests.benchmarks.slip_proof [--trials 12]. Real prints of the shipped form and rolls, rastered, damaged,
and read by the scanner's own cascade; a code counts as read only when its signature holds.
"""

import argparse
import io
from collections.abc import Iterator
from dataclasses import replace

import numpy as np
import segno
from PIL import Image

from dossiers import base45
from dossiers.dossier import Dossier
from dossiers.slip_header import PREFIX
from printing.barcodes import DOT, PROOF_MODULE
from printing.forms import receipt
from printing.raster import pages
from printing.sheet_sizes import MM
from printing.thermal import receipt as thermal
from printing.thermal.codes import MODULE
from printing.thermal.rolls import DOTS_PER_MM
from tests.printing.people_and_papers import LONG_NAME, OFFICE, OWNER, certified_copies, general
from tests.printing.signed_slips import DAMAGE, Picture, heads_on, proof_box, proofs_of, scanned

SAMPLES = {
    "an ordinary dossier": general(),
    "certified copies": certified_copies(),
    "a long name": replace(general(), owner=replace(OWNER, name=LONG_NAME[:60])),
    "an endless name": replace(general(), owner=replace(OWNER, name=LONG_NAME)),
}
LEVELS = "lmqh"
SKEW_DEG = 1.0


def sizes() -> None:
    """Bytes, letters, version and side of each code; side by level for the longest."""
    print(f"{'':34} bytes letters version modules  sheet mm  roll mm")
    for name, dossier in SAMPLES.items():
        proofs = proofs_of(dossier)
        for copy, text in (("office", proofs.office_copy), ("citizen", proofs.citizen_copy)):
            code = segno.make(text, error="m", boost_error=False, micro=False)
            side = code.symbol_size(border=0)[0]
            size = len(base45.decode(text[len(PREFIX) :]))
            print(f"{name + ', ' + copy:34} {size:5} {len(text):7} {code.version!s:>7} {side:7} "
                  f"{side * PROOF_MODULE / MM:9.1f} {side * MODULE / DOTS_PER_MM:8.1f}")  # fmt: skip
    longest = proofs_of(SAMPLES["an endless name"]).office_copy
    for level in LEVELS:
        side = segno.make(longest, error=level, boost_error=False, micro=False).symbol_size(border=0)[0]
        print(f"level {level.upper()}: {side} modules, {side * 4 * DOT / MM:.1f} mm at 0.339 mm a module")


def around_the_code(page: Picture) -> Picture:
    """The paper around the office copy's code; to scan all of it anew each time would take long and tell no more."""
    left, top, right, bottom = proof_box(page)
    reach = round((right - left) * 0.8)
    return page[max(0, top - reach) : bottom + reach, max(0, left - reach) : right + reach]


def prints(dossier: Dossier) -> Iterator[tuple[str, Picture]]:
    """The office copy on each paper at each resolution it is scanned at."""
    proofs = proofs_of(dossier)
    for dpi in (203, 300):
        pdf = receipt.render(dossier, OFFICE, paper="A5", proofs=proofs)
        yield f"A5 scanned at {dpi} dpi", around_the_code(next(iter(pages(pdf, dpi))))
    slip = Image.open(io.BytesIO(thermal.render(dossier, OFFICE, width="80mm", proofs=proofs)))
    stub = np.pad(np.asarray(slip.convert("L"))[-round(60 * DOTS_PER_MM) :], 40, constant_values=255)
    rgb = np.repeat(stub[:, :, None], 3, axis=2)
    yield "80 mm roll scanned at 203 dpi", rgb
    scaled = Image.fromarray(rgb).resize((rgb.shape[1] * 300 // 203, rgb.shape[0] * 300 // 203))
    yield "80 mm roll scanned at 300 dpi", np.asarray(scaled)


def damage(trials: int) -> None:
    """How many of the trials read, by paper and damage."""
    print(f"\n{'read of ' + str(trials):34} " + " ".join(f"{kind:>8}" for kind in DAMAGE))
    for name, page in prints(SAMPLES["an endless name"]):
        read = [
            sum(bool(heads_on(scanned(spoil(page, seed), seed, SKEW_DEG))) for seed in range(trials))
            for spoil in DAMAGE.values()
        ]
        print(f"{name:34} " + " ".join(f"{count:8}" for count in read))


def main() -> None:
    """Print both tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--trials", type=int, default=12)
    options = parser.parse_args()
    sizes()
    damage(options.trials)


if __name__ == "__main__":
    main()
