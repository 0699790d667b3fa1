"""Reads of the books: which there are, where they stand, their numbers one by one, and whether any is missing."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import func, select

from dossiers.books import BOOK_WORDS, Book, BookKind
from dossiers.clock import from_ms
from dossiers.status import Status
from dossiers.store import schema
from dossiers.store.book_writer import book_of
from dossiers.store.database import Database

_book, _entry, _dossier, _payment = schema.book, schema.book_entry, schema.dossier, schema.payment


@dataclass(frozen=True, slots=True, kw_only=True)
class BookState:
    """A book and where it stands: `used` numbers so far, `next_number` None when it is full."""

    id: int
    book: Book
    used: int
    next_number: int | None

    @property
    def words(self) -> str:
        """As lists name it: 'Sổ chứng thực bản sao, quyển 01/2026-SCT/BS'."""
        return f"{BOOK_WORDS[self.book.kind]}, quyển {self.book.cover}"

    @property
    def left(self) -> int | None:
        """How many numbers it still has; None where its range has no end."""
        if self.book.last is None:
            return None
        return self.book.last - self.next_number + 1 if self.next_number is not None else 0


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberRow:
    """One number of a book: the dossier that bears it, or why none does; `void` where dossier or receipt is void."""

    number: int
    at: datetime
    dossier_id: UUID | None
    code: str
    paper: int | None
    spoiled: str
    void: bool


class Books:
    """Reads of the books; only deeds write them."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def all(self) -> tuple[BookState, ...]:
        """Every book, the newest first."""
        count = func.count(_entry.c.number).label("used")
        query = select(_book, count).outerjoin(_entry, _entry.c.book == _book.c.id).group_by(_book.c.id)
        with self._database.begin() as connection:
            return tuple(_state(row) for row in connection.execute(query.order_by(_book.c.id.desc())))

    def current(self, kind: BookKind) -> BookState | None:
        """The newest book of a kind."""
        return next((each for each in self.all() if each.book.kind is kind), None)

    def numbers(self, book_id: int, first: int = 1, limit: int = 500) -> tuple[NumberRow, ...]:
        """The numbers of a book from one on, in order."""
        query = (
            select(_entry, _dossier.c.uid, _dossier.c.code, _dossier.c.status, _payment.c.voided_at)
            .outerjoin(_dossier, _dossier.c.id == _entry.c.dossier)
            .outerjoin(_payment, (_payment.c.book == _entry.c.book) & (_payment.c.number == _entry.c.number))
            .where(_entry.c.book == book_id, _entry.c.number >= first)
            .order_by(_entry.c.number)
            .limit(limit)
        )
        with self._database.begin() as connection:
            return tuple(_number(row) for row in connection.execute(query))

    def gaps(self) -> Iterator[str]:
        """A sentence for each run of numbers between the first and the last that nothing accounts for."""
        before = func.lag(_entry.c.number).over(partition_by=_entry.c.book, order_by=_entry.c.number)
        pairs = select(_entry.c.book, _entry.c.number, (before + 1).label("after")).subquery()
        expected = func.coalesce(pairs.c.after, _book.c.first)
        query = select(_book.c.id, expected.label("expected"), pairs.c.number).join(pairs, pairs.c.book == _book.c.id)
        words = {state.id: state.words for state in self.all()}
        with self._database.begin() as connection:
            for row in connection.execute(query.where(pairs.c.number != expected)):
                until = f" đến {row.number - 1}" if row.number - 1 > row.expected else ""
                yield f"{words[row.id]}: thiếu số {row.expected}{until}."


def _state(row: Any) -> BookState:
    book = book_of(row)
    number = book.first + row.used
    return BookState(
        id=row.id, book=book, used=row.used, next_number=number if book.last is None or number <= book.last else None
    )


def _number(row: Any) -> NumberRow:
    return NumberRow(
        number=row.number, at=from_ms(row.at), dossier_id=UUID(bytes=row.uid) if row.uid else None,
        code=row.code or "", paper=row.paper, spoiled=row.spoiled or "",
        void=row.voided_at is not None or row.status == Status.VOIDED.value,
    )  # fmt: skip
