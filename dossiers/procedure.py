"""Administrative procedures (TTHC) as versioned data: papers, durations, fees, and where each fact comes from."""

from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum


class TimeUnit(StrEnum):
    """How a procedure's time is counted (domain 5.1)."""

    SAME_DAY = "same_day"
    HOUR = "hour"
    WORKING_DAY = "working_day"
    CALENDAR_DAY = "calendar_day"
    MONTH = "month"
    UNSTATED = "unstated"


@dataclass(frozen=True, slots=True, kw_only=True)
class Extension:
    """More time the law lets a clerk give for a `reason`, never given by itself.

    It is added to the end of the ordinary time, or with `total` stands in its place (3 working days, or 23 days).
    """

    amount: int
    reason: str
    unit: TimeUnit = TimeUnit.WORKING_DAY
    total: bool = False
    verified: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Duration:
    """The legal time of a procedure; `after` is the hour from which a same-day result moves one working day."""

    amount: int
    unit: TimeUnit
    after: time | None = None
    verified: bool = False
    note: str = ""
    extension: Extension | None = None


class FeeKind(StrEnum):
    """Phí and lệ phí are two things in law (Luật Phí và lệ phí 97/2015)."""

    FEE = "phi"
    CHARGE = "le_phi"


class FeeBasis(StrEnum):
    """What a fee is counted by."""

    FREE = "free"
    PER_DOSSIER = "per_dossier"
    PER_COPY = "per_copy"
    PER_PAGE = "per_page"
    PROVINCE = "province"


@dataclass(frozen=True, slots=True, kw_only=True)
class Exemption:
    """Who pays less: `percent` of the fee falls away for the group `words` names, on showing `paper`."""

    slug: str
    words: str
    paper: str
    percent: int = 100
    verified: bool = False
    source: str = ""

    @property
    def is_sound(self) -> bool:
        """It names a group and a paper, and takes something off but never more than all."""
        return all(text.strip() for text in (self.slug, self.words, self.paper)) and 1 <= self.percent <= 100


@dataclass(frozen=True, slots=True, kw_only=True)
class FeeRule:
    """One fee; per page: `amount_vnd` for the first `first_pages` pages, `next_amount_vnd` after, capped per copy.

    `PROVINCE` fees are set by the provincial people's council and are typed by the clerk.
    """

    name: str
    kind: FeeKind = FeeKind.FEE
    basis: FeeBasis = FeeBasis.PER_DOSSIER
    amount_vnd: int = 0
    first_pages: int = 0
    next_amount_vnd: int = 0
    cap_per_copy_vnd: int = 0
    verified: bool = False
    source: str = ""
    note: str = ""
    """What the source says of the fee in words, where figures alone would not tell it."""
    exemptions: tuple[Exemption, ...] = ()
    """The groups its own tariff names; without any, the groups the law names for all fees are offered."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperRule:
    """A paper the procedure asks for, with the numbers of originals and copies to hand in or to show."""

    name: str
    originals: int = 1
    copies: int = 0
    required: bool = True
    shown_only: bool = False
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One of several cases (trường hợp) of a procedure, with all the papers it asks for."""

    name: str
    papers: tuple[PaperRule, ...] = ()


class Detail(StrEnum):
    """How much the catalogue knows of a procedure."""

    FULL = "full"
    LISTED = "listed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Procedure:
    """One version of one procedure, in force from `effective_from` until `effective_to` (exclusive).

    `second_duration` is the time of a second stage, which begins when the first one's result is due; without an
    `appointment` no date is promised whatever the time is (KhongCoNgayHenTra, domain 5.1).
    """

    code: str
    name: str
    sector: str
    version: int = 1
    effective_from: date = date(2025, 7, 1)
    effective_to: date | None = None
    replaced_by: str = ""
    detail: Detail = Detail.LISTED
    certification: bool = False
    duration: Duration | None = None
    online_duration: Duration | None = None
    second_duration: Duration | None = None
    appointment: bool = True
    fees: tuple[FeeRule, ...] = ()
    papers: tuple[PaperRule, ...] = ()
    cases: tuple[Case, ...] = ()
    """Where the papers differ by case; `papers` are those of the first."""
    result: str = ""
    aliases: tuple[str, ...] = ()
    source: str = ""
    checked_on: date | None = None
    """The day somebody last held these facts against their source; old ones are warned about (domain 4.6)."""
    code_verified: bool = True
