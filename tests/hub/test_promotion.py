"""The hub lost, another appointed, the old one back: every number once, the hub's band without gaps."""

import secrets
import time
from pathlib import Path

from dossiers.journal import Epoch
from dossiers.office_hub import Baton, Leadership
from dossiers.store.desk import Desk
from tests.hub.desks import Counter, office
from tests.store.homes import HandClock


def test_a_lost_hub_costs_nobody_a_wait(two: list[Counter], clock: HandClock) -> None:
    """The number in hand first, then the desk's own band at once, and the hub's again when it is back."""
    hub, second = two
    second.round()
    address = hub.address
    hub.line.close()
    started_s = time.monotonic()
    assert not second.round().reachable
    assert time.monotonic() - started_s < 3
    assert [second.number(), second.number(), second.number()] == [1, 5800, 5801]
    assert address == hub.address


def test_a_promoted_desk_counts_in_its_own_band_until_it_has_met_the_holder(tmp_path: Path, clock: HandClock) -> None:
    """Desk 1 cannot know that it was replaced, so nobody may take up its numbers before it says how far it had come."""
    with office(tmp_path, clock, 3) as (old, new, third):
        for each in (new, third):
            each.round()
        assert [old.number(), new.number(), third.number()] == [3, 1, 2]
        third.round()
        new.ask(lambda desk: desk.lan.promote())
        clock.forward(seconds=10)
        # The cable of the old hub is out: the new one meets desk 3 only.
        assert old.number() == 5
        news = third.ask(lambda desk: desk.lan.hear(*_told(new)))
        assert news.leadership.device == new.desk.lan.device
        assert [third.number(), new.number(), old.number()] == [4, 5800, 6]
        third.round()
        assert [third.number(), new.number()] == [5801, 5802]
        # The cable is back.
        clock.forward(seconds=10)
        new.round()
        new.round()
        assert not old.ask(lambda desk: desk.lan.standing().serves)
        assert new.ask(lambda desk: desk.lan.standing().holds_baton)
        assert [new.number(), old.number()] == [7, 5000]
        old.round()
        assert [old.number(), new.number()] == [8, 9]


def test_a_restored_hub_gives_none_of_its_numbers_that_day(tmp_path: Path, clock: HandClock) -> None:
    """What it counted after the copy was made is on paper; tomorrow is untouched."""
    with office(tmp_path, clock, 2) as (hub, second):
        second.round()
        clock.forward(seconds=1)
        assert [hub.number(), second.number()] == [2, 1]
        hub.ask(_as_if_put_back)
        assert hub.number() == 5400
        second.round()
        assert second.number() == 5800
        clock.forward(days=1)
        second.round()
        second.round()
        assert [hub.number(), second.number()] == [2, 1]


def test_numbers_given_and_not_used_stay_in_sight(two: list[Counter]) -> None:
    hub, second = two
    second.round()
    unused = hub.ask(lambda desk: desk.lan.unused(desk.business_day()))
    assert [(each.code[-4:], each.desk) for each in unused] == [("0001", "Quầy 2")]
    second.receive()
    second.round()
    unused = hub.ask(lambda desk: desk.lan.unused(desk.business_day()))
    assert [each.code[-4:] for each in unused] == ["0002"]


def test_a_lost_answer_asks_again_for_the_same_number(two: list[Counter]) -> None:
    hub, second = two
    hand = second.ask(lambda desk: desk.lan.wanted())
    assert hand is not None
    device = second.desk.lan.device
    given = [hub.ask(lambda desk: desk.lan.hand_out(device, hand.ticket)) for _ in range(3)]
    assert len(set(given)) == 1
    second.round()
    assert [second.number(), hub.number()] == [1, 2]


def _told(counter: Counter) -> tuple[Leadership, Baton]:
    standing = counter.ask(lambda desk: desk.lan.standing())
    return standing.leadership, standing.baton


def _as_if_put_back(desk: Desk) -> None:
    """A new epoch as after a restore; the counters here are the newer ones, which must not matter."""
    head = desk.journal.head
    epoch = Epoch(
        device=desk.lan.device, id=secrets.token_bytes(8), parent=head.epoch, parent_seq=head.seq,
        parent_hash=head.hash,
    )  # fmt: skip
    desk.journal.open_epoch(epoch, desk.clock(), "restore")
