"""A forgotten desk is let in no more, whoever tells of it, takes no band with it, and may be paired anew."""

from pathlib import Path

from dossiers.store.lan import Peer
from tests.hub.desks import Counter, office, pair
from tests.store.homes import HandClock


def peer_of(here: Counter, name: str) -> Peer:
    return next(each for each in here.ask(lambda desk: desk.lan.peers()) if each.name == name)


def names(here: Counter) -> list[str]:
    return [each.name for each in here.ask(lambda desk: desk.lan.peers())]


def test_a_forgotten_desk_stays_out_though_others_still_tell_of_it(tmp_path: Path, clock: HandClock) -> None:
    with office(tmp_path, clock, 3) as (hub, second, third):
        taken = third.receive("Lê Thử Ba")
        for here in (third, second, hub, second):
            here.round()
        assert names(second) == ["Quầy 1", "Quầy 3"]
        gone = peer_of(second, "Quầy 3").device
        second.ask(lambda desk: desk.lan.forget(gone))
        second.round()
        assert names(second) == ["Quầy 1"]
        assert second.ask(lambda desk: desk.register.get(taken.id)).code == taken.code
        hub.ask(lambda desk: desk.lan.forget(gone))
        assert not third.round().reachable
        assert third.receive().code != taken.code, "it works on, in its own band"
        pair(hub, third)
        assert third.round().reachable
        assert names(hub) == ["Quầy 2", "Quầy 3"]


def test_who_forgets_the_last_other_desk_does_not_take_its_numbers(two: list[Counter]) -> None:
    """Desk 1 may still count in 0001–4999: until an officer declares it lost, desk 2 keeps to its own band."""
    hub, second = two
    assert (hub.number(), second.number() > 4999) == (1, True)
    device = peer_of(second, "Quầy 1").device
    second.ask(lambda desk: desk.lan.forget(device))
    assert second.number() > 4999
    assert second.round().standing.paired
    second.ask(lambda desk: desk.lan.promote())
    second.ask(lambda desk: desk.lan.declare_lost())
    assert second.number() > 4999, "from the next day on"
    second.clock.forward(days=1)
    assert second.number() == 1
