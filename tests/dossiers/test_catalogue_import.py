"""Foreign catalogues: what each shape says is understood, what is unsure stays unsure, and a broken file is named."""

import json
from collections.abc import Callable
from datetime import date, time
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from dossiers.catalogue_import.node import plain
from dossiers.catalogue_import.read import LARGEST_BYTES, Imported, read_catalogue
from dossiers.errors import InvalidInput
from dossiers.procedure import Detail, FeeBasis, FeeKind, PaperRule, Procedure, TimeUnit

FILES = Path(__file__).parent / "catalogues"
SHAPES = ("lay_thu_tuc", "formality", "commune")
TODAY = date(2026, 11, 23)
SOURCE = "QĐ 9/QĐ-UBND"


def content(shape: str) -> Any:
    """The example file of a shape, to be changed at will."""
    return json.loads((FILES / f"{shape}.json").read_text(encoding="utf-8"))


def taken(shape: Any) -> Imported:
    """What is understood of a shape's example, or of some content."""
    return read_catalogue(json.dumps(content(shape) if isinstance(shape, str) else shape).encode(), TODAY, SOURCE)


def only(shape: str, code: str) -> Procedure:
    """One procedure of a shape's example."""
    return next(each for each in taken(shape).procedures if each.code == code)


def names(papers: tuple[PaperRule, ...]) -> list[str]:
    return [paper.name for paper in papers]


# What each shape says


def test_the_old_service_is_read_with_its_papers_and_its_three_o_clock_rule() -> None:
    birth = only("lay_thu_tuc", "1.001193")
    assert (birth.name, birth.sector, birth.result) == ("Thủ tục đăng ký khai sinh", "Hộ tịch", "Giấy khai sinh")
    assert birth.duration is not None
    assert (birth.duration.unit, birth.duration.after, birth.duration.verified) == (TimeUnit.SAME_DAY, time(15), False)
    assert "<" not in birth.duration.note
    assert birth.papers == (
        PaperRule(name="Thẻ căn cước hoặc hộ chiếu của người yêu cầu", shown_only=True),
        PaperRule(name="Giấy chứng nhận kết hôn của cha, mẹ (nếu có)", shown_only=True, required=False),
        PaperRule(name="Tờ khai đăng ký khai sinh theo mẫu", note="Mẫu: to-khai.doc"),
        PaperRule(name="Giấy chứng sinh"),
    )


def test_nothing_to_pay_and_a_fee_of_the_province_are_two_things() -> None:
    (birth,) = only("lay_thu_tuc", "1.001193").fees
    assert (birth.basis, birth.kind, birth.verified) == (FeeBasis.PROVINCE, FeeKind.CHARGE, False)
    assert "Hội đồng nhân dân tỉnh" in birth.note
    (marriage,) = only("formality", "1.000894").fees
    assert (marriage.basis, marriage.verified) == (FeeBasis.FREE, True)


def test_a_tariff_in_words_is_left_to_the_clerk() -> None:
    (fee,) = only("lay_thu_tuc", "2.000815").fees
    assert (fee.basis, fee.amount_vnd, fee.verified) == (FeeBasis.PROVINCE, 0, False)
    assert "tối đa không quá 200.000 đồng/bản" in fee.note


def test_several_times_and_other_fees_online_are_unverified_and_remarked() -> None:
    single = only("lay_thu_tuc", "1.004873")
    assert single.duration is not None
    assert single.online_duration is not None
    assert (single.duration.amount, single.duration.unit, single.duration.verified) == (3, TimeUnit.WORKING_DAY, False)
    assert "23 ngày" in single.duration.note
    assert single.online_duration.amount == 2
    (fee,) = single.fees
    assert (fee.amount_vnd, fee.verified, fee.note) == (15_000, False, "trực tuyến: 7.500 ₫ – Lệ phí")
    said = " ".join(taken("lay_thu_tuc").remarks)
    assert "1.004873: có nhiều thời hạn" in said
    assert "1.004873: phí, lệ phí nộp trực tuyến khác" in said


