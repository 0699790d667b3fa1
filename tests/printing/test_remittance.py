"""The remittance sheet agrees with its receipts to the đồng and hides nothing that was voided, paid back or lacking."""

from dataclasses import replace

import pytest

from dossiers.cash import Shift, counted, shift
from dossiers.dossier import FeeReceipt
from printing.forms import remittance
from printing.forms.remittance import Remittance
from tests.dossiers.till import BIRTH, COPIES, DAY, at, receipt, refunded, voided
from tests.printing.pdf_reading import Page, fonts, outside, overlapping, read_pages
from tests.printing.people_and_papers import OFFICE

FORENOON = shift((*DAY, refunded(receipt(30, -20, COPIES), 3, 2_000)), at(0), at(5))
FITS = {20_000: 2, 5_000: 1, 1_000: 1}


def sheet(of: Shift = FORENOON, notes: dict[int, int] | None = None, reason: str = "") -> Remittance:
    count = counted(FITS if notes is None else notes, of, reason)
    return Remittance(shift=of, count=count, desk="Quầy 1", clerk="Lê Thị Hạnh", accountant="Phạm Thu Thủy")


def pages_of(made: Remittance) -> list[Page]:
    return read_pages(remittance.render(made, OFFICE))


FIELDS = [
    "BẢNG KÊ NỘP TIỀN",
    "Quầy 1, từ 07:00 05/02/2026 đến 12:00 05/02/2026",
    "Biên lai thu phí, lệ phí 01/2026, AA-26P 41 44 4 1 –",
    "Phí Phí chứng thực bản sao 2 40.000",
    "Phí Cộng phí 40.000",
    "Lệ phí Lệ phí hộ tịch 2 16.000",
    "Lệ phí Cộng lệ phí 16.000",
    "0000042 Hủy trong ca: ghi nhầm tên không tính thu 20.000",
    "0000030 Trả lại: thu thừa một bản tiền mặt −2.000",
    "Tiền mặt 46.000",
    "Chuyển khoản 8.000",
    "Trực tuyến 0",
    "Cộng 54.000",
    "20.000 2 40.000",
    "5.000 1 5.000",
    "500.000 – 0",
    "Số tiền mặt nộp: 46.000 đồng",
    "(Viết bằng chữ): Bốn mươi sáu nghìn đồng.",
    "Tiền mặt theo biên lai: 46.000 đồng",
    "Chênh lệch: không",
    "NGƯỜI NỘP (THU NGÂN)",
    "NGƯỜI NHẬN (KẾ TOÁN)",
    "Lê Thị Hạnh",
    "Phạm Thu Thủy",
]


@pytest.mark.parametrize("field", FIELDS)
def test_every_field_of_the_sheet_is_there(field: str) -> None:
    (page,) = pages_of(sheet())
    assert field in page.text


def test_nothing_overlaps_and_all_letters_are_in_the_file() -> None:
    pdf = remittance.render(sheet(), OFFICE)
    assert all(fonts(pdf).values())
    for page in read_pages(pdf):
        assert (overlapping(page), outside(page)) == ([], [])


@pytest.mark.parametrize(
    ("notes", "words"),
    [
        ({20_000: 2}, "Chênh lệch: thiếu 6.000 đồng. Lý do: thối nhầm tiền"),
        ({50_000: 1}, "Chênh lệch: thừa 4.000 đồng. Lý do: thối nhầm tiền"),
    ],
)
def test_a_difference_is_told_with_its_reason(notes: dict[int, int], words: str) -> None:
    (page,) = pages_of(sheet(notes=notes, reason="thối nhầm tiền"))
    assert words in page.text


def test_an_empty_shift_hands_in_nothing_and_says_so() -> None:
    (page,) = pages_of(sheet(shift((), at(0), at(5)), notes={}))
    assert "1. Số đã dùng. Trong ca không có biên lai nào." in page.text
    assert "3. Hủy, hoàn tiền. Trong ca không có." in page.text
    assert "Số tiền mặt nộp: 0 đồng" in page.text
    assert "Không đồng." in page.text


def test_a_number_nobody_can_show_is_named() -> None:
    gap = shift((receipt(41, 1, COPIES), receipt(44, 2, COPIES)), at(0), at(5))
    (page,) = pages_of(sheet(gap, notes={20_000: 2}))
    assert "41 44 2 – 42, 43" in page.text


def test_a_long_day_of_voids_flows_on() -> None:
    def spoiled(number: int) -> FeeReceipt:
        long_name = replace(BIRTH, name=f"Khoản thu {number % 9} " + "tên rất dài " * 8)
        return voided(receipt(number, 1, long_name), 2)

    many = shift((*(spoiled(number) for number in range(1, 90)), receipt(90, 3, COPIES)), at(0), at(5))
    pages = pages_of(sheet(many, notes={20_000: 1}))
    assert len(pages) > 2
    text = " ".join(page.text for page in pages)
    assert text.count("Hủy trong ca: ghi nhầm tên") == 89
    assert "1 90 90 89 –" in text
    assert "NGƯỜI NHẬN (KẾ TOÁN)" in pages[-1].text
    for page in pages:
        assert (overlapping(page), outside(page)) == ([], [])
