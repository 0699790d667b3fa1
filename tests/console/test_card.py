"""`motcua card`: a citizen card's QR text in fields, or why it is none."""

import pytest

from tests.console.consoles import Console, motcua

CARD = "036301000001|163456789|Đặng Thị Ỷ Lan|01012001|Nữ|Xóm Ụ, Nghĩa Hưng, Ninh Bình|01072024"


def test_a_card_as_data(console: Console) -> None:
    said = console("card", "--json", CARD)
    assert said.code == 0
    assert said.data == {
        "generation": "can_cuoc", "id_number": "036301000001", "old_number": "163456789", "name": "Đặng Thị Ỷ Lan",
        "birth_date": "01/01/2001", "sex": "Nữ", "address": "Xóm Ụ, Nghĩa Hưng, Ninh Bình",
        "issued_on": "01/07/2024", "warnings": [],
    }  # fmt: skip


def test_standard_input_with_what_readers_add(console: Console) -> None:
    said = motcua("card", stdin=f"\ufeff{CARD}\r\n")
    assert (said.code, said.err) == (0, "")
    assert "name: Đặng Thị Ỷ Lan\n" in said.out


def test_what_does_not_fit_together_is_a_warning(console: Console) -> None:
    said = console("card", CARD.replace("|Nữ|", "|Nam|"))
    assert said.code == 0
    assert "Lưu ý: Giới tính trên thẻ không khớp với số định danh." in said.out


@pytest.mark.parametrize("text", ["", "xin chào", "036301000001", CARD.rpartition("|")[0], CARD.replace("0363", "36")])
def test_anything_else_is_refused_without_its_content(console: Console, text: str) -> None:
    said = console("card", "--json", text)
    assert said.refused()
    assert said.data == {"error": said.err.rstrip()}
    assert not any(part and part in said.err for part in text.split("|"))


def test_bytes_that_are_no_text_are_refused() -> None:
    assert motcua("card", b"\xff\xfe|1|2|3|4|5|6".decode("utf-8", "surrogateescape")).refused("Số định danh")
