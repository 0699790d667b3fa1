"""An office that lived some months by the real verbs: every fate a dossier can have, at every hour of the day."""

import heapq
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from random import Random
from uuid import UUID

from dossiers.acting import Act
from dossiers.attach_scans import attach_scans
from dossiers.calendars import WorkCalendar, add_working_minutes
from dossiers.clock import VIETNAM
from dossiers.dossier import (
    Appointment,
    Channel,
    Digital,
    Dossier,
    FeeLine,
    PaperCheck,
    PaperLine,
    PaymentMode,
    Receiver,
    Scan,
)
from dossiers.end_without_result import Ended, refuse, stop, withdraw
from dossiers.errors import Impossible
from dossiers.ids import new_id
from dossiers.people import Clerk, Person
from dossiers.procedure import FeeKind
from dossiers.receive import Intake, receive
from dossiers.reopen import reopen
from dossiers.result_ready import make_result_ready
from dossiers.return_result import Returned, return_result
from dossiers.store.desk import Desk
from dossiers.supplement import receive_supplement, request_supplement
from dossiers.take_fee import refund_fee, take_fee, void_fee
from dossiers.void import void
from tests.store.homes import HandClock

FIRST_DAY = date(2026, 7, 1)
DAYS = 150
CLERKS = ("Lê Thị Một", "Trần Văn Hai", "Phạm Thị Ba")
PROCEDURES = ("2.000815",) * 6 + ("1.001193", "2.000635", "1.004873", "2.000884", "1.004837")
EDGES = (time(0), time(0, 0, 0, 1000), time(23, 59, 59, 999000))
"""Instants at which a day begins and ends."""

ONE_EACH = ("asked twice", "waits", "refused", "withdrawn", "stopped", "void", "reopened")
FATES = ("plain",) * 12 + ("asked", "open") * 2 + ONE_EACH
SCAN_BYTES = b"%PDF-1.7 mot trang"


@dataclass(order=True)
class Event:
    """Something that happens at an instant, by a clerk."""

    at: datetime
    order: int
    deed: Callable[[Act], object] = field(compare=False)


