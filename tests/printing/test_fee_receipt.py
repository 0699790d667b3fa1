"""The fee receipt says every field of its form, claims no series it has not, and its QR pays what is due."""

from dataclasses import replace
from datetime import timedelta
from io import BytesIO

import numpy as np
import pytest
import zxingcpp
from PIL import Image

from dossiers.books import BookEntry, BookKind
from dossiers.dossier import FeeLine, FeeReceipt, PaymentMode, Refund
from dossiers.errors import Impossible
from dossiers.procedure import FeeKind
from dossiers.status import Status
from dossiers.vietqr import BankAccount, payload
from printing.forms import fee_receipt, fee_request
from printing.overrides_file import read_overrides
from printing.raster import png
from tests.printing.pdf_reading import MM, Page, fonts, outside, overlapping, read_pages
from tests.printing.people_and_papers import OFFICE, RECEIVED_AT, general, overfull

SERIES = BookEntry(
    kind=BookKind.FEE_RECEIPTS, volume="01", year=2026, number=41, symbol="AA-26P", template="01BLP2-001"
)
INTERNAL = BookEntry(kind=BookKind.INTERNAL_RECEIPTS, volume="01", year=2026, number=3)
COPIES = FeeLine(name="Phí chứng thực bản sao", kind=FeeKind.FEE, amount_vnd=20_000)
BIRTH = FeeLine(
    name="Lệ phí đăng ký khai sinh", kind=FeeKind.CHARGE, amount_vnd=4_000, full_vnd=8_000,
    reduction="giảm 50%: Người thuộc hộ cận nghèo", reduction_paper="Giấy chứng nhận hộ cận nghèo số 12",
)  # fmt: skip
TAKEN = FeeReceipt(
    entry=SERIES, at=RECEIVED_AT, by="Lê Thị Hạnh", payer="Đặng Văn Quyết", mode=PaymentMode.CASH, lines=(COPIES, BIRTH)
)
ACCOUNT = BankAccount(bin="970405", number="3100201012345", holder="UBND XA HOA BINH", bank="Agribank")
ACCOUNTED = replace(OFFICE, tax_code="0100109106-103", account=ACCOUNT)


def pages_of(receipt: FeeReceipt = TAKEN, reprint: int = 0) -> list[Page]:
    return read_pages(fee_receipt.render(general(), receipt, ACCOUNTED, reprint=reprint))


FIELDS = [
    "Đơn vị thu: UBND xã Hòa Bình – Trung tâm Phục vụ hành chính công",
    "Mã số thuế: 0100109106-103",
    "Mẫu số: 01BLP2-001",
    "Ký hiệu: AA-26P",
    "Số: 0000041",
    "BIÊN LAI THU TIỀN PHÍ, LỆ PHÍ",
    "Tên loại phí, lệ phí: Phí chứng thực bản sao 20.000 đồng; Lệ phí đăng ký khai sinh 4.000 đồng",
    "Tên đơn vị hoặc người nộp tiền: Đặng Văn Quyết",
    "Mã hồ sơ: H26.19.103-260205-0042",
    "Địa chỉ: Số 8 ngõ 15 đường Ưu Đàm, xã Hòa Bình",
    "Số tiền: 24.000 đồng",
    "(Viết bằng chữ): Hai mươi tư nghìn đồng.",
    "P: 20.000 đồng; LP: 4.000 đồng",
    "Đã giảm 50%: Người thuộc hộ cận nghèo: mức đủ 8.000 đồng; giấy tờ: Giấy chứng nhận hộ cận nghèo số 12",
    "Hình thức thanh toán: tiền mặt",
    "Hòa Bình, ngày 05 tháng 02 năm 2026",
    "NGƯỜI NỘP TIỀN",
    "NGƯỜI THU TIỀN",
    "Lê Thị Hạnh",
]


@pytest.mark.parametrize("field", FIELDS)
def test_every_field_of_the_form_is_on_every_copy(field: str) -> None:
    assert [field in page.text for page in pages_of()] == [True] * 3


