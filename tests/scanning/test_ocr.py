"""Reading print: real pages by the real programme, and what a page that hangs, crashes or is no page leaves behind."""

import os
import threading
import time
from functools import cache
from pathlib import Path

import pytest
from PIL import Image, ImageDraw, ImageFont

import resources
from scanning.ocr import SCALE, Stopped, TextReader, Unread, Word, find_program, reads_vietnamese
from scanning.picture import encode_pnm
from tests.scanning.paper import Picture, scanned_pdf

LINES = ("Giấy chứng nhận quyền sử dụng đất", "Thửa đất số 127, tờ bản đồ số 36", "Ông Nguyễn Văn Thử")
PLACES_MM = ((20, 30), (20, 60), (100, 60))
DPI = 300


@cache
def page() -> bytes:
    """A PDF of three printed lines, two of them side by side."""
    return scanned_pdf([sheet()], DPI)


@cache
def picture() -> bytes:
    """The same page as the reader takes it."""
    return encode_pnm(sheet())


@cache
def sheet() -> Picture:
    import numpy as np

    page = Image.new("L", (round(210 / 25.4 * DPI), round(148 / 25.4 * DPI)), 245)
    face = ImageFont.truetype(str(resources.path("fonts/LiberationSerif-Regular.ttf")), round(13 / 72 * DPI))
    for line, (left_mm, top_mm) in zip(LINES, PLACES_MM, strict=True):
        ImageDraw.Draw(page).text((left_mm / 25.4 * DPI, top_mm / 25.4 * DPI), line, font=face, fill=30)
    return np.asarray(page)


@pytest.fixture(scope="module")
def program() -> Path:
    found = find_program()
    assert found is not None
    return found


def stand_in(folder: Path, script: str) -> Path:
    """A programme that behaves badly in the reader's place."""
    path = folder / "tesseract"
    path.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    path.chmod(0o755)
    return path


def test_printed_lines_come_in_order_with_their_places(program: Path) -> None:
    assert reads_vietnamese(program)
    words = TextReader(program).read(picture())
    assert [word.text for word in words] == " ".join(LINES).split()
    first, ninth = words[0], words[7]
    assert first.left == pytest.approx(20 / 210 * SCALE, abs=60)
    assert (first.top, ninth.top) == pytest.approx((33 / 148 * SCALE, 63 / 148 * SCALE), abs=200)
    assert all(0 <= word.left < word.right <= SCALE and 0 <= word.top < word.bottom <= SCALE for word in words)


@pytest.mark.parametrize("data", [b"", b"%PDF-1.4 torn", picture()[:400]])
def test_what_is_no_picture_is_said_to_be_unread(program: Path, data: bytes) -> None:
    with pytest.raises(Unread):
        TextReader(program).read(data)


@pytest.mark.parametrize("script", ["cat > /dev/null; exit 3", "kill -9 $$", "exit 0"])
def test_a_programme_that_fails_leaves_the_page_unread(tmp_path: Path, script: str) -> None:
    with pytest.raises(Unread):
        TextReader(stand_in(tmp_path, script)).read(picture())


def test_a_programme_that_cannot_be_started_leaves_the_page_unread(tmp_path: Path) -> None:
    nothing = tmp_path / "nothing"
    assert not reads_vietnamese(nothing)
    with pytest.raises(Unread):
        TextReader(nothing).read(picture())


def test_a_page_that_takes_too_long_is_given_up_and_its_child_killed(tmp_path: Path) -> None:
    child = tmp_path / "child"
    hanging = stand_in(tmp_path, f"echo $$ > {child}; exec sleep 600")
    with pytest.raises(Unread):
        TextReader(hanging, longest_page_s=0.3).read(picture())
    with pytest.raises(ProcessLookupError):
        os.kill(int(child.read_text()), 0)


def test_stopping_ends_the_child_at_once_and_for_good(tmp_path: Path) -> None:
    child = tmp_path / "child"
    os.mkfifo(child)
    reader = TextReader(stand_in(tmp_path, f"echo $$ > {child}; exec sleep 600"))
    ended: list[float] = []

    def read() -> None:
        with pytest.raises(Stopped):
            reader.read(picture())
        ended.append(time.monotonic())

    thread = threading.Thread(target=read)
    thread.start()
    pid = int(child.read_text())
    stopped_at_s = time.monotonic()
    reader.stop()
    thread.join(10)
    assert ended[0] - stopped_at_s < 1
    with pytest.raises(ProcessLookupError):
        os.kill(pid, 0)
    with pytest.raises(Stopped):
        reader.read(picture())


def test_the_child_runs_behind_everything_else_in_bounded_memory(tmp_path: Path) -> None:
    said = tmp_path / "said"
    looking = f"cat > /dev/null; ps -o ni= -p $$ > {said}; ulimit -v >> {said}; exit 1"
    with pytest.raises(Unread):
        TextReader(stand_in(tmp_path, looking)).read(picture())
    niceness, kilobytes = said.read_text().split()
    assert (niceness, int(kilobytes)) == ("19", 1 << 20)


def test_pen_strokes_and_dots_are_no_words(tmp_path: Path) -> None:
    """Rows of the programme's table that a signature or dotted line leaves: unsure, or without a letter."""
    rows = ("1 1 0 0 0 0 0 0 1000 500 -1 ", "5 1 1 1 1 1 10 10 80 20 12 ỹ", "5 1 1 1 1 2 100 10 80 20 95 ....",
            "5 1 1 1 1 3 200 10 80 20 95 Số")  # fmt: skip
    table = tmp_path / "table"
    table.write_text("\n".join(["head", *(row.replace(" ", "\t") for row in rows)]), encoding="utf-8")
    reader = TextReader(stand_in(tmp_path, f"cat > /dev/null; cat {table}"))
    assert reader.read(picture()) == (Word("Số", 2000, 200, 2800, 600),)
