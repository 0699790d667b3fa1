"""Books written out, to paper or to a file: read page by page while the desk works on, and whole or not at all."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, TypeVar

from desktop.form_words import read_words
from desktop.people_asks import note_export
from dossiers.book_lines import BookLine
from dossiers.books import BOOK_WORDS, Book
from dossiers.clock import local_date
from dossiers.errors import KnownError
from dossiers.office import Office

if TYPE_CHECKING:
    from desktop.jobs import Desk
    from dossiers.store.books import BookState
    from dossiers.store.register_pages import Part
    from printing.forms.books import Layout
    from printing.forms.register import Extent

T = TypeVar("T")


class Ask(Protocol):
    """How to reach the database thread and wait for its answer: `jobs.wait`, or a call on an open desk."""

    def __call__(self, fn: "Callable[[Desk], T]", /) -> T:
        """The answer of `fn(desk)`."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """Which numbers of which book, and whether the follow-up register takes its narrow layout."""

    state: "BookState"
    first: date | None = None
    last: date | None = None
    short: bool = False


@dataclass(slots=True)
class Progress:
    """How far a book is: written by whoever draws it, read by the window; `stop` goes the other way."""

    total: int = 0
    done: int = 0
    stop: bool = False

    def reached(self, lines: int) -> None:
        """So many lines are done."""
        self.done = lines


@dataclass(frozen=True, slots=True)
class Source:
    """What a book is drawn from: its measure, its lines still to be read, and the office it belongs to."""

    book: Book
    lines: Iterator[BookLine]
    extent: "Extent"
    office: Office
    at: datetime
    layout: "Layout"


def draw_book(ask: Ask, wanted: Wanted, progress: Progress) -> bytes:
    """The PDF of a book; raises KnownError where there is nothing in it, and Stopped when asked to."""
    from io import BytesIO

    from printing.forms import books

    source, out = _open(ask, wanted, progress), BytesIO()
    books.render(
        out, source.book.kind, source.layout, source.lines, source.extent, source.office, source.at,
        overrides=ask(read_words), progress=lambda _, lines: progress.reached(lines), stop=lambda: progress.stop,
    )  # fmt: skip
    return out.getvalue()


def save_pdf(ask: Ask, wanted: Wanted, file: Path, progress: Progress) -> None:
    """Write a book to a PDF file; what stood there stays until the whole is written."""
    from dossiers.store.durable import write_whole

    _note(ask, wanted.state.book)
    write_whole(file, [draw_book(ask, wanted, progress)])


def save_xlsx(ask: Ask, wanted: Wanted, file: Path, progress: Progress) -> None:
    """Write a book to a spreadsheet; what stood there stays until the whole is written."""
    from dossiers.spreadsheet import write

    _note(ask, wanted.state.book)
    source = _open(ask, wanted, progress)
    rows = source.layout.rows(source.lines, source.office)
    write(file, source.layout.headings, rows, progress=progress.reached, stop=lambda: progress.stop)


def _note(ask: Ask, book: Book) -> None:
    ask(lambda desk: note_export(desk, f"{BOOK_WORDS[book.kind]} {book.cover}"))


def _open(ask: Ask, wanted: Wanted, progress: Progress) -> Source:
    from dossiers.store.register_pages import Part, measure
    from printing.forms.books import layout_of
    from printing.forms.register import Extent

    book, part = wanted.state.book, Part(book_id=wanted.state.id, first=wanted.first, last=wanted.last)
    found, office, at = ask(lambda desk: (measure(desk.database, part), desk.office, desk.clock()))
    if found.begun_at is None or found.ended_at is None:
        raise KnownError("Sổ chưa có số nào trong những ngày này. Chọn khoảng ngày khác.")
    progress.total = found.lines
    first, last = part.first or local_date(found.begun_at), part.last or local_date(found.ended_at)
    return Source(
        book=book, lines=_lines(ask, part), extent=Extent(first=first, last=last, volume=book.cover),
        office=office, at=at, layout=layout_of(book.kind, short=wanted.short),
    )  # fmt: skip


def _lines(ask: Ask, part: "Part") -> Iterator[BookLine]:
    """Every line in order; between two pages the database thread serves the counter."""
    page = ask(partial(_read_page, part=part, after=0))
    while page:
        yield from page
        page = ask(partial(_read_page, part=part, after=page[-1].entry.number))


def _read_page(desk: "Desk", part: "Part", after: int) -> tuple[BookLine, ...]:
    from dossiers.store.register_pages import read_page

    return read_page(desk.database, part, after)
