"""Invented office days as exact journal lines, with the bits of choice in them counted: the floor of any encoding.

Written by the real verbs through a memory that forgets itself; nobody in it exists. The wire dictionary is trained on
some offices, and `tests/benchmarks/wire.py` measures others.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from random import Random
from typing import TypeVar
from uuid import UUID

import msgspec

from desktop.demo.people import HAMLETS, card_number
from dossiers import deadlines, fold
from dossiers.books import SYMBOLS, BookEntry, BookKind
from dossiers.calendars import WorkCalendar, vietnam_calendar
from dossiers.catalogue import Catalogue, load_builtin
from dossiers.clock import local_date
from dossiers.correct import correct
from dossiers.dossier import Digital, Dossier, Holder, PaperCheck, PaperLine, PaymentMode, Receiver, Scan
from dossiers.fees import fee_lines
from dossiers.hand_over import HandedOver, hand_over, take_over
from dossiers.ids import new_id
from dossiers.journal import Op, encode
from dossiers.mark_paper import mark_paper
from dossiers.note import note
from dossiers.numbering import dossier_code
from dossiers.office import Office
from dossiers.people import Clerk, Person, Role, Sex
from dossiers.print_form import confirm_print
from dossiers.procedure import Procedure
from dossiers.receive import Intake, receive
from dossiers.result_ready import make_result_ready
from dossiers.return_result import Returned, return_result
from dossiers.supplement import receive_supplement, request_supplement
from dossiers.take_fee import take_fee
from tests.benchmarks.filled import FAMILIES, GIVEN, MIDDLES

T = TypeVar("T")

PROCEDURES = (
    "2.000815", "1.001193", "2.000635", "1.004873", "1.000656", "1.000894", "2.000884", "2.001019", "1.004837",
)  # fmt: skip
SCANS = (0, 1, 1, 1, 1, 1, 1, 1, 2, 2)
"""How many scans come with a dossier: 1.1 on average (SYNC 2.1)."""

REMARKS = (
    "Công dân hẹn đến lấy buổi chiều", "Đã gọi điện, máy bận", "Bổ sung bản chính đối chiếu", "Thiếu chữ ký trang 2",
    "Người nhà nộp thay", "Ưu tiên người cao tuổi", "Hồ sơ nhiều trang", "Giấy tờ mờ, đã đối chiếu bản chính",
)  # fmt: skip


class Choices(Random):
    """A generator that counts the bits it is asked for; `bits` is the least any encoding of the answers needs."""

    bits: float = 0.0

    def choice(self, seq: Sequence[T]) -> T:  # type: ignore[override]
        """One of several, the repeated ones the likelier."""
        taken = super().choice(seq)
        self.bits -= math.log2(seq.count(taken) / len(seq))
        return taken

    def randint(self, a: int, b: int) -> int:
        """A whole number, both ends included."""
        self.bits += math.log2(b - a + 1)
        return super().randint(a, b)

    def randbytes(self, n: int) -> bytes:
        """Bytes like those of a hash."""
        self.bits += 8 * n
        return super().randbytes(n)

    def chance(self, share: float) -> bool:
        """Yes in this share of cases."""
        yes = self.random() < share
        self.bits -= math.log2(share if yes else 1 - share)
        return yes


@dataclass(slots=True)
class ImaginedOffice:
    """An `Act` without a database: the lines as the desk would journal them, and nothing kept but the states."""

    random: Choices
    office: Office
    clerks: tuple[Clerk, ...]
    now: datetime
    catalogue: Catalogue = field(default_factory=load_builtin)
    calendar: WorkCalendar = field(default_factory=lambda: vietnam_calendar(Office(unit="", name="").hours, {}))
    lines: list[bytes] = field(default_factory=list)
    dossiers: dict[UUID, Dossier] = field(default_factory=dict)
    drawn: dict[str, int] = field(default_factory=dict)
    clerk: Clerk = field(init=False)

    def __post_init__(self) -> None:
        self.clerk = self.clerks[0]

    def pass_time(self, most_s: int) -> None:
        """Some while later, to the millisecond, and whoever is at the desk then."""
        self.now += timedelta(milliseconds=self.random.randint(1, most_s * 1000))
        self.clerk = self.random.choice(self.clerks)

    def procedure(self, code: str, on: date) -> Procedure:
        """As in the catalogue that ships."""
        return self.catalogue.get(code, on)

    def next_code(self) -> str:
        """Counted up."""
        return dossier_code(self.office.unit, local_date(self.now), self._next(f"code {local_date(self.now)}"))

    def has_book(self, kind: BookKind) -> bool:
        """Receipts are internal here."""
        return kind is not BookKind.FEE_RECEIPTS

    def draw(self, kind: BookKind, paper: int | None = None) -> BookEntry:
        """Counted up."""
        return BookEntry(
            kind=kind, volume="01", year=local_date(self.now).year, number=self._next(kind),
            symbol=SYMBOLS.get(kind, ""), paper=paper,
        )  # fmt: skip

    def dossier(self, dossier_id: UUID) -> Dossier:
        """The state so far."""
        return self.dossiers[dossier_id]

    def append(self, kind: str, dossier_id: UUID, body: object) -> Dossier:
        """Fold one op and keep its line."""
        op = Op(kind=kind, dossier_id=dossier_id, at=self.now, actor=self.clerk.name, body=msgspec.json.encode(body))
        self.dossiers[dossier_id] = fold.apply(self.dossiers.get(dossier_id), op)
        self.lines.append(encode(op))
        return self.dossiers[dossier_id]

    def record(self, kind: str, body: object) -> UUID:
        """No deed of the office is imagined."""
        raise NotImplementedError

    def identity(self) -> UUID:
        """A UUIDv7 of now: its 74 free bits are drawn, the rest is the time."""
        free = int.from_bytes(self.random.randbytes(10)) & (1 << 74) - 1
        self.random.bits -= 6
        rand_a, rand_b = free >> 62, free & (1 << 62) - 1
        stamp = new_id(self.now).int >> 80
        return UUID(int=stamp << 80 | 0x7 << 76 | rand_a << 64 | 0b10 << 62 | rand_b)

    def keep(self) -> str:
        """The name of a scan: a hash nobody can guess."""
        return self.random.randbytes(32).hex()

    def _next(self, name: str) -> int:
        self.drawn[name] = self.drawn.get(name, 0) + 1
        return self.drawn[name]


def imagine(seed: int) -> ImaginedOffice:
    """An office of its own unit, clerks and year."""
    random = Choices(seed)
    clerks = tuple(Clerk(name=a_name(random), role=Role.ADMINISTRATOR) for _ in range(3))
    unit = f"H{random.randint(10, 99)}.{random.randint(1, 120)}.{random.randint(10, 99)}"
    place = f"{random.choice(GIVEN)} {random.choice(GIVEN)}".upper()
    office = Office(unit=unit, name=f"ỦY BAN NHÂN DÂN XÃ {place}")
    morning = datetime(2026, random.randint(7, 12), random.randint(1, 28), 0, 30, tzinfo=UTC)
    random.bits = 0
    return ImaginedOffice(random, office, clerks, morning)


def a_name(random: Choices) -> str:
    """A full name at about the true shares of family names."""
    return f"{random.choice(FAMILIES)} {random.choice(MIDDLES)} {random.choice(GIVEN)}"


def a_person(act: ImaginedOffice) -> Person:
    """An adult with a number that agrees with sex and birth year, a telephone most often, and a village."""
    random = act.random
    sex = random.choice((Sex.FEMALE, Sex.MALE))
    born = local_date(act.now) - timedelta(days=random.randint(19 * 366, 80 * 365))
    phone = f"09{random.randint(0, 99_999_999):08d}" if random.chance(0.7) else ""
    return Person(
        name=a_name(random), id_number=card_number(random, sex, born), birth_date=born, sex=sex, phone=phone,
        address=f"{random.choice(HAMLETS)}, {act.office.name.removeprefix('ỦY BAN NHÂN DÂN ').title()}",
    )  # fmt: skip


def some_scans(act: ImaginedOffice) -> tuple[Scan, ...]:
    """Pages of the profile the office scans with."""
    return tuple(a_scan(act) for _ in range(act.random.choice(SCANS)))


def a_scan(act: ImaginedOffice) -> Scan:
    """One paper of a few pages."""
    size, pages = act.random.randint(40_000, 300_000), act.random.choice((1, 1, 2, 3))
    return Scan(sha256=act.keep(), size=size, pages=pages, title="Bản chính", mime="application/pdf")


def take_one_in(act: ImaginedOffice) -> Dossier:
    """One citizen at the counter; a date or an amount that no source confirms has a clerk's name beside it."""
    random = act.random
    act.pass_time(90)
    procedure = act.procedure(random.choice((*PROCEDURES, *PROCEDURES[:1] * 5)), local_date(act.now))
    papers = tuple(
        PaperLine(
            name=paper.name, originals=paper.originals, photocopies=paper.copies, check=PaperCheck.OK,
            pages=random.randint(1, 4) if procedure.certification else 0,
            copies=random.randint(1, 5) if procedure.certification else 0,
        )
        for paper in procedure.papers
    )  # fmt: skip
    fees = tuple(replace(fee, confirmed_by=act.clerk.name) for fee in fee_lines(procedure, papers))
    promised = replace(deadlines.due(procedure, act.now, act.calendar), confirmed_by=act.clerk.name)
    taken = Intake(
        procedure_code=procedure.code, owner=a_person(act), papers=papers, fees=fees, appointment=promised,
        scans=some_scans(act),
    )  # fmt: skip
    return receive(act, taken, act.identity())


