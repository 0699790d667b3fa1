"""VietQR payloads, against the standard's check values and strings others have published."""

from binascii import crc_hqx
from collections.abc import Iterator
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossiers.errors import InvalidInput
from dossiers.vietqr import MOST_VND, PURPOSE_LENGTH, BankAccount, Service, banks, payload, plain_purpose

NAPAS_ACCOUNT = BankAccount(bin="970403", number="0011012345678", holder="UBND XA HOA BINH")
NAPAS_CARD = replace(NAPAS_ACCOUNT, number="9704031101234567", service=Service.CARD)

PUBLISHED = {
    # NAPAS, QR switching specification 1.5.2, 6.1: static to account, as corrected in public implementations
    # (the document itself prints a length of 12 for thirteen digits; see DOCUMENTS_OWN).
    "static account": (
        NAPAS_ACCOUNT, 0, "",
        "00020101021138570010A00000072701270006970403011300110123456780208QRIBFTTA53037045802VN63049E6F",
    ),
    # The same document: static to card.
    "static card": (
        NAPAS_CARD, 0, "",
        "00020101021138600010A00000072701300006970403011697040311012345670208QRIBFTTC53037045802VN63044F52",
    ),
    # github.com/subiz/vietqr, README: 120.000 to VietinBank, "ủng hộ lũ lụt".
    "dynamic account": (
        BankAccount(bin="970415", number="0011001932418", holder="QUY"), 120_000, "ủng hộ lũ lụt",
        ("00020101021238570010A00000072701270006970415011300110019324180208QRIBFTTA530370454061200005802VN"
        "62170813ung ho lu lut6304C15C"),
    ),
    # github.com/xuannghia/vietnam-qr-pay, README: 1.000 to ACB.
    "another library's": (
        BankAccount(bin="970416", number="257678859", holder="A"), 1_000, "Chuyen tien",
        ("00020101021238530010A0000007270123000697041601092576788590208QRIBFTTA5303704540410005802VN"
        "62150811Chuyen tien6304BBB8"),
    ),
}  # fmt: skip

CHECKSUMS = (
    # EMVCo, QRCPS merchant-presented mode 1.1, the sample payload of the annex, with its Chinese names.
    (
        "00020101021229300012D156000000000510A93FO3230Q31280012D15600000001030812345678520441115802CN5914BEST TRANSPORT"
        "6007BEIJING64200002ZH0104最佳运输0202北京540523.7253031565502016233030412340603***0708A60086670902ME"
        "91320016A0112233449988770708123456786304A13A"
    ),
    # NAPAS 1.5.2, 6.1: dynamic to account and to card, with a bill number beside the purpose.
    (
        "00020101021238570010A00000072701270006970403011300110123456780208QRIBFTTA530370454061800005802VN"
        "62340107NPS68690819thanh toan don hang63042E2E"
    ),
    (
        "00020101021238600010A00000072701300006970403011697040311012345670208QRIBFTTC530370454061800005802VN"
        "62340107NPS68690819thanh toan don hang6304A203"
    ),
)

DOCUMENTS_OWN = "00020101021138570010A00000072701270006970403011200110123456780208QRIBFTTA53037045802VN6304F4E5"


def objects(text: str) -> Iterator[tuple[str, str]]:
    """The data objects of a text, one level deep; a length that leads outside is an AssertionError."""
    while text:
        length = int(text[2:4])
        assert len(text) >= 4 + length
        yield text[:2], text[4 : 4 + length]
        text = text[4 + length :]


def is_sound(text: str) -> bool:
    """Whether the last four characters are the checksum of all before them, as a reader's app works it out."""
    register = 0xFFFF
    for byte in text[:-4].encode():
        register ^= byte << 8
        for _ in range(8):
            register = (register << 1) ^ (0x1021 if register & 0x8000 else 0)
            register &= 0xFFFF
    return text[-8:-4] == "6304" and text[-4:] == f"{register:04X}"