class Life:
    """Plans visits and what follows from them."""

    def __init__(self, random: Random, calendar: WorkCalendar, sha256: str) -> None:
        self._calendar = calendar
        self.agenda: list[Event] = []
        self._random = random
        self._sha256 = sha256

    def plan(self, at: datetime, deed: Callable[[Act], object]) -> None:
        """Put something on the agenda; what the dossier's state no longer allows simply does not happen."""
        heapq.heappush(self.agenda, Event(at, len(self.agenda) + self._random.getrandbits(40) * 1000, deed))

    def visit(self, act: Act) -> None:
        """Somebody comes; what becomes of it is decided now."""
        random = self._random
        dossier = receive(act, self._intake(act.now), new_id(act.now))
        due = dossier.appointment.due_at or act.now + timedelta(days=2)
        fate = random.choice(FATES)
        ready = self._ready_at(act.now, due)
        self._pay(act, dossier)
        if fate in ("asked", "asked twice", "waits"):
            self._ask(act.now, dossier, rounds=2 if fate == "asked twice" else 1, answered=fate != "waits")
        if fate == "void":
            self.plan(act.now + timedelta(minutes=20), lambda act: void(act, dossier.id, "nhập nhầm"))
        if fate in ("refused", "withdrawn", "stopped"):
            self.plan(ready, lambda act: end(act, dossier.id, fate))
        if fate in ("plain", "asked", "asked twice", "reopened"):
            self.plan(ready, lambda act: self._finish(act, dossier.id))
        if fate == "reopened":
            back = ready + timedelta(hours=random.randint(1, 200))
            self.plan(back, lambda act: reopen(act, dossier.id, "sai sót"))
            self.plan(back + timedelta(days=random.randint(0, 60)), lambda act: self._finish(act, dossier.id))

    def _ready_at(self, now: datetime, due: datetime) -> datetime:
        """Mostly in time, sometimes on the very instant or a millisecond past it, sometimes days late."""
        random = self._random
        return random.choice((
            now + (due - now) * random.random(), now + (due - now) * random.random(), due,
            due + timedelta(milliseconds=1), due - timedelta(minutes=random.randint(1, 300)),
            due + timedelta(hours=random.randint(1, 900)),
        ))  # fmt: skip

    def _ask(self, now: datetime, dossier: Dossier, rounds: int, *, answered: bool) -> None:
        for turn in range(rounds):
            asked = now + timedelta(days=3 * turn, hours=self._random.randint(1, 40))
            self.plan(asked, lambda act: request_supplement(act, dossier.id, dossier.papers[:1], "mờ"))
            if answered:
                back = asked + timedelta(hours=self._random.randint(1, 30))
                self.plan(back, lambda act: receive_supplement(act, dossier.id))

    def _finish(self, act: Act, dossier_id: UUID) -> None:
        random = self._random
        make_result_ready(act, dossier_id)
        if random.random() < 0.4:
            scan = Scan(sha256=self._sha256, title="Kết quả", mime="application/pdf", size=len(SCAN_BYTES), pages=1,
                        result=True)  # fmt: skip
            attach_scans(act, dossier_id, (scan,))
        if random.random() < 0.8:
            later = act.now + timedelta(minutes=random.choice((0, 5, 300, 9000)))
            self.plan(later, lambda again: give_back(again, dossier_id))

    def _pay(self, act: Act, dossier: Dossier) -> None:
        random = self._random
        if not dossier.fees or random.random() < 0.2:
            return
        mode = random.choice((PaymentMode.CASH, PaymentMode.TRANSFER, PaymentMode.ONLINE))
        paid = take_fee(act, dossier.id, mode)
        entry, later = paid.receipts[-1].entry, act.now + timedelta(hours=random.randint(0, 50))
        fate = random.random()
        if fate < 0.1:
            self.plan(later, lambda act: void_fee(act, dossier.id, entry, "viết sai"))
        elif fate < 0.2:
            self.plan(later, lambda act: refund_fee(act, dossier.id, entry, 1000, "thu thừa"))

    def _intake(self, now: datetime) -> Intake:
        random = self._random
        digital = random.choice((Digital.NONE, Digital.SCANNED, Digital.REUSED, Digital.REUSED_RESULT))
        due = add_working_minutes(
            now, random.choice((120, 480, 960, 2400, 7200)) + random.randint(0, 59), self._calendar
        )
        fees = (
            FeeLine(name="Phí chứng thực", kind=FeeKind.FEE, amount_vnd=6000, confirmed_by=CLERKS[0]),
            FeeLine(name="Lệ phí", kind=FeeKind.CHARGE, amount_vnd=5000, confirmed_by=CLERKS[0]),
        )  # fmt: skip
        return Intake(
            procedure_code=random.choice(PROCEDURES),
            owner=Person(name=f"Người Thử {random.randint(1, 300)}", id_number=f"099{random.randint(0, 999):09d}"),
            papers=(PaperLine(name="Bản chính", originals=1, pages=1, copies=1, check=PaperCheck.OK, digital=digital),),
            fees=random.choice((fees, fees[:1], ())),
            appointment=Appointment(due_at=None if random.random() < 0.05 else due, confirmed_by=CLERKS[0]),
            channel=random.choice((Channel.COUNTER, Channel.COUNTER, Channel.ONLINE, Channel.POST)),
        )  # fmt: skip


def live(desk: Desk, clock: HandClock, count: int, seed: int) -> None:
    """Let an office live DAYS days with `count` visitors and stop in the middle of what is going on."""
    random = Random(seed)
    life = Life(random, desk.calendar, desk.files.put(SCAN_BYTES))
    begins = datetime.combine(FIRST_DAY, time(0), tzinfo=VIETNAM)
    for _ in range(count):
        day = FIRST_DAY + timedelta(days=random.randrange(DAYS))
        usual = time(random.randint(7, 16), random.randint(0, 59), random.randint(0, 59))
        at = random.choice(EDGES) if random.random() < 0.05 else usual
        life.plan(datetime.combine(day, at, tzinfo=VIETNAM), life.visit)
    clock.now = begins
    ends = begins + timedelta(days=DAYS, hours=15, minutes=7)

    def some(act: Act) -> None:
        for _ in range(120):
            if not life.agenda or life.agenda[0].at > ends:
                return
            event = heapq.heappop(life.agenda)
            clock.now = max(clock.now, event.at)
            with suppress(Impossible):
                event.deed(act)

    while life.agenda and life.agenda[0].at <= ends:
        desk.clerk = Clerk(name=random.choice(CLERKS))
        desk.do(some)
    clock.now = ends


def end(act: Act, dossier_id: UUID, fate: str) -> None:
    """The three ends without a result."""
    match fate:
        case "refused":
            refuse(act, dossier_id, "không đủ điều kiện")
        case "withdrawn":
            withdraw(act, dossier_id, "người dân xin rút")
        case _:
            stop(act, dossier_id, Ended(reason="hết căn cứ", decision="01/TB", stage="thẩm định"))


def give_back(act: Act, dossier_id: UUID) -> None:
    """The owner fetches the result, if it still lies there."""
    return_result(act, dossier_id, Returned(receiver=Receiver.OWNER, name=act.dossier(dossier_id).owner.name))
