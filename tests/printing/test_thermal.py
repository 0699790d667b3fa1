"""The narrow slip: every fact on it, nothing cut whatever is typed, codes exact to the dot and read when worn."""

import io
import unicodedata
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime

import cv2
import numpy as np
import pytest
import zxingcpp
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray
from PIL import Image

from dossiers.clock import say_time
from dossiers.dossier import Dossier, PaperLine, PaymentMode
from dossiers.errors import Impossible
from dossiers.names import nfc
from dossiers.office import Office
from dossiers.people import Person
from dossiers.status import Status
from printing.barcodes import QUIET_MODULES, code128_modules, slip_payload
from printing.thermal import codes, layout, receipt, rolls
from printing.thermal.rolls import DOTS_PER_MM, ROLLS
from tests.printing.pdf_reading import Page, overlapping, read_pages, said
from tests.printing.people_and_papers import OFFICE, certified_copies, conditional, general, overfull

WIDTHS = list(ROLLS)
TRAINING = replace(OFFICE, training=True)


def picture(dossier: Dossier, width: str, office: Office = OFFICE, reprint: int = 0) -> NDArray[np.uint8]:
    """The slip as greys, with the white of a desk around it."""
    slip = Image.open(io.BytesIO(receipt.render(dossier, office, width=width, reprint=reprint)))
    assert (slip.mode, slip.width) == ("1", ROLLS[width].width)
    return np.pad(np.asarray(slip.convert("L")), 40, constant_values=255)


def page_of(dossier: Dossier, width: str, office: Office = OFFICE, reprint: int = 0) -> Page:
    """The strip before it becomes dots, with its text."""
    roll = ROLLS[width]
    (page,) = read_pages(layout.strip(receipt.compose(dossier, office, roll, reprint), roll))
    return page


def read(grey: NDArray[np.uint8]) -> dict[str, str]:
    """Symbology → text."""
    found = zxingcpp.read_barcodes(grey, try_downscale=False, try_invert=False)
    return {str(code.format).rpartition(".")[2].replace(" ", ""): code.text for code in found}


def written(words: str, page: Page) -> bool:
    """Whether the strip says these words, wherever its lines break."""
    return "".join(words.split()) in "".join(page.text.split())


def cut(page: Page) -> list[str]:
    """Texts and codes that leave the strip."""
    return [
        box.text or "code"
        for box in (*page.words, *page.codes)
        if box.left < -0.5 or box.bottom < -0.5 or box.right > page.width + 0.5 or box.top > page.height + 0.5
    ]


@pytest.mark.parametrize("width", WIDTHS)
def test_the_slip_says_what_the_citizen_needs(width: str) -> None:
    dossier = general()
    page = page_of(dossier, width)
    assert dossier.filer is not None
    for words in (
        "UBND XÃ HÒA BÌNH", "TRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG", "GIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ",
        dossier.code, "17 giờ 00, thứ năm", "05/02/2026", f"Người nộp: {dossier.filer.name}",
        f"Chủ hồ sơ: {dossier.owner.name}", "Việc: Đăng ký khai sinh (1.001193)", "Nhận lúc: 08:15 05/02/2026",
        "Người nhận hồ sơ: Lê Thị Hạnh (Quầy 1)", "Nơi trả kết quả: Trung tâm Phục vụ hành chính công",
        "Giấy tờ đã nộp (1 bộ)", "1. Tờ khai đăng ký khai sinh – 1 chính", "kết hôn của cha mẹ – 1 photo",
        "Lệ phí đăng ký khai sinh: 8.000 đồng (tiền mặt)", "mang theo phiếu này, căn cước", "gọi số 024 3555 0103",
        "không thay biên lai", "Mã nhận kết quả",
    ):  # fmt: skip
        assert written(words, page), words
    for absent in ("IN LẠI", "TẬP HUẤN", "còn thiếu", "Hẹn lúc đầu"):
        assert not written(absent, page), absent


def test_the_slip_carries_no_identity_number() -> None:
    """A slip is lost more easily than a sheet; whoever finds it learns no number and no telephone of anybody."""
    page = page_of(general(), "80mm")
    for number in ("001185012345", "001082054321", "0912 345 678", "0987 654 321"):
        assert not written(number, page)


@pytest.mark.parametrize("width", WIDTHS)
def test_certified_copies_their_pages_and_the_sum(width: str) -> None:
    page = page_of(certified_copies(), width)
    for words in (
        "1. Bằng tốt nghiệp đại học – 2 trang, 5 bản sao", "2. Giấy khai sinh – 1 trang, 3 bản sao, 1 bản điện tử",
        "Phí chứng thực bản sao: 20.000 đồng", "Cộng: 26.000 đồng (tiền mặt)",
    ):  # fmt: skip
        assert written(words, page), words
    assert not written("Chủ hồ sơ", page)


