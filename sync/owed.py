"""The days of reception still to be compared with the province: kept until an answer to them has arrived."""

from collections.abc import Collection
from datetime import date
from typing import TYPE_CHECKING

import msgspec

if TYPE_CHECKING:
    from dossiers.store.desk import Desk

OWED = "days_to_compare"


def read(desk: "Desk") -> set[date]:
    """The days of which lines have gone and that were not compared since."""
    kept = desk.wire.get(OWED)
    return set(msgspec.json.decode(kept, type=tuple[date, ...])) if kept else set()


def add(desk: "Desk", days: Collection[date]) -> None:
    """Lines about dossiers of these days have gone; a line that breaks now must not let the comparison be forgotten."""
    owed = read(desk)
    if not owed.issuperset(days):
        _keep(desk, owed | set(days))


def settle(desk: "Desk", days: Collection[date]) -> None:
    """These were compared, and what differed was told anew."""
    owed = read(desk)
    if not owed.isdisjoint(days):
        _keep(desk, owed - set(days))


def _keep(desk: "Desk", days: set[date]) -> None:
    desk.wire.set(OWED, msgspec.json.encode(sorted(days)))
