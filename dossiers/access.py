"""What is on record of access to the office's data: the kinds, the rows, and which of them to show."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Access(StrEnum):
    """What is on record beside the journal, which has the deeds themselves."""

    LOOKED = "looked"
    PRINTED = "printed"
    EXPORTED = "exported"
    SIGNED_IN = "signed_in"
    FAILED = "failed"
    PEOPLE = "people"


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """One person's look at one dossier."""

    at: datetime
    clerk: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One row: who did what, when; `code` is the dossier's where there is one, `times` counts wrong tries."""

    id: int
    at: datetime
    clerk: str
    kind: Access
    code: str
    what: str
    times: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """Which rows to show: all, or those of a person, of a kind, from one instant until before another."""

    clerk: str = ""
    kind: Access | None = None
    since: datetime | None = None
    until: datetime | None = None
