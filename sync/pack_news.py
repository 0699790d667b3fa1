"""What a reference pack changed when it was put into force here, and from which day that holds."""

from datetime import date
from typing import TYPE_CHECKING

import msgspec

from dossiers.calendar_diff import compare_calendars
from dossiers.calendars import WorkCalendar, read_days
from dossiers.catalogue import Catalogue
from dossiers.catalogue_diff import compare
from dossiers.clock import local_date, to_ms

if TYPE_CHECKING:
    from dossiers.store.desk import Desk

NAMES = ("catalogue", "holidays", "forms", "desk_keys")
UNWEIGHED_DAYS = "days_before_pack"
"""The setting with the office's own days from before a pack, as JSON, until a person has weighed what it touches."""


class PackNews(msgspec.Struct, frozen=True):
    """An edition in force: when it came, how many procedures or days it changed, and the first day that holds.

    `from_on` is None where nothing here changed.
    """

    name: str
    number: int
    came_at_ms: int
    changes: int
    from_on: date | None


def note(desk: "Desk", name: str, number: int, content: bytes, before: tuple[Catalogue, WorkCalendar]) -> None:
    """Keep what the pack just put into force has changed; `before` is how the desk stood until then."""
    now = desk.clock()
    changed = _changed(desk, name, content, before, local_date(now))
    told = PackNews(name, number, to_ms(now), len(changed), min(changed, default=None))
    desk.wire.set(_key(name), msgspec.json.encode(told))


def read(desk: "Desk") -> tuple[PackNews, ...]:
    """The packs in force, the one that came last first."""
    kept = (desk.wire.get(_key(name)) for name in NAMES)
    told = (msgspec.json.decode(data, type=PackNews) for data in kept if data)
    return tuple(sorted(told, key=lambda each: -each.came_at_ms))


def _changed(
    desk: "Desk", name: str, content: bytes, before: tuple[Catalogue, WorkCalendar], today: date
) -> list[date]:
    """The day from which each change holds."""
    catalogue, calendar = before
    match name:
        case "catalogue":
            return [change.from_on for change in compare(catalogue, desk.catalogue)]
        case "holidays":
            days = sorted(read_days(content))
            return [change.day for day in days for change in compare_calendars(calendar, desk.calendar, day, day)]
        case _:
            return [today]


def _key(name: str) -> str:
    return f"pack_news.{name}"
