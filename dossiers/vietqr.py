"""VietQR: what a bank's app reads from the code shown to whoever pays by transfer.

The payload is EMVCo's merchant-presented QR (QRCPS-MPM): data objects, each an identifier, a length of two digits and
a value, closed by a checksum. NAPAS's profile for fast transfers (QR switching specification, part IV, 1.5.2, 2021)
puts the account into object 38. The packages for it on PyPI are at their first releases (napas-qr-python 0.2, vnqr 0.1,
vietqr-emvco 1.0), and the whole is a page long.
"""

import re
import unicodedata
from binascii import crc_hqx
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

import msgspec

import resources
from dossiers.errors import InvalidInput

PURPOSE_LENGTH = 25
"""Characters of object 62-08 (EMVCo QRCPS-MPM, additional data)."""

MOST_VND = 10**13 - 1
"""Object 54 holds thirteen digits."""

_NAPAS = "A000000727"
_BIN = re.compile(r"[0-9]{6}")
_NUMBER = re.compile(r"[0-9A-Z]{1,19}")
_BARRED = str.maketrans("đĐðÐ", "dDdD")
"""What no normal form takes apart."""


class Service(StrEnum):
    """Whether the number is an account's or a card's (NAPAS: object 38-02)."""

    ACCOUNT = "QRIBFTTA"
    CARD = "QRIBFTTC"


@dataclass(frozen=True, slots=True, kw_only=True)
class BankAccount:
    """Where fees are transferred to; `bin` names the bank, `holder` is printed beside the code to be compared."""

    bin: str
    number: str
    holder: str
    bank: str = ""
    service: Service = Service.ACCOUNT


@dataclass(frozen=True, slots=True, kw_only=True)
class Bank:
    """A bank and its six-digit number (BIN), as far as somebody vouches for it."""

    bin: str
    name: str
    verified: bool = False


@cache
def banks() -> tuple[Bank, ...]:
    """The banks to choose from; an office may type any other six digits."""
    return msgspec.json.decode(resources.read_bytes("banks.json"), type=_Banks).banks


class _Banks(msgspec.Struct, forbid_unknown_fields=True):
    """The envelope of the list of banks."""

    source: str
    banks: tuple[Bank, ...]


def check_account(account: BankAccount) -> None:
    """Raise InvalidInput, naming the field, for an account no code can be made of."""
    if not _BIN.fullmatch(account.bin):
        raise InvalidInput("Mã ngân hàng (BIN) gồm 6 chữ số. Xem lại rồi ghi.", field="bin")
    if not _NUMBER.fullmatch(account.number):
        raise InvalidInput("Số tài khoản gồm từ 1 đến 19 chữ số hoặc chữ in hoa, viết liền.", field="number")
    if not account.holder.strip():
        raise InvalidInput("Ghi tên chủ tài khoản, để người chuyển đối chiếu.", field="holder")


def payload(account: BankAccount, amount_vnd: int = 0, purpose: str = "") -> str:
    """The text of the QR; with an amount it is dynamic (for one payment), without one static.

    Raises InvalidInput for an account that cannot be, ValueError for an amount below zero or over `MOST_VND`.
    """
    check_account(account)
    if not 0 <= amount_vnd <= MOST_VND:
        raise ValueError("the amount does not fit a VietQR")
    beneficiary = _object("00", account.bin) + _object("01", account.number)
    said = plain_purpose(purpose)
    body = "".join(
        (
            _object("00", "01"),
            _object("01", "12" if amount_vnd else "11"),
            _object("38", _object("00", _NAPAS) + _object("01", beneficiary) + _object("02", account.service)),
            _object("53", "704"),
            _object("54", str(amount_vnd)) if amount_vnd else "",
            _object("58", "VN"),
            _object("62", _object("08", said)) if said else "",
            "6304",
        )
    )
    return f"{body}{crc_hqx(body.encode('ascii'), 0xFFFF):04X}"


def plain_purpose(text: str) -> str:
    """A purpose banks pass on: ASCII letters without marks, digits, space, dot, hyphen; at most `PURPOSE_LENGTH`.

    Of a longer text the end is kept, since the end is what tells two dossier codes apart.
    """
    bare = unicodedata.normalize("NFD", text.translate(_BARRED)).encode("ascii", "ignore").decode()
    words = re.sub(r"[^0-9A-Za-z.-]+", " ", bare).strip()
    return words[-PURPOSE_LENGTH:].strip()


def _object(identifier: str, value: str) -> str:
    """One data object: identifier, length in characters as two digits, value."""
    return f"{identifier}{len(value):02}{value}"
