"""Codes on worn pages: what must be read, what must never be read wrong, and what the second witness says."""

import re
import sys
import unicodedata
from dataclasses import replace

import cv2
import numpy as np
import pytest
from zxingcpp import Binarizer

from scanning import codes
from scanning.codes import read_codes
from scanning.reading import Reading
from scanning.zxing import read_with_zxing
from tests.benchmarks.codes_text import WRITERS, read_by_us
from tests.scanning.paper import ACCIDENTS, Picture, Slip, code128, draw_slip, mm, paste, qr, scanned

CODE = "H26.19.103-261121-0042"
PAYLOAD = f"{CODE}/01JDABCDEFGHJKMNPQRSTVWXYZ"
CARDS = [
    "001099012345|012345678|Nguyễn Văn An|15031999|Nam|Thôn 3, Ân Tín, Hoài Ân, Bình Định|10052021",
    "001199054321||Trần Thị Bình|02111999|Nữ|Tổ 5, Phường Đồng Tâm, Thành phố Yên Bái, Yên Bái|24062022",
    "079085001234||Lê Thị Hoa|05061985|Nữ|Ấp Bình Quới, Xã Phước Lý, Cần Giuộc, Long An|15082024||||",
    "036301000001||Đặng Thị Ỷ Lan|01012001|Nữ|Xóm Ụ, Xã Nghĩa Hưng, Ninh Bình|01072024||||",
    "001216000001||NGUYỄN VĂN BÉ|01012016|Nam|Số 1 ngõ 5|15032024|01012016|079000000001|NGUYỄN VĂN CHA|TRẦN THỊ MẸ",
]


def ours(reading: Reading) -> bool:
    """The caller's rule of these tests: our printed shape, and no witness against it."""
    return re.fullmatch(r"H\d\d\.\d\d\.\d{3}-\d{6}-\d{4}(/\w{26})?", reading.text) is not None and (
        reading.agreed is not False
    )


def worn(kind: str, slip: Slip) -> Picture:
    """The slip after one accident of office life."""
    return ACCIDENTS[kind](draw_slip(slip), slip.dpi)


@pytest.mark.parametrize("wear", ACCIDENTS)
def test_a_worn_qr_is_read(wear: str) -> None:
    found = read_codes(worn(wear, Slip(CODE, PAYLOAD, 200, with_bars=False)), ours)
    assert [(reading.symbology, reading.text) for reading in found] == [("QRCode", PAYLOAD)]


@pytest.mark.parametrize("wear", ACCIDENTS)
def test_a_worn_code128_is_read(wear: str) -> None:
    found = read_codes(worn(wear, Slip(CODE, PAYLOAD, 200, with_qr=False)), ours)
    assert [(reading.symbology, reading.text) for reading in found] == [("Code128", CODE)]
    assert found[0].agreed is not False


def test_qr_comes_before_code128_and_a_qr_needs_no_witness() -> None:
    found = read_codes(scanned(draw_slip(Slip(CODE, PAYLOAD, 200)), seed=1), ours)
    assert [(reading.symbology, reading.agreed) for reading in found] == [("QRCode", None), ("Code128", None)]


@pytest.mark.parametrize("dpi", [200, 300])
def test_corners_lie_on_the_code(dpi: int) -> None:
    found = read_codes(scanned(draw_slip(Slip(CODE, PAYLOAD, dpi)), seed=1), ours)
    for reading, (left, top) in zip(found, ((160, 250), (45, 30)), strict=True):
        xs, ys = zip(*reading.corners, strict=True)
        assert min(xs) == pytest.approx(mm(left, dpi), abs=12)
        assert mm(top, dpi) - 12 <= min(ys) <= max(ys) <= mm(top + 26, dpi)


def test_corners_of_a_strip_are_places_on_the_page(monkeypatch: pytest.MonkeyPatch) -> None:
    """A Code 128 found by locating and enlarging still tells where it stands on the page."""
    monkeypatch.setattr(codes, "tapir_is_here", lambda: False)
    page = worn("askew by 33", Slip(CODE, PAYLOAD, 200, with_qr=False))
    [reading] = read_codes(page, ours)
    assert reading.engine.startswith("zxing strip")
    quad = np.array(reading.corners, np.float32)
    assert cv2.contourArea(quad) > 0.5 * mm(86, 200) * mm(13, 200)
    assert quad.min() >= 0
    assert (quad.max(axis=0) <= np.array(page.shape[1::-1])).all()


