"""Hold the books against the journal: every number and every receipt is what states and office deeds say, no other."""

from collections.abc import Iterator
from typing import NamedTuple

from sqlalchemy import select

from dossiers import fold, records
from dossiers.books import BookEntry
from dossiers.dossier import Dossier
from dossiers.journal import decode
from dossiers.manage_books import NumberSpoiled
from dossiers.records import RECORDS
from dossiers.store import schema
from dossiers.store.book_writer import payment_row
from dossiers.store.database import Database

_book, _entry, _payment = schema.book, schema.book_entry, schema.payment

NAMES = (_book.c.kind, _book.c.volume, _book.c.year, _book.c.symbol)
MONEY = ("clerk", "mode", "fee_vnd", "charge_vnd", "refunded_vnd", "voided_at")


class Numbered(NamedTuple):
    """A number as either side knows it: its book, its place there, who bears it, and the money behind it."""

    book: str
    number: int
    dossier: int
    paper: int
    money: tuple[object, ...]


def faults(database: Database) -> Iterator[str]:
    """A sentence for each number on which the books and the journal differ."""
    differing = set(_written(database)) ^ set(_told(database))
    for book, number in sorted({(each.book, each.number) for each in differing}):
        yield f"Sổ {book}, số {number}: không khớp với nhật ký."


def _written(database: Database) -> Iterator[Numbered]:
    query = (
        select(
            *NAMES, _entry.c.number, _entry.c.dossier, _entry.c.paper, *(_payment.c[column] for column in MONEY),
        )
        .join(_entry, _entry.c.book == _book.c.id)
        .outerjoin(_payment, (_payment.c.book == _entry.c.book) & (_payment.c.number == _entry.c.number))
    )
    with database.begin() as connection:
        for row in connection.execute(query):
            book, money = _cover(row.kind, row.volume, row.year, row.symbol), tuple(row[-len(MONEY) :])
            paid = money if row.clerk is not None else ()
            yield Numbered(book, row.number, row.dossier or 0, _place(row.paper), paid)


def _told(database: Database) -> Iterator[Numbered]:
    state, journal = schema.state, schema.journal
    with database.begin() as connection:
        here = {_cover(*row) for row in connection.execute(select(*NAMES))}
        shared = set(connection.execute(select(schema.foreign_line.c.dossier).distinct()).scalars())
        for key, data in connection.execute(select(state.c.dossier, state.c.state)):
            told = _of_dossier(key, fold.decode_state(data))
            # What another desk wrote in its own book is for that desk to account for.
            yield from (each for each in told if key not in shared or each.book in here)
        deeds = select(journal.c.line).where(journal.c.dossier.is_(None), journal.c.epoch == journal.c.origin_epoch)
        for line in connection.execute(deeds).scalars():
            op = decode(line)
            body = records.read(op) if op.kind in RECORDS else None
            if isinstance(body, NumberSpoiled):
                yield _named(body.entry, 0, ())


def _of_dossier(key: int, dossier: Dossier) -> Iterator[Numbered]:
    money = {receipt.entry: payment_row(receipt) for receipt in dossier.receipts}
    for entry in dossier.entries:
        row = money.get(entry)
        yield _named(entry, key, tuple(row[column] for column in MONEY) if row else ())


def _named(entry: BookEntry, dossier: int, money: tuple[object, ...]) -> Numbered:
    book = _cover(entry.kind.value, entry.volume, entry.year, entry.symbol)
    return Numbered(book, entry.number, dossier, _place(entry.paper), money)


def _cover(kind: str, volume: str, year: int, symbol: str) -> str:
    return f"{kind} {volume}/{year} {symbol}"


def _place(paper: int | None) -> int:
    return -1 if paper is None else paper
