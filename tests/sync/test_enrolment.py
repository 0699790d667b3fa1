"""Joining a province: one code, one desk, over a line that is safe or not at all."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from dossiers.errors import Impossible, InvalidInput
from dossiers.store.desk import Desk
from sync.client import Client
from sync.enrolment import enrol
from sync.faults import NotAdmitted, NotEnrolled, TlsFault
from sync.membership import connect
from sync.province import admin, server
from tests.store.homes import OFFICE, HandClock
from tests.sync.certificates import certificate
from tests.sync.provinces import Province, asking, join, lone_desk, running, synchronise, take_in


def test_a_desk_joins_and_is_given_its_slot(stranger: Desk, province: Province, clock: HandClock) -> None:
    join(stranger, province, clock, slot=3)
    assert stranger.office.desk_slot == 3
    take_in(stranger, clock, 1)
    assert synchronise(stranger, province.url, clock).complete


@pytest.mark.parametrize("kept", [0, 5, 10])
def test_a_wrong_code_is_refused(kept: int, stranger: Desk, province: Province, clock: HandClock) -> None:
    """No code at all, half of one, all but its last letter."""
    code = admin.new_code(province.database, OFFICE.unit, 1, clock)
    with pytest.raises(InvalidInput, match="không có trên máy chủ"):
        enrol(asking(stranger), Client(province.url), code[:kept], clock)


def test_a_code_read_out_on_the_telephone_is_accepted(stranger: Desk, province: Province, clock: HandClock) -> None:
    code = admin.new_code(province.database, OFFICE.unit, 1, clock)
    spoken = code.lower().replace("-", " ").replace("1", "l").replace("0", "o")
    enrol(asking(stranger), Client(province.url), spoken, clock)
    assert synchronise(stranger, province.url, clock).complete


def test_a_code_lives_for_a_day(stranger: Desk, province: Province, clock: HandClock) -> None:
    code = admin.new_code(province.database, OFFICE.unit, 1, clock)
    clock.forward(hours=25)
    with pytest.raises(InvalidInput, match="quá 24 giờ"):
        enrol(asking(stranger), Client(province.url), code, clock)


def test_a_code_is_for_one_desk(stranger: Desk, province: Province, clock: HandClock, tmp_path: Path) -> None:
    code = admin.new_code(province.database, OFFICE.unit, 1, clock)
    enrol(asking(stranger), Client(province.url), code, clock)
    with lone_desk(tmp_path / "other", clock) as other, pytest.raises(InvalidInput, match="máy khác dùng"):
        enrol(asking(other), Client(province.url), code, clock)


def test_asking_again_after_a_lost_reply_is_the_same_enrolment(
    stranger: Desk, province: Province, clock: HandClock
) -> None:
    code = admin.new_code(province.database, OFFICE.unit, 1, clock)
    for _ in range(2):
        enrol(asking(stranger), Client(province.url), code, clock)
    assert province.count("SELECT count(*) FROM device") == 1
    assert synchronise(stranger, province.url, clock).complete


def test_a_code_of_another_unit_is_refused_and_not_used_up(
    stranger: Desk, province: Province, clock: HandClock
) -> None:
    code = admin.new_code(province.database, "H99.002", 1, clock)
    with pytest.raises(InvalidInput, match="đơn vị hoặc quầy khác"):
        enrol(asking(stranger), Client(province.url), code, clock)
    stranger.set_office(replace(OFFICE, unit="H99.002"))
    enrol(asking(stranger), Client(province.url), code, clock)
    assert synchronise(stranger, province.url, clock).complete


def test_a_training_office_never_joins(stranger: Desk, province: Province, clock: HandClock) -> None:
    stranger.set_office(replace(OFFICE, training=True))
    code = admin.new_code(province.database, OFFICE.unit, 1, clock)
    with pytest.raises(Impossible, match="tập huấn"):
        enrol(asking(stranger), Client(province.url), code, clock)
    assert province.count("SELECT count(*) FROM device") == 0


def test_a_stranger_cannot_send(stranger: Desk, province: Province, clock: HandClock, tmp_path: Path) -> None:
    """A desk enrolled elsewhere is unknown here: its batch is not even kept."""
    take_in(stranger, clock, 2)
    with running(Province(f"sqlite:///{tmp_path / 'elsewhere.db'}", tmp_path / "elsewhere", clock)) as elsewhere:
        join(stranger, elsewhere, clock)
    report = synchronise(stranger, province.url, clock)
    assert isinstance(report.fault, NotAdmitted)
    assert report.ops_left == 2
    assert province.count("SELECT count(*) FROM journal") == 0


def test_a_desk_without_a_province_says_so(stranger: Desk, province: Province, clock: HandClock) -> None:
    with pytest.raises(NotEnrolled):
        connect(stranger)
    assert isinstance(synchronise(stranger, province.url, clock).fault, NotEnrolled)


def test_moving_to_another_province_sends_everything_there(
    desk: Desk, province: Province, clock: HandClock, tmp_path: Path
) -> None:
    take_in(desk, clock, 3)
    synchronise(desk, province.url, clock)
    with running(Province(f"sqlite:///{tmp_path / 'new.db'}", tmp_path / "new", clock)) as new:
        join(desk, new, clock)
        report = synchronise(desk, new.url, clock)
        assert report.complete
        assert new.count("SELECT count(*) FROM journal") == 3


@pytest.mark.parametrize(
    "url", ["http://motcua.example", "http://10.0.0.1:80", "http://127.0.0.1.example", "ftp://127.0.0.1", "motcua", ""]
)
def test_an_unsafe_address_is_refused(url: str) -> None:
    with pytest.raises(InvalidInput):
        Client(url)


def test_https_needs_a_pinned_authority() -> None:
    with pytest.raises(InvalidInput, match="chứng chỉ"):
        Client("https://127.0.0.1:1")
    with pytest.raises(InvalidInput, match="không đọc được"):
        Client("https://127.0.0.1:1", b"not a certificate")


def test_the_server_does_not_open_to_the_network_without_tls(tmp_path: Path) -> None:
    from dossiers.errors import KnownError

    with pytest.raises(KnownError, match="TLS"):
        server.run("0.0.0.0", 0, None, tmp_path)


Pinned = tuple[Province, bytes]


@pytest.fixture
def pinned(tmp_path: Path, clock: HandClock) -> Iterator[Pinned]:
    """A province behind HTTPS, and the authority its desks pin."""
    chain, key, root = certificate(tmp_path, "tinh")
    folder = tmp_path / "tls"
    with running(Province(f"sqlite:///{tmp_path / 'tls.db'}", folder, clock, tls=(chain, key))) as province:
        yield province, root


def test_https_with_the_pinned_authority(stranger: Desk, pinned: Pinned, clock: HandClock) -> None:
    province, root = pinned
    code = admin.new_code(province.database, OFFICE.unit, 1, clock)
    enrol(asking(stranger), Client(province.url, root), code, clock)
    take_in(stranger, clock, 2)
    client = connect(stranger)
    from sync.engine import Engine

    assert Engine(asking(stranger), client, clock).run().complete
    client.close()


def test_https_of_another_authority_is_refused(
    stranger: Desk, pinned: Pinned, clock: HandClock, tmp_path: Path
) -> None:
    province, _ = pinned
    _, _, other_root = certificate(tmp_path, "khac")
    code = admin.new_code(province.database, OFFICE.unit, 1, clock)
    with pytest.raises(TlsFault):
        enrol(asking(stranger), Client(province.url, other_root), code, clock)
    assert province.count("SELECT count(*) FROM device") == 0
