"""The receipt says everything the law's form asks for, in both tables, both sizes and every odd case."""

from dataclasses import replace
from datetime import timedelta

import pytest

from dossiers.books import BookEntry, BookKind
from dossiers.dossier import Agency, Appointment, Dossier, PaperCheck, PaperLine, PaymentMode, Stage
from dossiers.errors import Impossible
from dossiers.status import Status
from printing.form_titles import get_form_title
from printing.forms import receipt
from tests.printing.pdf_reading import fonts, outside, overlapping, read_pages
from tests.printing.people_and_papers import OFFICE, RECEIVED_AT, certified_copies, conditional, general, overfull

PAPERS = ["A4", "A5"]
CASES = {"general": general, "certified": certified_copies, "conditional": conditional, "overfull": overfull}

FIELDS = [
    "UBND XÃ HÒA BÌNH",
    "TRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG",
    "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
    "Độc lập - Tự do - Hạnh phúc",
    "Hòa Bình, ngày 05 tháng 02 năm 2026",
    "Mã hồ sơ: H26.19.103-260205-0042",
    "GIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ",
    "Bộ phận tiếp nhận và trả kết quả: Trung tâm Phục vụ hành chính công (Quầy 1)",
    "Tiếp nhận hồ sơ của Ông (Bà): Đặng Văn Quyết (trực tiếp)",
    "Địa chỉ: Số 8 ngõ 15 đường Ưu Đàm, xã Hòa Bình",
    "Số điện thoại: 0987 654 321. Email: quyet.dang@example.vn",
    "Số căn cước/Hộ chiếu: 001082054321",
    "Nội dung yêu cầu giải quyết: Đăng ký khai sinh (1.001193). Đăng ký khai sinh cho con",
    "Chủ hồ sơ: Nguyễn Thị Ngọc Ánh. Địa chỉ chủ hồ sơ: Thôn Đồi Bưởi, xã Hòa Bình, thành phố Hà Nội",
    "1. Thành phần hồ sơ, số lượng mỗi loại giấy tờ:",
    "Tờ khai đăng ký khai sinh 1 – –",
    "Giấy chứng nhận kết hôn của cha mẹ – – 1",
    "2. Số lượng hồ sơ: 1 bộ",
    "3. Thời gian giải quyết hồ sơ theo quy định là: trong ngày",
    "4. Thời gian nhận hồ sơ: 08 giờ 15 phút, ngày 05 tháng 02 năm 2026",
    "5. Thời gian trả kết quả: 17 giờ 00 phút, ngày 05 tháng 02 năm 2026",
    "Mốc 15:00: nhận trước giờ đó thì trả trong ngày.",
    "6. Đăng ký nhận kết quả tại: Trung tâm Phục vụ hành chính công",
    "7. Phí, lệ phí: Lệ phí đăng ký khai sinh 8.000 đồng (tiền mặt)",
    "8. Vào sổ theo dõi hồ sơ, Quyển số:",
    "tra cứu tại https://motcua.hoabinh.example.vn hoặc gọi số 024 3555 0103",
    "Giấy này không thay biên lai thu phí, lệ phí.",
    "NGƯỜI NỘP HỒ SƠ",
    "NGƯỜI TIẾP NHẬN HỒ SƠ",
    "Lê Thị Hạnh",
]


def text_of(dossier: Dossier, **how: str | int) -> str:
    """All pages of a receipt as one text."""
    pdf = receipt.render(dossier, OFFICE, **how)  # type: ignore[arg-type]
    return " ".join(page.text for page in read_pages(pdf))


@pytest.mark.parametrize("field", FIELDS)
def test_every_field_of_the_form_is_there(field: str) -> None:
    for page in read_pages(receipt.render(general(), OFFICE)):
        # Headings of a narrow column break inside; the reader puts columns in either order.
        assert all(word in page.text for word in field.split()) if field.isupper() else field in page.text


@pytest.mark.parametrize("paper", PAPERS)
def test_an_ordinary_dossier_is_one_sheet_a_copy(paper: str) -> None:
    for dossier in (general(), certified_copies()):
        first, second = read_pages(receipt.render(dossier, OFFICE, paper=paper))
        assert "Liên 1: Lưu" in first.text
        assert "Liên 2: Giao khách hàng" in second.text


