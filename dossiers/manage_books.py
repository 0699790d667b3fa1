"""Open a book after a paper one or a registered series, and account for a number that was spoiled on paper."""

from dataclasses import dataclass, replace
from uuid import UUID

from dossiers.acting import Act, require_clerk
from dossiers.books import BOOK_WORDS, REGISTERED_ONLY, SYMBOLS, Book, BookEntry, BookKind
from dossiers.errors import InvalidInput
from dossiers.names import nfc


@dataclass(frozen=True, slots=True, kw_only=True)
class BookOpened:
    """The body of op `book_opened`."""

    book: Book


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberSpoiled:
    """The body of op `number_spoiled`: a number that no dossier bears, and why."""

    entry: BookEntry
    reason: str


def open_book(act: Act, book: Book) -> UUID:
    """Begin a book: the next number drawn of its kind and year is its first; raises InvalidInput for a bad range."""
    require_clerk(act.clerk)
    if not 1 <= book.first <= 9_999_999:
        raise InvalidInput("Số bắt đầu phải từ 1 đến 9999999.", field="first")
    if book.last is not None and book.last < book.first:
        raise InvalidInput("Số cuối nhỏ hơn số bắt đầu.", field="last")
    if not nfc(book.volume):
        raise InvalidInput("Chưa ghi quyển số.", field="volume")
    if book.kind in REGISTERED_ONLY and not (book.template and book.symbol and book.last):
        raise InvalidInput(
            "{book} cần đủ mẫu số, ký hiệu và dải số đã đăng ký.", field="template", book=BOOK_WORDS[book.kind]
        )
    cited = replace(book, volume=nfc(book.volume), symbol=nfc(book.symbol) or SYMBOLS.get(book.kind, ""))
    return act.record("book_opened", BookOpened(book=cited))


def spoil_number(act: Act, kind: BookKind, reason: str) -> UUID:
    """Use up the next number of a book without a dossier, as when a paper line was written wrongly; needs a reason."""
    require_clerk(act.clerk)
    if not nfc(reason):
        raise InvalidInput("Chưa ghi lý do bỏ số.", field="reason")
    return act.record("number_spoiled", NumberSpoiled(entry=act.draw(kind), reason=nfc(reason)))
