"""The supplement request, the guide slip and the evening sheet say what they must and nothing more."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from dossiers.dossier import Dossier, PaperLine, Supplement
from dossiers.errors import Impossible, NotFound
from dossiers.status import Status
from printing.form_titles import get_form_title
from printing.forms import day_sheet, guidance, supplement
from printing.forms.day_sheet import DayLine, DaySheet
from printing.forms.guidance import Guidance
from tests.printing.pdf_reading import fonts, outside, overlapping, read_pages
from tests.printing.people_and_papers import FILER, OFFICE, RECEIVED_AT, general

PAPERS = ["A4", "A5"]
ASKED = (
    PaperLine(name="Văn bản ủy quyền có chứng thực", originals=1, note="bản nộp thiếu chữ ký"),
    PaperLine(name="Giấy chứng nhận kết hôn", certified=2),
)
REASON = "Người đi nộp không phải cha, mẹ của trẻ và chưa có văn bản ủy quyền hợp lệ"


def asked(rounds: int = 1, papers: tuple[PaperLine, ...] = ASKED) -> Dossier:
    """A dossier that was asked for papers some times, the last time for these."""
    one = Supplement(
        requested_at=RECEIVED_AT + timedelta(hours=1), requested_by="Lê Thị Hạnh", papers=papers, reason=REASON
    )
    return replace(general(), supplements=(one,) * rounds)


def sheet(count: int = 3) -> DaySheet:
    """An evening on which everything is in order."""
    lines = tuple(
        DayLine(
            code=f"H26.19.103-260205-{number:04}", procedure_name="Chứng thực bản sao", status_word="Đã trả",
            here=True, second_copy=True, province=True, attachments=True,
        )
        for number in range(1, count + 1)
    )  # fmt: skip
    return DaySheet(
        day=date(2026, 2, 5), desk="Quầy 1", as_of=RECEIVED_AT + timedelta(hours=9), received=count, returned=2,
        voided=1, held_count=count, second_copy_count=count, province_count=count, lines=lines,
        journal_epoch="3F9A0C", journal_seq=412, journal_hash="0123456789abcdef" * 4, clerk="Lê Thị Hạnh",
    )  # fmt: skip


def test_a_paper_asked_for_without_a_count_is_one_original() -> None:
    uncounted = (PaperLine(name="Giấy chứng tử", pages=3, copies=4), PaperLine(name="Trích lục"))
    (page,) = read_pages(supplement.render(asked(papers=uncounted), OFFICE))
    assert "Giấy chứng tử 1 – –" in page.text
    assert "Trích lục 1 – –" in page.text


@pytest.mark.parametrize("paper", PAPERS)
def test_the_supplement_request_carries_every_field(paper: str) -> None:
    (page,) = read_pages(supplement.render(asked(2), OFFICE, paper=paper))
    for words in (
        "PHIẾU YÊU CẦU BỔ SUNG, HOÀN THIỆN HỒ SƠ",
        "Lần 2",
        "Mã hồ sơ: H26.19.103-260205-0042",
        "Tiếp nhận hồ sơ/yêu cầu của Ông/Bà: Nguyễn Thị Ngọc Ánh",
        "Nội dung yêu cầu giải quyết: Đăng ký khai sinh (1.001193)",
        "Yêu cầu Ông/Bà hoàn thiện hồ sơ gồm những nội dung như sau:",
        "Giấy chứng nhận kết hôn – 2 –",
        "Lý do: Người đi nộp không phải cha, mẹ của trẻ",
        "Thời điểm yêu cầu: 09 giờ 15 phút, ngày 05 tháng 02 năm 2026",
        "hoặc gặp công chức Lê Thị Hạnh để được hướng dẫn./.",
        "NGƯỜI HƯỚNG DẪN",
    ):
        assert words in page.text
    assert "bản nộp thiếu chữ ký" in page.text
    assert len(page.codes) == 2
    assert "Mẫu số" not in page.text


def test_an_old_request_names_its_verified_form() -> None:
    old = replace(asked().supplements[0], requested_at=RECEIVED_AT.replace(year=2020))
    (page,) = read_pages(supplement.render(replace(asked(), supplements=(old,)), OFFICE))
    assert "Mẫu số 02, ban hành kèm theo Thông tư số 01/2018/TT-VPCP" in page.text


def test_a_dossier_nobody_asked_anything_of_has_no_request() -> None:
    with pytest.raises(Impossible, match="chưa có yêu cầu bổ sung"):
        supplement.render(general(), OFFICE)
    with pytest.raises(Impossible, match="đã hủy"):
        supplement.render(replace(asked(), status=Status.VOIDED), OFFICE)


@pytest.mark.parametrize("paper", PAPERS)
def test_a_guide_slip_has_no_code_and_no_date(paper: str) -> None:
    slip = Guidance(
        person=FILER, procedure_name="Đăng ký kết hôn", papers=ASKED, reason="Thiếu giấy tờ", clerk="Lê Thị Hạnh",
        at=RECEIVED_AT,
    )  # fmt: skip
    (page,) = read_pages(guidance.render(slip, OFFICE, paper=paper))
    assert "PHIẾU HƯỚNG DẪN HOÀN THIỆN HỒ SƠ" in page.text
    assert "Hướng dẫn Ông/Bà: Đặng Văn Quyết" in page.text
    assert "Phiếu này không phải giấy tiếp nhận và không có ngày hẹn trả kết quả." in page.text
    assert "Mã hồ sơ" not in page.text
    assert page.codes == ()
    assert (overlapping(page), outside(page)) == ([], [])


def test_the_evening_sheet_says_done_only_when_proven() -> None:
    text = read_pages(day_sheet.render(sheet(), OFFICE))[0].text
    assert "Đối soát xong" in text
    assert "Máy này giữ: 3; Bản sao thứ hai giữ: 3; Tỉnh đã ký nhận: 3" in text
    assert "Trong ngày: tiếp nhận 3; trả 2; hủy 1" in text
    assert "Đầu nhật ký: đời 3F9A0C, dòng 412" in text
    assert "Mã băm: " + "0123456789abcdef" * 4 in text
    assert "đếm lúc 17:15 05/02/2026" in text


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"province_count": 2}, "Chưa xong: ba tổng chưa khớp"),
        ({"second_copy_count": None}, "Bản sao thứ hai giữ: chưa hỏi được"),
        ({"held_count": 4, "second_copy_count": 4, "province_count": 4}, "Chưa xong: ba tổng chưa khớp"),
        ({"lines": tuple(replace(line, attachments=False) for line in sheet().lines)}, "Chưa xong: 3 hồ sơ"),
    ],
)
def test_the_evening_sheet_never_says_done_wrongly(changes: dict[str, object], words: str) -> None:
    (page,) = read_pages(day_sheet.render(replace(sheet(), **changes), OFFICE))  # type: ignore[arg-type]
    assert words in page.text
    assert "Đối soát xong" not in page.text


def test_an_evening_without_dossiers_is_in_order() -> None:
    (page,) = read_pages(day_sheet.render(sheet(0), OFFICE))
    assert "Hôm nay không có hồ sơ nào." in page.text
    assert "Đối soát xong" in page.text


def test_three_hundred_dossiers_fill_pages_that_keep_their_heading() -> None:
    pages = read_pages(day_sheet.render(sheet(300), OFFICE))
    assert len(pages) > 5
    assert "".join(page.text for page in pages).count("H26.19.103-260205-") == 300
    assert all("Bản sao" in page.text for page in pages[:-1])
    assert all(outside(page) == [] for page in pages)
    assert overlapping(pages[1]) == []
    assert "NGƯỜI PHỤ TRÁCH" in pages[-1].text


@pytest.mark.parametrize("paper", PAPERS)
def test_a_long_request_flows_on_and_all_letters_are_in_the_file(paper: str) -> None:
    many = tuple(replace(ASKED[0], name=f"Giấy tờ số {number} " + "rất dài " * 12) for number in range(30))
    pdf = supplement.render(asked(papers=many), replace(OFFICE, training=True), paper=paper, reprint=1)
    text = " ".join(page.text for page in read_pages(pdf))
    assert all(f"Giấy tờ số {number} " in text for number in range(30))
    assert "IN LẠI LẦN 1" in text
    assert all(fonts(pdf).values())
    plain = supplement.render(asked(papers=many), OFFICE, paper=paper)
    for page in read_pages(plain):
        assert (overlapping(page), outside(page)) == ([], [])


def test_form_titles_follow_the_law_of_the_day() -> None:
    assert get_form_title("receipt", date(2025, 6, 30)).legal_basis.startswith("Thông tư số 01/2018")
    assert get_form_title("receipt", date(2025, 7, 1)).legal_basis.startswith("Thông tư số 03/2025")
    assert get_form_title("supplement", date(2010, 1, 1)).number_line.startswith("Mẫu số 02")
    with pytest.raises(NotFound):
        get_form_title("unknown", date(2026, 1, 1))
