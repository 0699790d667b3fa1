"""What a changed calendar changes: the days whose working hours become others, old and new in words."""

from dataclasses import dataclass
from datetime import date

from dossiers.calendars import DayKind, DayRule, WorkCalendar
from dossiers.clock import say_date
from dossiers.counting import WEEKDAYS, days_between
from dossiers.office import Hours


@dataclass(frozen=True, slots=True, kw_only=True)
class DayChange:
    """One day whose working hours change; `notice` is the number of the notice the new ones rest on, if known."""

    day: date
    was: str
    becomes: str
    notice: str = ""

    @property
    def sentence(self) -> str:
        """The change as one sentence: 'Thứ ba 24/11/2026: trước làm việc 07:00–11:30, 13:30–17:00; nay nghỉ: ….'."""
        weekday = WEEKDAYS[self.day.weekday()].capitalize()
        by = f", theo {self.notice}" if self.notice else ""
        return f"{weekday} {say_date(self.day)}: trước {self.was}; nay {self.becomes}{by}."


def compare_calendars(before: WorkCalendar, after: WorkCalendar, from_day: date, to_day: date) -> tuple[DayChange, ...]:
    """The days from the first to the last, both included, whose working intervals are not the same, in order."""
    return tuple(
        DayChange(day=day, was=say_day(before, day), becomes=say_day(after, day), notice=_notice(after.days.get(day)))
        for day in days_between(from_day, to_day)
        if before.hours_on(day) != after.hours_on(day)
    )


def say_day(calendar: WorkCalendar, day: date) -> str:
    """What a day is in a calendar: 'làm việc 07:00–11:30, 13:30–17:00', 'làm bù 07:00–11:30: …', 'nghỉ: …'."""
    hours, rule = calendar.hours_on(day), calendar.days.get(day)
    what = f"{_verb(rule)} {say_hours(hours)}" if hours else "nghỉ"
    return f"{what}: {rule.note}" if rule else what


def say_hours(hours: tuple[Hours, ...]) -> str:
    """Working intervals as the office writes them: '07:00–11:30, 13:30–17:00'."""
    return ", ".join(f"{part.start:%H:%M}–{part.end:%H:%M}" for part in hours)


def _verb(rule: DayRule | None) -> str:
    return "làm bù" if rule and rule.kind is DayKind.MAKE_UP else "làm việc"


def _notice(rule: DayRule | None) -> str:
    return rule.notice if rule else ""
