"""What the register asks of the desk: worklists with their counts, rows by the page, filters kept by name."""

from array import array
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING
from uuid import UUID

from dossiers.calendars import WorkCalendar
from dossiers.clock import local_date
from dossiers.status import Status

if TYPE_CHECKING:
    from dossiers.dossier import Dossier as Dossier
    from dossiers.store.choices import Choices as Choices
    from dossiers.store.conditions import Filter
    from dossiers.store.desk import Desk as Desk
    from dossiers.store.register import Query
    from dossiers.store.register import Row as Row

FILTERS = "register_filters"
"""Under this name the desk keeps the filters that were saved."""

NEAR_WORKING_DAYS = 3
"""Nearly due is promised for today or one of so many working days after it."""

READ_AT_ONCE = 256


class Worklist(StrEnum):
    """The ready-made lists of the register, one chip each."""

    ALL = "all"
    DUE_TODAY = "due_today"
    NEARLY_DUE = "nearly_due"
    OVERDUE = "overdue"
    AWAITING = "awaiting"
    READY = "ready"
    UNSENT = "unsent"
    VOIDED = "voided"


@dataclass(frozen=True, slots=True, kw_only=True)
class Narrowing:
    """What the filter line says; empty means any. Days are those of the reception, both included."""

    received_from: date | None = None
    received_to: date | None = None
    procedure_code: str = ""
    holder: str = ""
    clerk: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What to list: a worklist, narrowed by the filter line and by typed words."""

    worklist: Worklist = Worklist.ALL
    narrowing: Narrowing = field(default_factory=Narrowing)
    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Saved:
    """A filter kept under a name."""

    name: str
    wanted: Wanted


@dataclass(frozen=True, slots=True)
class Page:
    """Some rows, and by key why the voided ones among them were voided."""

    rows: "list[Row]"
    reasons: Mapping[int, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """The answer to a search: all keys in order, the first page so that the list stands at once, and the calendar."""

    keys: "array[int]"
    first: Page
    calendar: WorkCalendar


@dataclass(frozen=True, slots=True, kw_only=True)
class Tallies:
    """How many dossiers each worklist holds, and each saved filter by its name."""

    worklists: Mapping[Worklist, int]
    saved: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Item:
    """One dossier of a batch."""

    id: UUID
    code: str


def list_register(desk: "Desk", wanted: Wanted, now: datetime, page: int) -> Listing:
    """Everything that matches; what is due comes by its date, results by how long they wait, all else newest first."""
    keys = desk.register.ids(_query(wanted, now, desk.calendar))
    return Listing(keys=keys, first=read_page(desk, keys[:page]), calendar=desk.calendar)


def list_handed(desk: "Desk", keys: "array[int]", text: str, page: int) -> Listing:
    """Exactly these dossiers in their order, those that match where something is typed."""
    from dossiers.store.register import Query

    if text:
        found = set(desk.register.ids(Query(text=text)))
        keys = array("q", (key for key in keys if key in found))
    return Listing(keys=keys, first=read_page(desk, keys[:page]), calendar=desk.calendar)


def read_page(desk: "Desk", keys: Sequence[int]) -> Page:
    """Some rows in the order asked."""
    rows = desk.register.rows(keys)
    voided = [row.key for row in rows if row.status is Status.VOIDED]
    whole = desk.register.dossiers(voided) if voided else []
    return Page(rows, {key: each.void_reason for key, each in zip(voided, whole, strict=True)})


def read_items(desk: "Desk", keys: Sequence[int]) -> tuple[Item, ...]:
    """Whose turn it is in a batch, in the order of the list."""
    parts = (keys[first : first + READ_AT_ONCE] for first in range(0, len(keys), READ_AT_ONCE))
    return tuple(Item(row.id, row.code) for part in parts for row in desk.register.rows(part))


def read_rows(desk: "Desk", keys: Sequence[int]) -> "list[Row]":
    """Rows in the order asked; at most READ_AT_ONCE."""
    return desk.register.rows(keys)


def read_dossiers(desk: "Desk", keys: Sequence[int]) -> "list[Dossier]":
    """Whole dossiers in the order asked; at most READ_AT_ONCE."""
    return desk.register.dossiers(keys)


def read_choices(desk: "Desk") -> "Choices":
    """What the filter line offers."""
    return desk.register.choices()


def read_tallies(desk: "Desk", saved: Sequence[Saved], now: datetime) -> Tallies:
    """The numbers on the chips."""
    calendar = desk.calendar
    return Tallies(
        worklists={each: _count(desk, Wanted(worklist=each), now, calendar) for each in Worklist},
        saved={each.name: _count(desk, each.wanted, now, calendar) for each in saved},
    )


def read_saved(desk: "Desk") -> tuple[Saved, ...]:
    """The filters kept at this desk."""
    import msgspec

    return msgspec.convert(desk.setting(FILTERS, []), tuple[Saved, ...])


def keep_saved(desk: "Desk", saved: Sequence[Saved]) -> None:
    """Keep exactly these filters."""
    import msgspec

    desk.set_setting(FILTERS, msgspec.to_builtins(tuple(saved)))


def near_end(today: date, calendar: WorkCalendar) -> date:
    """The last day that counts as nearly due."""
    day, left = today, NEAR_WORKING_DAYS
    while left:
        day += timedelta(days=1)
        left -= calendar.works(day)
    return day


def _count(desk: "Desk", wanted: Wanted, now: datetime, calendar: WorkCalendar) -> int:
    query = _query(wanted, now, calendar)
    return len(desk.register.ids(query)) if wanted.text else desk.register.count(query.filter)


def _query(wanted: Wanted, now: datetime, calendar: WorkCalendar) -> "Query":
    from dossiers.store.conditions import Order
    from dossiers.store.register import Query

    orders = {
        Worklist.DUE_TODAY: Order.DUE, Worklist.NEARLY_DUE: Order.DUE, Worklist.OVERDUE: Order.DUE,
        Worklist.READY: Order.READY,
    }  # fmt: skip
    order = orders.get(wanted.worklist, Order.NEWEST)
    return Query(text=wanted.text, filter=_filter(wanted, now, calendar), order=order)


def _filter(wanted: Wanted, now: datetime, calendar: WorkCalendar) -> "Filter":
    from dossiers.store.conditions import Filter

    by, today = wanted.narrowing, local_date(now)
    listed = wanted.worklist
    due_to = {Worklist.DUE_TODAY: today, Worklist.NEARLY_DUE: near_end(today, calendar)}.get(listed)
    return Filter(
        statuses=frozenset({Status.VOIDED}) if listed is Worklist.VOIDED else frozenset(), due_to=due_to,
        overdue=listed is Worklist.OVERDUE, awaiting=listed is Worklist.AWAITING,
        ready_to=today if listed is Worklist.READY else None, unsent=listed is Worklist.UNSENT,
        procedure_code=by.procedure_code, holder=by.holder, clerk=by.clerk,
        received_from=by.received_from, received_to=by.received_to,
    )  # fmt: skip
