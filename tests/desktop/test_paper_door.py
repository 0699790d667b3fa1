"""What others made is opened by a child: whatever it does to its reader, the desk says a sentence and goes on."""

import io
import os
import signal
import sys
import threading
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from desktop import paper_door
from desktop.paper_door import PaperDoor
from scanning.errors import Fault, ScanError
from tests.desktop_screens.doors import child_that
from tests.fuzz.doors import huge_pdfs, huge_pictures, one_page_pdf
from tests.scanning.paper import scanned_pdf
from tests.scanning.slow_files import endless_jpeg

DPI = 110
PAPER = [np.full((900, 700), shade, np.uint8) for shade in (40, 80)]


@pytest.fixture
def door() -> Iterator[PaperDoor]:
    with closing(PaperDoor()) as door:
        yield door


def refused(door: PaperDoor, document: bytes, page: int = 0) -> Fault:
    with pytest.raises(ScanError) as caught:
        door.draw(document, page, DPI)
    return caught.value.fault


def shade(door: PaperDoor, document: bytes, page: int) -> int:
    return round(float(np.frombuffer(door.draw(document, page, DPI).rgb, np.uint8).mean()))


def test_pages_of_pdfs_and_pictures_come_as_they_are(door: PaperDoor) -> None:
    red, tiff, pdf = io.BytesIO(), io.BytesIO(), scanned_pdf(PAPER, 200)
    Image.new("RGB", (200, 100), (250, 20, 10)).save(red, "PNG", dpi=(220, 220))
    first, second = (Image.fromarray(page) for page in PAPER)
    first.save(tiff, "TIFF", save_all=True, append_images=[second], dpi=(200, 200))
    drawn = door.draw(red.getvalue(), 0, DPI)
    assert (drawn.pages, drawn.width_px, drawn.height_px, drawn.rgb[:3]) == (1, 100, 50, bytes((250, 20, 10)))
    for document in (pdf, tiff.getvalue()):
        assert door.draw(document, 1, DPI).pages == 2
        assert [shade(door, document, page) for page in (0, 1, 0)] == pytest.approx([40, 80, 40], abs=1)
    assert refused(door, b"") is Fault.FILE_UNREADABLE, "nothing is no reason to show what was drawn before"
    assert refused(door, pdf, 2) is refused(door, tiff.getvalue(), 2) is Fault.FILE_UNREADABLE


def test_hostile_files_are_refused_and_the_next_is_drawn(door: PaperDoor) -> None:
    """Walls of pixels, pages as large as a field, pages in a circle; the one of millions of strokes is only slow."""
    field, _, circle = huge_pdfs()
    hostile = [*huge_pictures()[:2], field, circle, one_page_pdf(20_000)]
    refusals = {refused(door, document) for document in hostile}
    assert refusals <= {Fault.FILE_TOO_BIG, Fault.FILE_UNREADABLE}
    assert shade(door, scanned_pdf(PAPER, 200), 1) == pytest.approx(80, abs=1)


@pytest.mark.parametrize("fate", ["import os; os.abort()", "import sys; sys.exit()"])
def test_a_child_that_ends_over_a_page_is_told_and_another_draws_it(fate: str, tmp_path: Path) -> None:
    pdf = scanned_pdf(PAPER, 200)
    with closing(PaperDoor(child_that(fate, tmp_path, on_page=1))) as door:
        assert shade(door, pdf, 0) == pytest.approx(40, abs=1)
        assert refused(door, pdf, 1) is Fault.DRAWING_DIED
        assert shade(door, pdf, 1) == pytest.approx(80, abs=1)


def test_what_a_native_library_prints_is_no_answer(tmp_path: Path) -> None:
    with closing(PaperDoor(child_that("import os; os.write(1, b'libtiff: oh')", tmp_path))) as door:
        assert shade(door, scanned_pdf(PAPER, 200), 0) == pytest.approx(40, abs=1)


def test_a_child_that_is_killed_between_two_pages_is_not_even_noticed(door: PaperDoor) -> None:
    pdf = scanned_pdf(PAPER, 200)
    door.draw(pdf, 0, DPI)
    assert door.child_pid is not None
    os.kill(door.child_pid, signal.SIGKILL)
    os.waitid(os.P_PID, door.child_pid, os.WEXITED | os.WNOWAIT)
    assert shade(door, pdf, 1) == pytest.approx(80, abs=1)


def test_a_child_nobody_asks_lets_go_of_its_memory_and_another_comes_when_asked() -> None:
    short = "from desktop import paper_child; paper_child.QUIET_S = 0.3; paper_child.main()"
    with closing(PaperDoor((sys.executable, "-c", short))) as door:
        door.draw(scanned_pdf(PAPER, 200), 0, DPI)
        assert door.child_pid is not None
        os.waitid(os.P_PID, door.child_pid, os.WEXITED | os.WNOWAIT)
        assert shade(door, scanned_pdf(PAPER, 200), 1) == pytest.approx(80, abs=1)


def test_what_takes_for_ever_is_stopped_and_the_next_is_drawn(
    door: PaperDoor, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(paper_door, "DEADLINE_S", 2.0)
    assert refused(door, endless_jpeg()) is Fault.DRAWING_DIED
    assert shade(door, scanned_pdf(PAPER, 200), 0) == pytest.approx(40, abs=1)


@pytest.mark.parametrize("answer", ["", "null", '{"type":"drawn","pages":1,"width_px":99999,"height_px":99999}'])
def test_a_child_that_babbles_is_not_believed(answer: str) -> None:
    babbling = (sys.executable, "-c", f"import sys; sys.stdin.readline(); print({answer!r}, flush=True)")
    with closing(PaperDoor(babbling)) as door:
        assert refused(door, b"%PDF-") is Fault.DRAWING_DIED


def test_a_desk_that_closes_waits_for_no_page(tmp_path: Path) -> None:
    """The child hangs; whoever asked is told, and nobody may ask any more."""
    begun, told = tmp_path / "met", list[Fault]()
    door = PaperDoor(child_that("import threading; threading.Event().wait()", tmp_path))
    asker = threading.Thread(target=lambda: told.append(refused(door, scanned_pdf(PAPER, 200))))
    asker.start()
    while not begun.exists():
        asker.join(0.01)
    door.close()
    asker.join(5)
    assert told == [Fault.DRAWING_DIED]
    assert refused(door, b"%PDF-") is Fault.DRAWING_DIED
