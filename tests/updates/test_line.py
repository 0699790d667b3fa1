"""The same update over the province's line: offered by its offline key, fetched in part, resumed after a cut."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from dossiers.errors import InvalidInput
from dossiers.store.backup import back_up
from dossiers.store.desk import Desk
from sync.client import Client
from sync.enrolment import enrol
from sync.faults import LineFault
from sync.packs import sign_pack
from sync.province import admin
from sync.province.packs import publish, set_reference_key
from sync.province.updates import FOLDER, shelve
from sync.updates import engine, roads
from sync.updates.bundle import Bundle
from sync.updates.engine import Stage, Updater
from sync.updates.faults import NothingOffered
from sync.updates.installation import Installation, chosen
from sync.updates.offer import write_offer
from sync.updates.roads import Road, by_line
from tests.store.homes import OFFICE, HandClock
from tests.sync.line import Line
from tests.sync.provinces import Province, asking, running, synchronise
from tests.updates.publisher import Publisher, make_publisher

REFERENCE = Ed25519PrivateKey.from_private_bytes(bytes(range(32)))


@pytest.fixture
def province(tmp_path: Path, clock: HandClock) -> Iterator[Province]:
    with running(Province(f"sqlite:///{tmp_path / 'province.db'}", tmp_path / "province", clock)) as opened:
        set_reference_key(opened.database, REFERENCE.public_key().public_bytes_raw())
        yield opened


@pytest.fixture
def line(province: Province) -> Iterator[Line]:
    with closing(Line(province.port)) as opened:
        opened.mend()
        yield opened


@pytest.fixture
def member(desk: Desk, line: Line, province: Province, clock: HandClock, tmp_path: Path) -> Desk:
    """A desk of the province, all of whose work is backed up."""
    client = Client(line.url)
    enrol(asking(desk), client, admin.new_code(province.database, OFFICE.unit, 1, clock), clock)
    client.close()
    back_up(desk, tmp_path / "backups")
    return desk


@pytest.fixture
def updater(installed: Installation, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Updater:
    monkeypatch.setattr(engine, "prove_on_copy", lambda *_: None)  # tried in test_update.py
    return Updater(installed, tmp_path / "versions")


@pytest.fixture
def road(member: Desk, tmp_path: Path) -> Road:
    return Road(asking(member), tmp_path / "backups", lambda *_: None)


def offer(province: Province, bundle: Path, number: int = 1) -> None:
    """What the publisher and the province's administrator do."""
    opened = Bundle(bundle)
    shelve(opened, province.folder / FOLDER)
    publish(province.database, sign_pack(REFERENCE, "update", number, write_offer([opened.head()])))


def test_an_update_comes_by_the_line_and_only_what_changed(
    member: Desk, line: Line, province: Province, clock: HandClock, road: Road, updater: Updater,
    tmp_path: Path, publisher: Publisher, installed: Installation, newer: Installation,
) -> None:  # fmt: skip
    offer(province, publisher.bundle(tmp_path / "2.mcu", newer.folder, [installed.folder], whole=True))
    assert synchronise(member, line.url, clock).packs == ("update",)
    before = len(line.seen["down"])
    assert by_line(road, updater).number == 2
    assert chosen(installed, updater.versions).release.number == 2
    assert len(line.seen["down"]) - before < 10_000, "the library of 200 kB travels as what changed"
    assert not (updater.versions / roads.FETCHED).exists()


def test_nothing_is_offered_by_another_publisher_or_before_the_first_pack(
    member: Desk, line: Line, province: Province, clock: HandClock, road: Road, updater: Updater,
    tmp_path: Path, newer: Installation,
) -> None:  # fmt: skip
    with pytest.raises(NothingOffered):
        by_line(road, updater)
    offer(province, make_publisher().bundle(tmp_path / "theirs.mcu", newer.folder))
    synchronise(member, line.url, clock)
    with pytest.raises(NothingOffered):
        by_line(road, updater)


def test_a_cut_line_goes_on_where_it_stopped(
    member: Desk, line: Line, province: Province, clock: HandClock, road: Road, updater: Updater,
    tmp_path: Path, publisher: Publisher, newer: Installation,
) -> None:  # fmt: skip
    offer(province, publisher.bundle(tmp_path / "2.mcu", newer.folder))
    synchronise(member, line.url, clock)
    line.cut_after("down", 150_000)
    with pytest.raises(LineFault):
        by_line(road, updater)
    line.mend()
    seen = len(line.seen["down"])
    assert by_line(road, updater).number == 2
    assert b"206 Partial Content" in line.seen["down"][seen:]
    assert len(line.seen["down"]) - seen < 100_000


def test_the_line_is_watched(
    member: Desk, line: Line, province: Province, clock: HandClock, updater: Updater,
    tmp_path: Path, publisher: Publisher, newer: Installation,
) -> None:  # fmt: skip
    offer(province, publisher.bundle(tmp_path / "2.mcu", newer.folder))
    synchronise(member, line.url, clock)
    seen: list[Stage] = []
    by_line(Road(asking(member), tmp_path / "backups", lambda stage, _done, _total: seen.append(stage)), updater)
    assert list(dict.fromkeys(seen)) == list(Stage)


@pytest.mark.parametrize("content", [b"{}", b'{"heads":[]}', b'"x"', b'{"heads":[{"keys":"?","manifest":""}]}'])
def test_an_offer_that_no_desk_could_read_is_not_signed(content: bytes) -> None:
    with pytest.raises(InvalidInput):
        sign_pack(REFERENCE, "update", 1, content)

