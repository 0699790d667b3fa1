"""How long things took: the middle case and the slowest tenth, in working minutes or in plain ones."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import accumulate

from dossiers.calendars import WorkCalendar
from dossiers.clock import to_ms

MINUTE_MS = 60_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Pace:
    """How long `cases` took: half of them at most `median_minutes`, nine in ten at most `p90_minutes`."""

    cases: int
    median_minutes: int
    p90_minutes: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Paces:
    """What can be told from the register's own instants.

    `work` is from reception to the end of the work in working minutes, the citizen's own pauses included; `fetching`
    is from the end of the work to the result in the citizen's hand, in plain minutes. How long a citizen stood at the
    counter is not recorded: a form opens before anybody comes. None where there was no case.
    """

    work: Pace | None
    fetching: Pace | None


def pace(minutes: Sequence[int]) -> Pace | None:
    """Nearest-rank percentiles, so that each is the time of a real case."""
    if not minutes:
        return None
    ranked, cases = sorted(minutes), len(minutes)
    return Pace(cases=cases, median_minutes=ranked[(cases - 1) // 2], p90_minutes=ranked[(9 * cases - 1) // 10])


class WorkingTime:
    """Working minutes between many pairs of instants of some days: each day's hours are laid out once."""

    def __init__(self, calendar: WorkCalendar, first: date, last: date) -> None:
        days = [first + timedelta(days=ahead) for ahead in range((last - first).days + 1)]
        spans = [(to_ms(begin), to_ms(end)) for day in days for begin, end in calendar.intervals(day)]
        self._begins = [begin for begin, _ in spans]
        self._lengths = [end - begin for begin, end in spans]
        self._before = list(accumulate(self._lengths, initial=0))

    def minutes(self, start_ms: int, end_ms: int) -> int:
        """Whole working minutes between two instants within the days given, in milliseconds since 1970."""
        return max((self._worked(end_ms) - self._worked(start_ms)) // MINUTE_MS, 0)

    def _worked(self, instant_ms: int) -> int:
        """Working time from the first day to an instant."""
        at = bisect_right(self._begins, instant_ms) - 1
        return 0 if at < 0 else self._before[at] + min(instant_ms - self._begins[at], self._lengths[at])
