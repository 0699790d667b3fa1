"""A picture file somebody brought is opened by a child: what is made to take the desk along takes the child."""

import io
import sys
from functools import partial
from pathlib import Path

import pytest
from PIL import Image

from desktop import card_picture, paper_door
from desktop.card_picture import codes_of
from desktop.paper_door import PaperDoor
from scanning.errors import Fault, ScanError
from scanning.picture import MAX_PIXELS
from tests.fuzz.doors import huge_pdfs, huge_pictures
from tests.scanning.slow_files import endless_jpeg


def refused(file: Path) -> Fault:
    with pytest.raises(ScanError) as caught:
        codes_of(file)
    return caught.value.fault


def widest_picture() -> bytes:
    """As many pixels as are let in, each of them transparent: more memory than the child is given."""
    side = int(MAX_PIXELS**0.5)
    file = io.BytesIO()
    Image.new("RGBA", (side, side)).save(file, "PNG", compress_level=1)
    return file.getvalue()


@pytest.mark.parametrize("bomb", [*huge_pictures()[:2], huge_pdfs()[0]], ids=["PNG", "TIFF", "PDF"])
def test_a_wall_of_pixels_is_refused_by_name(bomb: bytes, tmp_path: Path) -> None:
    (tmp_path / "card").write_bytes(bomb)
    assert refused(tmp_path / "card") is Fault.FILE_TOO_BIG


def test_what_takes_all_memory_ends_the_child(tmp_path: Path) -> None:
    (tmp_path / "card.png").write_bytes(widest_picture())
    assert refused(tmp_path / "card.png") is Fault.FILE_TOO_BIG


def test_what_takes_for_ever_is_stopped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(paper_door, "DEADLINE_S", 2.0)
    (tmp_path / "card.jpg").write_bytes(endless_jpeg())
    assert refused(tmp_path / "card.jpg") is Fault.FILE_UNREADABLE


@pytest.mark.parametrize("end", ["import os; os.abort()", "print('no answer')"])
def test_a_reader_that_crashes_or_babbles_is_a_sentence(
    end: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ending = partial(PaperDoor, (sys.executable, "-c", end))
    monkeypatch.setattr(card_picture, "PaperDoor", ending)
    (tmp_path / "card.png").write_bytes(b"\x89PNG")
    assert refused(tmp_path / "card.png") is Fault.FILE_UNREADABLE


def test_a_missing_file_is_named_as_such(tmp_path: Path) -> None:
    assert refused(tmp_path / "thẻ.png") is Fault.FILE_MISSING
