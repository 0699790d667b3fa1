"""`motcua read`: each code with its kind and how sure it is, a sentence for each file that cannot be read."""

import json
from pathlib import Path

import cv2
import numpy as np
import pytest

from tests.console.consoles import Console, motcua
from tests.scanning.paper import Slip, draw_slip, paste, qr

CODE = "H99.001-251120-0007"
PAYLOAD = f"{CODE}/01JD0000000000000000000000"
CARD = "036301000001||Đặng Thị Ỷ Lan|01012001|Nữ|Xóm Ụ, Nghĩa Hưng, Ninh Bình|01072024"


def write(file: Path, picture: "np.typing.NDArray[np.uint8]") -> Path:
    """A picture as a file."""
    cv2.imwrite(str(file), picture)
    return file


@pytest.fixture
def card_page(tmp_path: Path) -> Path:
    """A page with nothing but a citizen card's code on it."""
    page = np.full((1600, 1200, 3), 255, np.uint8)
    paste(page, qr(CARD, 500, "M"), 300, 300)
    return write(tmp_path / "the.png", page)


def test_a_slip_gives_both_its_codes(tmp_path: Path) -> None:
    slip = write(tmp_path / "phieu.png", draw_slip(Slip(CODE, PAYLOAD, dpi=200)))
    said = motcua("read", "--json", slip)
    assert (said.code, said.err) == (0, "")
    lines = [json.loads(line) for line in said.out.splitlines()]
    assert {(line["symbology"], line["text"]) for line in lines} == {("QRCode", PAYLOAD), ("Code128", CODE)}
    assert {"file", "page", "symbology", "text", "corners", "engine", "kind", "trust"} == lines[0].keys()
    assert {(line["kind"], line["trust"]) for line in lines} == {("slip", "sure")}
    assert (lines[0]["file"], lines[0]["page"], len(lines[0]["corners"])) == (str(slip), 1, 4)


def test_a_card_is_enough_to_stop_looking(console: Console, card_page: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A page with a readable card and no slip must not go through the slow readers for worn paper."""

    def looked_further(_: object) -> None:
        raise AssertionError("the cascade went on")

    monkeypatch.setattr("scanning.codes.fade_colour", looked_further)
    said = console("read", "--json", card_page)
    assert said.code == 0
    assert json.loads(said.out)["text"] == CARD


def test_a_page_without_codes_says_nothing(console: Console, tmp_path: Path) -> None:
    blank = write(tmp_path / "trang.png", np.full((600, 400, 3), 255, np.uint8))
    said = console("read", blank)
    assert (said.code, said.out, said.err) == (0, "", "")


def test_a_file_that_cannot_be_read_is_named_and_the_others_are_read(
    console: Console, card_page: Path, tmp_path: Path
) -> None:
    torn, words, absent = tmp_path / "rach.png", tmp_path / "chu.txt", tmp_path / "khong-co.pdf"
    torn.write_bytes(card_page.read_bytes()[:200])
    words.write_text("xin chào")
    said = console("read", "--json", torn, words, absent, card_page)
    assert said.code == 1
    assert [line.partition(": ")[0] for line in said.err.splitlines()] == [str(torn), str(words), str(absent)]
    assert "bấm" not in said.err
    assert json.loads(said.out)["text"] == CARD


def test_pages_of_a_tiff_are_told_in_words(console: Console, tmp_path: Path) -> None:
    """A separator, a slip whose two codes differ, and a foreign code: each says what to do with it."""
    separator = draw_slip(Slip(CODE, f"SEP:{PAYLOAD}", dpi=200))
    torn = draw_slip(Slip("H99.001-251120-0009", PAYLOAD, dpi=200))
    foreign = np.full((600, 600, 3), 255, np.uint8)
    paste(foreign, qr("https://vi.du/1", 300), 150, 150)
    file = tmp_path / "chong.tiff"
    cv2.imwritemulti(str(file), [separator, torn, foreign])
    said = console("read", file)
    assert (said.code, said.err) == (0, "")
    assert f"{file}, trang 1: SEP:{PAYLOAD} (tờ ngăn hồ sơ)" in said.out
    assert said.out.count("trang 2: ") == said.out.count("hai cách đọc khác nhau, đối chiếu với giấy") == 2
    assert f"{file}, trang 3: https://vi.du/1 (mã khác)" in said.out
