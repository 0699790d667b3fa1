"""Drawing a narrow slip, beside the floor: the same lines of text drawn once onto an empty strip of that size.

Run: python -m tests.benchmarks.thermal_slip. Prints a table and ends with one JSON line.
"""

import json
import time
from collections.abc import Callable
from io import BytesIO
from statistics import median

from PIL import Image, ImageDraw, ImageFont

import resources
from printing.printers.escpos import EscposPrinter
from printing.thermal import layout, receipt
from printing.thermal.lettering import BODY
from printing.thermal.rolls import ROLLS
from tests.printing.pdf_reading import read_pages
from tests.printing.people_and_papers import OFFICE, certified_copies, general, overfull
from tests.printing.thermal_listener import ThermalPrinter, listening

ROUNDS = 20


def timed_ms(work: Callable[[], object]) -> float:
    """Median of some rounds, the first not counted: it loads libraries and fonts."""
    work()
    rounds = []
    for _ in range(ROUNDS):
        began = time.perf_counter()
        work()
        rounds.append((time.perf_counter() - began) * 1000)
    return median(rounds)


def draw_lines(lines: list[str], size: tuple[int, int]) -> bytes:
    """The floor: no wrapping, no codes, one face."""
    strip = Image.new("1", size, 1)
    pen = ImageDraw.Draw(strip)
    face = ImageFont.truetype(str(resources.path("fonts/NotoSans-Regular.ttf")), BODY)
    for row, line in enumerate(lines):
        pen.text((0, row * size[1] / len(lines)), line, font=face, fill=0)
    file = BytesIO()
    strip.save(file, "PNG")
    return file.getvalue()


def sent_ms(slip: bytes, width: str) -> float:
    """From the first question to the printer's word that all is worked off, on loopback."""
    machine = ThermalPrinter()
    with listening(machine) as port:
        printer = EscposPrinter(f"escpos://127.0.0.1:{port}")
        took = timed_ms(lambda: printer.watch(printer.send(slip, "Giấy tiếp nhận", 1, width)))
    assert len(machine.slips) == ROUNDS + 1
    return took


def main() -> None:
    """Every slip at both widths."""
    print(f"{'slip':<18}{'width':>6}{'mm':>6}{'raster B':>10}{'PNG B':>8}{'draw ms':>9}{'floor ms':>9}{'send ms':>9}")
    figures = {}
    for name, dossier in {"birth": general(), "copies": certified_copies(), "30 papers": overfull()}.items():
        for width, roll in ROLLS.items():
            slip = receipt.render(dossier, OFFICE, width=width)
            size = Image.open(BytesIO(slip)).size
            (page,) = read_pages(layout.strip(receipt.compose(dossier, OFFICE, roll), roll))
            lines = [box.text for box in page.words]
            draw = timed_ms(lambda dossier=dossier, width=width: receipt.render(dossier, OFFICE, width=width))  # type: ignore[misc]
            floor = timed_ms(lambda lines=lines, size=size: draw_lines(lines, size))  # type: ignore[misc]
            send = sent_ms(slip, width)
            sizes = f"{size[1] / 8:>6.0f}{size[0] * size[1] // 8:>10}{len(slip):>8}"
            print(f"{name:<18}{width:>6}{sizes}{draw:>9.1f}{floor:>9.1f}{send:>9.1f}")
            figures[f"{name} {width}"] = round(draw, 1)
    print(json.dumps({"thermal_slip_ms": figures["birth 80mm"], "thermal_long_slip_ms": figures["30 papers 80mm"]}))


if __name__ == "__main__":
    main()
