"""People at the counter: the dossier's owner, whoever files it, and the clerk who takes it."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Sex(StrEnum):
    """As written on the card."""

    MALE = "Nam"
    FEMALE = "Nữ"


class IdKind(StrEnum):
    """What paper the number comes from (domain 4.2: DinhDanhCHS)."""

    CITIZEN = "cccd"
    OLD_CITIZEN = "cmnd"
    PASSPORT = "passport"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """A citizen as the paper names them; every text is NFC."""

    name: str
    id_number: str = ""
    id_kind: IdKind = IdKind.CITIZEN
    birth_date: date | None = None
    sex: Sex | None = None
    address: str = ""
    phone: str = ""
    email: str = ""


class Role(StrEnum):
    """What a signed-in user may do: clerks act, leaders read, administrators also set up."""

    CLERK = "clerk"
    LEADER = "leader"
    ADMINISTRATOR = "administrator"


class Right(StrEnum):
    """One thing that somebody may or may not do (permissions.py says who)."""

    ACT = "act"
    MONEY = "money"
    VOID = "void"
    NUMBERS = "numbers"
    RULES = "rules"
    EXPORT = "export"
    PRINT = "print"
    MACHINES = "machines"
    RECORD = "record"
    OFFICE = "office"
    PEOPLE = "people"


@dataclass(frozen=True, slots=True, kw_only=True)
class Clerk:
    """Whoever is signed in; `name` is unique within the office and is the actor written in each op.

    `withheld` are rights of the role this person was not given; a secret that is `given` is known to whoever gave it.
    """

    name: str
    role: Role = Role.CLERK
    withheld: frozenset[Right] = frozenset()
    given: bool = False


def masked(id_number: str) -> str:
    """A number as lists show it (036•••••1234): enough to tell two people apart, too little to steal."""
    if len(id_number) < 8:
        return "•" * len(id_number)
    return id_number[:3] + "•" * (len(id_number) - 7) + id_number[-4:]
