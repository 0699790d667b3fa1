"""One act on the open desk: what a verb sees while its transaction is open."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

import msgspec
from sqlalchemy.exc import IntegrityError

from dossiers import fold, records
from dossiers.books import REGISTERED_ONLY, SYMBOLS, Book, BookEntry, BookKind
from dossiers.calendars import WorkCalendar
from dossiers.clock import Clock, local_date, whole_ms
from dossiers.dossier import Dossier
from dossiers.errors import KnownError, NotFound
from dossiers.ids import new_id
from dossiers.journal import Op, encode, link
from dossiers.numbering import DESKS, band_for, business_day, dossier_code
from dossiers.office import Office
from dossiers.people import Clerk
from dossiers.permissions import require_deed
from dossiers.procedure import Procedure
from dossiers.store.lan import Lan
from dossiers.store.ledger import Head
from dossiers.store.writer import Count, Writer, draw

IN_HAND = 0
"""Where numbers the hub gave are counted: no band of this desk's own, but the day must never go back."""

FIRST_KINDS = frozenset({"received", "carried_over"})
"""The ops that bring a dossier about; each happens to one identity only once."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Surroundings:
    """What an act needs of its desk; `restored_on` is the day a new epoch began after a restore."""

    clock: Clock
    clerk: Clerk
    office: Callable[[], Office]
    calendar: Callable[[], WorkCalendar]
    procedure: Callable[[str, date], Procedure]
    has_file: Callable[[str], bool]
    restored_on: date | None
    lan: Lan


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
        self._drawn: dict[Book, int] = {}

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

    @property
    def calendar(self) -> WorkCalendar:
        """When this office works."""
        return self._around.calendar()

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
        number = self._around.lan.in_hand(day)
        if number and not self._writer.has_code(code := dossier_code(office.unit, day, number)):
            # The hub gave it beforehand: nobody waits for the network while a citizen does.
            uses = next((count.last for count in used if (count.day, count.band) == (day, IN_HAND)), 0)
            self._number = Count(day, IN_HAND, uses + 1)
            return code
        if number:
            # A clone of this desk has used it already.
            self._around.lan.use_hand()
        hub = self._around.lan.standing().hub_on(day)
        restored = self._around.restored_on == day or self._writer.recovered(office.unit, day)
        self._number = draw(self._writer, office.unit, band_for(office.desk_slot, hub, restored), day)
        return dossier_code(office.unit, day, self._number.last)

    def append(self, kind: str, dossier_id: UUID, body: object) -> Dossier:
        """Journal one op, fold it, and store the new state.

        A dossier received before is returned as it is: pressing F10 twice makes one dossier and takes one number.
        Raises Impossible where the clerk may not.
        """
        require_deed(self.clerk, kind)
        found = self._writer.find(dossier_id)
        before = found.dossier if found else None
        if before is not None and kind in FIRST_KINDS:
            self._forget()
            return before
        op = self._op(kind, dossier_id, body)
        after = fold.apply(before, op)
        self._require_files(before, after)
        line, head = self._next_line(op)
        self._writer.write(head, line, op.at, before, after)
        if self._number and kind in FIRST_KINDS:
            self._writer.count(self._number)
            if self._number.band == IN_HAND:
                self._around.lan.use_hand()
        self.head, self.last_at = head, op.at
        self._forget()
        return after

    def record(self, kind: str, body: object) -> UUID:
        """Journal one deed of the office that belongs to no dossier; raises Impossible where the clerk may not."""
        require_deed(self.clerk, kind)
        op = self._op(kind, new_id(self.now), body)
        line, head = self._next_line(op)
        try:
            self._writer.record(head, line, op, records.read(op))
        except IntegrityError as error:
            raise KnownError("Quyển sổ này đã mở. Chọn số quyển khác.") from error
        self.head, self.last_at = head, op.at
        self._forget()
        return op.dossier_id

    def has_book(self, kind: BookKind) -> bool:
        """Whether a book of this kind is open and not full."""
        current = self._writer.books.current(kind, local_date(self.now).year)
        return current is not None and current.number is not None

    def draw(self, kind: BookKind, paper: int | None = None) -> BookEntry:
        """The next number of the year's book of a kind; a book that needs no registration begins by itself."""
        year = local_date(self.now).year
        book, number = self._drawn_last(kind) or self._writer.books.current(kind, year) or (None, None)
        if book is None or number is None or (book.last is not None and number > book.last):
            book = self._next_book(kind, year, book)
            number = book.first
        self._drawn[book] = number
        return BookEntry(
            kind=kind, volume=book.volume, year=book.year, number=number, symbol=book.symbol,
            template=book.template, paper=paper,
        )  # fmt: skip

    def _drawn_last(self, kind: BookKind) -> tuple[Book, int] | None:
        """The book this act last drew from and not yet wrote in, and the number after that."""
        book = next((each for each in reversed(self._drawn) if each.kind is kind), None)
        return (book, self._drawn[book] + 1) if book is not None else None

    def _next_book(self, kind: BookKind, year: int, full: Book | None) -> Book:
        """The year's first volume, or the one after a full one; it begins with the first number written in it.

        Desks of one office own different volumes: the first of desk 2 is 02, and its next ones follow at intervals
        of the number of desks, so that no two desks ever begin the same.
        """
        if kind in REGISTERED_ONLY:
            raise KnownError("Dải số biên lai đã hết hoặc chưa đăng ký. Mở Thiết lập để nhập dải số mới.")
        volume = int(full.volume) + DESKS if full and full.volume.isdigit() else self.office.desk_slot
        return Book(kind=kind, volume=f"{volume:02d}", year=year, symbol=SYMBOLS.get(kind, ""))

    def _op(self, kind: str, identity: UUID, body: object) -> Op:
        return Op(kind=kind, dossier_id=identity, at=self.now, actor=self.clerk.name, body=msgspec.json.encode(body))

    def _next_line(self, op: Op) -> tuple[bytes, Head]:
        line = encode(op)
        return line, Head(self.head.epoch, self.head.seq + 1, link(self.head.hash, line))

    def _forget(self) -> None:
        """A line is written: the next deed has its own instant and numbers."""
        self._now, self._number, self._drawn = None, None, {}

    def _require_files(self, before: Dossier | None, after: Dossier) -> None:
        """A scan that is not yet safe on disk must not be named."""
        known = {scan.sha256 for scan in before.scans} if before else set()
        if any(scan.sha256 not in known and not self._around.has_file(scan.sha256) for scan in after.scans):
            raise KnownError("Có bản quét chưa được lưu xuống đĩa nên chưa gắn vào hồ sơ. Quét lại trang đó.")
