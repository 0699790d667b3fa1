"""Two desks meet by six digits; whoever does not know them learns nothing and changes nothing."""

from pathlib import Path

import pytest

from sync.hub import pairing, srp
from sync.hub.certificate import Identity, identity
from sync.hub.faults import HubUnreachable, NotPaired
from tests.hub.desks import Counter, counter, pair
from tests.store.homes import HandClock


def wrong(code: str) -> str:
    return f"{(int(code) + 1) % 10**pairing.DIGITS:0{pairing.DIGITS}d}"


def test_three_wrong_codes_burn_it(tmp_path: Path, clock: HandClock) -> None:
    with counter(tmp_path / "1", clock, 1) as hub, counter(tmp_path / "2", clock, 2) as second:
        code = hub.line.door.open()
        for reason in ("wrong", "wrong", "burnt"):
            with pytest.raises(NotPaired) as refused:
                second.line.join(hub.address, wrong(code))
            assert refused.value.reason == reason
        with pytest.raises(NotPaired) as refused:
            second.line.join(hub.address, code)
        assert refused.value.reason == "burnt"
        assert [each.ask(lambda desk: desk.lan.peers()) for each in (hub, second)] == [(), ()]
        pair(hub, second)
        assert second.ask(lambda desk: desk.lan.standing().paired)


def test_a_code_lives_ten_minutes_and_pairs_one_desk(tmp_path: Path, clock: HandClock) -> None:
    with counter(tmp_path / "1", clock, 1) as hub, counter(tmp_path / "2", clock, 2) as second:
        code = hub.line.door.open()
        clock.forward(minutes=11)
        with pytest.raises(NotPaired, match="10 phút"):
            second.line.join(hub.address, code)
        code = hub.line.door.open()
        second.line.join(hub.address, code)
        with pytest.raises(NotPaired):
            second.line.join(hub.address, code)


def test_two_desks_of_one_number_are_not_paired(tmp_path: Path, clock: HandClock) -> None:
    with counter(tmp_path / "1", clock, 1) as hub, counter(tmp_path / "2", clock, 1) as second:
        with pytest.raises(NotPaired, match="cùng số thứ tự"):
            pair(hub, second)
        assert not hub.ask(lambda desk: desk.lan.standing().paired)


def test_nobody_at_the_address(tmp_path: Path, clock: HandClock) -> None:
    with counter(tmp_path / "2", clock, 2) as second, pytest.raises(HubUnreachable):
        second.line.join("127.0.0.1:9", "123456")


def test_a_desk_in_between_with_its_own_certificate_is_noticed(
    tmp_path: Path, clock: HandClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The proof covers the certificate each end saw: one who passes everything on still has another."""
    with counter(tmp_path / "1", clock, 1) as hub, counter(tmp_path / "2", clock, 2) as second:
        real = hub.ask(identity)
        monkeypatch.setattr(pairing, "identity", lambda desk: _other(desk, real))
        with pytest.raises(NotPaired, match="không đúng"):
            pair(hub, second)


def _other(desk: object, real: Identity) -> Identity:
    """What the hub believes it shows, while the joining desk sees the certificate in between."""
    from sync.hub import certificate

    del desk, real
    return certificate._make()


def test_the_group_is_the_one_of_rfc_5054() -> None:
    """B.2's group: 2048 bits, N and (N-1)/2 prime by Fermat's test, and both ends come to one key."""
    half = (srp.N - 1) // 2
    assert srp.N.bit_length() == srp.BITS
    assert pow(3, srp.N - 1, srp.N) == pow(3, half - 1, half) == 1
    a, b, salt = srp.secret(), srp.secret(), b"s" * 16
    v = srp.verifier("012345", salt)
    public, answer = srp.public(a), srp.public_of_hub(b, v)
    assert srp.key_of_hub(public, b, v) == srp.key_of_desk("012345", salt, a, answer)
    assert srp.key_of_hub(public, b, v) != srp.key_of_desk("012346", salt, a, answer)
    assert srp.key_of_hub(bytes(srp.WIDTH), b, v) is None
    assert srp.key_of_desk("012345", salt, a, bytes(srp.WIDTH)) is None


def test_a_stranger_gets_no_answer(two: list[Counter], tmp_path: Path, clock: HandClock) -> None:
    """A desk that knows where the hub is and its certificate, but was never paired."""
    from sync.faults import NotAdmitted
    from sync.hub.neighbour import Neighbour
    from sync.hub.rounds import Rounds
    from sync.membership import device_key

    hub, second = two
    peer = second.ask(lambda desk: desk.lan.peers())[0]
    hub.receive()
    with counter(tmp_path / "3", clock, 3) as stranger:
        line = Neighbour(peer, stranger.ask(device_key))
        with pytest.raises(NotAdmitted):
            Rounds(stranger.ask, clock, 1).meet(line)
        line.close()
        assert stranger.ask(lambda desk: desk.foreign.stands(peer.device)) == {}