def test_certified_copies_have_their_own_table() -> None:
    text = text_of(certified_copies())
    assert "Số trang" in text
    assert "Ký bản điện tử" in text
    assert "Bằng tốt nghiệp đại học 2 5" in text
    assert "Bản photo" not in text
    assert "Phí chứng thực bản sao 20.000 đồng; Phí chứng thực bản sao điện tử 6.000 đồng; cộng 26.000 đồng" in text
    assert "Chủ hồ sơ: Nguyễn Thị Ngọc Ánh (là người nộp)" in text


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("case", CASES)
def test_nothing_overlaps_or_leaves_the_sheet(case: str, paper: str) -> None:
    pages = read_pages(receipt.render(CASES[case](), OFFICE, paper=paper, reprint=3))
    assert len(pages) >= 2
    for page in pages:
        assert page.words
        assert overlapping(page) == []
        assert outside(page) == []


@pytest.mark.parametrize("paper", PAPERS)
def test_thirty_papers_flow_on_with_the_codes_on_the_first_page(paper: str) -> None:
    pages = read_pages(receipt.render(overfull(), OFFICE, paper=paper))
    office_copy = pages[: len(pages) // 2]
    text = " ".join(page.text for page in office_copy)
    assert len(office_copy) > 1
    assert all(f"Giấy tờ số {number} chứng minh" in text for number in range(1, 31))
    assert [len(page.codes) for page in office_copy] == [2] + [0] * (len(office_copy) - 1)
    assert all("Thành phần hồ sơ" in page.text for page in office_copy if "chứng minh" in page.text)
    for number, page in enumerate(office_copy[1:], start=2):
        assert f"Trang {number}/{len(office_copy)}" in page.text
        assert "Mã hồ sơ: H26.19.103-260205-0042" in page.text
    assert "NGƯỜI TIẾP" in office_copy[-1].text
    assert "NGƯỜI TIẾP" not in office_copy[0].text


def test_a_paper_with_an_endless_name_is_split_not_cut() -> None:
    endless = PaperLine(name="giấy " * 1500 + "HẾT", originals=1)
    text = text_of(replace(general(), papers=(endless,)), paper="A5")
    assert text.count("giấy") >= 3000
    assert text.count("HẾT") == 2


def test_an_endless_name_does_not_stop_the_slip() -> None:
    owner = replace(general().owner, name="Nguyễn " * 600 + "Hết")
    pages = read_pages(receipt.render(replace(general(), owner=owner, filer=None), OFFICE, paper="A5"))
    assert sum(page.text.count("Nguyễn") for page in pages) == 2 * 2 * 600
    assert [page for page in pages if outside(page)] == []


def test_a_moved_date_stands_beside_the_first_promise() -> None:
    first = general().received_at
    text = text_of(replace(general(), original_due_at=first))
    assert "17 giờ 00 phút, ngày 05 tháng 02 năm 2026 (hẹn lúc đầu: 08 giờ 15 phút, ngày 05 tháng 02" in text
    assert "hẹn lúc đầu" not in text_of(general())


def test_missing_facts_leave_room_for_a_pen() -> None:
    text = text_of(overfull())
    assert "Địa chỉ: …………………" in text
    assert "Số điện thoại: …………………. Email: xxx" in text
    assert "6. Đăng ký nhận kết quả tại: …………………" in text


def test_a_procedure_without_an_appointment_promises_no_day() -> None:
    assert "5. Thời gian trả kết quả: không hẹn ngày; nơi tiếp nhận báo khi có kết quả" in text_of(overfull())


def test_a_conditional_receipt_names_what_is_missing() -> None:
    text = text_of(conditional())
    assert "Nhận có điều kiện. Giấy tờ còn thiếu: Văn bản ủy quyền có chứng thực" in text
    assert "thiếu chữ ký (còn thiếu) – – –" in text
    assert "Nhận có điều kiện" not in text_of(general())


def test_a_document_still_missing_counts_no_pages_and_ticks_nothing() -> None:
    bare = certified_copies()
    missing = PaperLine(name="Giấy chứng tử", pages=3, copies=4, electronic=True, check=PaperCheck.NOT_OK)
    page = read_pages(receipt.render(replace(bare, conditional=True, papers=(missing,)), OFFICE))[0]
    assert "Giấy chứng tử (còn thiếu) – – –" in page.text


def test_a_date_the_clerk_vouched_for_carries_no_reckoning() -> None:
    due = replace(general().appointment, confirmed_by="Lê Thị Hạnh")
    assert "Mốc 15:00" not in text_of(replace(general(), appointment=due))


def test_only_as_many_reasons_as_stay_short() -> None:
    reasons = ("Thời hạn giải quyết: 3 ngày làm việc.", "Lý do thứ hai.", "x" * 200 + ".", "Lý do thứ tư.")
    appointment = Appointment(due_at=general().appointment.due_at, reasons=reasons, legal_time="3 ngày làm việc")
    text = text_of(replace(general(), appointment=appointment))
    assert "Lý do thứ hai." in text
    assert "Lý do thứ tư." not in text


@pytest.mark.parametrize(
    ("payment", "words"),
    [(PaymentMode.EXEMPT, "7. Phí, lệ phí: được miễn"), (PaymentMode.LATER, "8.000 đồng (thu sau)")],
)
def test_how_the_fee_is_settled(payment: PaymentMode, words: str) -> None:
    assert words in text_of(replace(general(), payment=payment))


def test_a_reduced_fee_says_why() -> None:
    fee = replace(general().fees[0], amount_vnd=0, full_vnd=8_000, reduction="miễn: người thuộc hộ nghèo")
    text = text_of(replace(general(), fees=(fee,)))
    assert "Lệ phí đăng ký khai sinh 0 đồng (miễn: người thuộc hộ nghèo) (tiền mặt)" in text


def test_both_stages_have_their_dates() -> None:
    stage = Stage(begins_at=RECEIVED_AT + timedelta(days=5), due_at=RECEIVED_AT + timedelta(days=9))
    text = text_of(replace(general(), appointment=replace(general().appointment, second_stage=stage)))
    assert "Thời gian nhận hồ sơ (giai đoạn 2): 08 giờ 15 phút, ngày 10 tháng 02 năm 2026" in text
    assert "Thời gian trả kết quả (giai đoạn 2): 08 giờ 15 phút, ngày 14 tháng 02 năm 2026" in text


def test_another_office_that_helps_or_decides_is_named() -> None:
    far = replace(general(), supporting=Agency(name="UBND phường Trung Văn"), deciding=Agency(name="Sở Tư pháp"))
    assert "Nơi hỗ trợ nộp hồ sơ: UBND phường Trung Văn Cơ quan giải quyết: Sở Tư pháp" in text_of(far)
    assert "Cơ quan giải quyết" not in text_of(general())


def test_the_register_s_number_is_written_where_there_is_one() -> None:
    entry = BookEntry(kind=BookKind.DOSSIERS, volume="01", year=2026, number=38)
    assert "8. Vào sổ theo dõi hồ sơ, Quyển số: 01/2026 Số thứ tự: 0038" in text_of(
        replace(general(), entries=(entry,))
    )


def test_a_free_procedure_says_so() -> None:
    assert "7. Phí, lệ phí: không thu" in text_of(replace(general(), fees=()))


def test_reprints_are_marked_and_first_prints_are_not() -> None:
    assert text_of(general(), reprint=2).count("IN LẠI LẦN 2") == 2
    assert "IN LẠI" not in text_of(general())


def test_training_papers_are_watermarked_on_every_page() -> None:
    for page in read_pages(receipt.render(overfull(), replace(OFFICE, training=True))):
        assert page.text.count("TẬP HUẤN") == 2
    assert "TẬP HUẤN" not in text_of(overfull())


def test_a_voided_dossier_is_never_printed() -> None:
    with pytest.raises(Impossible, match="đã hủy"):
        receipt.render(replace(general(), status=Status.VOIDED), OFFICE)


def test_the_paper_shows_the_whole_number() -> None:
    assert "001185012345" in text_of(certified_copies())


@pytest.mark.parametrize("paper", PAPERS)
def test_all_letters_are_in_the_file(paper: str) -> None:
    found = fonts(receipt.render(conditional(), replace(OFFICE, training=True), paper=paper))
    assert found
    assert all(found.values())
    assert all("LiberationSerif" in name for name in found)


def test_names_with_markup_and_rare_letters_come_out_as_written() -> None:
    owner = replace(general().owner, name="H'Blŏ Êban <b>&amp; Ksơr Y Čư")
    assert "H'Blŏ Êban <b>&amp; Ksơr Y Čư" in text_of(replace(general(), owner=owner, filer=None))


def test_the_same_facts_give_the_same_bytes() -> None:
    dossier = general()
    assert receipt.render(dossier, OFFICE) == receipt.render(dossier, OFFICE)


def test_the_number_of_the_form_waits_until_it_is_verified() -> None:
    """TT 03/2025's numbers have not been checked against the gazette, so no slip may claim one."""
    assert "Mẫu số" not in text_of(general())
    assert get_form_title("receipt", general().received_at.date()).number == "01"
