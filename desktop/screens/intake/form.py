"""What the clerk has typed so far, as typed, and how it becomes an intake."""

import re
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time
from enum import StrEnum

from dossiers.clock import VIETNAM, say_date
from dossiers.dossier import Agency, Appointment, Channel, FeeLine, PaperLine, PaymentMode, Scan
from dossiers.errors import InvalidInput
from dossiers.names import nfc
from dossiers.people import IdKind, Person, Sex
from dossiers.receive import Intake
from dossiers.reuse_scan import Reuse

_DUE = re.compile(r"(?:(\d{1,2})[:h](\d\d) +)?(\d{1,2})[/.\-]?(\d\d|(?<=\D)\d)(?:[/.\-]?(\d{4}))?")

_PASSPORT = re.compile(r"[A-Z]{1,2}\d{6,8}")


class Field(StrEnum):
    """One place on the intake form; the person at the counter first, then the owner where that is somebody else."""

    PROCEDURE = "procedure"
    ID_NUMBER = "id_number"
    BIRTH = "birth_date"
    SEX = "sex"
    NAME = "name"
    PHONE = "phone"
    ADDRESS = "address"
    OWNER_ID_NUMBER = "owner_id_number"
    OWNER_BIRTH = "owner_birth_date"
    OWNER_NAME = "owner_name"
    OWNER_ADDRESS = "owner_address"
    DELEGATE_NAME = "delegate_name"
    DELEGATE_ID_NUMBER = "delegate_id_number"
    DECIDING = "deciding"
    SUPPORTING = "supporting"
    NOTE = "note"
    SETS = "sets"
    PAPERS = "papers"
    FEES = "fees"
    REDUCTION_PAPER = "reduction_paper"
    DUE = "appointment"
    SIGNER = "signer"


APPLICANT = (Field.ID_NUMBER, Field.BIRTH, Field.SEX, Field.NAME, Field.PHONE, Field.ADDRESS)
OWNER = (Field.OWNER_ID_NUMBER, Field.OWNER_BIRTH, Field.OWNER_NAME, Field.OWNER_ADDRESS)
DELEGATE = (Field.DELEGATE_NAME, Field.DELEGATE_ID_NUMBER)
AGENCIES = (Field.DECIDING, Field.SUPPORTING)
WHO = frozenset({
    Field.ID_NUMBER, Field.NAME, Field.BIRTH, Field.OWNER_ID_NUMBER, Field.OWNER_NAME, Field.OWNER_BIRTH
})  # fmt: skip
"""What tells whose open dossiers to look for."""
NOBODYS = frozenset({Field.SETS, Field.SIGNER})
"""What stands in a form that nobody typed into."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """An intake in the making: everything a draft keeps, nothing computed.

    `texts` holds every text field as typed; `amounts` the fees the clerk typed (dong) by the name of their rule;
    `vouched` says that the clerk looked at the times and amounts that no official source vouches for; `exemption` is
    the slug of the group that pays less; `extended` gives the longer time the law allows; `at_once` hands certified
    copies over in the same sitting; `reused` are papers that were scanned for earlier dossiers.
    """

    procedure_code: str = ""
    texts: dict[Field, str] = field(default_factory=dict)
    papers: tuple[PaperLine, ...] = ()
    for_other: bool = False
    payment: PaymentMode = PaymentMode.CASH
    amounts: dict[str, str] = field(default_factory=dict)
    vouched: bool = False
    scans: tuple[Scan, ...] = ()
    channel: Channel = Channel.COUNTER
    exemption: str = ""
    extended: bool = False
    at_once: bool = False
    reused: tuple[Reuse, ...] = ()

    def text(self, place: Field) -> str:
        """What stands in a field, in NFC without outer spaces."""
        return nfc(self.texts.get(place, ""))

    def typed(self, place: Field, text: str) -> "Form":
        """The form with one field retyped."""
        return replace(self, texts={**self.texts, place: text})

    @property
    def begun(self) -> bool:
        """Whether there is anything here that a person would miss."""
        return any(text.strip() for place, text in self.texts.items() if place not in NOBODYS) or bool(self.scans)

    @property
    def missing(self) -> tuple[PaperLine, ...]:
        """The papers looked at and found absent or unfit."""
        return tuple(paper for paper in self.papers if paper.missing)


EMPTY = Form(texts={Field.SETS: "1"})
"""A form nobody typed into."""


def applicant_of(form: Form) -> Person:
    """Whoever stands at the counter; raises InvalidInput for a birth date that is none."""
    number = form.text(Field.ID_NUMBER)
    return Person(
        name=form.text(Field.NAME),
        id_number=number,
        id_kind=kind_of(number),
        birth_date=read_day(form.text(Field.BIRTH), Field.BIRTH),
        sex=Sex(form.text(Field.SEX)) if form.text(Field.SEX) else None,
        address=form.text(Field.ADDRESS),
        phone=form.text(Field.PHONE),
    )


def kind_of(number: str) -> IdKind:
    """What paper a number comes from: passports begin with a letter, everything else is meant as a citizen number."""
    return IdKind.PASSPORT if _PASSPORT.fullmatch(number.upper()) else IdKind.CITIZEN


def owner_of(form: Form) -> Person:
    """Whose dossier it is: the person at the counter, unless they file for somebody else."""
    if not form.for_other:
        return applicant_of(form)
    return Person(
        name=form.text(Field.OWNER_NAME),
        id_number=form.text(Field.OWNER_ID_NUMBER),
        id_kind=kind_of(form.text(Field.OWNER_ID_NUMBER)),
        birth_date=read_day(form.text(Field.OWNER_BIRTH), Field.OWNER_BIRTH),
        address=form.text(Field.OWNER_ADDRESS),
    )


def delegate_of(form: Form) -> Person | None:
    """Who may fetch the result in the applicant's place, where somebody was named."""
    name, number = form.text(Field.DELEGATE_NAME), form.text(Field.DELEGATE_ID_NUMBER)
    return Person(name=name, id_number=number, id_kind=kind_of(number)) if name or number else None


