"""An office's own words reach its papers, nearest first; a broken file is refused at its line and changes nothing."""

import unicodedata
from dataclasses import replace
from datetime import date

import pytest

from dossiers.errors import InvalidInput
from printing.form_titles import all_titles
from printing.forms import receipt
from printing.overrides import AS_SHIPPED, Overrides
from printing.overrides_file import MOST_BYTES, read_overrides
from printing.texts import all_sentences, sentences_of
from tests.printing.pdf_reading import read_pages
from tests.printing.people_and_papers import OFFICE, general

ON = date(2026, 2, 5)

GOOD = """# Mẫu in của xã
[[form]]
slug = "receipt"
footer = "Giờ làm việc: 7 giờ đến 17 giờ."
texts.bring = "Mang theo giấy này."

[[form]]
slug = "receipt"
unit = "H26.19.103"
parent_body = "UBND phường Hòa Bình"
body = "Bộ phận một cửa"
place = "Hà Nội"

[[form]]
slug = "receipt"
sector = "Hộ tịch"
title = "Giấy hẹn hộ tịch"
footer = "Sổ hộ tịch lưu vĩnh viễn."

[[form]]
slug = "receipt"
procedure = "1.001193"
effective_from = 2026-01-01
number = "01"
legal_basis = "Quyết định số 5/QĐ-UBND"
verified = true

[form.texts]
early = \"\"\"
Khai sinh trả trong ngày; {ways_to_ask}.\"\"\"
"""


def refused(text: str) -> InvalidInput:
    """The refusal of a broken file."""
    with pytest.raises(InvalidInput) as caught:
        read_overrides(text.encode())
    assert "Mẫu đang dùng vẫn giữ nguyên." in str(caught.value)
    return caught.value


def slip_text(overrides: Overrides, **changes: str) -> str:
    """What the receipt of a dossier says under an office's file."""
    pdf = receipt.render(replace(general(), **changes), OFFICE, overrides=overrides)  # type: ignore[arg-type]
    return read_pages(pdf)[0].text


def test_the_words_of_an_office_reach_the_paper() -> None:
    text = slip_text(read_overrides(GOOD.encode()))
    for words in (
        "GIẤY HẸN HỘ TỊCH",
        "UBND PHƯỜNG HÒA BÌNH",
        "BỘ PHẬN MỘT CỬA",
        "Hà Nội, ngày 05 tháng 02 năm 2026",
        "Mẫu số 01, ban hành kèm theo Quyết định số 5/QĐ-UBND",
        "Khai sinh trả trong ngày; tra cứu tại https://motcua.hoabinh.example.vn",
        "Mang theo giấy này. Giấy này không thay biên lai",
        "Sổ hộ tịch lưu vĩnh viễn.",
    ):
        assert words in text
    assert "Giờ làm việc" not in text


def test_procedure_goes_before_sector_before_unit_before_everywhere() -> None:
    overrides = read_overrides(GOOD.encode())
    elsewhere = slip_text(overrides, procedure_code="2.000815", sector="Chứng thực")
    assert "Giờ làm việc: 7 giờ đến 17 giờ." in elsewhere
    assert "GIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ" in elsewhere
    assert "BỘ PHẬN MỘT CỬA" in elsewhere
    other_unit = overrides.of("receipt", replace(OFFICE, unit="H26.19.104"), ON, general())
    assert other_unit.issuer.reception == OFFICE.reception
    assert other_unit.form.title == "Giấy hẹn hộ tịch"
    before = overrides.of("receipt", OFFICE, date(2025, 12, 31), general())
    assert before.form.number_line == ""
    assert overrides.of("supplement", OFFICE, ON, general()) == AS_SHIPPED.of("supplement", OFFICE, ON, general())


