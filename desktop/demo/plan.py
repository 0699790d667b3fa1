"""The play of a day: who comes when, for what, with what missing, and when the line and the power fail."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from random import Random

from desktop.demo.mix import CERTIFIED_COPY, day_of
from desktop.demo.people import Citizen, citizen
from dossiers.catalogue import Catalogue
from dossiers.clock import VIETNAM
from dossiers.procedure import Procedure

OPENING = time(7, 5)
LAST_ARRIVAL = time(15, 50)
LINE_DOWN = time(8)
LINE_UP = time(16, 30)
WAITS_EVERY = 3
"""Of so many visitors one waits for the copies; the others come back with the slip."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Visitor:
    """One citizen at the counter."""

    number: int
    at: datetime
    citizen: Citizen
    procedure_code: str
    procedure_name: str
    procedure_typed: str
    pages: int
    copies: int
    missing: bool
    scans: bool
    by_card: bool
    fetches_today: bool
    at_once: bool

    @property
    def certified(self) -> bool:
        """Whether this is a certified copy, 86 visits of 100."""
        return self.procedure_code == CERTIFIED_COPY


@dataclass(frozen=True, slots=True, kw_only=True)
class Play:
    """A whole day, the same for the same seed."""

    day: date
    visitors: tuple[Visitor, ...]
    power_cut_at: int
    supplement_for: int

    def instant(self, wall: time) -> datetime:
        """A wall time of the day as an instant."""
        return datetime.combine(self.day, wall, tzinfo=VIETNAM)


def write_play(catalogue: Catalogue, day: date, dossiers: int, seed: int) -> Play:
    """The play for a day: arrivals spread over office hours, one visitor with a missing paper at least."""
    random = Random(seed)
    procedures = day_of(random, catalogue, day, dossiers)
    times = arrivals(random, day, dossiers)
    short = next((n for n, what in enumerate(procedures) if what.code != CERTIFIED_COPY), 0)
    visitors = tuple(
        visitor_of(random, day, number, at, what, short=number == short)
        for number, (at, what) in enumerate(zip(times, procedures, strict=True))
    )
    return Play(day=day, visitors=visitors, power_cut_at=dossiers // 2, supplement_for=short)


def visitor_of(random: Random, day: date, number: int, at: datetime, what: Procedure, *, short: bool) -> Visitor:
    """One visitor; `short` lacks a paper for certain, a few others by chance."""
    certified = what.code == CERTIFIED_COPY
    waits = certified and number % WAITS_EVERY == 0
    return Visitor(
        number=number, at=at, citizen=citizen(random, day), procedure_code=what.code, procedure_name=what.name,
        procedure_typed=(*what.aliases, what.code)[0], pages=random.choice((1, 1, 2, 4, 6)),
        copies=random.choice((1, 2, 2, 3, 5)), missing=short or (not certified and random.random() < 0.15),
        scans=not certified or number % 4 == 0, by_card=number % 7 != 3,
        fetches_today=certified and random.random() < 0.8 and not waits, at_once=waits,
    )  # fmt: skip


def arrivals(random: Random, day: date, dossiers: int) -> list[datetime]:
    """Instants inside the office's hours, in order, none in the lunch break."""
    start = datetime.combine(day, OPENING, tzinfo=VIETNAM)
    span = datetime.combine(day, LAST_ARRIVAL, tzinfo=VIETNAM) - start
    lunch = (datetime.combine(day, time(11, 30), tzinfo=VIETNAM), datetime.combine(day, time(13, 30), tzinfo=VIETNAM))
    moments: list[datetime] = []
    while len(moments) < dossiers:
        moment = start + timedelta(seconds=random.randint(0, int(span.total_seconds())))
        if not lunch[0] <= moment < lunch[1]:
            moments.append(moment)
    return sorted(moments)
