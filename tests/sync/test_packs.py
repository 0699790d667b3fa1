"""What the province decides for all reaches a desk whole, signed by a key no server has, or not at all."""

import json
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
import requests
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from msgspec import Raw

from desktop.cli import main
from dossiers.calendars import DayKind, DayRule, write_days
from dossiers.catalogue import Catalogue, export_json
from dossiers.errors import Impossible, InvalidInput
from dossiers.store.desk import Desk
from sync import packs, protocol
from sync.faults import LineFault
from sync.packs import BadPack, expand, in_force, kept, sign_pack, squeeze, take
from sync.protocol import Ref
from sync.province.packs import publish, set_reference_key
from tests.store.homes import CERTIFIED_COPY, HandClock
from tests.sync.line import Line
from tests.sync.provinces import DEADLINE_S, Province, join, lone_desk, running, synchronise

KEY = Ed25519PrivateKey.from_private_bytes(bytes(range(32)))
PUBLIC = KEY.public_key().public_bytes_raw()
NEW_YEAR = date(2027, 1, 4)


@pytest.fixture
def province(tmp_path: Path, clock: HandClock) -> Iterator[Province]:
    with running(Province(f"sqlite:///{tmp_path / 'province.db'}", tmp_path / "province", clock)) as opened:
        set_reference_key(opened.database, PUBLIC)
        yield opened


def catalogue(desk: Desk, name: str, number: int) -> bytes:
    """The desk's catalogue with another name for the certified copy."""
    known = desk.catalogue
    law = replace(known.get(CERTIFIED_COPY, date(2026, 11, 23)), name=name)
    others = tuple(each for each in known.procedures if each.code != CERTIFIED_COPY)
    return sign_pack(KEY, "catalogue", number, export_json(Catalogue((*others, law), number)))


def holidays(number: int, day: date = NEW_YEAR) -> bytes:
    rule = DayRule(kind=DayKind.OFF, note="Nghỉ bù", notice="TB 1/TB-VPCP", verified=True)
    return sign_pack(KEY, "holidays", number, write_days({day: rule}))


def name_of(desk: Desk) -> str:
    return desk.catalogue.get(CERTIFIED_COPY, date(2026, 11, 23)).name


def test_packs_ride_on_the_sync_and_are_put_into_force(desk: Desk, province: Province, clock: HandClock) -> None:
    publish(province.database, catalogue(desk, "Tên mới", 7), clock)
    publish(province.database, holidays(3), clock)
    publish(province.database, sign_pack(KEY, "forms", 1, b'"[receipt]"'), clock)
    report = synchronise(desk, province.url, clock)
    assert (report.fault, set(report.packs), report.complete) == (None, {"catalogue", "holidays", "forms"}, True)
    assert name_of(desk) == "Tên mới"
    assert desk.calendar_days[NEW_YEAR].note == "Nghỉ bù"
    assert desk.setting("form_words", "") == "[receipt]"
    assert synchronise(desk, province.url, clock).packs == ()


def test_the_next_edition_comes_as_what_changed(desk: Desk, province: Province, clock: HandClock) -> None:
    publish(province.database, first := catalogue(desk, "Tên một", 1), clock)
    synchronise(desk, province.url, clock)
    publish(province.database, second := catalogue(desk, "Tên hai", 2), clock)
    with closing(Line(province.port)) as line:
        line.mend()
        assert synchronise(desk, line.url, clock).packs == ("catalogue",)
        assert len(line.seen["down"]) < 5_000
    assert name_of(desk) == "Tên hai"
    assert len(squeeze(second, first)) <= 5_000
    assert len(squeeze(second)) <= 150_000
    assert len(squeeze(holidays(2), holidays(1))) <= 2_000