@pytest.mark.parametrize("width", WIDTHS)
def test_marks_of_a_conditional_reprinted_training_slip(width: str) -> None:
    page = page_of(conditional(), width, TRAINING, reprint=2)
    assert written("Nhận có điều kiện, còn thiếu giấy tờ.", page)
    assert written("Văn bản ủy quyền có chứng thực (còn thiếu)", page)
    assert written("IN LẠI LẦN 2", page)
    assert "".join(page.text.split()).count("TẬPHUẤN–KHÔNGCÓGIÁTRỊ") == 2


def test_without_date_fee_or_place() -> None:
    page = page_of(overfull(), "58mm")
    assert written(receipt.NO_DATE, page)
    assert written("Phí, lệ phí: không thu", page)
    assert not written("Nơi trả kết quả", page)
    assert written("được miễn", page_of(replace(general(), payment=PaymentMode.EXEMPT), "58mm"))


def test_a_moved_date_keeps_the_first() -> None:
    dossier = general()
    assert dossier.original_due_at is not None
    later = replace(dossier.appointment, due_at=datetime(2026, 2, 9, 10, tzinfo=UTC))
    page = page_of(replace(dossier, appointment=later), "80mm")
    assert written("17 giờ 00, thứ hai", page)
    assert written("09/02/2026", page)
    assert written(f"Hẹn lúc đầu: {say_time(dossier.original_due_at)}", page)


def test_no_slip_of_a_voided_dossier_and_no_roll_nobody_sells() -> None:
    with pytest.raises(Impossible):
        receipt.render(replace(general(), status=Status.VOIDED), OFFICE)
    with pytest.raises(ValueError, match="A4"):
        receipt.render(general(), OFFICE, width="A4")


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("make", [general, certified_copies, conditional, overfull])
def test_nothing_is_cut_and_nothing_overlaps(make: Callable[[], Dossier], width: str) -> None:
    dossier = make()
    page = page_of(dossier, width, TRAINING, reprint=1)
    assert cut(page) == []
    assert overlapping(page) == []
    assert page.width == ROLLS[width].width
    assert all(written(paper.name, page) for paper in dossier.papers)
    assert written(dossier.owner.name, page)


LETTERS = st.sampled_from("ỄộữẫẤẶqđƠijWM./ aeo")
WORDS = st.text(LETTERS, min_size=1, max_size=160).filter(str.strip).map(nfc)


@given(
    name=WORDS, procedure=WORDS, place=WORDS, office=WORDS,
    papers=st.lists(WORDS, max_size=30), fee=st.integers(0, 10**12), width=st.sampled_from(WIDTHS),
)  # fmt: skip
@settings(max_examples=40, deadline=None, derandomize=True, phases=[Phase.generate])
def test_whatever_is_typed_the_slip_only_grows(
    name: str, procedure: str, place: str, office: str, papers: list[str], fee: int, width: str
) -> None:
    """One word of 160 capitals, thirty papers, a fee of a thousand milliards: all of it inside the strip."""
    plain = general()
    dossier = replace(
        plain, owner=Person(name=name), filer=None, procedure_name=procedure, return_place=place,
        papers=tuple(PaperLine(name=paper, originals=1) for paper in papers),
        fees=(replace(plain.fees[0], amount_vnd=fee),),
    )  # fmt: skip
    page = page_of(dossier, width, replace(OFFICE, name=office))
    assert cut(page) == []
    assert all(written(paper, page) for paper in (*papers, name, procedure, place))


def test_names_typed_with_loose_accents_look_the_same() -> None:
    """Intake spells in NFC; loose accents that came another way are set on their letters, as on every paper."""
    loose = unicodedata.normalize("NFD", general().owner.name)
    assert loose != general().owner.name
    dossier = general()
    apart = replace(dossier, owner=replace(dossier.owner, name=loose))
    assert receipt.render(apart, OFFICE) == receipt.render(dossier, OFFICE)


def test_more_papers_only_make_it_longer() -> None:
    few, many = (
        picture(replace(general(), papers=general().papers * times), "58mm").shape[0] for times in (1, 10)
    )  # fmt: skip
    assert many > few + 27 * codes.MODULE * DOTS_PER_MM


