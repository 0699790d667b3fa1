"""What the settings ask and change: office, series, machines; run on the database thread."""

from dataclasses import replace
from typing import TYPE_CHECKING

from dossiers.books import Book, BookKind
from dossiers.errors import Impossible, InvalidInput
from dossiers.manage_books import open_book
from dossiers.office import Devices, Office
from dossiers.people import Right
from dossiers.permissions import needs

if TYPE_CHECKING:
    from desktop.jobs import Desk
    from dossiers.store.books import BookState as BookState


@needs(Right.OFFICE)
def keep_office(desk: "Desk", office: Office) -> Office:
    """Change the letterhead; the unit stays once dossiers carry it."""
    if office.unit != desk.office.unit and desk.journal.count():
        raise Impossible("Đã có hồ sơ mang mã định danh này nên không đổi được nữa.")
    desk.set_office(replace(office, training=desk.office.training))
    return desk.office


@needs(Right.MACHINES)
def keep_devices(desk: "Desk", devices: Devices) -> Devices:
    """Choose machines."""
    desk.set_devices(devices)
    return desk.devices


def read_series(desk: "Desk") -> "tuple[BookState, ...]":
    """The registered series of fee receipts, the newest first."""
    return tuple(each for each in desk.books.all() if each.book.kind is BookKind.FEE_RECEIPTS)


def register_series(desk: "Desk", book: Book) -> "tuple[BookState, ...]":
    """Open a series; raises InvalidInput where it is not registered in full or one that is open has its numbers."""
    for each in read_series(desk):
        same = (each.book.template, each.book.symbol, each.book.year) == (book.template, book.symbol, book.year)
        if same and book.first <= (each.book.last or book.first) and (book.last or book.first) >= each.book.first:
            raise InvalidInput("Dải số này trùng với một dải đã mở cùng mẫu số và ký hiệu.", field="first")
    desk.do(open_book, book)
    return read_series(desk)
