"""The settings' calendar without a window: its year and its sweep, and dossiers for it to touch."""

from collections.abc import Callable
from datetime import date
from typing import Any
from uuid import UUID

from desktop.calendar_asks import Effect, Unfinished
from desktop.jobs import Failure
from desktop.screens.settings.calendar_presenter import CalendarPresenter, CalendarState
from desktop.screens.settings.sweep_presenter import SweepPresenter, SweepState
from desktop.slips import RECEIPT
from desktop.theme.tokens import Tone
from dossiers.clock import say_time
from dossiers.deadlines import due
from dossiers.dossier import Appointment
from dossiers.people import Person
from dossiers.receive import Intake, receive
from tests.desktop_screens.conftest import CLERK, Counter

MARITAL_STATUS = "1.004873"
"""Three working days, by the catalogue that ships."""

NOTICE = "TB 15/TB-UBND"
CSV = f"date,type,note,notice\n27/11/2026,nghi,Nghỉ theo thông báo,{NOTICE}\n28/11/2026,lam_bu,Làm bù,{NOTICE}\n"
HOLIDAY = date(2026, 11, 27)


class HeardPanel:
    """Both views of the panel, as a window would hand one to the other."""

    def __init__(self, counter: Counter) -> None:
        self.year = CalendarState(year=0)
        self.state = SweepState()
        self.states: list[SweepState] = []
        self.said: list[str] = []
        self.calendar = CalendarPresenter(jobs=counter.jobs, clock=counter.clock, view=self, complain=self.complain)
        self.page = SweepHeard(self)
        self.sweep = SweepPresenter(
            jobs=counter.jobs, view=self.page,
            print_receipt=lambda dossier, done: counter.slips.print(RECEIPT, dossier, done),
        )  # fmt: skip

    def present(self, state: CalendarState) -> None:
        """See `CalendarView`."""
        self.year = state

    def weigh(self, days: Any, effect: Effect) -> None:
        """See `CalendarView`."""
        self.sweep.show(days, effect)

    def take_up(self, unfinished: Unfinished) -> None:
        """See `CalendarView`."""
        self.sweep.take_up(unfinished)

    def answer(self, sentence: str, tone: Tone = Tone.OK) -> None:
        """See `CalendarView`."""
        del tone
        self.said.append(sentence)

    def stop_after(self, count: int) -> None:
        """Press the button when so many dates were moved."""

        def look(state: SweepState) -> None:
            if state.running and state.done == count:
                self.sweep.stop()

        self.page.on_state = look

    def complain(self, why: Failure) -> None:
        """What could not be done."""
        self.said.append(why.sentence)


class SweepHeard:
    """The page of the sweep."""

    def __init__(self, panel: HeardPanel) -> None:
        self.panel = panel
        self.on_state: Callable[[SweepState], None] = lambda _: None

    def present(self, state: SweepState) -> None:
        """See `SweepView`."""
        self.panel.state = state
        self.panel.states.append(state)
        self.on_state(state)

    def answer(self, sentence: str, tone: Tone = Tone.OK) -> None:
        """See `SweepView`."""
        self.panel.answer(sentence, tone)


def take_in(counter: Counter, number: int = 1, **changes: Any) -> UUID:
    """A dossier received now, its date counted as the intake does."""
    procedure = counter.desk.catalogue.get(MARITAL_STATUS, date(2026, 11, 23))
    appointment = changes.pop("appointment", None) or due(procedure, counter.clock(), counter.desk.calendar)
    owner = Person(name=f"Người Thứ {number}")
    confirmed = Appointment(due_at=appointment.due_at, reasons=appointment.reasons, confirmed_by=CLERK.name)
    intake = Intake(
        procedure_code=MARITAL_STATUS, owner=owner, papers=(), fees=(), appointment=confirmed, **changes
    )  # fmt: skip
    return counter.desk.do(receive, intake).id


def due_of(counter: Counter, dossier_id: UUID) -> str:
    due_at = counter.desk.register.get(dossier_id).appointment.due_at
    assert due_at is not None
    return say_time(due_at)
