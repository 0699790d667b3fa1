"""Which sheet of a scanned pile belongs to which dossier: leading sheets open a section, the sheets after them follow.

A pure function of the sheets as they came, of what the register knows and of what a person answered: the same pile
gives the same plan however often it is interrupted, and taking an answer away is the undo. Only a code that says
SEP: leads; where it cannot be known whether a sheet leads, the plan stops there and asks (BARCODES.md section 7).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TypeAlias
from uuid import UUID

from dossiers.codes import SlipCode, accept
from dossiers.paper_codes import PaperCode, Seen, Trust


class Why(StrEnum):
    """Why a sheet cannot be filed without a person."""

    UNKNOWN = "unknown"
    """It leads a dossier that no register here knows."""
    DISPUTED = "disputed"
    """Its codes say different things."""
    BARS_ONLY = "bars_only"
    """Only bars were read, and they name another dossier: a leading sheet with a spoilt QR, or an old slip."""
    UNREADABLE = "unreadable"
    """A code stands on it that nothing could read."""


class Plain(StrEnum):
    """What a person may say of a sheet besides naming a dossier."""

    PAGE = "page"
    """A page like those before it."""
    STRAY = "stray"
    """It and what follows it belong to nobody known: into the tray."""
    ASIDE = "aside"
    """Not to be filed."""


@dataclass(frozen=True, slots=True)
class Leads:
    """A person says that the sheet leads a dossier, or one of its component lines (0-based)."""

    dossier_id: UUID
    paper: int | None = None


@dataclass(frozen=True, slots=True)
class Goes:
    """A person puts a single page somewhere, whatever leads it; None is the tray."""

    dossier_id: UUID | None
    paper: int | None = None


Answer: TypeAlias = Leads | Goes | Plain


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """One side of paper as it was looked at: `key` names it; `smudged` where a code stands on it that nothing reads."""

    key: str
    codes: tuple[PaperCode, ...] = ()
    blank: bool = False
    smudged: bool = False


@dataclass(frozen=True, slots=True)
class Known:
    """A dossier of the register, and how many component lines it has."""

    dossier_id: UUID
    papers: int


class Role(StrEnum):
    """What becomes of a sheet."""

    PAGE = "page"
    SEPARATOR = "separator"
    """It led and is not filed; the office's copy leads and is filed as a page."""
    BLANK = "blank"
    ASIDE = "aside"
    """A person set it aside."""
    WAITING = "waiting"
    """It lies behind a question."""


@dataclass(frozen=True, slots=True)
class Placed:
    """One sheet with its place: a dossier and perhaps a line of it; a page without dossier lies in the tray."""

    key: str
    role: Role
    dossier_id: UUID | None = None
    paper: int | None = None
    leads: bool = False


@dataclass(frozen=True, slots=True)
class Question:
    """The sheet the pile has stopped at, why, and the code on it as far as it was read."""

    key: str
    why: Why
    slip: SlipCode | None = None


@dataclass(frozen=True, slots=True)
class Plan:
    """Every sheet of the pile with its place, in the order they came; `question` is where filing stands still."""

    placed: tuple[Placed, ...]
    question: Question | None = None

    @property
    def dossiers(self) -> tuple[UUID, ...]:
        """The dossiers that have a leading sheet or a page in the pile, in its order.

        Fewer than were laid in: a leading sheet is lost, and its papers lie with those of the dossier before.
        """
        return tuple(dict.fromkeys(sheet.dossier_id for sheet in self.placed if sheet.dossier_id is not None))

    @property
    def tray(self) -> tuple[Placed, ...]:
        """Pages that belong to nobody known (khay chưa rõ)."""
        return self.pages_of(None)

    def pages_of(self, dossier_id: UUID | None) -> tuple[Placed, ...]:
        """The pages to be filed in a dossier; None for those in the tray."""
        return tuple(sheet for sheet in self.placed if sheet.role is Role.PAGE and sheet.dossier_id == dossier_id)

    def bundles(self, dossier_id: UUID) -> tuple[tuple[int | None, tuple[Placed, ...]], ...]:
        """A dossier's pages by component line in the order of the lines, those without a line last."""
        pages = self.pages_of(dossier_id)
        lines = sorted({page.paper for page in pages if page.paper is not None})
        parts = ((line, tuple(page for page in pages if page.paper == line)) for line in (*lines, None))
        return tuple((line, part) for line, part in parts if part)


