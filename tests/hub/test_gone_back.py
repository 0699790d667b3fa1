"""A desk's whole disk put back: the next round with the office tells it, whichever of the two it is."""

import shutil
from pathlib import Path

from dossiers.store.desk import Desk
from tests.hub.desks import Counter
from tests.store.homes import HandClock, open_desk


def image_of(counter: Counter, place: Path) -> Path:
    """What somebody copies of a disk while the desk is closed for a moment."""
    counter.ask(lambda desk: desk.close())
    shutil.copytree(counter.desk.home, place)
    counter.ask(reopen)
    return place


def put_back(counter: Counter, image: Path) -> None:
    """The disk as it was, mark and all, under the same line."""
    counter.ask(lambda desk: desk.close())
    shutil.rmtree(counter.desk.home)
    shutil.copytree(image, counter.desk.home)
    counter.ask(reopen)


def reopen(desk: Desk) -> None:
    """The line goes on with the same object, which is now the desk that was opened anew."""
    assert isinstance(desk.clock, HandClock)
    desk.__dict__.update(vars(open_desk(desk.home, desk.clock)))


def test_a_desk_put_back_gives_no_number_of_its_former_hand_or_band(
    two: list[Counter], tmp_path: Path, clock: HandClock
) -> None:
    """Control: before the round its hand holds number 1, which a citizen has."""
    hub, second = two
    second.round()
    image = image_of(second, tmp_path / "image")
    assert second.number() == 1
    second.round()
    put_back(second, image)
    assert second.ask(lambda desk: desk.lan.in_hand(desk.business_day())) == 1
    clock.forward(seconds=1)
    second.round()
    assert second.desk.restored_on == second.desk.business_day()
    assert [second.number(), hub.number(), second.number()] == [3, 4, 6200]


def test_a_hub_put_back_gives_nobody_a_number_of_that_day(two: list[Counter], tmp_path: Path, clock: HandClock) -> None:
    """Control: the image would give number 1 again. What it gave to others tells it, though they only read."""
    hub, second = two
    image = image_of(hub, tmp_path / "image")
    assert hub.number() == 1
    second.round()
    second.round()
    put_back(hub, image)
    clock.forward(seconds=1)
    second.round()
    assert hub.desk.restored_on == hub.desk.business_day()
    assert hub.number() == 5400
