"""A whole home put back as it was, its mark included: only what lies elsewhere can tell, and a backup does."""

import shutil
from collections.abc import Callable
from pathlib import Path
from uuid import uuid4

import pytest

from dossiers.receive import receive
from dossiers.store.backup import back_up
from dossiers.store.desk import Desk
from dossiers.store.gone_back import heed_backup, newest_backup
from dossiers.store.restore import restore
from dossiers.store.vault import unlock
from dossiers.store.verify import verify
from tests.store.homes import CHIEF, SECRET, HandClock, intake, open_desk

PutBack = Callable[[], Desk]


@pytest.fixture
def usb(tmp_path: Path) -> Path:
    """Where backups go; no image of the computer's own disk holds it."""
    return tmp_path / "usb"


@pytest.fixture
def put_back(desk: Desk, usb: Path, tmp_path: Path, clock: HandClock) -> PutBack:
    """A disk imaged after two dossiers, two more and a backup of them, and the way back to the image."""
    for _ in range(2):
        desk.do(receive, intake(), uuid4())
    home, image = desk.home, tmp_path / "image"
    desk.close()
    shutil.copytree(home, image)
    later = open_desk(home, clock)
    for _ in range(2):
        later.do(receive, intake(), uuid4())
    clock.forward(hours=1)
    back_up(later, usb)
    later.close()

    def open_image() -> Desk:
        shutil.rmtree(home)
        shutil.copytree(image, home)
        return open_desk(home, clock)

    return open_image


def heed(desk: Desk, usb: Path) -> bool:
    """Look at the backups as a desk does that was just opened."""
    return heed_backup(desk, newest_backup(usb, desk.vault)) is not None


def next_number(desk: Desk) -> str:
    """The number of the day that the next visitor gets."""
    return desk.do(receive, intake(), uuid4()).code[-4:]


def test_without_anything_outside_nobody_can_tell(put_back: PutBack) -> None:
    """What is not held: number 3 is on paper already, and this home has every reason to give it out."""
    desk = put_back()
    assert (len(desk.journal.epochs()), next_number(desk)) == (1, "0003")
    desk.close()


def test_a_backup_that_knows_more_keeps_every_number_from_being_given_twice(
    put_back: PutBack, usb: Path, clock: HandClock
) -> None:
    desk = put_back()
    assert heed(desk, usb)
    assert [next_number(desk), next_number(desk)] == ["5400", "5401"]
    assert desk.journal.epochs()[-1].parent_seq == 2
    assert verify(desk) == ()
    home = desk.home
    desk.close()
    desk = open_desk(home, clock)
    assert not heed(desk, usb), "it is no news tomorrow"
    clock.forward(days=1)
    assert next_number(desk) == "0001"
    desk.close()


def test_a_desk_that_only_makes_a_backup_heeds_the_ones_before_it(
    put_back: PutBack, usb: Path, clock: HandClock
) -> None:
    """The stick is plugged in at ten: what was given out since seven may be on paper twice, and no more after that."""
    desk = put_back()
    assert next_number(desk) == "0003"
    report = back_up(desk, usb)
    assert report.outdone_by == clock()
    assert next_number(desk) == "5400"
    clock.forward(hours=1)
    assert back_up(desk, usb).outdone_by is None
    assert next_number(desk) == "5401"
    desk.close()


def test_a_backup_of_this_morning_is_no_news_to_a_desk_that_went_on(desk: Desk, usb: Path) -> None:
    desk.do(receive, intake(), uuid4())
    back_up(desk, usb)
    desk.do(receive, intake(), uuid4())
    assert not heed(desk, usb)


def test_a_restore_from_an_older_backup_is_no_news_each_morning(
    desk: Desk, usb: Path, tmp_path: Path, clock: HandClock
) -> None:
    """It has a new epoch of its own; the newer backups of the lost disk lie on the stick for weeks."""
    desk.do(receive, intake(), uuid4())
    old = back_up(desk, usb).folder
    desk.do(receive, intake(), uuid4())
    clock.forward(hours=1)
    back_up(desk, usb)
    clock.forward(hours=1)
    restore(old, tmp_path / "new", lambda place: unlock(place, CHIEF.name, SECRET, clock), clock)
    restored = open_desk(tmp_path / "new", clock)
    assert not heed(restored, usb)
    restored.close()


def test_a_restored_home_on_another_machine_is_heard_of_once(
    desk: Desk, usb: Path, tmp_path: Path, clock: HandClock
) -> None:
    """Two homes of one office: the old machine meets backups of an epoch it never saw."""
    desk.do(receive, intake(), uuid4())
    place = back_up(desk, usb).folder
    restore(place, tmp_path / "new", lambda at: unlock(at, CHIEF.name, SECRET, clock), clock)
    clock.forward(hours=1)
    other = open_desk(tmp_path / "new", clock, machine="may-khac")
    other.do(receive, intake(), uuid4())
    back_up(other, usb)
    other.close()
    clock.forward(hours=1)
    assert heed(desk, usb)
    assert not heed(desk, usb)


def test_a_strangers_or_a_damaged_backup_says_nothing(put_back: PutBack, usb: Path) -> None:
    desk = put_back()
    (manifest,) = usb.glob("*/manifest.json")
    manifest.write_bytes(manifest.read_bytes().replace(b'"seq":4', b'"seq":9'))
    assert not heed(desk, usb)
    assert not heed(desk, usb / "nowhere")
    desk.close()
