"""Who may come in, how they stand, and what is on record of them; run on the database thread."""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from dossiers.access import Access, Entry, Wanted
from dossiers.people import Clerk, Right
from dossiers.permissions import WITHHELD_FROM_CLERKS, Standing, needs, rights_of

if TYPE_CHECKING:
    from desktop.jobs import Desk


@dataclass(frozen=True, slots=True)
class People:
    """Who has a way in and how they stand, and whether whoever asks may change that."""

    clerks: tuple[Clerk, ...]
    me: Clerk

    @property
    def may_change(self) -> bool:
        """Whether whoever asks looks after the people."""
        return Right.PEOPLE in rights_of(self.me)


def read_people(desk: "Desk") -> People:
    """Everybody with a seat."""
    from dossiers.store.vault import seats

    clerks = (desk.seating.seated(Clerk(name=seat.name, role=seat.role)) for seat in seats(desk.home))
    return People(tuple(clerks), desk.clerk)


@needs(Right.PEOPLE)
def add_person(desk: "Desk", clerk: Clerk, secret: str) -> People:
    """Let one more user in; they choose a secret of their own when they first come."""
    desk.vault.add(clerk, secret)
    return _stands(desk, clerk.name, Standing(given=True), "Thêm người dùng")


@needs(Right.PEOPLE)
def reset_person(desk: "Desk", name: str, secret: str) -> People:
    """Give somebody who forgot theirs a new first secret."""
    desk.vault.reset(name, secret)
    return _stands(desk, name, replace(desk.seating.of(name), given=True), "Đặt lại mật khẩu")


def give_first_secret(desk: "Desk", name: str) -> People:
    """Somebody else typed this person's secret at the set-up."""
    return _stands(desk, name, replace(desk.seating.of(name), given=True), "Thiết lập giúp")


@needs(Right.PEOPLE)
def withhold(desk: "Desk", name: str, rights: frozenset[Right]) -> People:
    """Say what one person was not given; what makes the role stays."""
    withheld = tuple(right for right in WITHHELD_FROM_CLERKS if right in rights)
    return _stands(desk, name, replace(desk.seating.of(name), withheld=withheld), "Đổi việc được giao")


@needs(Right.PEOPLE)
def remove_person(desk: "Desk", name: str) -> People:
    """Take a user's way in away."""
    desk.vault.remove(name)
    return _stands(desk, name, Standing(), "Xóa người dùng")


def change_secret(desk: "Desk", secret: str) -> Clerk:
    """Give whoever is signed in a new secret, which nobody else knows."""
    desk.vault.change(secret)
    _stands(desk, desk.clerk.name, replace(desk.seating.of(desk.clerk.name), given=False), "Đổi mật khẩu")
    desk.clerk = desk.seating.seated(desk.clerk)
    return desk.clerk


def _stands(desk: "Desk", name: str, standing: Standing, what: str) -> People:
    desk.seating.keep(name, standing)
    desk.note(Access.PEOPLE, f"{what}: {name}")
    return read_people(desk)


@dataclass(frozen=True, slots=True)
class Recorded:
    """A page of the record, the latest first, and everybody who is on it."""

    entries: tuple[Entry, ...]
    clerks: tuple[str, ...]


@needs(Right.RECORD)
def read_record(desk: "Desk", wanted: Wanted, limit: int, before: int | None = None) -> Recorded:
    """Who looked, printed, exported, came in or failed to."""
    return Recorded(desk.access.entries(wanted, limit, before), desk.access.clerks())


@needs(Right.EXPORT)
def note_export(desk: "Desk", what: str) -> None:
    """Put on record that the office's data leave in a file, before they do; raises Impossible under a given secret."""
    desk.seating.require_own_secret(desk.clerk)
    desk.note(Access.EXPORTED, what)


def export_slip(desk: "Desk", job_id: int) -> bytes:
    """The exact PDF of a slip for a file; raises NotFound, or Impossible for whoever may not export."""
    note_export(desk, desk.prints.get(job_id).title)
    return desk.prints.pdf(job_id)