def test_three_copies_on_sheets_laid_on_their_side() -> None:
    pages = pages_of()
    copies = ("Liên 1: Lưu tại cơ quan thu", "Liên 2: Giao cho người nộp tiền", "Liên 3: Lưu nội bộ")
    for page, words in zip(pages, copies, strict=True):
        assert words in page.text
        assert (round(page.width / MM), round(page.height / MM)) == (210, 148)
        assert (overlapping(page), outside(page)) == ([], [])
        assert all(box.left > 9.5 * MM and box.right < 200.5 * MM for box in page.words)


def test_an_office_s_own_words_are_on_the_fee_receipt() -> None:
    file = """[[form]]
slug = "fee_receipt"
parent_body = "UBND phường Hòa Bình"
footer = "Tra cứu biên lai tại quầy."
texts.cashier = "THỦ QUỸ"
"""
    pdf = fee_receipt.render(general(), TAKEN, ACCOUNTED, overrides=read_overrides(file.encode()))
    for page in read_pages(pdf):
        assert "Đơn vị thu: UBND phường Hòa Bình – Trung tâm Phục vụ hành chính công" in page.text
        assert "Tra cứu biên lai tại quầy." in page.text
        assert "THỦ QUỸ" in page.text


def test_without_a_registered_series_the_paper_does_not_call_itself_a_receipt() -> None:
    for page in pages_of(replace(TAKEN, entry=INTERNAL)):
        assert "PHIẾU THU NỘI BỘ – không thay biên lai" in page.text
        assert "BIÊN LAI" not in page.text
        assert "Số: 0003, quyển số 01/2026" in page.text
        assert "Mẫu số" not in page.text
        assert "Ký hiệu" not in page.text


def test_a_voided_receipt_says_so_and_why() -> None:
    at = RECEIVED_AT + timedelta(hours=1)
    void = replace(TAKEN, voided_at=at, voided_by="Lê Thị Hạnh", void_reason="ghi nhầm tên người nộp")
    for page in pages_of(void, reprint=2):
        assert "ĐÃ HỦY" in page.text
        assert "Hủy lúc 09:15 05/02/2026, người hủy Lê Thị Hạnh. Lý do: ghi nhầm tên người nộp" in page.text
        assert "IN LẠI LẦN 2" in page.text
        assert (overlapping(page), outside(page)) == ([], [])
    assert not any("ĐÃ HỦY" in page.text or "IN LẠI" in page.text for page in pages_of())


def test_money_given_back_is_on_the_paper() -> None:
    refund = Refund(at=RECEIVED_AT + timedelta(hours=2), by="Lê Thị Hạnh", amount_vnd=2_000, reason="thu thừa một bản")
    text = pages_of(replace(TAKEN, refunds=(refund,)))[0].text
    assert "Đã hoàn: 2.000 đồng, lúc 10:15 05/02/2026. Lý do: thu thừa một bản" in text
    assert "Số tiền: 24.000 đồng" in text


def test_a_stranger_who_pays_has_no_address_but_room_for_one() -> None:
    text = pages_of(replace(TAKEN, payer="Vũ Thị Lan", lines=(COPIES,), mode=PaymentMode.TRANSFER))[0].text
    assert "Địa chỉ: …" in text
    assert "Tên loại phí, lệ phí: Phí chứng thực bản sao Tên đơn vị" in text
    assert "P: 20.000 đồng; LP: 0 đồng" in text
    assert "Hình thức thanh toán: chuyển khoản" in text
    owner = pages_of(replace(TAKEN, payer=general().owner.name))[0].text
    assert "Địa chỉ: Thôn Đồi Bưởi" in owner


def test_money_taken_keeps_its_paper_when_the_dossier_is_voided() -> None:
    pdf = fee_receipt.render(replace(general(), status=Status.VOIDED), TAKEN, OFFICE)
    assert "Số: 0000041" in read_pages(pdf)[0].text