@pytest.mark.parametrize(("width", "symbologies"), [("80mm", {"Code128", "QRCode"}), ("58mm", {"QRCode"})])
def test_the_codes_are_read(width: str, symbologies: set[str]) -> None:
    dossier = conditional()
    found = read(picture(dossier, width, TRAINING, reprint=3))
    assert set(found) == symbologies
    assert found["QRCode"] == slip_payload(dossier.code, dossier.id)
    assert found.get("Code128", dossier.code) == dossier.code


@pytest.mark.parametrize("skew_deg", [-2.0, 2.0])
@pytest.mark.parametrize("dpi", [150, 200, 300])
def test_both_codes_are_read_from_a_worn_scan(dpi: int, skew_deg: float) -> None:
    """Scanned at another resolution, askew, blurred, noisy, pale, JPEG quality 40."""
    dossier = general()
    grey = picture(dossier, "80mm")
    scale = dpi / (DOTS_PER_MM * 25.4)
    turn = cv2.getRotationMatrix2D((grey.shape[1] / 2, grey.shape[0] / 2), skew_deg, 1.0)
    grey = cv2.warpAffine(grey, turn, grey.shape[::-1], borderValue=255).astype(np.uint8)
    grey = cv2.resize(grey, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA).astype(np.uint8)
    noise = 12 * np.random.default_rng(dpi).standard_normal(grey.shape, dtype=np.float32)
    pale = np.clip(90 + cv2.GaussianBlur(grey, (0, 0), 0.7) * np.float32(140 / 255) + noise, 0, 255).astype(np.uint8)
    _, jpeg = cv2.imencode(".jpg", pale, [cv2.IMWRITE_JPEG_QUALITY, 40])
    found = read(np.asarray(cv2.imdecode(jpeg, cv2.IMREAD_GRAYSCALE), dtype=np.uint8))
    assert found == {"Code128": dossier.code, "QRCode": slip_payload(dossier.code, dossier.id)}


def test_the_bars_are_exact_dots_with_their_quiet_zones() -> None:
    """The column of dots through the bars is the symbol's own modules, three dots each (0.375 mm)."""
    dossier = general()
    slip = ~np.asarray(Image.open(io.BytesIO(receipt.render(dossier, OFFICE))))
    expected = np.repeat([bit == "1" for bit in code128_modules(dossier.code)], codes.MODULE)
    slip = slip[:, : -rolls.EDGE]
    strip = slip[:, -codes.BAR_HEIGHT :]
    column = strip[:, codes.BAR_HEIGHT // 2]
    (top,) = [at for at in range(len(column) - len(expected)) if np.array_equal(column[at:][: len(expected)], expected)]
    bars = strip[top : top + len(expected)]
    quiet = QUIET_MODULES * codes.MODULE
    assert (bars == bars[:, :1]).all()
    assert not strip[top - quiet : top].any()
    assert not strip[top + len(expected) :][:quiet].any()
    assert codes.MODULE / DOTS_PER_MM >= 0.339
    assert not slip[top : top + len(expected), -codes.BAR_HEIGHT - layout.GUTTER : -codes.BAR_HEIGHT].any()


@pytest.mark.parametrize("width", WIDTHS)
def test_the_codes_keep_their_distance(width: str) -> None:
    """30 mm from QR to bars (BARCODES.md section 6), and a QR of 25 mm."""
    page = page_of(general(), width)
    *bars, square = page.codes
    assert len(bars) == (1 if width == "80mm" else 0)
    assert all(bar.gap(square) >= 30 * DOTS_PER_MM for bar in bars)
    assert square.right - square.left == pytest.approx(25 * DOTS_PER_MM, rel=0.02)


@pytest.mark.parametrize("width", WIDTHS)
def test_no_blank_paper_at_either_end(width: str) -> None:
    slip = ~np.asarray(Image.open(io.BytesIO(receipt.render(general(), OFFICE, width=width))))
    assert slip[0].any()
    assert slip[-1].any()


def test_no_dots_of_a_picture_read_as_a_command() -> None:
    """Printers obey DLE EOT, ENQ and DC4 even inside a raster; a lone dot that would spell one is made wider."""
    spelt = b"\x10\x04\x10\x05\x10\x14\x10\x10\x04\xff"
    grey = np.where(np.unpackbits(np.frombuffer(spelt, np.uint8)), 0, 255).astype(np.uint8)[None]
    burnt = np.packbits(~layout.one_bit(grey)).tobytes()
    assert burnt == b"\x18\x04\x18\x05\x18\x14\x10\x18\x04\xff"


def test_the_same_facts_give_the_same_bytes() -> None:
    dossier = general()
    assert receipt.render(dossier, OFFICE) == receipt.render(dossier, OFFICE)
    assert said(page_of(dossier, "80mm").text) != said(page_of(replace(dossier, sets=2), "80mm").text)
