"""A book read for paper: its numbers in order, each with its whole dossier, a few hundred at a time."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

import msgspec
from sqlalchemy import ColumnElement, Connection, func, select

from dossiers import fold
from dossiers.book_lines import BookLine
from dossiers.books import Book, BookEntry, BookKind
from dossiers.certify import Certified
from dossiers.clock import from_ms
from dossiers.dossier import Dossier
from dossiers.journal import decode
from dossiers.store import schema
from dossiers.store.book_writer import book_of
from dossiers.store.conditions import day_range
from dossiers.store.database import Database

PAGE = 250
"""Numbers read in one turn: a screenful of work for the database thread, and little memory."""

CERTIFICATIONS = frozenset({BookKind.COPIES, BookKind.SIGNATURES, BookKind.TRANSACTIONS})
CERTIFIED_LINE = b'["certified",'
"""How a journal line begins that numbers papers; the signer is in it and nowhere else."""

_book, _entry, _dossier = schema.book, schema.book_entry, schema.dossier


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """Which numbers of a book: all, or those given from a Vietnamese day to a day, both included."""

    book_id: int
    first: date | None = None
    last: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """How many numbers there are, and when the first and the last were given; None where there is none."""

    lines: int
    begun_at: datetime | None
    ended_at: datetime | None


def measure(database: Database, part: Part) -> Measured:
    """Count a part of a book."""
    query = select(func.count(), func.min(_entry.c.at), func.max(_entry.c.at)).where(*_conditions(part))
    with database.begin() as connection:
        lines, begun, ended = connection.execute(query).one()
    if not lines:
        return Measured(lines=0, begun_at=None, ended_at=None)
    return Measured(lines=lines, begun_at=from_ms(begun), ended_at=from_ms(ended))


def read_page(database: Database, part: Part, after: int = 0, limit: int = PAGE) -> tuple[BookLine, ...]:
    """The next numbers of a part after one, in order; empty at its end."""
    query = (
        select(_entry, schema.state.c.state)
        .outerjoin(schema.state, schema.state.c.dossier == _entry.c.dossier)
        .where(*_conditions(part), _entry.c.number > after)
        .order_by(_entry.c.number)
        .limit(limit)
    )
    with database.begin() as connection:
        book = book_of(connection.execute(select(_book).where(_book.c.id == part.book_id)).one())
        rows = connection.execute(query).all()
        keys = {row.dossier for row in rows if row.dossier is not None}
        signers = _signers(connection, keys) if book.kind in CERTIFICATIONS else {}
    return tuple(_lines(book, rows, signers))


def _lines(book: Book, rows: Iterable[Any], signers: dict[BookEntry, str]) -> Iterable[BookLine]:
    """Each state decoded once, however many numbers its dossier bears on the page."""
    known: dict[int, Dossier] = {}
    for row in rows:
        if row.dossier is not None and row.dossier not in known:
            known[row.dossier] = fold.decode_state(row.state)
        entry = BookEntry(
            kind=book.kind, volume=book.volume, year=book.year, number=row.number, symbol=book.symbol,
            template=book.template, paper=row.paper,
        )  # fmt: skip
        yield BookLine(
            entry=entry, at=from_ms(row.at), dossier=known.get(row.dossier), spoiled=row.spoiled or "",
            signer=signers.get(entry, ""),
        )  # fmt: skip


def _signers(connection: Connection, keys: Iterable[int]) -> dict[BookEntry, str]:
    """Who signed under each number, from the deeds themselves."""
    lines = select(schema.journal.c.line).where(
        schema.journal.c.dossier.in_(sorted(keys)),
        func.substr(schema.journal.c.line, 1, len(CERTIFIED_LINE)) == CERTIFIED_LINE,
    )
    deeds = (msgspec.json.decode(decode(line).body, type=Certified) for line in connection.execute(lines).scalars())
    return {entry: deed.signer for deed in deeds for entry in deed.entries}


def _conditions(part: Part) -> list[ColumnElement[bool]]:
    wanted = [_entry.c.book == part.book_id]
    if part.first:
        wanted.append(_entry.c.at >= day_range(part.first)[0])
    if part.last:
        wanted.append(_entry.c.at <= day_range(part.last)[1])
    return wanted
