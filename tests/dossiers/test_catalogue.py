"""The catalogue: the law of a day, found as the clerk types it, and never half imported."""

import json
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossiers.catalogue import Catalogue, export_json, import_json, load_builtin
from dossiers.errors import InvalidInput, NotFound
from dossiers.fees import needs_confirmation
from dossiers.procedure import Detail, FeeBasis, Procedure, TimeUnit

TODAY = date(2026, 11, 23)
BUILTIN = load_builtin()

FULL_ROWS = [
    "2.000815", "2.000884", "2.000908", "2.000992", "2.001035", "2.000913", "2.000927", "2.000942",
    "2.001019", "2.001016", "2.001406", "2.001009", "1.001193", "3.000722", "2.002913", "1.000656",
    "1.000894", "1.004873", "2.000635", "2.002516", "1.004859", "1.001022", "1.000689", "1.004837",
    "1.004845", "1.004884", "1.004772", "1.004746", "1.005461", "1.003583", "1.000593", "1.000419",
    "1.000110", "1.000094", "1.000080", "1.004827", "2.000528", "2.000806", "1.001695", "2.000779",
    "2.001263",
]  # fmt: skip
"""Rows 1 to 33 of the domain's table: nearly all of a commune's volume."""


def record(**changes: Any) -> dict[str, Any]:
    whole: dict[str, Any] = {
        "code": "2.000815", "name": "Chứng thực bản sao", "sector": "Chứng thực", "source": "QĐ 1/QĐ-UBND",
        "checked_on": "2026-11-01",
    }  # fmt: skip
    return {key: value for key, value in (whole | changes).items() if value is not ...}


def file(*records: Any, **changes: Any) -> bytes:
    content = {"format": "motcua.procedures/1", "version": 2, "procedures": list(records)} | changes
    return json.dumps(content, ensure_ascii=False).encode()


def names(found: list[Procedure]) -> list[str]:
    return [procedure.name for procedure in found]


# What ships


def test_the_rows_that_make_a_day_are_known_in_full() -> None:
    full = [each for each in BUILTIN.all(TODAY) if each.detail is Detail.FULL]
    assert {each.code for each in full} == set(FULL_ROWS)
    assert all(each.papers and each.duration and each.fees and each.result and each.aliases for each in full)


def test_the_other_rows_are_listed_and_every_record_says_where_it_comes_from() -> None:
    listed = {each.code for each in BUILTIN.procedures} - set(FULL_ROWS)
    assert len(listed) >= 67
    assert {"1.004222", "1.014027", "1.012812", "1.013228", "1.001612", "2.002396", "1.013717", "1.013798"} <= listed
    assert all(each.source and each.checked_on for each in BUILTIN.procedures)


def test_certified_copies_are_counted_by_the_tariff_and_need_no_confirming() -> None:
    copies = BUILTIN.get("2.000815", TODAY)
    assert copies.certification
    assert copies.duration is not None
    assert (copies.duration.unit, str(copies.duration.after)) == (TimeUnit.SAME_DAY, "15:00:00")
    (fee,) = copies.fees
    assert (fee.basis, fee.amount_vnd, fee.next_amount_vnd, fee.cap_per_copy_vnd) == (
        FeeBasis.PER_PAGE, 2000, 1000, 200_000,
    )  # fmt: skip
    assert needs_confirmation(copies) == ()


def test_starred_times_and_fees_are_marked_unverified() -> None:
    for code in ("2.001035", "1.000656", "1.004884", "2.002516"):
        assert needs_confirmation(BUILTIN.get(code, TODAY)), code
    assert not BUILTIN.get("2.000927", TODAY).code_verified


def test_a_replaced_code_names_its_successor() -> None:
    with pytest.raises(NotFound, match=r"đã được thay bằng 2\.002913"):
        BUILTIN.get("2.002622", TODAY)
    assert BUILTIN.get("2.002622", date(2025, 6, 30)).code == "2.002622"


def test_an_unknown_code_is_not_found() -> None:
    assert BUILTIN.find("9.999999", TODAY) is None
    with pytest.raises(NotFound, match=r"không có thủ tục 9\.999999"):
        BUILTIN.get("9.999999", TODAY)


# Search


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("ct bs", "2.000815"),
        ("CT  BS", "2.000815"),
        ("bs ct", "2.000815"),
        ("sao y", "2.000815"),
        ("chung thuc ban sao", "2.000815"),
        ("sao bản chứng", "2.000815"),
        ("2.000815", "2.000815"),
        ("000815", "2.000815"),
        ("815", "2.000815"),
        ("ks", "1.001193"),
        ("khai sinh", "1.001193"),
        ("đk ks", "1.001193"),
        ("kh", "1.000894"),
        ("xác nhận tình trạng", "1.004873"),
        ("độc thân", "1.004873"),
        ("XNTTHN", "1.004873"),
        ("thừa kế từ chối", "2.001016"),
        ("tạm trú đăng", "1.004194"),
    ],
)
def test_a_few_letters_find_the_procedure_first(typed: str, code: str) -> None:
    found = BUILTIN.search(typed, TODAY)
    assert found
    assert found[0].code == code


def test_what_this_desk_uses_most_comes_first() -> None:
    usage = {"2.000884": 9, "2.001019": 40}
    found = [each.code for each in BUILTIN.search("chứng thực", TODAY, usage)]
    assert found[:2] == ["2.001019", "2.000884"]
    assert [each.code for each in BUILTIN.search("", TODAY, usage)][:2] == ["2.001019", "2.000884"]
    assert BUILTIN.search("ct bs", TODAY, usage)[0].code == "2.000815"


