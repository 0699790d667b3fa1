"""The days a list of work looks ahead, counted as the office works."""

from datetime import date, timedelta

from dossiers.calendars import WorkCalendar


def working_days_ahead(calendar: WorkCalendar, today: date, days: int) -> date:
    """The working day `days` after today, for "due within n working days"; 0 gives today itself."""
    ahead = today
    for _ in range(days):
        ahead = calendar.next_working_day(ahead + timedelta(days=1))
    return ahead