@pytest.mark.parametrize("card", CARDS)
@pytest.mark.parametrize("level", ["L", "M"])
def test_vietnamese_of_a_citizen_card_comes_back_intact(card: str, level: str) -> None:
    page = np.full((1200, 1000, 3), 255, np.uint8)
    paste(page, qr(card, 400, level), 300, 400)
    found = read_codes(scanned(page, seed=11), lambda reading: "|" in reading.text)
    assert [reading.text for reading in found] == [card]


@pytest.mark.parametrize("writer", WRITERS)
def test_vietnamese_text_comes_back_from_every_writer_of_qr_codes(writer: str) -> None:
    """With ECI or without, by whatever library a portal or a phone used."""
    assert [read_by_us(WRITERS[writer](card)) for card in CARDS] == CARDS


def test_decomposed_text_arrives_composed() -> None:
    card = unicodedata.normalize("NFD", CARDS[0])
    assert card != CARDS[0]
    page = np.full((1200, 1000, 3), 255, np.uint8)
    paste(page, qr(card, 600, "L"), 200, 300)
    assert [reading.text for reading in read_codes(page, lambda _: True)] == [CARDS[0]]


def test_two_slips_on_one_page_are_both_told() -> None:
    page = draw_slip(Slip(CODE, PAYLOAD, 200, with_bars=False))
    other = "H26.19.103-261121-0043"
    paste(page, code128(other, 3, 90), 300, 1400)
    found = read_codes(page, lambda _: False)
    assert {(reading.symbology, reading.text) for reading in found} == {("QRCode", PAYLOAD), ("Code128", other)}


def test_the_same_code_printed_twice_is_told_twice_and_found_once_per_place() -> None:
    page = np.full((1400, 1400, 3), 255, np.uint8)
    for top in (200, 900):
        paste(page, code128(CODE, 3, 90), 200, top)
    assert [reading.text for reading in read_codes(page, lambda _: False)] == [CODE, CODE]


def test_a_witness_that_agrees_says_so() -> None:
    [reading] = read_codes(scanned(draw_slip(Slip(CODE, PAYLOAD, 300, with_qr=False)), seed=1), ours)
    assert reading.agreed is True


def test_without_zbar_the_second_pass_is_the_witness(monkeypatch: pytest.MonkeyPatch) -> None:
    """Windows and bare systems have no zbar library: codes are read all the same."""
    monkeypatch.setitem(sys.modules, "pyzbar.pyzbar", None)
    [reading] = read_codes(scanned(draw_slip(Slip(CODE, PAYLOAD, 300, with_qr=False)), seed=1), ours)
    assert (reading.text, reading.agreed) == (CODE, True)


