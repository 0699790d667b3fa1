"""A synthetic office with a past: years of invented dossiers, lived through the same verbs as real ones."""

import heapq
import platform
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta
from pathlib import Path
from random import Random
from uuid import UUID

from desktop.demo.mix import what_for
from desktop.demo.people import Citizen, citizen
from desktop.demo.stage_clock import StageClock
from desktop.setting_up import Answers, set_up
from dossiers.acting import Act
from dossiers.catalogue import Catalogue
from dossiers.certify import make_certified_ready
from dossiers.clock import VIETNAM, Clock, local_date, system_clock
from dossiers.deadlines import WorkCalendar, due
from dossiers.dossier import Appointment, FeeLine, PaperCheck, PaperLine, Receiver
from dossiers.fees import fee_lines
from dossiers.ids import new_id
from dossiers.office import Office
from dossiers.people import Clerk, Role
from dossiers.print_form import confirm_print
from dossiers.procedure import Procedure
from dossiers.receive import Intake
from dossiers.receive_and_take import receive_and_take
from dossiers.return_result import Returned, return_result
from dossiers.store.desk import Desk
from dossiers.store.vault import unlock
from dossiers.supplement import receive_supplement, request_supplement

CLERK = Clerk(name="Trần Thị Hạnh", role=Role.ADMINISTRATOR)
OFFICE = Office(
    unit="H99.001", name="ỦY BAN NHÂN DÂN XÃ MẪU SƠN", parent="TỈNH THỬ NGHIỆM", place="Mẫu Sơn", phone="0000 000 000",
    lookup_url="dichvucong.example.vn",
)  # fmt: skip
"""An office that does not exist: no province bears H99."""

ORIGINAL = "Bản chính giấy tờ cần chứng thực"
QUIET_DAY = 12
FIRST_DAY = date(2025, 7, 1)
"""Communes took their present shape, and the catalogue that ships begins; a larger past has busier days instead."""
LATE_SHARE = 0.02
SUPPLEMENT_SHARE = 0.03
UNFETCHED_SHARE = 0.1
CITIZENS_PER_DOSSIER = 0.2


