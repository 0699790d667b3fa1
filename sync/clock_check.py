"""This desk's clock beside the province's: a wrong one is said and, if far ahead, confirmed; sync is never refused."""

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

import msgspec

from dossiers.clock import from_ms, to_ms

if TYPE_CHECKING:
    from dossiers.store.desk import Desk

CLOCK = "clock"
"""Under this name: what the last handshake told of the clocks, and what an operator has vouched for since."""

NOTABLE = timedelta(minutes=5)
FAR_AHEAD = timedelta(hours=36)


class Clocks(msgspec.Struct, frozen=True):
    """`offset_ms` is the province's clock minus this desk's at `heard_at_ms` of the province's; see SYNC 3.11."""

    offset_ms: int
    heard_at_ms: int
    confirmed_at_ms: int = 0


def note(desk: "Desk", offset_ms: int, province_at_ms: int) -> None:
    """Keep what a verified reply says of the time; an older reply says nothing new."""
    known = read(desk)
    if known is None or province_at_ms >= known.heard_at_ms:
        confirmed = known.confirmed_at_ms if known else 0
        _keep(desk, Clocks(offset_ms, province_at_ms, confirmed))


def read(desk: "Desk") -> Clocks | None:
    """What is known of the clocks; None before the first handshake."""
    kept = desk.wire.get(CLOCK)
    return msgspec.json.decode(kept, type=Clocks) if kept else None


def must_confirm(desk: "Desk", now: datetime) -> bool:
    """Whether this clock is so far beyond all that was heard or vouched for that a person must say it is right."""
    known = read(desk)
    if known is None:
        return False
    return now - from_ms(max(known.heard_at_ms, known.confirmed_at_ms)) > FAR_AHEAD


def confirm(desk: "Desk", now: datetime) -> None:
    """The operator has looked at the calendar on the wall: it is as late as this clock says."""
    known = read(desk)
    if known is not None:
        _keep(desk, msgspec.structs.replace(known, confirmed_at_ms=to_ms(now)))


def is_notable(offset_ms: int) -> bool:
    """Whether a clock is so far off that a person should set it right."""
    return abs(offset_ms) > NOTABLE / timedelta(milliseconds=1)


def _keep(desk: "Desk", clocks: Clocks) -> None:
    desk.wire.set(CLOCK, msgspec.json.encode(clocks))
