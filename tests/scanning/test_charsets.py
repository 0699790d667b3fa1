"""Code pages of old readers: each card comes back letter for letter, and nothing is guessed where two would do."""

import unicodedata

import pytest

from scanning.charsets import decode

CARD = "036301000001||Đặng Thị Ngọc Ánh|01012001|Nữ|Xóm Ụ, Nghĩa Hưng, Ninh Bình|01072024"
CAPITALS = CARD.replace("Đặng Thị Ngọc Ánh", "NGUYỄN VĂN THƯỞNG")

# The same card as three old code pages write it: TCVN 5712 VN3 ("ABC"), VNI-Windows, windows-1258.
TCVN3 = "036301000001||§Æng ThÞ Ngäc ¸nh|01012001|N÷|Xãm ô, NghÜa H­ng, Ninh B×nh|01072024".encode("latin-1")
TCVN3_CAPITALS = TCVN3.replace("§Æng ThÞ Ngäc ¸nh".encode("latin-1"), "NGUYÔN V¡N TH¦ëNG".encode("latin-1"))
VNI = "036301000001||Ñaëng Thò Ngoïc AÙnh|01012001|Nöõ|Xoùm UÏ, Nghóa Höng, Ninh Bình|01072024".encode("latin-1")
VNI_CAPITALS = VNI.replace("Ñaëng Thò Ngoïc AÙnh".encode("latin-1"), "NGUYEÃN VAÊN THÖÔÛNG".encode("latin-1"))


def windows_1258(text: str) -> bytes:
    """Letters with their marks, tones after them: as Windows types Vietnamese."""
    pieces = []
    for letter in text:
        tones = [mark for mark in unicodedata.normalize("NFD", letter) if mark in "\u0300\u0301\u0303\u0309\u0323"]
        bare = "".join(mark for mark in unicodedata.normalize("NFD", letter) if mark not in tones)
        pieces.append(unicodedata.normalize("NFC", bare) + "".join(tones))
    return "".join(pieces).encode("cp1258")


@pytest.mark.parametrize(
    ("data", "text", "charset"),
    [
        (CARD.encode(), CARD, "utf-8"), (unicodedata.normalize("NFD", CARD).encode(), CARD, "utf-8"),
        (windows_1258(CARD), CARD, "windows-1258"), (windows_1258(CAPITALS), CAPITALS, "windows-1258"),
        (TCVN3, CARD, "tcvn3"), (TCVN3_CAPITALS, CAPITALS, "tcvn3"), (VNI, CARD, "vni"),
        (VNI_CAPITALS, CAPITALS, "vni"), (b"H26.19.103-261121-0042", "H26.19.103-261121-0042", "utf-8"),
    ],
)  # fmt: skip
def test_a_card_comes_back_whatever_code_page_the_reader_is_set_to(data: bytes, text: str, charset: str) -> None:
    assert decode(data) == (text, charset)


@pytest.mark.parametrize("data", [b"Nguy\xff\xfe", "Đặ".encode()[:-1], "你好".encode("gb18030"), b"\x80\x81\x82"])
def test_what_is_no_vietnamese_keeps_its_wounds_visible(data: bytes) -> None:
    assert "\ufffd" in decode(data)[0]