def agency_of(form: Form, place: Field) -> Agency | None:
    """The other office that decides or helps, where there is one."""
    name = form.text(place)
    return Agency(name=name) if name else None


def intake_of(form: Form, fees: tuple[FeeLine, ...], appointment: Appointment, *, conditional: bool) -> Intake:
    """The intake as the verb takes it; raises InvalidInput naming a Field."""
    return Intake(
        procedure_code=form.procedure_code,
        owner=owner_of(form),
        filer=applicant_of(form) if form.for_other else None,
        papers=form.papers,
        fees=fees,
        appointment=appointment,
        payment=payment_of(form, fees),
        sets=read_count(form.text(Field.SETS) or "1", Field.SETS),
        conditional=conditional,
        note=form.text(Field.NOTE),
        scans=form.scans,
        channel=form.channel,
        delegate=delegate_of(form),
        deciding=agency_of(form, Field.DECIDING),
        supporting=agency_of(form, Field.SUPPORTING),
    )


def payment_of(form: Form, fees: tuple[FeeLine, ...]) -> PaymentMode:
    """How the fee is settled: as chosen, unless a reduction leaves nothing to pay."""
    free = any(fee.full_vnd for fee in fees) and not sum(fee.amount_vnd for fee in fees)
    return PaymentMode.EXEMPT if free else form.payment


def fill_person(form: Form, person: Person) -> Form:
    """The form with the applicant's fields written from a card or an earlier dossier; empty facts erase nothing."""
    return _filled(form, {
        Field.ID_NUMBER: person.id_number, Field.NAME: person.name, Field.BIRTH: _day(person),
        Field.SEX: person.sex or "", Field.PHONE: person.phone, Field.ADDRESS: person.address,
    })  # fmt: skip


def fill_owner(form: Form, person: Person) -> Form:
    """The form with the owner's fields written, where somebody else files."""
    return _filled(form, {
        Field.OWNER_ID_NUMBER: person.id_number, Field.OWNER_NAME: person.name, Field.OWNER_BIRTH: _day(person),
        Field.OWNER_ADDRESS: person.address,
    })  # fmt: skip


def _filled(form: Form, known: dict[Field, str]) -> Form:
    return replace(form, texts={**form.texts, **{place: text for place, text in known.items() if text}})


def _day(person: Person) -> str:
    return say_date(person.birth_date) if person.birth_date else ""


def place_of(fault: InvalidInput, form: Form) -> Field:
    """The field a refused intake points at: the verb speaks of owner and filer, the form of who stands here."""
    person, _, detail = fault.field.partition(".")
    if person == "filer" or (person == "owner" and not form.for_other):
        return Field(detail)
    if person in ("owner", "delegate"):
        return Field(f"{person}_{detail}")
    return Field(person) if person in set(Field) else Field.PROCEDURE


def read_day(text: str, place: Field) -> date | None:
    """A day typed as 02091986, 2/9/1986 or 02-09-1986; None for nothing; raises InvalidInput for what is no day."""
    if not text:
        return None
    found = re.fullmatch(r"(\d{1,2})[/.\- ](\d{1,2})[/.\- ](\d{4})|(\d\d)(\d\d)(\d{4})", text)
    try:
        day, month, year = (int(part) for part in found.groups() if part) if found else (0, 0, 0)
        return date(year, month, day)
    except ValueError as error:
        raise InvalidInput("Ngày gõ dạng 02091986 hoặc 02/09/1986.", field=place) from error


def read_instant(text: str, now: datetime, closing: time) -> datetime:
    """An appointment typed as '16:30 24/11/2026', '24/11' or 24112026; raises InvalidInput for anything else.

    Without a year the next such day is meant; without an hour, the end of office hours.
    """
    found = _DUE.fullmatch(text)
    fault = InvalidInput("Ngày hẹn gõ dạng 16:30 24/11/2026 hoặc 24/11.", field=Field.DUE)
    if not found:
        raise fault
    hour, minute, day, month, year = found.groups()
    today = now.astimezone(VIETNAM).date()
    try:
        at = time(int(hour), int(minute)) if hour else closing
        due_on = date(int(year or today.year), int(month), int(day))
        if not year and due_on < today:
            due_on = due_on.replace(year=due_on.year + 1)
    except ValueError as error:
        raise fault from error
    return datetime.combine(due_on, at, VIETNAM).astimezone(UTC)


def read_count(text: str, place: Field) -> int:
    """A whole number as typed; raises InvalidInput for anything else."""
    if not text.isdecimal() or len(text) > 9:
        raise InvalidInput("Chỗ này cần một con số.", field=place)
    return int(text)
