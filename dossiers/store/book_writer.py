"""Books as an open act sees and fills them: the next number, the numbers a dossier bears, the money it paid."""

from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import Connection, bindparam, func, select
from sqlalchemy.dialects.sqlite import insert

from dossiers.books import REGISTERED_ONLY, Book, BookEntry, BookKind
from dossiers.clock import to_ms
from dossiers.dossier import Dossier, FeeReceipt
from dossiers.journal import Op
from dossiers.manage_books import BookOpened, NumberSpoiled
from dossiers.procedure import FeeKind
from dossiers.store import schema

_book, _entry, _payment = schema.book, schema.book_entry, schema.payment
NEWEST = select(_book).where(_book.c.kind == bindparam("kind")).order_by(_book.c.id.desc()).limit(1)
LAST_NUMBER = select(func.max(_entry.c.number)).where(_entry.c.book == bindparam("book"))
BOOK_OF = select(_book.c.id).where(
    _book.c.kind == bindparam("kind"), _book.c.volume == bindparam("volume"), _book.c.year == bindparam("year"),
    _book.c.symbol == bindparam("symbol"),
)  # fmt: skip
ADD_BOOK = _book.insert()
ADD_ENTRY = _entry.insert()
PUT_PAYMENT = insert(_payment)
PUT_PAYMENT = PUT_PAYMENT.on_conflict_do_update(
    set_={name: PUT_PAYMENT.excluded[name] for name in ("refunded_vnd", "voided_at")}
)


class Current(NamedTuple):
    """The newest book of a kind, and the next number it would give; None when it is full."""

    book: Book
    number: int | None


class BookWriter:
    """Reads and fills the books within one open transaction; `epochs` are those since which no line can be missing."""

    def __init__(self, connection: Connection, epochs: frozenset[bytes]) -> None:
        self._execute = connection.execute
        self._epochs = epochs

    def current(self, kind: BookKind, year: int) -> Current | None:
        """The newest book of a kind, of the year unless it is a registered series; with no number where it is full.

        A book from before a restore counts as full: what followed may be on paper already.
        """
        row = self._execute(NEWEST, {"kind": kind.value}).first()
        if row is None or (row.year != year and kind not in REGISTERED_ONLY):
            return None
        if row.epoch not in self._epochs:
            return Current(book_of(row), None)
        last = self._execute(LAST_NUMBER, {"book": row.id}).scalar()
        number = row.first if last is None else last + 1
        return Current(book_of(row), number if row.last is None or number <= row.last else None)

    def enter(self, key: int, epoch: bytes, before: Dossier | None, after: Dossier, at: datetime) -> None:
        """Write the numbers and receipts that are new or changed by a deed of this desk at an instant."""
        known = before.entries if before else ()
        for entry in after.entries:
            if entry not in known:
                row = {"dossier": key, "paper": entry.paper, "at": to_ms(at), "spoiled": None}
                self._execute(ADD_ENTRY, self._place(entry, epoch) | row)
        if before is not None:
            self.amend(key, before, after)
        known_receipts = {receipt.entry for receipt in before.receipts} if before else set()
        for receipt in after.receipts:
            if receipt.entry not in known_receipts:
                self._execute(PUT_PAYMENT, self._place(receipt.entry, epoch) | {"dossier": key} | payment_row(receipt))

    def amend(self, key: int, before: Dossier, after: Dossier) -> None:
        """Write what became of receipts of this desk's books; another desk's receipt stands in that desk's books."""
        known = {receipt.entry: receipt for receipt in before.receipts}
        for receipt in after.receipts:
            if receipt != known.get(receipt.entry, receipt) and (book := self._book(receipt.entry)) is not None:
                place = {"book": book, "number": receipt.entry.number, "dossier": key}
                self._execute(PUT_PAYMENT, place | payment_row(receipt))

    def record(self, op: Op, epoch: bytes, body: object) -> None:
        """What a deed of the office does to the books."""
        if isinstance(body, BookOpened):
            self._execute(ADD_BOOK, book_row(body.book) | {"epoch": epoch})
        elif isinstance(body, NumberSpoiled):
            row = {"dossier": None, "paper": None, "at": to_ms(op.at), "spoiled": body.reason}
            self._execute(ADD_ENTRY, self._place(body.entry, epoch) | row)

    def _place(self, entry: BookEntry, epoch: bytes) -> dict[str, Any]:
        book = self._book(entry)
        if book is None:
            begun = _named(entry) | {"template": entry.template, "first": 1, "last": None, "epoch": epoch}
            book = self._execute(ADD_BOOK, begun).lastrowid
        return {"book": book, "number": entry.number}

    def _book(self, entry: BookEntry) -> int | None:
        found: int | None = self._execute(BOOK_OF, _named(entry)).scalar()
        return found


def _named(entry: BookEntry) -> dict[str, Any]:
    return {"kind": entry.kind.value, "volume": entry.volume, "year": entry.year, "symbol": entry.symbol}


def book_of(row: Any) -> Book:
    """A book from its row."""
    return Book(
        kind=BookKind(row.kind), volume=row.volume, year=row.year, first=row.first, last=row.last, symbol=row.symbol,
        template=row.template,
    )  # fmt: skip


def book_row(book: Book) -> dict[str, Any]:
    """A book as its row."""
    return {
        "kind": book.kind.value, "volume": book.volume, "year": book.year, "symbol": book.symbol,
        "template": book.template, "first": book.first, "last": book.last,
    }  # fmt: skip


def payment_row(receipt: FeeReceipt) -> dict[str, Any]:
    """A receipt as its row: what it came to in phí and in lệ phí."""
    sums = {kind: sum(line.amount_vnd for line in receipt.lines if line.kind is kind) for kind in FeeKind}
    return {
        "at": to_ms(receipt.at), "clerk": receipt.by, "mode": receipt.mode.value, "fee_vnd": sums[FeeKind.FEE],
        "charge_vnd": sums[FeeKind.CHARGE], "refunded_vnd": sum(refund.amount_vnd for refund in receipt.refunds),
        "voided_at": to_ms(receipt.voided_at) if receipt.voided_at else None,
    }  # fmt: skip