def test_the_last_three_editions_are_kept(desk: Desk) -> None:
    desk.wire.set("reference_key", PUBLIC)
    editions = [holidays(number) for number in range(1, 6)]
    for edition in editions:
        assert take(desk, edition) is not None
    assert kept(desk, "holidays") == tuple(reversed(editions[-3:]))
    assert in_force(desk, "holidays") == 5
    assert take(desk, editions[3]) is None, "an older edition never comes back"


def test_a_cut_costs_only_what_was_in_flight(desk: Desk, province: Province, clock: HandClock) -> None:
    publish(province.database, catalogue(desk, "Tên mới", 1), clock)
    whole = len(squeeze(catalogue(desk, "Tên mới", 1)))
    with closing(Line(province.port)) as line:
        line.cut_after("down", whole - 2_000)
        assert isinstance(synchronise(desk, line.url, clock).fault, LineFault)
        line.mend()
        assert synchronise(desk, line.url, clock).packs == ("catalogue",)
        assert b"206 Partial Content" in line.seen["down"]
    assert name_of(desk) == "Tên mới"


def spoiled(sealed: bytes) -> dict[str, bytes]:
    """Packs no desk may use."""
    other = Ed25519PrivateKey.generate()
    pack = packs.open_pack(PUBLIC, sealed)
    return {
        "another key": sign_pack(other, pack.name, pack.number, bytes(pack.content)),
        "a flipped bit": sealed[:-9] + bytes([sealed[-9] ^ 1]) + sealed[-9:-1] + sealed[-1:],
        "torn": sealed[:-1],
        "empty": b"",
        "the seal of a receipt": protocol.seal_message(KEY, protocol.RECEIPT, pack),
        "content of another kind": protocol.seal_message(
            KEY, packs.PURPOSE, packs.Pack(name="catalogue", number=9, content=Raw(b"[1]"))
        ),
    }


def test_a_pack_that_is_not_right_changes_nothing(desk: Desk) -> None:
    desk.wire.set("reference_key", PUBLIC)
    take(desk, catalogue(desk, "Tên một", 1))
    before = desk.catalogue, kept(desk, "catalogue")
    for why, sealed in spoiled(catalogue(desk, "Tên hai", 2)).items():
        with pytest.raises(BadPack):
            take(desk, sealed)
        assert (desk.catalogue, kept(desk, "catalogue")) == before, why
    for torn in (b"", b"\x28\xb5\x2f\xfd", squeeze(b"x" * 100)[:-6]):
        with pytest.raises(BadPack):
            take(desk, expand(torn))


def test_a_server_that_lies_is_found_out(desk: Desk, province: Province, clock: HandClock) -> None:
    """It has its own database in hand, but not the key: the run says so, and what was in force stays."""
    publish(province.database, catalogue(desk, "Tên thật", 1), clock)
    forged = spoiled(catalogue(desk, "Tên giả", 1))["another key"]
    with province.database.writing("") as connection:
        connection.exec_driver_sql("UPDATE pack SET sealed = ?", (forged,))
    report = synchronise(desk, province.url, clock)
    assert isinstance(report.fault, BadPack)
    assert (report.ops_left, report.packs) == (0, ())
    assert name_of(desk) != "Tên giả"


def test_a_delta_against_an_edition_nobody_has_falls_back_to_the_whole(
    desk: Desk, province: Province, clock: HandClock
) -> None:
    publish(province.database, catalogue(desk, "Tên một", 1), clock)
    synchronise(desk, province.url, clock)
    publish(province.database, catalogue(desk, "Tên hai", 2), clock)
    with province.database.writing("") as connection:
        connection.exec_driver_sql("DELETE FROM pack WHERE number = 1")
    assert synchronise(desk, province.url, clock).packs == ("catalogue",)
    assert name_of(desk) == "Tên hai"