def test_words_that_fit_nothing_find_nothing() -> None:
    assert BUILTIN.search("khai sinh zzz", TODAY) == []


def test_repealed_procedures_are_not_offered() -> None:
    assert "2.002622" not in {each.code for each in BUILTIN.search("khai tử", TODAY)}


@given(st.text(max_size=30))
def test_typing_anything_is_harmless(text: str) -> None:
    assert set(BUILTIN.search(text, TODAY)) <= set(BUILTIN.all(TODAY))


# JSON in and out


def test_the_catalogue_goes_out_and_comes_back_unchanged() -> None:
    back, warnings = import_json(export_json(BUILTIN), TODAY)
    assert back == BUILTIN
    assert warnings == ()


def test_a_new_version_takes_over_on_its_day() -> None:
    catalogue, _ = import_json(
        file(record(effective_to="2027-01-01"), record(version=2, name="Tên mới", effective_from="2027-01-01")), TODAY
    )
    assert catalogue.version == 2
    assert catalogue.get("2.000815", date(2026, 12, 31)).version == 1
    assert catalogue.get("2.000815", date(2027, 1, 1)).name == "Tên mới"
    assert names(catalogue.all(date(2027, 1, 1))) == ["Tên mới"]


@pytest.mark.parametrize(
    ("records", "part"),
    [
        ([record(source=...)], "thiếu nguồn"),
        ([record(source="  ")], "thiếu nguồn"),
        ([record(checked_on=...)], "thiếu ngày đối chiếu"),
        ([record(checked_on="2026-12-01")], "tương lai"),
        ([record(name=...)], "mục “name”"),
        ([record(name=" ")], "thiếu tên"),
        ([record(sector="")], "thiếu lĩnh vực"),
        ([record(code="chứng thực")], "mã thủ tục"),
        ([record(), record(code="1.000001", efective_to="2027-01-01")], r"thứ 2 \(1.000001\).*“efective_to”"),
        ([record(fees=[{"name": "Phí", "amount": 5}])], "“amount”"),
        ([record(fees=[{"name": "Phí", "amount_vnd": "5"}])], r"“fees\[0\].amount_vnd”"),
        ([record(fees=[{"amount_vnd": 5}])], r"“fees\[0\].name”"),
        ([record(fees=[{"name": "Phí", "amount_vnd": -1}])], "fees"),
        ([record(fees=[{"name": "Phí", "basis": "per_page", "amount_vnd": 1}])], "fees"),
        ([record(duration={"amount": 0, "unit": "working_day"})], "duration"),
        ([record(duration={"amount": 99999, "unit": "working_day"})], "duration"),
        ([record(duration={"amount": 1, "unit": "fortnight"})], r"“duration.unit”"),
        ([record(papers=[{"name": "Tờ khai", "originals": -1}])], "âm"),
        ([record(effective_to="2025-06-30")], "hết hiệu lực"),
        ([record(), record(version=2)], r"thứ 2 \(2.000815\).*hai phiên bản cùng hiệu lực"),
        ([record(effective_to="2027-01-01"), record(version=2, effective_from="2026-12-31")], "31/12/2026"),
        ([record(effective_to="2027-01-01"), record(effective_from="2027-01-01")], "trùng số"),
        ([[]], "thứ 1"),
        (["x"], "thứ 1"),
    ],
)
def test_a_record_at_fault_is_named(records: list[Any], part: str) -> None:
    with pytest.raises(InvalidInput, match=part):
        import_json(file(*records), TODAY)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\xff\xfe",
        b"[]",
        b"[" * 100_000,
        b'{"format":"motcua.procedures/1"}',
        file(format="khac/1"),
        file(version=0),
        file(extra=1),
    ],
)
def test_what_is_no_catalogue_is_refused(data: bytes) -> None:
    with pytest.raises(InvalidInput):
        import_json(data, TODAY)


def test_decomposed_text_and_a_byte_order_mark_are_put_right() -> None:
    decomposed = "\ufeff" + file(record(name="Chu\u031b\u0301ng thu\u031b\u0323c")).decode()
    catalogue, _ = import_json(decomposed.encode(), TODAY)
    assert catalogue.procedures[0].name == "Chứng thực"


def test_old_facts_are_warned_about() -> None:
    full = record(
        detail="full", checked_on="2026-08-01", duration={"amount": 1, "unit": "hour"}, papers=[{"name": "Đơn"}]
    )
    listed = record(code="1.000001", checked_on="2025-11-01")
    fresh = record(code="1.000002", checked_on="2025-12-01")
    _, warnings = import_json(file(full, listed, fresh), TODAY)
    assert warnings == (
        "1 thủ tục chi tiết quá 90 ngày chưa đối chiếu: 2.000815.",
        "1 thủ tục trong danh sách quá 365 ngày chưa đối chiếu: 1.000001.",
    )


def test_gaps_in_the_data_are_warned_about() -> None:
    _, warnings = import_json(file(record(detail="full", replaced_by="3.000001")), TODAY)
    assert len(warnings) == 2
    assert "thiếu thời hạn hoặc thành phần hồ sơ: 2.000815" in warnings[0]
    assert "không có trong danh mục: 2.000815" in warnings[1]


@given(st.binary(max_size=60))
def test_no_bytes_ever_fail_otherwise_than_by_refusal(data: bytes) -> None:
    with pytest.raises(InvalidInput):
        import_json(data, TODAY)


def test_an_empty_catalogue_is_a_catalogue() -> None:
    assert import_json(file(), TODAY) == (Catalogue((), 2), ())
