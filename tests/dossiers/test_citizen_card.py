"""The citizen card's QR: every field right, or a warning, or a refusal with its own reason."""

import unicodedata
from datetime import date

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from dossiers.citizen_card import Card, issuing_place, looks_like_card, parse_card
from dossiers.errors import InvalidInput
from dossiers.people import Sex

TODAY = date(2026, 11, 23)
CCCD = "001099012345|012345678|Nguyễn Văn An|15031999|Nam|Thôn 3, Ân Tín, Hoài Ân, Bình Định|10052021"
CAN_CUOC = "079185001234||Lê Thị Hoa|05061985|Nữ|Khu phố 2, Phường Đồng Tâm|15082024||||"
CHILD = "001216000001||NGUYEN VAN BE|01012016|Nam|Ha Noi|15032024|01012016|079000000001|NGUYEN VAN CHA|TRAN THI ME"


def parse(text: str) -> Card:
    return parse_card(text, TODAY)


def refusal(text: str) -> str:
    with pytest.raises(InvalidInput) as refused:
        parse(text)
    return str(refused.value)


def changed(text: str, place: int, value: str) -> str:
    fields = text.split("|")
    fields[place] = value
    return "|".join(fields)


def test_a_chip_card_of_2021_is_read_whole() -> None:
    assert parse(CCCD) == Card(
        id_number="001099012345",
        old_number="012345678",
        name="Nguyễn Văn An",
        birth_date=date(1999, 3, 15),
        sex=Sex.MALE,
        address="Thôn 3, Ân Tín, Hoài Ân, Bình Định",
        issued_on=date(2021, 5, 10),
        generation="cccd",
    )


def test_a_card_of_2024_is_read_with_its_empty_fields() -> None:
    card = parse(CAN_CUOC)
    assert (card.generation, card.old_number, card.sex) == ("can_cuoc", "", Sex.FEMALE)
    assert card.extras == ("", "", "", "")
    assert card.warnings == ()


def test_a_childs_card_in_capitals_is_proposed_as_a_name_and_warned_about() -> None:
    card = parse(CHILD)
    assert card.name == "NGUYEN VAN BE"
    assert card.person().name == "Nguyen Van Be"
    assert any("không dấu" in warning for warning in card.warnings)
    assert card.extras[1:] == ("079000000001", "NGUYEN VAN CHA", "TRAN THI ME")


def test_the_holder_is_proposed_to_the_form() -> None:
    person = parse(CCCD).person()
    assert (person.id_number, person.birth_date, person.sex) == ("001099012345", date(1999, 3, 15), Sex.MALE)
    assert person.address == "Thôn 3, Ân Tín, Hoài Ân, Bình Định"


@pytest.mark.parametrize(
    "dirty",
    [
        "\ufeff" + CCCD,
        "CCCD:" + CCCD,
        "\ufeffcccd: " + CCCD + "\r\n",
        CCCD + "\r",
        CCCD.replace("|", "\0|") + "\0",
        unicodedata.normalize("NFD", CCCD),
        CCCD.replace("|", " | "),
        changed(CCCD, 4, "NAM"),
    ],
)
def test_dirt_seen_in_the_wild_changes_nothing(dirty: str) -> None:
    assert parse(dirty) == parse(CCCD)


@pytest.mark.parametrize("sex", ["Nữ", "NỮ", "Nu", "nữ", unicodedata.normalize("NFD", "Nữ")])
def test_every_spelling_of_female_is_understood(sex: str) -> None:
    assert parse(changed(CAN_CUOC, 4, sex)).sex is Sex.FEMALE


def test_unknown_fields_beyond_the_eleventh_are_left_alone() -> None:
    assert parse(CAN_CUOC + "|gì đó|nữa").name == "Lê Thị Hoa"


@pytest.mark.parametrize(
    ("place", "value", "part"),
    [
        (4, "Nữ", "Giới tính"),
        (3, "15031998", "Năm sinh"),
        (3, "15032099", None),
        (6, "10051998", "trước ngày sinh"),
        (1, "12345", "chứng minh nhân dân cũ"),
        (2, "Nguy\ufffdn Văn An", "ký tự lạ"),
        (2, "Nguyá»…n VÄƒn An", "ký tự lạ"),
        (5, "", "không có nơi cư trú"),
        (5, "Thôn \ufffd", "Nơi cư trú"),
    ],
)
def test_what_does_not_fit_is_shown_to_the_clerk(place: int, value: str, part: str | None) -> None:
    text = changed(CCCD, place, value)
    if part is None:
        assert "không hợp lý" in refusal(text)
    else:
        assert any(part in warning for warning in parse(text).warnings)


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("", "Chưa đọc được gì"),
        ("\ufeff\0\r\n", "Chưa đọc được gì"),
        ("001099012345", "chỉ có số định danh"),
        ("https://vneid.gov.vn/qr?t=abc", "VNeID"),
        ("eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0", "VNeID"),
        ("GD4010099012345|4e677579e1bb856e2056c3a26e|01/01/1990|1|4e|0100|01/01/2025|-|01/01/2025|", "bảo hiểm y tế"),
        ("0112345678|4e677579e1bb856e2056c3a26e|01/01/1990|1|4e|0100|-", "bảo hiểm y tế"),
        ("H55.242-261123-0007", "không phải mã trên thẻ"),
        ("001099012345|Nguyễn Văn An|15031999|Nam|Thôn 3|10052021", "chỉ có 6 trong 7"),
        (changed(CCCD, 0, "00109901234"), "12 chữ số"),
        (changed(CCCD, 0, "٠٠١٠٩٩٠١٢٣٤٥"), "12 chữ số"),
        (changed(CCCD, 2, ""), "không có họ tên"),
        (changed(CCCD, 2, "12345"), "không có họ tên"),
        (changed(CCCD, 3, "1999"), "Ngày sinh"),
        (changed(CCCD, 3, "31022000"), "Ngày sinh"),
        (changed(CCCD, 3, "01011899"), "Ngày sinh"),
        (changed(CCCD, 4, "M"), "Giới tính"),
        (changed(CCCD, 6, ""), "Ngày cấp"),
        (changed(CCCD, 6, "24112026"), "Ngày cấp"),
        (CCCD + "\r\n" + CAN_CUOC, "dính vào nhau"),
    ],
)
def test_anything_else_is_refused_with_its_own_reason(text: str, part: str) -> None:
    assert part in refusal(text)