def lean_day(act: ImaginedOffice, dossiers: int) -> list[bytes]:
    """The trial's day (SYNC 2.1): received, ready, returned; 2.78 lines a dossier."""
    first = len(act.lines)
    taken = [take_one_in(act).id for _ in range(dossiers)]
    for identity in taken:
        if act.random.chance(0.95):
            act.pass_time(60)
            make_result_ready(act, identity)
            if act.random.chance(0.875):
                act.pass_time(60)
                hand_out(act, identity)
    return act.lines[first:]


def full_day(act: ImaginedOffice, dossiers: int) -> list[bytes]:
    """What a desk really writes: slips, money, remarks, custody and supplements too."""
    first = len(act.lines)
    taken = [take_one_in(act).id for _ in range(dossiers)]
    for identity in taken:
        live_through(act, identity)
    return act.lines[first:]


def live_through(act: ImaginedOffice, identity: UUID) -> None:
    """The rest of one dossier's life at the office."""
    random, dossier = act.random, act.dossier(identity)
    confirm_print(act, identity, "receipt")
    if sum(fee.amount_vnd for fee in dossier.fees):
        act.pass_time(60)
        take_fee(act, identity, random.choice((PaymentMode.CASH, PaymentMode.CASH, PaymentMode.TRANSFER)))
    if random.chance(0.15):
        act.pass_time(600)
        note(act, identity, f"{random.choice(REMARKS)}, {random.choice(REMARKS).lower()}")
    if random.chance(0.08):
        correct(act, identity, {"owner.phone": f"09{random.randint(0, 99_999_999):08d}"})
    if dossier.papers and random.chance(0.1):
        mark_paper(act, identity, 0, Digital.SCANNED)
        act.pass_time(600)
        request_supplement(act, identity, dossier.papers[:1], random.choice(REMARKS))
        act.pass_time(60_000)
        receive_supplement(act, identity)
    if random.chance(0.3):
        act.pass_time(600)
        hand_over(act, identity, HandedOver(receiver=Holder(person=random.choice(act.clerks).name)))
        act.pass_time(600)
        take_over(act, identity)
    if random.chance(0.95):
        act.pass_time(600)
        make_result_ready(act, identity, "", f"Ngăn {random.randint(1, 12)}")
        if random.chance(0.875):
            act.pass_time(600)
            hand_out(act, identity)


def hand_out(act: ImaginedOffice, identity: UUID) -> None:
    """The result in its owner's hand."""
    owner = act.dossier(identity).owner
    return_result(act, identity, Returned(receiver=Receiver.OWNER, name=owner.name, id_number=owner.id_number))
