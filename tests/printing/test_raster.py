"""Pages as pictures, and a room that costs nothing until it is used."""

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from io import BytesIO
from pathlib import Path

from PIL import Image

from printing.forms import receipt
from printing.raster import pages, png
from tests.printing.people_and_papers import OFFICE, general

ROOT = Path(__file__).parents[2]
HEAVY = {"reportlab", "pypdfium2", "numpy", "PIL", "barcode", "segno", "sqlalchemy", "PySide6", "cv2"}


def test_pages_have_the_size_of_their_paper() -> None:
    pdf = receipt.render(general(), OFFICE)
    shapes = [page.shape for page in pages(pdf, 300)]
    assert shapes == [(3508, 2481, 3)] * 2
    first = next(iter(pages(receipt.render(general(), OFFICE, paper="A5"), 203)))
    assert first.shape == (1679, 1183, 3)


def test_pictures_know_their_resolution_and_match_the_pages() -> None:
    pdf = receipt.render(general(), OFFICE)
    files = png(pdf, 150)
    for file, page in zip(files, pages(pdf, 150), strict=True):
        picture = Image.open(BytesIO(file))
        assert (round(picture.info["dpi"][0]), picture.mode) == (150, "RGB")
        assert picture.size == (page.shape[1], page.shape[0])
        assert 0.02 < (page < 128).mean() < 0.2


def test_a_preview_and_a_print_may_be_drawn_at_the_same_moment() -> None:
    pdf = receipt.render(general(), OFFICE)
    alone = list(pages(pdf, 72))

    def draw(_: int) -> bool:
        return all((one == other).all() for one, other in zip(pages(pdf, 72), alone, strict=True))

    with ThreadPoolExecutor(4) as threads:
        assert all(threads.map(draw, range(60)))


def test_nothing_heavy_is_loaded_before_the_first_slip() -> None:
    code = (
        "import sys, pkgutil, importlib, printing.spool, printing.raster, printing.forms, printing.overrides_file,"
        " printing.printers.ipp, printing.printers.pdf_file;"
        "forms = [form.name for form in pkgutil.iter_modules(printing.forms.__path__)];"
        "[importlib.import_module(f'printing.forms.{form}') for form in forms];"
        "print(*{name.partition('.')[0] for name in sys.modules})"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, timeout=60)
    assert done.returncode == 0
    assert HEAVY & set(done.stdout.split()) == set()