def test_a_refusal_holds_nothing_of_the_card() -> None:
    sentence = refusal(changed(CCCD, 6, "99999999"))
    assert not any(field in sentence for field in ("001099012345", "Nguyễn", "15031999", "Thôn"))


@pytest.mark.parametrize(("text", "is_card"), [(CCCD, True), (CAN_CUOC, True), ("a|b", False), ("001099012345", False)])
def test_readings_are_routed_by_their_shape(text: str, is_card: bool) -> None:
    assert looks_like_card(text) is is_card


@pytest.mark.parametrize(
    ("day", "place"),
    [
        (date(2018, 10, 9), "dữ liệu quốc gia về dân cư"),
        (date(2018, 10, 10), "trật tự xã hội"),
        (date(2024, 6, 30), "trật tự xã hội"),
        (date(2024, 7, 1), "Bộ Công an"),
    ],
)
def test_the_place_of_issue_follows_from_the_day(day: date, place: str) -> None:
    assert place in issuing_place(day)


LETTERS = st.text(alphabet="aàăâbcdđeêghiklmnoôơpqrstuưvxyAĐHNT", min_size=1, max_size=8)
WORDS = st.lists(LETTERS, min_size=1, max_size=4).map(" ".join)


@st.composite
def cards(draw: st.DrawFn) -> tuple[Card, str]:
    """A true card and its QR's text with dirt that must not matter."""
    birth = draw(st.dates(date(1900, 1, 1), date(2020, 12, 31)))
    issued = draw(st.dates(max(birth, date(2021, 1, 1)), TODAY))
    sex = draw(st.sampled_from(Sex))
    century = (birth.year // 100 - 19) * 2 + (sex is Sex.FEMALE)
    number = f"{draw(st.integers(1, 96)):03d}{century}{birth:%y}{draw(st.integers(0, 999_999)):06d}"
    old = draw(st.sampled_from(["", "012345678", "012345678901"]))
    name, address = draw(WORDS), draw(WORDS)
    extras = draw(st.sampled_from([(), ("",) * 4, ("01012016", "", "CHA", "ME")]))
    fields = (number, old, name, f"{birth:%d%m%Y}", sex.value, address, f"{issued:%d%m%Y}", *extras)
    form = draw(st.sampled_from(["NFC", "NFD"]))
    text = draw(st.sampled_from(["", "\ufeff", "CCCD:"])) + "|".join(fields) + draw(st.sampled_from(["", "\r\n", "\0"]))
    new = len(fields) == 11 or issued >= date(2024, 7, 1)
    card = Card(
        id_number=number, old_number=old, name=name, birth_date=birth, sex=sex, address=address, issued_on=issued,
        generation="can_cuoc" if new else "cccd", extras=extras,
    )  # fmt: skip
    return card, unicodedata.normalize(form, text)  # type: ignore[arg-type]


@given(cards())
def test_every_true_card_comes_back_field_by_field(both: tuple[Card, str]) -> None:
    card, text = both
    read = parse(text)
    assert {name: getattr(read, name) for name in Card.__slots__ if name != "warnings"} == {
        name: getattr(card, name) for name in Card.__slots__ if name != "warnings"
    }


@given(st.one_of(st.text(), st.lists(st.text(max_size=14), min_size=6, max_size=12).map("|".join)))
@example("|||||||")
@example("CCCD:CCCD:")
def test_no_text_ever_fails_otherwise_than_by_refusal(text: str) -> None:
    try:
        accepted = parse(text).id_number
    except InvalidInput:
        accepted = ""
    assert accepted == "" or (accepted.isdigit() and len(accepted) == 12)


def test_a_sign_misread_between_two_fields_moves_no_other_up() -> None:
    """The date the card runs out stood where the day of issue is read."""
    whole = "001300000000|012345678|NGUYỄN VĂN THỬ|01012000|Nam|Thôn Thử, Xã Nghiệm|01012021|01012016||CHA|ME"
    assert parse(whole).issued_on == date(2021, 1, 1)
    with pytest.raises(InvalidInput, match="dính liền"):
        parse(whole.replace("Nghiệm|", "Nghiệm0"))


@given(cards(), st.integers(0, 200), st.characters(), st.sampled_from(["replace", "insert", "drop"]))
def test_a_card_misread_in_one_place_is_refused_or_differs_only_there(
    both: tuple[Card, str], place: int, letter: str, how: str
) -> None:
    """One wrong character may spoil one field, never shift the others into wrong places."""
    card, text = both
    text = unicodedata.normalize("NFC", text)
    place = min(place, len(text) - 1)
    tail = text[place + (how != "insert") :]
    try:
        read = parse(text[:place] + ("" if how == "drop" else letter) + tail)
    except InvalidInput:
        return
    fields = ("id_number", "old_number", "name", "birth_date", "sex", "address", "issued_on")
    assert sum(getattr(read, field) != getattr(card, field) for field in fields) <= 1
