"""How single values are written for the portal: instants, cut texts, flags and amounts, all of them strings."""

from datetime import datetime

from dossiers.clock import local
from dossiers.names import nfc

SUMMARY_LENGTH = 1000
FILE_NAME_LENGTH = 4000
PAPER_NAME_LENGTH = 2000
HANDLER_LENGTH = 50
TEXT_LENGTH = 2000
NAME_LENGTH = 500
SHORT_LENGTH = 100
"""Lengths of TrichYeuHoSo, TenTepDinhKem, TenGiayTo and NguoiXuLy (domain 4.2, 4.3), then of what section 6.4 keeps."""

ELLIPSIS = "..."
ROOM_FOR_ELLIPSIS = 5
"""The systems in use cut 1000 at 995 and add three dots."""


def stamp(instant: datetime | None) -> str:
    """yyyyMMddHHmmss in Asia/Ho_Chi_Minh; empty where nothing happened."""
    return local(instant).strftime("%Y%m%d%H%M%S") if instant else ""


def cut(text: str, length: int, empty: str = "") -> str:
    """A text in NFC of at most `length` characters; what is longer ends in three dots, `empty` stands for nothing."""
    whole = nfc(text) or empty
    return whole if len(whole) <= length else whole[: length - ROOM_FOR_ELLIPSIS] + ELLIPSIS


def flag(value: bool) -> str:
    """A flag as the portal writes most: '0' or '1'."""
    return "1" if value else "0"


def truth(value: bool) -> str:
    """A flag as the portal writes the rest (isUpdating, IsDeleted): 'True' or 'False'."""
    return "True" if value else "False"


def amount(vnd: int) -> str:
    """Dong as digits."""
    return str(vnd)
