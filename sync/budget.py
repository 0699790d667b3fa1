"""What the line may cost: megabytes a month and hours of the day for scans; records always go (SYNC 3.10)."""

from datetime import date, datetime, time, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import msgspec

from dossiers.clock import VIETNAM, local, local_date
from dossiers.errors import InvalidInput, KnownError

if TYPE_CHECKING:
    from dossiers.store.desk import Desk

PLAN = "line_plan"
SPENT = "line_spent"
LINE_SPEED = "line_bits_per_s"
MEGABYTE = 1_000_000
"""As data is sold."""


class LinePlan(msgspec.Struct, frozen=True, kw_only=True):
    """What the office allows: 0 MB is no limit, equal hours are the whole day, and 22 to 6 goes over midnight.

    With `only_when_asked` scans wait for somebody to press Gửi ngay, within the hours.
    """

    month_mb: Annotated[int, msgspec.Meta(ge=0, le=10_000_000)] = 0
    from_hour: Annotated[int, msgspec.Meta(ge=0, le=24)] = 0
    to_hour: Annotated[int, msgspec.Meta(ge=0, le=24)] = 24
    only_when_asked: bool = False


class Waiting(StrEnum):
    """Why scans wait though the line is there."""

    MONTH_SPENT = "month_spent"
    OUTSIDE_HOURS = "outside_hours"
    ONLY_WHEN_ASKED = "only_when_asked"


class NotNow(KnownError):
    """Scans must wait; what has arrived of them stays where it is."""

    def __init__(self, why: Waiting) -> None:
        super().__init__("Bản quét chờ theo giới hạn đường truyền đã đặt.")
        self.why = why


class Allowance:
    """How far scans may go in one run."""

    def __init__(self, plan: LinePlan, spent_bytes: int, *, asked_for: bool) -> None:
        """`spent_bytes` is this month's before the run; `asked_for`: somebody wants scans sent now, at whatever hour.

        The month's megabytes are money: nobody goes over them by pressing a button.
        """
        self._plan = plan
        self._spent = spent_bytes
        self._asked_for = asked_for

    def why_not(self, now: datetime, moved_bytes: int) -> Waiting | None:
        """Why scans must wait at an instant, if they must; `moved_bytes` is what this run has cost so far."""
        plan = self._plan
        if not self._asked_for and not within(plan, now):
            return Waiting.OUTSIDE_HOURS
        if plan.month_mb and self._spent + moved_bytes >= plan.month_mb * MEGABYTE:
            return Waiting.MONTH_SPENT
        return Waiting.ONLY_WHEN_ASKED if plan.only_when_asked and not self._asked_for else None

    def require(self, now: datetime, moved_bytes: int) -> None:
        """Go on, or raise NotNow."""
        if why := self.why_not(now, moved_bytes):
            raise NotNow(why)


def within(plan: LinePlan, now: datetime) -> bool:
    """Whether the Vietnamese hour of an instant is an allowed one."""
    first, last, hour = plan.from_hour % 24, plan.to_hour % 24, local(now).hour
    if first == last:
        return True
    return first <= hour < last if first < last else hour >= first or hour < last


def read_plan(desk: "Desk") -> LinePlan:
    """What the office has set; no limits before that."""
    return msgspec.convert(desk.setting(PLAN, {}), LinePlan)


def set_plan(desk: "Desk", plan: LinePlan) -> None:
    """Set the limits; raises InvalidInput for hours or megabytes that cannot be."""
    try:
        checked = msgspec.convert(msgspec.to_builtins(plan), LinePlan)
    except msgspec.ValidationError as error:
        raise InvalidInput("Giờ từ 0 đến 24; số MB mỗi tháng không âm.", field="line_plan") from error
    desk.set_setting(PLAN, msgspec.to_builtins(checked))


def spent(desk: "Desk", now: datetime) -> int:
    """Bytes moved in the Vietnamese month of an instant."""
    month, count = desk.setting(SPENT, ("", 0))
    return int(count) if month == _month(now) else 0


def spend(desk: "Desk", now: datetime, moved_bytes: int) -> None:
    """Count what a run has moved, both directions, whether it ended well or not."""
    if moved_bytes:
        desk.set_setting(SPENT, (_month(now), spent(desk, now) + moved_bytes))


def goes_at(plan: LinePlan, why: Waiting, now: datetime) -> datetime | None:
    """When scans that wait may go by themselves; None where only somebody can send them."""
    if plan.only_when_asked:
        return None
    day = local_date(now)
    if why is Waiting.MONTH_SPENT:
        day = (day.replace(day=1) + timedelta(days=32)).replace(day=1)
        hour = 0 if within(plan, _at(day, 0)) else plan.from_hour % 24
        return _at(day, hour)
    opens = _at(day, plan.from_hour % 24)
    return opens if opens > now else opens + timedelta(days=1)


def _at(day: date, hour: int) -> datetime:
    return datetime.combine(day, time(hour), VIETNAM)


def _month(now: datetime) -> str:
    return f"{local_date(now):%Y-%m}"
