"""A pile of office copies on its way back into the register: what each sheet is, and what of it may come in."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from dossiers.codes import parse_slip
from dossiers.errors import KnownError, NotFound
from dossiers.recover import PileSlip, is_gone, require_ours
from dossiers.slip_header import SlipHead, is_slip, open_slip

if TYPE_CHECKING:
    from desktop.jobs import Desk
    from dossiers.dossier import Dossier


class Lies(StrEnum):
    """Where a sheet of the pile stands; only what is new comes into the register."""

    NEW = "new"
    HERE = "here"
    TWICE = "twice"
    ASKED = "asked"
    REFUSED = "refused"
    BARE = "bare"


COMING = {Lies.NEW, Lies.ASKED}


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """One side of paper: the signed head on it where there is one, else `why` it is refused; bare sides say nothing."""

    key: str
    lies: Lies
    text: str = ""
    head: SlipHead | None = None
    why: KnownError | None = None


def judge(desk: "Desk", key: str, texts: Sequence[str]) -> Sheet:
    """What a side is, from all the codes read on it; its key may be one that a person has to vouch for."""
    faults = []
    for text in filter(is_slip, texts):
        try:
            return _weigh(desk, key, text)
        except KnownError as error:
            faults.append(error)
    code = next((slip.code for slip in map(parse_slip, texts) if slip), "")
    if not faults and code:
        faults.append(
            KnownError(
                "Đọc được mã hồ sơ {code} nhưng không đọc được mã khôi phục. Quét lại riêng tờ này; nếu vẫn không "
                "được, nhập hồ sơ bằng tay theo giấy.",
                code=code,
            )
        )
    return Sheet(key=key, lies=Lies.REFUSED, why=faults[0]) if faults else Sheet(key=key, lies=Lies.BARE)


def is_proven(text: str) -> bool:
    """Whether a text is a signed code that holds, so that nothing else on its page need be read."""
    try:
        open_slip(text)
    except KnownError:
        return False
    return True


def sort_out(sheets: Iterable[Sheet], vouched: frozenset[bytes]) -> tuple[Sheet, ...]:
    """The sheets with what the whole pile says of them: a dossier comes once, a vouched key is asked about no more.

    Of two dossiers with one code the second stays out.
    """
    sheets = tuple(sheets)
    firsts: dict[str, Sheet] = {}
    for sheet in sorted(sheets, key=lambda sheet: sheet.lies is Lies.ASKED):  # what is proven goes before
        if sheet.head is not None and sheet.lies in COMING:
            firsts.setdefault(sheet.head.code, sheet)
    return tuple(_placed(sheet, firsts, vouched) for sheet in sheets)


def _placed(sheet: Sheet, firsts: Mapping[str, Sheet], vouched: frozenset[bytes]) -> Sheet:
    head = sheet.head
    if head is None or sheet.lies not in COMING:
        return sheet
    first = firsts[head.code]
    if first.head is not None and first.head.dossier_id != head.dossier_id:
        return replace(sheet, lies=Lies.REFUSED, why=another_has(head.code))
    if first is not sheet:
        return replace(sheet, lies=Lies.TWICE)
    return replace(sheet, lies=Lies.NEW) if head.key in vouched else sheet


def another_has(code: str) -> KnownError:
    """The sentence for a code that two machines gave out: a copied disk, before the province noticed."""
    return KnownError(
        "Mã {code} đã thuộc một hồ sơ khác nên tờ này không đưa vào sổ; các tờ khác không bị ảnh hưởng. "
        "Giữ tờ giấy lại và báo bộ phận kỹ thuật.",
        code=code,
    )


def asked_keys(sheets: Iterable[Sheet]) -> Counter[bytes]:
    """The keys a person has to vouch for, with how many sheets each has signed."""
    return Counter(sheet.head.key for sheet in sheets if sheet.lies is Lies.ASKED and sheet.head)


def say_key(key: bytes) -> str:
    """A key in six words, to be compared with whoever knows them."""
    from sync.fingerprint import words

    return words(key)


def slips_of(sheets: Iterable[Sheet], vouched: frozenset[bytes]) -> tuple[PileSlip, ...]:
    """What may come into the register now."""
    return tuple(
        PileSlip(text=sheet.text, vouched=sheet.head.key in vouched)
        for sheet in sheets
        if sheet.lies is Lies.NEW and sheet.head
    )


def _weigh(desk: "Desk", key: str, text: str) -> Sheet:
    """A sheet by one of its codes; raises KnownError where that code brings nothing back."""
    from sync.slip_keys import Verdict, check_slip, require_usable

    check = check_slip(desk, text)
    require_usable(check)
    head = check.head
    assert head is not None
    require_ours(desk.office.unit, head)
    holder = desk.register.find(head.code)
    if holder is not None and holder.id != head.dossier_id:
        raise another_has(head.code)
    if not is_gone(_here(desk, head)):
        lies = Lies.HERE
    else:
        lies = Lies.ASKED if check.verdict is Verdict.UNKNOWN_KEY else Lies.NEW
    return Sheet(key=key, lies=lies, text=text, head=head)


def _here(desk: "Desk", head: SlipHead) -> "Dossier | None":
    try:
        return desk.register.get(head.dossier_id)
    except NotFound:
        return None
