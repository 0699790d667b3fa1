"""Put on record that the office's calendar changed: by which notice, on which days; moved dates are their own ops."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from dossiers.acting import Act, require_clerk
from dossiers.errors import InvalidInput
from dossiers.names import nfc


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarChanged:
    """The body of op `calendar_changed`."""

    notice: str
    days: tuple[date, ...]


def note_calendar_change(act: Act, notice: str, days: tuple[date, ...]) -> UUID:
    """Record it; raises InvalidInput without the notice the change rests on."""
    require_clerk(act.clerk)
    if not nfc(notice):
        raise InvalidInput("Chưa ghi số thông báo lịch nghỉ.", field="notice")
    return act.record("calendar_changed", CalendarChanged(notice=nfc(notice), days=days))