def test_a_desk_without_a_pinned_key_takes_no_pack(tmp_path: Path, clock: HandClock) -> None:
    with (
        running(Province(f"sqlite:///{tmp_path / 'p.db'}", tmp_path / "keys", clock)) as province,
        lone_desk(tmp_path / "home", clock) as desk,
    ):
        join(desk, province, clock)
        set_reference_key(province.database, PUBLIC)
        publish(province.database, holidays(1), clock)
        report = synchronise(desk, province.url, clock)
        assert (report.fault, report.packs, desk.calendar_days) == (None, (), {})


def test_the_office_keeps_the_days_only_it_has_named(desk: Desk) -> None:
    desk.wire.set("reference_key", PUBLIC)
    own = date(2026, 12, 1)
    desk.set_calendar_days({own: DayRule(kind=DayKind.OFF, note="Mất điện", notice="", verified=True)})
    take(desk, holidays(1))
    assert set(desk.calendar_days) == {own, NEW_YEAR}


def test_the_shelf_takes_each_edition_once_and_never_an_older_one(province: Province, clock: HandClock) -> None:
    assert publish(province.database, holidays(2), clock) == Ref("holidays", 2)
    assert publish(province.database, holidays(2), clock) == Ref("holidays", 2)
    with pytest.raises(Impossible):
        publish(province.database, holidays(1), clock)
    with pytest.raises(BadPack):
        publish(province.database, spoiled(holidays(3))["another key"], clock)
    with pytest.raises(Impossible):
        set_reference_key(province.database, bytes(31) + b"\x01")
    with pytest.raises(InvalidInput):
        sign_pack(KEY, "catalogue", 1, b"{}")


def test_the_door_answers_ranges_and_unchanged(province: Province, clock: HandClock) -> None:
    publish(province.database, holidays(1), clock)
    url = f"{province.url}/v1/ref/holidays/0-1.zst"
    whole = requests.get(url, timeout=DEADLINE_S)
    etag = whole.headers["ETag"]
    same = requests.get(url, headers={"If-None-Match": etag}, timeout=DEADLINE_S)
    rest = requests.get(url, headers={"Range": "bytes=10-", "If-Range": etag}, timeout=DEADLINE_S)
    other = requests.get(url, headers={"Range": "bytes=10-", "If-Range": '"else"'}, timeout=DEADLINE_S)
    beyond = requests.get(url, headers={"Range": "bytes=99999999-"}, timeout=DEADLINE_S)
    absent = requests.get(f"{province.url}/v1/ref/holidays/0-9.zst", timeout=DEADLINE_S)
    statuses = [each.status_code for each in (whole, same, rest, other, beyond, absent)]
    assert statuses == [200, 304, 206, 200, 416, 404]
    assert rest.content == whole.content[10:]


def test_sign_on_one_machine_publish_on_another(
    tmp_path: Path, clock: HandClock, capsys: pytest.CaptureFixture[str]
) -> None:
    """The console's steps in order, and each refused where something is missing."""
    key, content, signed, folder = (tmp_path / name for name in ("reference.key", "days.json", "days.pack", "server"))
    assert main(["pack", "--make-key", str(key), "--json"]) == 0
    public = json.loads(capsys.readouterr().out)["public_key"]
    assert key.stat().st_mode & 0o077 == 0
    assert main(["pack", "--make-key", str(key)]) == 1
    content.write_bytes(write_days({NEW_YEAR: DayRule(kind=DayKind.OFF, note="", notice="", verified=True)}))
    sign = ["pack", "--sign", "holidays", "--number", "4", "--content", str(content), "--out", str(signed)]
    assert main(sign) == 1
    assert main([*sign, "--key", str(key)]) == 0
    assert main(["pack", "--publish", str(signed), "--folder", str(folder)]) == 1, "no key is trusted yet"
    assert main(["pack", "--trust", public, "--folder", str(folder)]) == 0
    assert main(["pack", "--trust", "xyz", "--folder", str(folder)]) == 1
    assert main(["pack", "--publish", str(signed), "--folder", str(folder)]) == 0
    assert "holidays số 4" in capsys.readouterr().out