def test_long_names_and_many_fees_flow_on_and_nothing_is_cut() -> None:
    dossier = overfull()
    fees = tuple(replace(COPIES, name=f"Khoản thu số {number} " + "tên rất dài " * 9) for number in range(1, 13))
    endless = replace(TAKEN, payer=dossier.applicant.name, lines=fees)
    office = replace(OFFICE, training=True, reception="Trung tâm Phục vụ hành chính công " * 4)
    pages = read_pages(fee_receipt.render(dossier, endless, office, reprint=1))
    assert len(pages) > 3
    assert len(pages) % 3 == 0
    text = " ".join(page.text for page in pages)
    assert all(text.count(f"Khoản thu số {number} ") == 3 for number in range(1, 13))
    assert "TẬP HUẤN" in pages[0].text
    assert "Số: 0000041 Trang 2/" in text
    for page in read_pages(fee_receipt.render(dossier, endless, replace(office, training=False))):
        assert (overlapping(page), outside(page)) == ([], [])


def test_loose_accents_are_set_on_their_letters() -> None:
    text = pages_of(replace(TAKEN, payer="Nguye\u0302\u0303n Va\u0306n A"))[0].text
    assert "người nộp tiền: Nguyễn Văn A" in text


def test_all_letters_are_in_the_file_and_the_same_facts_give_the_same_bytes() -> None:
    pdf = fee_receipt.render(general(), TAKEN, ACCOUNTED)
    assert all(fonts(pdf).values())
    assert pdf == fee_receipt.render(general(), TAKEN, ACCOUNTED)


UNPAID = replace(general(), payment=PaymentMode.TRANSFER)


def test_the_code_of_a_request_pays_what_is_due_into_the_offices_account() -> None:
    pdf = fee_request.render(UNPAID, ACCOUNTED, "Lê Thị Hạnh", RECEIVED_AT)
    picture = np.array(Image.open(BytesIO(png(pdf, 200)[0])).convert("RGB"))
    (code,) = zxingcpp.read_barcodes(picture)
    assert code.text == payload(ACCOUNT, 8_000, "H26.19.103-260205-0042")


def test_a_request_says_in_words_what_its_code_says() -> None:
    (page,) = read_pages(fee_request.render(UNPAID, ACCOUNTED, "Lê Thị Hạnh", RECEIVED_AT))
    for words in (
        "Giấy này không phải biên lai",
        "Người nộp: Đặng Văn Quyết",
        "Mã hồ sơ: H26.19.103-260205-0042",
        "Các khoản: Lệ phí đăng ký khai sinh 8.000 đồng",
        "Số tiền còn phải nộp: 8.000 đồng",
        "Số tài khoản: 3100201012345",
        "Ngân hàng: Agribank (mã 970405)",
        "Chủ tài khoản: UBND XA HOA BINH",
        "Nội dung chuyển khoản: H26.19.103-260205-0042",
        "NGƯỜI HƯỚNG DẪN",
        "Lê Thị Hạnh",
    ):
        assert words in page.text
    assert (overlapping(page), outside(page)) == ([], [])


def test_a_request_asks_only_for_what_is_still_due() -> None:
    part = replace(TAKEN, lines=(replace(COPIES, amount_vnd=3_000),))
    (page,) = read_pages(fee_request.render(replace(UNPAID, receipts=(part,)), ACCOUNTED, "Lê Thị Hạnh", RECEIVED_AT))
    assert "Số tiền còn phải nộp: 5.000 đồng" in page.text


def test_nothing_due_or_nowhere_to_pay_is_no_request() -> None:
    paid = replace(UNPAID, receipts=(replace(TAKEN, lines=(replace(COPIES, amount_vnd=8_000),)),))
    with pytest.raises(Impossible, match="không còn khoản nào"):
        fee_request.render(paid, ACCOUNTED, "Lê Thị Hạnh", RECEIVED_AT)
    with pytest.raises(Impossible, match="Chưa có tài khoản"):
        fee_request.render(UNPAID, OFFICE, "Lê Thị Hạnh", RECEIVED_AT)
    with pytest.raises(Impossible, match="đã hủy"):
        fee_request.render(replace(UNPAID, status=Status.VOIDED), ACCOUNTED, "Lê Thị Hạnh", RECEIVED_AT)