def test_a_witness_that_contradicts_is_heard(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("scanning.codes_strips._pyzbar_texts", lambda _: {"H26.19.103-261121-0047"})
    found = read_codes(draw_slip(Slip(CODE, PAYLOAD, 200, with_qr=False)), ours)
    assert {reading.agreed for reading in found} == {False}


def test_silent_witnesses_say_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("scanning.codes_strips._pyzbar_texts", lambda _: set())
    monkeypatch.setattr("scanning.codes_strips._tapir_texts", lambda _: set())
    [reading] = read_codes(draw_slip(Slip(CODE, PAYLOAD, 200, with_qr=False)), ours)
    assert reading.agreed is None


def test_a_witness_that_reads_nonsense_is_outvoted_by_a_third_reader(monkeypatch: pytest.MonkeyPatch) -> None:
    """On slanting bars zbar once read what no code can be; the other two libraries read the same."""
    monkeypatch.setattr("scanning.codes_strips._pyzbar_texts", lambda _: {"H2P$19$1z3#260225-0177"})
    [reading] = read_codes(draw_slip(Slip(CODE, PAYLOAD, 200, with_qr=False)), ours)
    assert (reading.text, reading.agreed) == (CODE, True)


def test_nonsense_that_nobody_outvotes_stands_against_the_reading(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("scanning.codes_strips._pyzbar_texts", lambda _: {"H2P$19$1z3#260225-0177"})
    monkeypatch.setattr("scanning.codes_strips._tapir_texts", lambda _: set())
    found = read_codes(
        draw_slip(Slip(CODE, PAYLOAD, 200, with_qr=False)), lambda seen: seen.agreed is True and ours(seen)
    )
    assert found[0].agreed is False


@pytest.mark.parametrize(
    "shape", [(1, 1), (3, 2000), (2000, 3), (40, 40, 3), (16, 16)], ids=lambda shape: "x".join(map(str, shape))
)
def test_pictures_of_any_size_give_no_code_and_no_error(shape: tuple[int, ...]) -> None:
    assert read_codes(np.full(shape, 255, np.uint8), ours) == []


def test_a_phantom_beside_the_right_text_of_the_same_bars_is_told_apart(monkeypatch: pytest.MonkeyPatch) -> None:
    """zxing-cpp's default gave a second well-formed text over the same bars: each text has to face the witness."""
    page = draw_slip(Slip(CODE, PAYLOAD, 200, with_qr=False))
    phantom = "H26.19.103-261127-6757"
    once = read_with_zxing

    def twice(picture: Picture, engine: str, binarizer: Binarizer) -> list[Reading]:
        found = once(picture, engine, binarizer)
        return [*found, *(replace(reading, text=phantom) for reading in found)]

    monkeypatch.setattr(codes, "read_with_zxing", twice)
    assert {reading.text: reading.agreed for reading in read_codes(page, ours)} == {CODE: True, phantom: False}


def test_bars_that_only_one_reader_reads_do_not_stop_the_search(monkeypatch: pytest.MonkeyPatch) -> None:
    """A lone text without a witness is worth a second look at the page: its QR may yet be found."""
    monkeypatch.setattr("scanning.codes_strips._pyzbar_texts", lambda _: set())
    monkeypatch.setattr(codes, "tapir_is_here", lambda: False)
    monkeypatch.setattr("scanning.codes_strips.tapir_is_here", lambda: False)
    steps: list[Binarizer] = []
    once = read_with_zxing

    def counted(picture: Picture, engine: str, binarizer: Binarizer) -> list[Reading]:
        steps.append(binarizer)
        return once(picture, engine, binarizer)

    monkeypatch.setattr(codes, "read_with_zxing", counted)
    found = read_codes(draw_slip(Slip(CODE, PAYLOAD, 200, with_qr=False)), lambda seen: seen.agreed is True)
    assert {(reading.text, reading.agreed) for reading in found} == {(CODE, None)}
    assert len(steps) > 1


@pytest.mark.parametrize("shrink", [0.34, 0.4])
def test_a_soft_photo_of_a_card_is_doubled_and_sharpened(shrink: float) -> None:
    """A photo taken from too far, slightly out of focus: less than three pixels a module."""
    page = np.full((900, 1400, 3), 235, np.uint8)
    paste(page, qr(CARDS[1], 400, "M"), 500, 250)
    small = np.asarray(cv2.resize(page, None, fx=shrink, fy=shrink, interpolation=cv2.INTER_AREA), np.uint8)
    [found] = read_codes(scanned(small, seed=3, blur_px=1.25), lambda reading: "|" in reading.text)
    assert found.text == CARDS[1]
    quad = np.array(found.corners, np.float32)
    assert cv2.contourArea(quad) == pytest.approx((400 // 41 * 41 * shrink) ** 2, rel=0.2)


def _bars_out_of_focus(text: str, module_px: int, blur_px: float) -> Picture:
    page = np.full((900, 1300, 3), 235, np.uint8)
    paste(page, code128(text, module_px, 110), 150, 300)
    return scanned(page, seed=5, blur_px=blur_px)


@pytest.mark.parametrize(("module_px", "blur_px"), [(2, 2.0), (3, 3.0), (4, 3.5)])
def test_bars_as_blurred_as_a_module_is_wide_are_brought_back_into_focus(module_px: int, blur_px: float) -> None:
    [found] = read_codes(_bars_out_of_focus(CODE, module_px, blur_px), ours)
    assert (found.text, found.agreed) == (CODE, True)
    quad = np.array(found.corners, np.float32)
    assert np.ptp(quad[:, 0]) == pytest.approx(255 * module_px, rel=0.1)
    assert quad[:, 1].min() >= 300 - 5 * module_px
    assert quad[:, 1].max() <= 410 + 5 * module_px


def test_blurred_bars_that_one_reader_alone_reads_are_not_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("scanning.codes_strips._pyzbar_texts", lambda _: {"H26.19.103-261121-0047"})
    monkeypatch.setattr("scanning.codes_strips._tapir_texts", lambda _: set())
    assert read_codes(_bars_out_of_focus(CODE, 3, 3.0), ours) == []


def test_bars_of_others_need_no_second_reader(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[Picture] = []

    def told_to(strip: Picture) -> set[str]:
        asked.append(strip)
        return set()

    monkeypatch.setattr("scanning.codes_strips._pyzbar_texts", told_to)
    read_codes(_bars_out_of_focus("00010-H26.19.103-12345", 3, 1.0), ours)
    assert not asked
    read_codes(_bars_out_of_focus(CODE, 3, 3.0), ours)
    assert asked