def test_cases_keep_their_papers_and_the_first_is_the_ordinary_one() -> None:
    single = only("lay_thu_tuc", "1.004873")
    assert [case.name for case in single.cases] == ["Người chưa kết hôn", "Người đã ly hôn"]
    assert single.papers == single.cases[0].papers
    assert names(single.cases[1].papers)[-1] == "Quyết định ly hôn"
    assert [case.name for case in only("formality", "1.004222").cases][-1] == "Đăng ký vào chỗ ở thuê, mượn"


def test_the_portal_of_2026_is_read_with_its_decision() -> None:
    home = only("formality", "1.004222")
    assert home.duration is not None
    assert (home.duration.amount, home.duration.verified) == (7, True)
    assert home.online_duration is None
    assert "567/QĐ-BCA" in home.source
    assert home.source.endswith(f"lấy ngày 23/11/2026; {SOURCE}")
    marriage = only("formality", "1.000894")
    assert [(paper.required, paper.note) for paper in marriage.papers] == [(True, "hai bên cùng ký"), (False, "")]
    assert any("CARRIER_PIGEON" in remark for remark in taken("formality").remarks)


def test_what_the_source_does_not_call_in_force_is_left_alone() -> None:
    assert "1.006714" not in {each.code for each in taken("lay_thu_tuc").procedures}
    assert any("1.011733: nguồn ghi trạng thái “INACTIVE”" in remark for remark in taken("formality").remarks)


def test_a_commune_s_record_keeps_its_tier_its_words_and_its_provenance() -> None:
    adoption = only("commune", "2.001263")
    assert adoption.duration is not None
    assert (adoption.duration.unit, adoption.detail) == (TimeUnit.UNSTATED, Detail.FULL)
    assert adoption.duration.note == "Theo mô tả; Kiểm tra hồ sơ: 05 ngày làm việc; Lấy ý kiến: 10 ngày"
    assert adoption.sector == "Nuôi con nuôi"
    assert adoption.source.startswith("Quyết định số 1234/QĐ-UBND ngày 15/03/2026; https://")
    assert "trích ngày 10/08/2026" in adoption.source
    assert adoption.checked_on == date(2026, 8, 12)
    (fee,) = adoption.fees
    assert (fee.basis, fee.amount_vnd, fee.kind, fee.verified) == (
        FeeBasis.PER_DOSSIER, 400_000, FeeKind.CHARGE, True,
    )  # fmt: skip
    assert only("commune", "2.000815").detail is Detail.LISTED


def test_a_reference_price_is_nobody_s_fee() -> None:
    stay = only("commune", "1.004194")
    (fee,) = stay.fees
    assert (fee.basis, fee.amount_vnd, fee.verified) == (FeeBasis.PROVINCE, 0, False)
    assert "15000" not in repr(stay)


def test_a_repealed_record_is_kept_with_what_replaced_it() -> None:
    old = only("commune", "1.012783")
    assert (old.replaced_by, old.effective_to) == ("1.115446", TODAY)
    assert "chưa xác minh" in old.source
    assert "88/QĐ-UBND" in old.source


def test_a_record_without_a_code_is_never_given_one() -> None:
    read = taken("commune")
    assert len(read.procedures) == 5
    assert any("thứ 6 chưa có mã" in remark for remark in read.remarks)


# Amounts and times as people write them


def fee_of(amount: object, unit: str = "Đồng", words: str = "") -> tuple[FeeBasis, int, bool]:
    """The fee that one row of the old service gives."""
    file = content("lay_thu_tuc")
    method = file["result"][0]["CACHTHUCTHUCHIEN"][0]
    method["THOIGIAN"][0]["PHILEPHI"] = [{"MAPHILEPHI": "", "SOTIEN": amount, "DONVI": unit, "MOTA": words}]
    (fee,) = taken(file).procedures[0].fees
    return fee.basis, fee.amount_vnd, fee.verified


