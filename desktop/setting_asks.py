"""What the settings ask and change: office, people, machines; run on the database thread."""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from dossiers.books import Book, BookKind
from dossiers.errors import Impossible, InvalidInput
from dossiers.manage_books import open_book
from dossiers.office import Devices, Office
from dossiers.people import Clerk, Role

if TYPE_CHECKING:
    from desktop.jobs import Desk
    from dossiers.store.books import BookState as BookState


@dataclass(frozen=True, slots=True)
class People:
    """Who has a way in, and whether whoever asks may change that."""

    clerks: tuple[Clerk, ...]
    me: Clerk

    @property
    def may_change(self) -> bool:
        """Administrators only."""
        return self.me.role is Role.ADMINISTRATOR


def read_people(desk: "Desk") -> People:
    """Everybody with a seat."""
    from dossiers.store.vault import seats

    return People(tuple(Clerk(name=seat.name, role=seat.role) for seat in seats(desk.home)), desk.clerk)


def add_person(desk: "Desk", clerk: Clerk, secret: str) -> People:
    """Let one more user in."""
    desk.vault.add(clerk, secret)
    return read_people(desk)


def remove_person(desk: "Desk", name: str) -> People:
    """Take a user's way in away."""
    desk.vault.remove(name)
    return read_people(desk)


def change_secret(desk: "Desk", secret: str) -> People:
    """Give whoever is signed in a new secret."""
    desk.vault.change(secret)
    return read_people(desk)


def keep_office(desk: "Desk", office: Office) -> Office:
    """Change the letterhead; the unit stays once dossiers carry it."""
    if desk.clerk.role is not Role.ADMINISTRATOR:
        raise Impossible("Chỉ người quản trị được sửa thông tin cơ quan.")
    if office.unit != desk.office.unit and desk.journal.count():
        raise Impossible("Đã có hồ sơ mang mã định danh này nên không đổi được nữa.")
    desk.set_office(replace(office, training=desk.office.training))
    return desk.office


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