@pytest.mark.parametrize("case", PUBLISHED)
def test_a_payload_is_letter_for_letter_what_is_published(case: str) -> None:
    account, amount_vnd, purpose, published = PUBLISHED[case]
    assert payload(account, amount_vnd, purpose) == published


@pytest.mark.parametrize("published", [*CHECKSUMS, DOCUMENTS_OWN, *(case[-1] for case in PUBLISHED.values())])
def test_the_checksum_is_the_standards(published: str) -> None:
    assert is_sound(published)
    assert f"{crc_hqx(published[:-4].encode(), 0xFFFF):04X}" == published[-4:]


def test_the_checksum_has_the_published_check_value() -> None:
    """CRC-16/CCITT-FALSE (CRC-16/IBM-3740 in the catalogue of parametrised CRC algorithms)."""
    assert crc_hqx(b"123456789", 0xFFFF) == 0x29B1


@given(
    number=st.from_regex(r"[0-9A-Z]{1,19}", fullmatch=True),
    bank=st.from_regex(r"[0-9]{6}", fullmatch=True),
    amount_vnd=st.integers(0, MOST_VND),
    purpose=st.text(max_size=60),
)
def test_a_reader_finds_again_what_was_put_in(number: str, bank: str, amount_vnd: int, purpose: str) -> None:
    text = payload(BankAccount(bin=bank, number=number, holder="A"), amount_vnd, purpose)
    assert text.isascii()
    assert is_sound(text)
    found = dict(objects(text))
    merchant = dict(objects(found["38"]))
    assert dict(objects(merchant["01"])) == {"00": bank, "01": number}
    assert (merchant["00"], merchant["02"]) == ("A000000727", "QRIBFTTA")
    assert (found["00"], found["53"], found["58"]) == ("01", "704", "VN")
    assert found["01"] == ("12" if amount_vnd else "11")
    assert found.get("54", "0") == str(amount_vnd)
    assert dict(objects(found.get("62", ""))).get("08", "") == plain_purpose(purpose)


@pytest.mark.parametrize(
    ("said", "passed_on"),
    [
        ("H26.19.103-260205-0042", "H26.19.103-260205-0042"),
        ("000.00.19.H26-180801-000001", "0.00.19.H26-180801-000001"),
        ("Phí chứng thực: Đặng Ưu", "Phi chung thuc Dang Uu"),
        ("Lệ phí", "Le phi"),
        ("  ~ ", ""),
        ("", ""),
    ],
)
def test_a_purpose_is_what_every_bank_passes_on(said: str, passed_on: str) -> None:
    assert plain_purpose(said) == passed_on
    assert len(passed_on) <= PURPOSE_LENGTH


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("bin", "97041"), ("bin", "97041x"), ("bin", ""), ("number", ""), ("number", "0011 0012"),
        ("number", "1" * 20), ("number", "12-34"), ("holder", " "),
    ],
)  # fmt: skip
def test_an_account_that_cannot_be_is_refused_by_its_field(field: str, value: str) -> None:
    changed: dict[str, str] = {field: value}
    with pytest.raises(InvalidInput) as refused:
        payload(replace(NAPAS_ACCOUNT, **changed))  # type: ignore[arg-type]
    assert refused.value.field == field


@pytest.mark.parametrize("amount_vnd", [-1, MOST_VND + 1])
def test_an_amount_that_does_not_fit_is_our_bug(amount_vnd: int) -> None:
    with pytest.raises(ValueError):
        payload(NAPAS_ACCOUNT, amount_vnd)


def test_the_banks_are_distinct_and_none_is_said_to_be_verified() -> None:
    known = {bank.bin: bank.name for bank in banks()}
    assert len(known) == len(banks()) > 30
    assert len(set(known.values())) == len(known)
    assert (known["970405"], known["970436"]) == ("Agribank", "Vietcombank")
    assert not any(bank.verified for bank in banks())
    for bank in banks():
        assert payload(BankAccount(bin=bank.bin, number="1", holder="A"))