def test_later_rules_go_before_earlier_ones_whatever_their_order_in_the_file() -> None:
    entry = '[[form]]\nslug = "receipt"\neffective_from = {day}\ntitle = "{title}"\n'
    late, early = entry.format(day="2026-02-01", title="Mới"), entry.format(day="2025-02-01", title="Cũ")
    for text in (late + early, early + late):
        assert read_overrides(text.encode()).of("receipt", OFFICE, ON).form.title == "Mới"


@pytest.mark.parametrize(
    ("old", "new", "line", "key"),
    [
        ("parent_body", "parent_bodi", 10, "parent_bodi"),
        ('"H26.19.103"', "103", 9, "unit"),
        ("verified = true", 'verified = "có"', 26, "verified"),
        ("2026-01-01", "2026-01-01T07:00:00", 23, "effective_from"),
        ('sector = "Hộ tịch"', 'sector = ["Hộ tịch"]', 16, "sector"),
        ('title = "Giấy hẹn hộ tịch"', 'title = " "', 17, "title"),
        ("texts.bring", "texts.brought", 5, "brought"),
        ("{ways_to_ask}", "{ways}", 29, "early"),
        ("{ways_to_ask}", "{ways_to_ask", 29, "early"),
        ("{ways_to_ask}", "{ways_to_ask!r:>9}", 29, "early"),
        ("Mang theo giấy này.", "Mang theo {clerk}.", 5, "bring"),
        ('"Mang theo giấy này."', "7", 5, "bring"),
        ('slug = "receipt"\nsector', 'slug = "biên nhận"\nsector', 15, "biên nhận"),
        ('slug = "receipt"\nsector', "sector", 14, ""),
        ("[[form]]\nslug = \"receipt\"\nsector", "[[forms]]\nslug = \"receipt\"\nsector", 14, "forms"),
        ('procedure = "1.001193"\neffective_from = 2026-01-01', 'sector = "Hộ tịch"', 20, "form"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_named_with_its_line(old: str, new: str, line: int, key: str) -> None:
    assert GOOD.count(old) >= 1
    fault = refused(GOOD.replace(old, new, 1))
    assert (fault.facts["line"], fault.facts["key"]) == (line, key)
    assert str(fault).startswith(f"Dòng {line}: ")


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (GOOD.replace('body = "Bộ phận một cửa"', "body = Bộ phận một cửa"), 11),
        (GOOD.replace('place = "Hà Nội"', 'place = "Hà Nội"\nplace = "Huế"'), 13),
        (GOOD.replace('{ways_to_ask}."""', "."), 30),
        ("[form]\nslug = 1", 1),
        ("\n\nform = [1]", 3),
        ("a = " + "[" * 30_000, 1),
    ],
)
def test_what_is_no_such_file_is_refused_at_its_line(text: str, line: int) -> None:
    assert refused(text).facts["line"] == line


def test_other_writings_of_the_same_letters() -> None:
    loose = unicodedata.normalize("NFD", GOOD).encode()
    assert read_overrides(b"\xef\xbb\xbf" + loose) == read_overrides(GOOD.encode())
    with pytest.raises(InvalidInput, match="Dòng 1: tệp không lưu dạng UTF-8"):
        read_overrides(GOOD.encode("utf-16"))
    with pytest.raises(InvalidInput, match="64 KB"):
        read_overrides(b" " * (MOST_BYTES + 1))


def test_an_empty_file_changes_nothing_and_an_empty_text_leaves_its_line_out() -> None:
    assert read_overrides(b"") == AS_SHIPPED
    silent = read_overrides(b'[[form]]\nslug = "receipt"\ntexts.bring = ""\n')
    assert "Khi nhận kết quả mang theo" not in slip_text(silent)
    assert "Khi nhận kết quả mang theo" in slip_text(AS_SHIPPED)


def test_every_table_of_sentences_belongs_to_a_form_and_is_nfc() -> None:
    spoken = {form.wording or form.slug for form in all_titles()}
    assert set(all_sentences()) <= spoken
    for form in all_titles():
        for sentence in sentences_of(form).values():
            assert unicodedata.is_normalized("NFC", sentence)
