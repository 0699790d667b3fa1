"""Epochs: an old copy put back, another machine and a lost anchor are noticed before any number is given."""

import shutil
from pathlib import Path
from uuid import uuid4

import pytest

from dossiers.books import BookKind
from dossiers.receive import receive
from dossiers.store.anchor import SLOT_BYTES
from dossiers.store.desk import Desk
from dossiers.store.verify import verify
from tests.store.homes import HandClock, intake, open_desk


@pytest.fixture
def worked(desk: Desk) -> Desk:
    """A closed desk with three dossiers of today."""
    for _ in range(3):
        desk.do(receive, intake(), uuid4())
    desk.close()
    return desk


def next_code(home: Path, clock: HandClock, machine: str = "may-thu") -> tuple[int, str]:
    """How many epochs the home has after opening, and the next number of the day."""
    desk = open_desk(home, clock, machine=machine)
    try:
        number = desk.do(receive, intake(), uuid4()).code[-4:]
        assert verify(desk) == ()
        return len(desk.journal.epochs()), number
    finally:
        desk.close()


def test_an_ordinary_morning_goes_on_where_it_stopped(worked: Desk, clock: HandClock) -> None:
    assert next_code(worked.home, clock) == (1, "0004")
    assert next_code(worked.home, clock) == (1, "0005")


def test_an_old_copy_of_the_database_begins_a_new_epoch(worked: Desk, clock: HandClock, tmp_path: Path) -> None:
    shutil.copy(worked.home / "desk.db", tmp_path / "old.db")
    assert next_code(worked.home, clock) == (1, "0004")
    shutil.copy(tmp_path / "old.db", worked.home / "desk.db")
    assert next_code(worked.home, clock) == (2, "5400")
    assert next_code(worked.home, clock) == (2, "5401")
    clock.forward(days=1)
    assert next_code(worked.home, clock) == (2, "0001")


def test_the_same_home_on_another_machine_begins_a_new_epoch(worked: Desk, clock: HandClock) -> None:
    assert next_code(worked.home, clock, machine="may-khac") == (2, "5400")
    assert next_code(worked.home, clock, machine="may-khac") == (2, "5401")


def test_a_lost_or_forged_anchor_counts_as_a_restore(worked: Desk, clock: HandClock) -> None:
    anchor = worked.home / "anchor"
    forged = bytearray(anchor.read_bytes())
    for slot in (0, SLOT_BYTES):
        if slot < len(forged):
            forged[slot + 20] ^= 1
    anchor.write_bytes(forged)
    assert next_code(worked.home, clock) == (2, "5400")
    anchor.unlink()
    assert next_code(worked.home, clock)[0] == 3


def test_one_torn_slot_of_the_anchor_is_no_restore(home: Path, desk: Desk, clock: HandClock) -> None:
    """The older slot is one act behind, and a journal ahead of its mark is sound."""
    for _ in range(4):
        desk.do(receive, intake(), uuid4())
    desk.database.abandon()
    anchor = home / "anchor"
    for torn in (0, SLOT_BYTES):
        whole = anchor.read_bytes()
        anchor.write_bytes(whole[:torn] + b"\xff" * 40 + whole[torn + 40 :])
        again = open_desk(home, clock)
        assert len(again.journal.epochs()) == 1
        again.close()


def test_after_a_restore_no_book_gives_a_number_that_may_be_on_paper(
    desk: Desk, tmp_path: Path, clock: HandClock
) -> None:
    """The old copy knows of number 1 only; number 2 is on paper. The next one is the first of another volume."""
    home = desk.home
    first = desk.do(receive, intake(), uuid4()).entry(BookKind.DOSSIERS)
    desk.close()
    old = Path(shutil.copy(home / "desk.db", tmp_path / "old.db"))
    desk = open_desk(home, clock)
    desk.do(receive, intake(), uuid4())
    desk.close()
    shutil.copy(old, home / "desk.db")
    desk = open_desk(home, clock)
    again = desk.do(receive, intake(), uuid4()).entry(BookKind.DOSSIERS)
    assert verify(desk) == ()
    desk.close()
    assert first is not None
    assert again is not None
    assert (first.volume, first.number) == ("01", 1)
    assert (again.volume, again.number) == ("07", 1)