def live_a_past(
    home: Path, secret: str, dossiers: int, seed: int, clock: Clock = system_clock, office: Office = OFFICE
) -> None:
    """Set an office up at `home` and live its days until yesterday, with `dossiers` visitors in all."""
    today = local_date(clock())
    days = working_days(today, -(-dossiers // QUIET_DAY))
    stage = StageClock(datetime.combine(days[0] if days else today, time(6), tzinfo=VIETNAM), timedelta(0))
    set_up(home, Answers(office=office, first=CLERK), secret, stage, platform.node())
    desk = Desk.open(home, unlock(home, CLERK.name, secret, stage), stage, machine=platform.node())
    try:
        life = Life(Random(seed), desk.catalogue, desk.calendar, stage)
        for index, day in enumerate(days):
            share = dossiers * (index + 1) // len(days) - dossiers * index // len(days)
            desk.do(life.live_day, day, share)
    finally:
        desk.close()


def working_days(today: date, count: int) -> list[date]:
    """The last `count` Mondays to Fridays before today, in order, or as many as there were since FIRST_DAY."""
    days: list[date] = []
    day = today
    while len(days) < count and day > FIRST_DAY:
        day -= timedelta(days=1)
        if day.weekday() < 5:
            days.append(day)
    return days[::-1]


@dataclass(order=True)
class Event:
    """Something due to happen at an instant."""

    at: datetime
    order: int
    deed: Callable[[Act], None] = field(compare=False)


class Life:
    """Lives an office's days: visitors come, results follow in their time, most are fetched, a few are late."""

    def __init__(self, random: Random, catalogue: Catalogue, calendar: WorkCalendar, stage: StageClock) -> None:
        self._random = random
        self._catalogue = catalogue
        self._calendar = calendar
        self._stage = stage
        self._agenda: list[Event] = []
        self._order = 0
        self._citizens: list[Citizen] = []

    def live_day(self, act: Act, day: date, visitors: int) -> None:
        """One day as one transaction; what falls later stays on the agenda."""
        for _ in range(visitors):
            seconds = self._random.randint(7 * 3600 + 300, 16 * 3600 + 1800)
            at = datetime.combine(day, time(0), tzinfo=VIETNAM) + timedelta(seconds=seconds)
            self._plan(at, self._visit)
        evening = datetime.combine(day, time(17, 30), tzinfo=VIETNAM)
        while self._agenda and self._agenda[0].at <= evening:
            event = heapq.heappop(self._agenda)
            self._stage.advance_to(event.at)
            event.deed(act)

    def _plan(self, at: datetime, deed: Callable[[Act], None]) -> None:
        self._order += 1
        heapq.heappush(self._agenda, Event(at, self._order, deed))

    def _visit(self, act: Act) -> None:
        random = self._random
        procedure = what_for(random, self._catalogue, local_date(act.now))
        visitor = self._somebody(local_date(act.now))
        intake = intake_of(random, procedure, visitor, act.now, self._calendar, act.clerk.name)
        dossier = receive_and_take(act, intake, new_id(act.now))
        confirm_print(act, dossier.id, "receipt")
        if random.random() < SUPPLEMENT_SHARE:
            wrong = replace(dossier.papers[0], check=PaperCheck.NOT_OK)
            request_supplement(act, dossier.id, (wrong,), "Bản chính mờ, không đọc được.")
            back = act.now + timedelta(days=random.randint(1, 4), minutes=random.randint(0, 90))
            self._plan(back, lambda again: self._supplement(again, dossier.id))
            return
        self._plan_result(dossier.id, act.now, dossier.appointment.due_at)

    def _supplement(self, act: Act, dossier_id: UUID) -> None:
        dossier = receive_supplement(act, dossier_id)
        self._plan_result(dossier_id, act.now, dossier.appointment.due_at)

    def _plan_result(self, dossier_id: UUID, now: datetime, due_at: datetime | None) -> None:
        random = self._random
        promised = due_at or now + timedelta(days=2)
        share = 1.3 if random.random() < LATE_SHARE else random.uniform(0.2, 0.95)
        at = now + max(timedelta(minutes=5), (promised - now) * share)
        self._plan(at, lambda act: self._ready(act, dossier_id))

    def _ready(self, act: Act, dossier_id: UUID) -> None:
        make_certified_ready(act, dossier_id, shelf=f"Tủ B, ngăn {self._random.randint(1, 8)}")
        if self._random.random() < UNFETCHED_SHARE:
            return
        later = act.now + timedelta(minutes=self._random.randint(2, 240))
        self._plan(later, lambda again: self._fetch(again, dossier_id))

    def _fetch(self, act: Act, dossier_id: UUID) -> None:
        owner = act.dossier(dossier_id).owner
        return_result(act, dossier_id, Returned(receiver=Receiver.OWNER, name=owner.name, id_number=owner.id_number))

    def _somebody(self, today: date) -> Citizen:
        if self._citizens and self._random.random() > CITIZENS_PER_DOSSIER:
            return self._random.choice(self._citizens)
        self._citizens.append(citizen(self._random, today))
        return self._citizens[-1]


def intake_of(
    random: Random, procedure: Procedure, visitor: Citizen, now: datetime, calendar: WorkCalendar, clerk: str
) -> Intake:
    """What the clerk would have filled in for this visitor; unverified dates and amounts vouched for by name."""
    papers = papers_of(random, procedure)
    fees = tuple(vouched(fee, clerk) for fee in fee_lines(procedure, papers))
    appointment = due(procedure, now, calendar)
    return Intake(
        procedure_code=procedure.code, owner=visitor.person, papers=papers, fees=fees,
        appointment=Appointment(due_at=appointment.due_at, reasons=appointment.reasons, confirmed_by=clerk),
        summary=procedure.name,
    )  # fmt: skip


def vouched(fee: FeeLine, clerk: str) -> FeeLine:
    """The amount with the clerk's name beside it."""
    return replace(fee, confirmed_by=clerk)


def papers_of(random: Random, procedure: Procedure) -> tuple[PaperLine, ...]:
    """The procedure's papers, all in order."""
    if procedure.certification:
        pages, copies = random.choice((1, 1, 2, 4, 6)), random.choice((1, 2, 2, 3, 5))
        return (PaperLine(name=ORIGINAL, originals=1, pages=pages, copies=copies, check=PaperCheck.OK),)
    return tuple(
        PaperLine(
            name=paper.name, originals=paper.originals, photocopies=paper.copies, required=paper.required,
            check=PaperCheck.OK,
        )
        for paper in procedure.papers
    ) or (PaperLine(name="Tờ khai theo mẫu", originals=1, check=PaperCheck.OK),)  # fmt: skip
