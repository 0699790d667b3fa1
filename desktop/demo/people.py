"""Invented citizens with the frequencies of real Vietnamese names; no real person is among them."""

from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from dossiers.people import Person, Sex

SURNAMES = {
    "Nguyễn": 38, "Trần": 11, "Lê": 10, "Phạm": 7, "Hoàng": 5, "Phan": 5, "Vũ": 4, "Đặng": 2, "Bùi": 2, "Đỗ": 2,
    "Hồ": 1, "Ngô": 1, "Dương": 1, "Lý": 1, "Đinh": 1, "Đoàn": 1, "Lương": 1, "Trịnh": 1, "Mai": 1, "Đào": 1,
}  # fmt: skip
"""Shares of 100 as in the store's measured corpus (STORE: Nguyễn 38 %)."""

MIDDLES = {
    Sex.FEMALE: ("Thị", "Thị", "Thị", "Thị Thu", "Thị Mỹ", "Ngọc", "Thị Thùy", "Thị Kim", "Khánh"),
    Sex.MALE: ("Văn", "Văn", "Văn", "Đức", "Hữu", "Quang", "Minh", "Xuân", "Đình", "Công"),
}
GIVEN = {
    Sex.FEMALE: ("Phượng", "Dương", "Lệ", "Tuyết", "Khuê", "Diễm", "Hạnh", "Hồng", "Nga", "Thảo", "Oanh", "Ước",
                 "Quỳnh", "Trang", "Yến", "Hiền", "Bưởi", "Mỹ"),
    Sex.MALE: ("Khuể", "Đạt", "Dũng", "Hùng", "Sơn", "Được", "Thắng", "Toàn", "Việt", "Bảo", "Nghĩa", "Phúc",
               "Quý", "Tuấn", "Ý", "Ân", "Hiệp", "Lộc"),
}  # fmt: skip
HAMLETS = ("Thôn Đông Thượng", "Thôn Đông Hạ", "Làng O2", "Thôn Tân Lập", "Tổ 5", "Thôn Phú Ninh", "Làng Kon Trú")
PROVINCE_DIGITS = "036"


@dataclass(frozen=True, slots=True, kw_only=True)
class Citizen:
    """A person with the QR text of their card."""

    person: Person
    card: str


def citizen(random: Random, today: date, place: str = "xã Mẫu Sơn, tỉnh Thử Nghiệm") -> Citizen:
    """One adult citizen whose number agrees with sex, century and birth year (domain 3.1)."""
    sex = random.choice((Sex.FEMALE, Sex.MALE))
    born = today - timedelta(days=random.randint(19 * 366, 80 * 365))
    number = card_number(random, sex, born)
    surname = random.choices(tuple(SURNAMES), tuple(SURNAMES.values()))[0]
    name = f"{surname} {random.choice(MIDDLES[sex])} {random.choice(GIVEN[sex])}"
    address = f"{random.choice(HAMLETS)}, {place}"
    issued = today - timedelta(days=random.randint(200, 1500))
    person = Person(
        name=name, id_number=number, birth_date=born, sex=sex, address=address,
        phone=f"09{random.randint(0, 99_999_999):08d}",
    )  # fmt: skip
    card = f"{number}||{name}|{born:%d%m%Y}|{sex.value}|{address}|{issued:%d%m%Y}"
    return Citizen(person=person, card=card)


def card_number(random: Random, sex: Sex, born: date) -> str:
    """Twelve digits: province, century and sex, birth year, six random."""
    century = (0 if born.year < 2000 else 2) + (sex is Sex.FEMALE)
    return f"{PROVINCE_DIGITS}{century}{born.year % 100:02d}{random.randint(0, 999_999):06d}"