@pytest.mark.parametrize(
    ("amount", "unit", "words", "expected"),
    [
        (8000, "Đồng", "", (FeeBasis.PER_DOSSIER, 8000, True)),
        ("8.000", "VNĐ", "", (FeeBasis.PER_DOSSIER, 8000, True)),
        (8000.0, "đồng/bản", "", (FeeBasis.PER_COPY, 8000, True)),
        (8000, "Đồng", "8.000 đồng/bản sao trích lục", (FeeBasis.PER_COPY, 8000, True)),
        (25000, "Đồng", "50.000 đồng nếu nộp muộn", (FeeBasis.PER_DOSSIER, 25000, False)),
        (2000, "đồng/trang", "", (FeeBasis.PROVINCE, 0, False)),
        (8.5, "Đồng", "", (FeeBasis.PROVINCE, 0, False)),
        (8.0, "Đồng", "", (FeeBasis.PROVINCE, 0, False)),
        (20, "USD", "", (FeeBasis.PROVINCE, 0, False)),
        (5000, "%", "giá trị tài sản", (FeeBasis.PROVINCE, 0, False)),
        ("Theo quy định", "", "", (FeeBasis.PROVINCE, 0, False)),
        (0, "Đồng", "theo nghị quyết của HĐND tỉnh", (FeeBasis.PROVINCE, 0, False)),
        (0, "Đồng", "", (FeeBasis.FREE, 0, True)),
    ],
)
def test_only_a_plain_number_is_an_amount(
    amount: object, unit: str, words: str, expected: tuple[FeeBasis, int, bool]
) -> None:
    assert fee_of(amount, unit, words) == expected


@pytest.mark.parametrize(
    ("amount", "unit", "words", "expected"),
    [
        (3, "WORKING_DAY", "", (3, TimeUnit.WORKING_DAY, True)),
        ("05", "DAY", "", (5, TimeUnit.CALENDAR_DAY, True)),
        (12, "HOUR", "", (12, TimeUnit.HOUR, True)),
        (2, "YEAR", "", (24, TimeUnit.MONTH, True)),
        (0.5, "WORKING_DAY", "nửa ngày", (0, TimeUnit.UNSTATED, False)),
        (7, "OTHER", "bảy phiên chợ", (0, TimeUnit.UNSTATED, False)),
        (None, None, "Trong ngày", (0, TimeUnit.SAME_DAY, False)),
        (3, "WORKING_DAY", "hoặc trong ngày", (3, TimeUnit.WORKING_DAY, False)),
    ],
)
def test_a_time_is_what_is_counted_and_words_are_only_words(
    amount: object, unit: str | None, words: str, expected: tuple[int, TimeUnit, bool]
) -> None:
    file = content("formality")
    file[1]["data"]["executionMethods"] = [
        {"submissionMethod": "DIRECT", "processingTime": amount, "processingTimeUnit": unit, "description": words}
    ]
    duration = next(each for each in taken(file).procedures if each.code == "1.004222").duration
    assert duration is not None
    assert (duration.amount, duration.unit, duration.verified) == expected


@pytest.mark.parametrize(
    ("raw", "read"),
    [
        ("<p>Một&nbsp;<b>hai</b></p>", "Một hai"),
        ("&lt;p&gt;Một&lt;/p&gt;", "Một"),
        ("trẻ em < 6 tuổi và > 3", "trẻ em < 6 tuổi và > 3"),
        ("a<script>alert(1)</script>b<STYLE>p{}</STYLE>c", "abc"),
        ("a<script>never closed", "a"),
        ("Chu\u031b\u0301ng thu\u031b\u0323c", "Chứng thực"),
        ("<<<<a", "<<<<a"),
    ],
)
def test_html_is_left_out_and_words_stay(raw: str, read: str) -> None:
    assert plain(raw) == read


# Broken files


def broken(shape: str, change: Callable[[Any], object]) -> str:
    """The refusal of an example with one thing wrong in it."""
    file = content(shape)
    change(file)
    with pytest.raises(InvalidInput) as refused:
        taken(file)
    return str(refused.value)


