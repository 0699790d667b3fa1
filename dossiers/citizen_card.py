"""The QR of a citizen's card (chip CCCD 2021, căn cước 2024): parsed by field, or refused with the reason.

Seven fields, or eleven from 2024 on, separated by `|` (domain 3.1 to 3.3). No sentence here holds a value
from the card, so that exceptions and warnings may travel in logs.
"""

import re
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from dossiers.clock import local_date, system_clock
from dossiers.errors import InvalidInput
from dossiers.names import fold, nfc, title_case
from dossiers.people import IdKind, Person, Sex

Generation = Literal["cccd", "can_cuoc"]

_FIELDS = 7
_FIELDS_2024 = 11
_IDENTITY_LAW = date(2024, 7, 1)
"""Luật Căn cước 26/2023/QH15 in force: every card issued from this day on is a căn cước."""

_SEXES = {"nam": Sex.MALE, "nu": Sex.FEMALE}
_HEALTH_CARD = re.compile(r"[A-Z]{2}[0-9]{13}")
_HEX_TEXT = re.compile(r"(?=.*[a-f])(?:[0-9a-f]{2}){4,}", re.IGNORECASE)
_TOKEN = re.compile(r"https?://\S+|[\w.+/=:?&%-]{20,}", re.IGNORECASE)
_ODD_IN_NAME = re.compile(r"[^\w\s.'’-]|[\d_]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """What a card says, its texts in NFC as printed; `warnings` are sentences for the clerk to read.

    `extras` are the fields after the seventh, whose meaning is not settled (domain 9.3).
    """

    id_number: str
    old_number: str
    name: str
    birth_date: date
    sex: Sex
    address: str
    issued_on: date
    generation: Generation
    extras: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()

    def person(self) -> Person:
        """The holder as the form proposes them: a name in capitals is written as names are."""
        return Person(
            name=title_case(self.name),
            id_number=self.id_number,
            id_kind=IdKind.CITIZEN,
            birth_date=self.birth_date,
            sex=self.sex,
            address=self.address,
        )


def looks_like_card(text: str) -> bool:
    """Whether a reading belongs to `parse_card` rather than to a search; cheap, true for bad cards too."""
    return text.count("|") >= _FIELDS - 1


def parse_card(text: str, today: date | None = None) -> Card:
    """Read a card's QR text; raises InvalidInput with the reason for anything that is no whole citizen card.

    `today` bounds the dates, the computer's own day when absent.
    """
    fields = _split(text)
    latest = today or local_date(system_clock())
    id_number, old_number, name, born, sex, address, issued = fields[:_FIELDS]
    if not re.fullmatch("[0-9]{12}", id_number):
        raise _refused("Số định danh trong mã không đủ 12 chữ số. Quét lại thẻ, hoặc nhập tay.")
    if not any(letter.isalpha() for letter in name):
        raise _refused("Mã trên thẻ không có họ tên. Quét lại thẻ, hoặc nhập tay.")
    if re.search("[0-9]{8}$", address):  # a sign misread between the two would move every later field up by one
        raise _refused("Nơi cư trú trong mã dính liền với ngày cấp. Quét lại thẻ, hoặc nhập tay.")
    issued_on = _date(issued, latest, "Ngày cấp")
    card = Card(
        id_number=id_number,
        old_number=old_number if re.fullmatch("[0-9]{9}|[0-9]{12}", old_number) else "",
        name=name,
        birth_date=_date(born, latest, "Ngày sinh"),
        sex=_sex(sex),
        address=address,
        issued_on=issued_on,
        generation="can_cuoc" if len(fields) >= _FIELDS_2024 or issued_on >= _IDENTITY_LAW else "cccd",
        extras=fields[_FIELDS:],
    )
    return _with_warnings(card, old_number)


def issuing_place(issued_on: date) -> str:
    """Nơi cấp, which the QR does not carry but forms ask for, from the day of issue (domain 3.1)."""
    if issued_on >= _IDENTITY_LAW:
        return "Bộ Công an"
    if issued_on >= date(2018, 10, 10):
        return "Cục Cảnh sát quản lý hành chính về trật tự xã hội"
    return "Cục Cảnh sát đăng ký quản lý cư trú và dữ liệu quốc gia về dân cư"


def _refused(reason: str, **facts: object) -> InvalidInput:
    return InvalidInput(reason, field="card", **facts)


def _split(text: str) -> tuple[str, ...]:
    """The fields in NFC; other papers' codes are told apart here, each with its own reason."""
    bare = re.sub("[\ufeff\0]", "", text).strip()
    bare = re.sub(r"\ACCCD:", "", bare, flags=re.IGNORECASE).strip()
    if not bare:
        raise _refused("Chưa đọc được gì từ thẻ. Quét lại thẻ.")
    if "\r" in bare or "\n" in bare:
        raise _refused("Hai lần quét dính vào nhau. Quét lại từng thẻ một.")
    fields = tuple(nfc(field) for field in bare.split("|"))
    if len(fields) == 1:
        raise _refused(_why_single(bare))
    if _HEALTH_CARD.fullmatch(fields[0]) or _is_hex_text(fields[1]):
        raise _refused("Đây là mã trên thẻ bảo hiểm y tế. Quét mã trên thẻ căn cước.")
    if len(fields) < _FIELDS:
        raise _refused(
            "Mã trên thẻ thiếu thông tin: chỉ có {count} trong 7 mục. Quét lại thẻ.", count=len(fields)
        )
    return fields


def _why_single(text: str) -> str:
    """The reason for a text without any separator."""
    if re.fullmatch("[0-9]{12}", text):
        return "Mã chỉ có số định danh, không có họ tên và ngày sinh. Nhập tay các mục của người dân."
    if _TOKEN.fullmatch(text):
        return "Đây là mã của ứng dụng VNeID, không chứa thông tin thẻ. Quét mã in trên thẻ căn cước."
    return "Đây không phải mã trên thẻ căn cước. Quét mã in trên thẻ, hoặc nhập tay."


def _is_hex_text(field: str) -> bool:
    """Health-insurance cards write names as the hexadecimal of their UTF-8."""
    if not _HEX_TEXT.fullmatch(field):
        return False
    try:
        return any(letter.isalpha() for letter in bytes.fromhex(field).decode("utf-8"))
    except ValueError:
        return False


def _date(digits: str, latest: date, what: str) -> date:
    """Read ddMMyyyy between 1900 and `latest`."""
    try:
        day = (
            date(int(digits[4:]), int(digits[2:4]), int(digits[:2]))
            if re.fullmatch("[0-9]{8}", digits)
            else None
        )
    except ValueError:
        day = None
    if day is None:
        raise _refused("{what} trong mã không đọc được. Quét lại thẻ, hoặc nhập tay.", what=what)
    if not date(1900, 1, 1) <= day <= latest:
        raise _refused("{what} trong mã không hợp lý. Đối chiếu thẻ và ngày giờ của máy.", what=what)
    return day


def _sex(text: str) -> Sex:
    sex = _SEXES.get(fold(text))
    if sex is None:
        raise _refused("Giới tính trong mã không đọc được. Quét lại thẻ, hoặc nhập tay.")
    return sex


def sex_and_year(id_number: str) -> tuple[Sex, int]:
    """The sex and the birth year that digits 4 to 6 of a 12-digit citizen number encode (domain 3.1)."""
    century, female = divmod(int(id_number[3]), 2)
    return (Sex.FEMALE if female else Sex.MALE), 1900 + 100 * century + int(id_number[4:6])


def _with_warnings(card: Card, old_number: str) -> Card:
    """The card with a sentence for everything a clerk should compare with the plastic."""
    sex, year = sex_and_year(card.id_number)
    checks = (
        (card.sex is not sex, "Giới tính trên thẻ không khớp với số định danh."),
        (card.birth_date.year != year, "Năm sinh trên thẻ không khớp với số định danh."),
        (card.issued_on < card.birth_date, "Ngày cấp trên thẻ trước ngày sinh."),
        (old_number != card.old_number, "Số chứng minh nhân dân cũ trên thẻ không đúng dạng nên không lấy."),
        (bool(_ODD_IN_NAME.search(card.name)), "Họ tên đọc được có ký tự lạ. Đối chiếu với thẻ và sửa lại."),
        (
            card.name.isupper() and card.name.isascii(),
            "Họ tên viết hoa không dấu. Đối chiếu với thẻ và thêm dấu.",
        ),
        (not card.address, "Mã trên thẻ không có nơi cư trú. Nhập tay nếu cần."),
        ("\ufffd" in card.address, "Nơi cư trú đọc được có ký tự lạ. Đối chiếu với thẻ và sửa lại."),
    )
    return replace(card, warnings=tuple(sentence for wrong, sentence in checks if wrong))
