"""One act on the open desk: what a verb sees while its transaction is open."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

import msgspec

from dossiers import fold
from dossiers.clock import Clock, whole_ms
from dossiers.dossier import Dossier
from dossiers.errors import KnownError, NotFound
from dossiers.journal import Op, encode, link
from dossiers.numbering import band_for, business_day, dossier_code, next_number
from dossiers.office import Office
from dossiers.people import Clerk
from dossiers.procedure import Procedure
from dossiers.store.ledger import Head
from dossiers.store.writer import Count, Writer

FIRST_KINDS = frozenset({"received", "carried_over"})
"""The ops that bring a dossier about; each happens to one identity only once."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Surroundings:
    """What an act needs of its desk; `restored_on` is the day a new epoch began after a restore."""

    clock: Clock
    clerk: Clerk
    office: Callable[[], Office]
    procedure: Callable[[str, date], Procedure]
    has_file: Callable[[str], bool]
    restored_on: date | None


class OpenAct:
    """See `dossiers.acting.Act`."""

    def __init__(self, writer: Writer, head: Head, last_at: datetime, around: Surroundings) -> None:
        self.head = head
        self.last_at = last_at
        self.clerk = around.clerk
        self._writer = writer
        self._around = around
        self._now: datetime | None = None
        self._number: Count | None = None

    @property
    def now(self) -> datetime:
        """This deed's instant: fixed when first asked for, until its line is written."""
        if self._now is None:
            self._now = max(whole_ms(self._around.clock()), self.last_at)
        return self._now

    @property
    def office(self) -> Office:
        """This office; raises NotFound before it is set up."""
        return self._around.office()

    def procedure(self, code: str, on: date) -> Procedure:
        """The version of a procedure in force on a day; raises NotFound."""
        return self._around.procedure(code, on)

    def dossier(self, dossier_id: UUID) -> Dossier:
        """The present state; raises NotFound."""
        found = self._writer.find(dossier_id)
        if found is None:
            raise NotFound("Không có hồ sơ này trong sổ.")
        return found.dossier

    def next_code(self) -> str:
        """The next number of the business day; it counts as taken when the dossier that bears it is written."""
        office, used = self.office, self._writer.counts_of_last_day()
        last_day = used[0].day if used else None
        day = business_day(self.now, last_day)
        band = band_for(office.desk_slot, "own", self._around.restored_on == day)[0]
        last = next((count.last for count in used if (count.day, count.band) == (day, band.first)), None)
        number = next_number(band, last)
        while self._writer.has_code(code := dossier_code(office.unit, day, number)):
            # Carried over from another book under a number the counter now comes by.
            number = next_number(band, number)
        self._number = Count(day, band.first, number)
        return code

    def append(self, kind: str, dossier_id: UUID, body: object) -> Dossier:
        """Journal one op, fold it, and store the new state.

        A dossier received before is returned as it is: pressing F10 twice makes one dossier and takes one number.
        """
        found = self._writer.find(dossier_id)
        before = found.dossier if found else None
        if before is not None and kind in FIRST_KINDS:
            return before
        op = Op(kind=kind, dossier_id=dossier_id, at=self.now, actor=self.clerk.name, body=msgspec.json.encode(body))
        after = fold.apply(before, op)
        self._require_files(before, after)
        line = encode(op)
        head = Head(self.head.epoch, self.head.seq + 1, link(self.head.hash, line))
        self._writer.write(head, line, before, after)
        if self._number and kind in FIRST_KINDS:
            self._writer.count(self._number)
        self.head, self.last_at, self._now, self._number = head, op.at, None, None
        return after

    def _require_files(self, before: Dossier | None, after: Dossier) -> None:
        """A scan that is not yet safe on disk must not be named."""
        known = before.scans if before else ()
        if any(scan not in known and not self._around.has_file(scan.sha256) for scan in after.scans):
            raise KnownError("Có bản quét chưa được lưu xuống đĩa nên chưa gắn vào hồ sơ. Quét lại trang đó.")