def test_a_fault_names_the_procedure_and_the_field() -> None:
    assert "thứ 2 (1.004873): mục “CACHTHUCTHUCHIEN[0].KENH” phải là 1, 2 hoặc 3" in broken(
        "lay_thu_tuc", lambda file: file["result"][1]["CACHTHUCTHUCHIEN"][0].update(KENH="4")
    )
    assert "thứ 1 (1.000894): mục “executionMethods[0].fees[0].value” sai kiểu" in broken(
        "formality", lambda file: file[0]["data"]["executionMethods"][0]["fees"][0].update(value=[1])
    )
    assert "thứ 1 (2.001263): mục “nguon” còn thiếu" in broken("commune", lambda file: file["thu_tuc"][0].pop("nguon"))
    assert "thứ 2 (1.004194): mục “ngay_cap_nhat” không phải ngày" in broken(
        "commune", lambda file: file["thu_tuc"][1].update(ngay_cap_nhat="10/08/2026")
    )
    assert "thứ 1 (2.001263): mục “truong_hop[0].thanh_phan_ho_so[0].ban_chinh” là số âm" in broken(
        "commune", lambda file: file["thu_tuc"][0]["truong_hop"][0]["thanh_phan_ho_so"][0].update(ban_chinh=-1)
    )


@pytest.mark.parametrize(
    ("change", "part"),
    [
        (lambda file: file["thu_tuc"][0].update(ma="tự đặt"), "mã thủ tục"),
        (lambda file: file["thu_tuc"][0].update(ngay_cap_nhat="2027-01-01"), "tương lai"),
        (lambda file: file["thu_tuc"][0].update(muc_do_chi_tiet="vua"), "danh_muc hoặc day_du"),
        (lambda file: file["thu_tuc"][0].update(trang_thai="?"), "hieu_luc"),
        (lambda file: file["thu_tuc"][1].update(ma="2.001263"), "mã này đã có"),
        (lambda file: file["thu_tuc"].append(7), "thứ 7 (không mã): không phải một bản ghi"),
        (lambda file: file["thu_tuc"][0].update(ten="a" * 20_001), "dài quá mức"),
        (lambda file: file["thu_tuc"][1]["truong_hop"][0]["thoi_han"].update(so_ngay=99999), "thời hạn"),
    ],
)
def test_one_bad_record_stops_the_whole_file(change: Callable[[Any], object], part: str) -> None:
    assert part in broken("commune", change)


@pytest.mark.parametrize("data", [b"", b"null", b"[]", b"[[]]", b'{"data":null}', b'{"thu_tuc":[]}', b"[" * 99_999])
def test_what_no_shape_answers_to_is_refused(data: bytes) -> None:
    with pytest.raises(InvalidInput):
        read_catalogue(data, TODAY, SOURCE)


def test_too_much_and_no_source_are_refused() -> None:
    with pytest.raises(InvalidInput, match="64 MB"):
        read_catalogue(bytes(LARGEST_BYTES + 1), TODAY, SOURCE)
    with pytest.raises(InvalidInput, match="nguồn"):
        read_catalogue(b"[]", TODAY, "  ")


def outcome(data: bytes) -> Imported | str:
    """What is understood, or the sentence of the refusal."""
    try:
        return read_catalogue(data, TODAY, SOURCE)
    except InvalidInput as refused:
        return str(refused)


Json = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8) | st.just("<b>5.000 đồng/bản</b>"),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=6,
)


def places(node: Any) -> list[tuple[Any, Any]]:
    """Every container of some JSON with each of its keys."""
    keys = list(node) if isinstance(node, dict) else list(range(len(node))) if isinstance(node, list) else []
    return [(node, key) for key in keys] + [place for key in keys for place in places(node[key])]


@settings(max_examples=300, deadline=None)
@given(st.sampled_from(SHAPES), st.data())
def test_a_file_changed_anywhere_is_read_or_refused(shape: str, data: st.DataObject) -> None:
    file = content(shape)
    for _ in range(data.draw(st.integers(1, 3))):
        where, key = data.draw(st.sampled_from(places(file)))
        where[key] = data.draw(Json)
    read = outcome(json.dumps(file).replace("NaN", "1e999").encode())
    assert read
    assert isinstance(read, str) or all(each.source and each.checked_on for each in read.procedures)


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(SHAPES), st.integers(0, 10_000), st.binary(max_size=6))
@example("commune", 0, b"")
def test_a_torn_file_is_read_or_refused(shape: str, at: int, put: bytes) -> None:
    whole = (FILES / f"{shape}.json").read_bytes()
    at %= len(whole)
    read = outcome(whole[:at] + put + whole[at + len(put) :])
    assert isinstance(read, Imported) or "anh mục" in read