@dataclass(frozen=True, slots=True)
class _Section:
    """Where an ordinary page goes now."""

    dossier_id: UUID | None = None
    paper: int | None = None


_TRAY = _Section()


def settles(seen: Seen, latest: date) -> bool:
    """Whether a reading alone tells what a sheet is: only a QR says if it leads; `latest` as in `codes.accept`."""
    return seen.symbology == "QRCode" and accept(seen.text, latest)


def plan(sheets: Sequence[Sheet], known: Mapping[str, Known], answers: Mapping[str, Answer]) -> Plan:
    """The place of every sheet; `known` are dossiers by the code printed, `answers` are a person's, by sheet."""
    section, placed = _TRAY, list[Placed]()
    for number, sheet in enumerate(sheets):
        answer = answers.get(sheet.key)
        found = _answered(sheet.key, answer, section) if answer else _place(sheet, known, section)
        if isinstance(found, Question):
            waiting = (Placed(each.key, Role.WAITING) for each in sheets[number:])
            return Plan((*placed, *waiting), found)
        if found.leads:
            section = _Section(found.dossier_id, found.paper)
        placed.append(found)
    return Plan(tuple(placed))


def _answered(key: str, answer: Answer, section: _Section) -> Placed:
    match answer:
        case Leads(dossier_id=dossier_id, paper=paper):
            return Placed(key, Role.SEPARATOR, dossier_id, paper, leads=True)
        case Goes(dossier_id=dossier_id, paper=paper):
            return Placed(key, Role.PAGE, dossier_id, paper)
        case Plain.STRAY:
            return Placed(key, Role.PAGE, leads=True)
        case Plain.ASIDE:
            return Placed(key, Role.ASIDE, section.dossier_id)
        case Plain.PAGE:
            return _page(key, section)


def _place(sheet: Sheet, known: Mapping[str, Known], section: _Section) -> Placed | Question:
    """The place of a sheet nobody has spoken of."""
    if sheet.blank and not (sheet.codes or sheet.smudged):
        return Placed(sheet.key, Role.BLANK, section.dossier_id)
    leading = [code for code in sheet.codes if code.slip.separator]
    if leading:
        return _lead(sheet.key, leading, known)
    if any(not code.bars for code in sheet.codes):
        return _page(sheet.key, section)  # a slip's QR without SEP: is some dossier's paper and never splits
    for code in sheet.codes:
        owner = known.get(code.slip.code)
        if owner is None or owner.dossier_id != section.dossier_id:
            return Question(sheet.key, Why.BARS_ONLY, code.slip)
    return Question(sheet.key, Why.UNREADABLE) if sheet.smudged else _page(sheet.key, section)


def _lead(key: str, leading: Sequence[PaperCode], known: Mapping[str, Known]) -> Placed | Question:
    slip = leading[0].slip
    if len(leading) > 1 or leading[0].trust is Trust.DISPUTED:
        return Question(key, Why.DISPUTED, slip)
    owner = known.get(slip.code)
    if owner is None:
        return Question(key, Why.UNKNOWN, slip)
    if slip.sheet is None:
        return Placed(key, Role.PAGE, owner.dossier_id, leads=True)
    line = slip.sheet - 1 if 1 <= slip.sheet <= owner.papers else None
    return Placed(key, Role.SEPARATOR, owner.dossier_id, line, leads=True)


def _page(key: str, section: _Section) -> Placed:
    return Placed(key, Role.PAGE, section.dossier_id, section.paper)
