"""The days of a year as the office may change them: a draft, laid over the days of the whole country."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Protocol

import resources
from desktop.calendar_asks import Calendar, Effect, Unfinished, effect_on, read_calendar
from desktop.i18n import t
from desktop.jobs import Failed, Jobs
from desktop.theme.tokens import Tone
from dossiers.calendar_files import read_calendar_file
from dossiers.calendars import YEARS, DayKind, DayRule, read_days, vietnam_calendar
from dossiers.clock import Clock, local_date
from dossiers.counting import days_between
from dossiers.names import nfc

Days = Mapping[date, DayRule]


@dataclass(frozen=True, slots=True, kw_only=True)
class DayRow:
    """One day that is not what its weekday says; the country's days that nobody vouched for do not count."""

    day: date
    rule: DayRule
    own: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarState:
    """A year as it would be; `unsaved` counts the days of the draft that are not kept yet."""

    year: int
    rows: tuple[DayRow, ...] = ()
    working_days: int = 0
    unsaved: int = 0


class CalendarView(Protocol):
    """What shows the year."""

    def present(self, state: CalendarState) -> None:
        """Show it."""
        ...

    def weigh(self, days: Days, effect: Effect) -> None:
        """Show what these days would do, before anything is kept."""
        ...

    def take_up(self, unfinished: Unfinished) -> None:
        """Show what an earlier change left to do."""
        ...

    def answer(self, sentence: str, tone: Tone = Tone.OK) -> None:
        """Say how something went."""
        ...


class CalendarPresenter:
    """Nothing is kept here: a draft goes to the sweep, which keeps it."""

    def __init__(self, *, jobs: Jobs, clock: Clock, view: CalendarView, complain: Failed) -> None:
        self._jobs, self._view, self._complain = jobs, view, complain
        self._year = local_date(clock()).year
        self._kept: Calendar | None = None
        self._draft: dict[date, DayRule] = {}
        self._shown: Effect | None = None

    def open(self) -> None:
        """Read what is kept; a draft that was begun stays."""
        self._jobs.ask(read_calendar, self._take, self._complain)

    def turn_to(self, year: int) -> None:
        """Show another year."""
        self._year = year if year in YEARS else self._year
        self._present()

    def put(self, day: date | None, kind: DayKind, note: str, notice: str) -> None:
        """Write one day into the draft, or write it anew."""
        if day is None or not nfc(note):
            self._view.answer(t("Cần ngày dạng 02/01/2027 và tên ngày."), Tone.WARN)
            return
        self._draft[day] = DayRule(kind=kind, note=nfc(note), notice=nfc(notice))
        self._year = day.year
        self._present()

    def drop(self, day: date) -> None:
        """Take the office's own row away; what the whole country keeps is made a working day by a row of its own."""
        if self._draft.pop(day, None) is None:
            words = t("Ngày này không do cơ quan ghi nên không xóa được. Nếu hôm đó làm việc, ghi là ngày làm bù.")
            self._view.answer(words, Tone.WARN)
        self._present()

    def read_file(self, file: str) -> None:
        """Lay the days of a file over the draft, and see at once what they would do."""
        self._jobs.pool(lambda: read_calendar_file(Path(file)), self._take_days, self._complain)

    def forget(self) -> None:
        """Go back to what is kept."""
        self._draft = dict(self._kept.own) if self._kept else {}
        self._present()

    def weigh(self) -> None:
        """Ask what the draft would do."""
        days = dict(self._draft)
        self._jobs.ask(
            lambda desk: effect_on(desk, days), lambda effect: self._view.weigh(days, effect), self._complain
        )

    def _take(self, calendar: Calendar) -> None:
        if self._kept is None or self._draft == self._kept.own:
            self._draft = dict(calendar.own)
        self._kept = calendar
        self._present()
        if calendar.unfinished:
            self._view.take_up(calendar.unfinished)
        elif calendar.arrived and calendar.arrived != self._shown:
            self._show_arrived(calendar.own, calendar.arrived)

    def _show_arrived(self, days: Days, effect: Effect) -> None:
        """Days that came from the province hold already: what is left to decide are the promised dates."""
        self._shown = effect
        self._view.weigh(days, effect)
        words = t("Lịch của tỉnh đã dùng ở quầy này. Ngày hẹn đã ghi trên giấy chưa đổi; chọn hồ sơ cần hẹn lại.")
        self._view.answer(words, Tone.INFO)

    def _take_days(self, days: Days) -> None:
        self._draft |= days
        self._year = min(days, default=date(self._year, 1, 1)).year
        self._present()
        self.weigh()

    def _present(self) -> None:
        if self._kept is None:
            return
        own = self._kept.own
        calendar = vietnam_calendar(self._kept.calendar.hours, self._draft)
        year = days_between(date(self._year, 1, 1), date(self._year, 12, 31))
        state = CalendarState(
            year=self._year, rows=tuple(filter(None, (_row(day, calendar.days, self._draft) for day in year))),
            working_days=sum(map(calendar.works, year)),
            unsaved=sum(self._draft.get(day) != own.get(day) for day in {*self._draft, *own}),
        )  # fmt: skip
        self._view.present(state)


def _row(day: date, days: Days, draft: Days) -> DayRow | None:
    rule = days.get(day)
    if rule is not None:
        return DayRow(day=day, rule=rule, own=day in draft)
    doubt = unverified_days().get(day)
    return DayRow(day=day, rule=doubt, own=False) if doubt else None


@cache
def unverified_days() -> Days:
    """Days of the shipped table that nobody has vouched for: shown, and counted only when the office writes them."""
    shipped = read_days(resources.read_bytes("holidays.json"))
    return {day: rule for day, rule in shipped.items() if not rule.verified}
