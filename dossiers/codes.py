"""Dossier codes as printed: every generation's shape, what a slip carries, and which readings to believe."""

import re
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from dossiers.ids import from_base32

_CODE = (
    r"(?P<unit>(?:(?:[0-9]{1,3}\.){1,3})?[GH][0-9]{2,3}(?:\.[0-9]{1,3}){0,3})"
    r"-(?P<day>[0-9]{6})-(?P<number>[0-9]{4,6})"
)

DOSSIER_CODE = re.compile(rf"\A{_CODE}\Z")
"""Unit identifier, day yyMMdd and number of the day, in all generations since NĐ 61/2018 (domain 2)."""

_SLIP = re.compile(
    rf"\A(?P<separator>SEP:)?(?P<code>{_CODE})(?:/(?P<id>[0-9A-HJKMNP-TV-Z]{{26}}))?(?:/(?P<sheet>[0-9]{{1,2}}))?\Z"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class SlipCode:
    """What a printed code says; only separators (SEP:, on the office's copy) may split a pile of scans.

    `sheet` is what a separator sheet leads: 0 the dossier, n its n-th component line; None on the office's copy.
    """

    code: str
    id: UUID | None = None
    separator: bool = False
    sheet: int | None = None


def normalise(text: str) -> str:
    """The look-up form of a code: capitals and digits only, so a mangled dot, dash or space still finds."""
    return re.sub(r"[^0-9A-Z]", "", text.upper())


def parse_slip(text: str) -> SlipCode | None:
    """Read `CODE`, `CODE/ID`, `SEP:CODE/ID` or `SEP:CODE/ID/SHEET`, in any case; None for anything else."""
    match = _SLIP.match(text.strip("\ufeff\0\r\n\t ").upper())
    if match is None or (match["separator"] and not match["id"]) or (match["sheet"] and not match["separator"]):
        return None
    try:
        identity = from_base32(match["id"]) if match["id"] else None
    except ValueError:
        return None
    sheet = int(match["sheet"]) if match["sheet"] else None
    return SlipCode(code=match["code"], id=identity, separator=bool(match["separator"]), sheet=sheet)


def accept(text: str, latest: date) -> bool:
    """Whether a reading can be a code of this desk: the printed shape and a real day, none after `latest`."""
    slip = parse_slip(text)
    if slip is None:
        return False
    day = day_of(slip.code)
    return day is not None and day <= latest


def day_of(code: str) -> date | None:
    """The day inside a dossier code; None when the text is no code or the day does not exist."""
    match = DOSSIER_CODE.match(code)
    if match is None:
        return None
    digits = match["day"]
    try:
        return date(2000 + int(digits[:2]), int(digits[2:4]), int(digits[4:]))
    except ValueError:
        return None
