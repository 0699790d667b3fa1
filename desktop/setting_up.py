"""Set up an office from the answers of the first-run wizard or of `motcua office setup`: one way for both."""

import shutil
from dataclasses import dataclass, field
from pathlib import Path

from desktop.people_asks import add_person, give_first_secret
from dossiers.acting import Act
from dossiers.books import Book
from dossiers.carry_over import OpenCase, carry_over
from dossiers.clock import Clock
from dossiers.errors import InvalidInput
from dossiers.manage_books import open_book
from dossiers.office import Devices, Office
from dossiers.people import Clerk
from dossiers.store.desk import Desk
from dossiers.store.vault import Vault, create_home


@dataclass(frozen=True, slots=True, kw_only=True)
class Answers:
    """What the set-up asks: the office, its machines, its first administrator, the books that follow paper ones."""

    office: Office
    first: Clerk
    devices: Devices = field(default_factory=Devices)
    clerks: tuple[tuple[Clerk, str], ...] = ()
    books: tuple[Book, ...] = ()
    open_cases: tuple[OpenCase, ...] = ()


def set_up(home: Path, answers: Answers, secret: str, clock: Clock, machine: str = "") -> None:
    """Make the home, seat the clerks, keep the answers and carry open dossiers over.

    The secrets of `answers.clerks` are first ones, and the administrator's is where it is `given`: each of them
    chooses another before their first deed.
    Raises KnownError with nothing left behind: a home is set up whole or not at all.
    """
    names = [answers.first.name, *(clerk.name for clerk, _ in answers.clerks)]
    if len(set(names)) < len(names):
        raise InvalidInput("Hai người dùng trùng tên. Thêm chữ để phân biệt.", field="clerks")
    vault = create_home(home, answers.first, secret, clock)
    try:
        furnish(home, vault, answers, clock, machine)
    except BaseException:
        shutil.rmtree(home, ignore_errors=True)
        raise


def furnish(home: Path, vault: Vault, answers: Answers, clock: Clock, machine: str) -> None:
    """Fill a home just made with what the set-up was told."""
    desk = Desk.open(home, vault, clock, machine=machine)
    try:
        for clerk, clerk_secret in answers.clerks:
            add_person(desk, clerk, clerk_secret)
        desk.set_office(answers.office)
        desk.set_devices(answers.devices)
        for book in answers.books:
            desk.do(open_book, book)
        if answers.open_cases:
            desk.do(carry_over_all, answers.open_cases)
        if answers.first.given:  # last of all, for it stops every deed
            give_first_secret(desk, answers.first.name)
    finally:
        desk.close()


def carry_over_all(act: Act, cases: tuple[OpenCase, ...]) -> int:
    """Carry every case over in one transaction: all of them, or none."""
    for case in cases:
        carry_over(act, case)
    return len(cases)
