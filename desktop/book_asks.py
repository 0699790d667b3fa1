"""What the books' screen asks of the desk: books and their numbers, the shift's money, and counts of cash."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from dossiers.books import Book
from dossiers.cash import Shift, counted, shift
from dossiers.cash_count import CashCounted, count_cash
from dossiers.clock import from_ms, local_date
from dossiers.manage_books import open_book

if TYPE_CHECKING:
    from desktop.jobs import Desk
    from dossiers.store.books import BookState as BookState
    from dossiers.store.books import NumberRow as NumberRow
    from dossiers.store.records_read import Recorded as Recorded
    from dossiers.store.till import Taken as Taken

SHORT_REGISTER = "short_register"
COUNTED = "cash_counted"
COUNTS_SHOWN = timedelta(days=31)
NEXT_MOMENT = timedelta(milliseconds=1)
"""A shift begins with the first instant that the one before did not count."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shelf:
    """Every book, the newest first, what is missing in them, and whether the follow-up register prints narrow."""

    states: "tuple[BookState, ...]"
    gaps: tuple[str, ...]
    short: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class TillState:
    """The shift since the last count, or since this morning where there was none; receipts in the order of numbers."""

    shift: Shift
    taken: "tuple[Taken, ...]"
    counts: "tuple[Recorded, ...]"


def read_shelf(desk: "Desk") -> Shelf:
    """The books as they stand."""
    return Shelf(
        states=desk.books.all(), gaps=tuple(desk.books.gaps()), short=bool(desk.setting(SHORT_REGISTER, default=False))
    )


def keep_short(desk: "Desk", *, short: bool) -> None:
    """Remember how the follow-up register is laid out at this desk."""
    desk.set_setting(SHORT_REGISTER, short)


def read_numbers(desk: "Desk", book_id: int, first: int, limit: int) -> "tuple[NumberRow, ...]":
    """Some numbers of a book."""
    return desk.books.numbers(book_id, first, limit)


def begin_book(desk: "Desk", book: Book) -> Shelf:
    """Open a book, and say how the books stand then."""
    desk.do(open_book, book)
    return read_shelf(desk)


def read_till(desk: "Desk") -> TillState:
    """The money of the shift that is under way."""
    now = desk.clock()
    begun_at = _begun_at(desk, now)
    taken = desk.till.since(begun_at)
    entries = {each.receipt.entry: each for each in taken}
    found = shift((each.receipt for each in taken), begun_at, now)
    moved = (*found.receipts, *(payout.receipt for payout in found.payouts))
    return TillState(
        shift=found,
        taken=tuple(entries[entry] for entry in dict.fromkeys(receipt.entry for receipt in moved)),
        counts=desk.records.of(COUNTED, now - COUNTS_SHOWN, now),
    )


def count_till(desk: "Desk", notes: Mapping[int, int], reason: str) -> tuple[Shift, CashCounted]:
    """End the shift now and record what is in the till; raises InvalidInput where a difference has no reason."""
    found = read_till(desk).shift
    count = counted(notes, found, reason)
    desk.do(count_cash, count)
    return found, count


def shift_of(desk: "Desk", count: CashCounted) -> Shift:
    """The shift of a former count, as it was then."""
    begun_at, ended_at = from_ms(count.from_ms), from_ms(count.to_ms)
    return shift((each.receipt for each in desk.till.since(begun_at)), begun_at, ended_at)


def _begun_at(desk: "Desk", now: datetime) -> datetime:
    from dossiers.store.conditions import start_of

    last = desk.records.latest(COUNTED)
    return from_ms(last.body.to_ms) + NEXT_MOMENT if last else start_of(local_date(now))
