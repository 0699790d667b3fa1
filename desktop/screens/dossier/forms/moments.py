"""A line for an instant: a day, perhaps with an hour before it."""

import re
from datetime import UTC, datetime, time

from desktop.widgets import Line, parse_date
from dossiers.clock import VIETNAM, say_time

END_OF_DAY = time(17)
"""The hour of a day typed without one."""

_HOUR = re.compile(r"(\d{1,2})[:hg](\d{2})?\s+(.+)")


class MomentLine(Line):
    """Typed as 17:00 24/11/2026, 17h 24/11/2026, or 24/11/2026, which means the end of office hours."""

    def __init__(self) -> None:
        super().__init__("hh:mm dd/mm/yyyy", longest=20)

    def moment(self) -> datetime | None:
        """The UTC instant typed; None when there is none or it does not exist."""
        return parse_moment(self.value())

    def set_moment(self, moment: datetime | None) -> None:
        """Show an instant."""
        self.setText(say_time(moment) if moment else "")

    def wrong(self) -> bool:
        """Whether something is typed that is no instant."""
        return bool(self.value()) and self.moment() is None


def parse_moment(typed: str) -> datetime | None:
    """The instant that `typed` names in Vietnamese order and wall time, or None."""
    found = _HOUR.fullmatch(typed.strip())
    day = parse_date(found[3] if found else typed)
    if day is None:
        return None
    try:
        hour = time(int(found[1]), int(found[2] or 0)) if found else END_OF_DAY
    except ValueError:
        return None
    return datetime.combine(day, hour, VIETNAM).astimezone(UTC)
