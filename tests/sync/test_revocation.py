"""A stolen desk gets nothing, loses nothing, and stops only at the word of a key that no server has."""

import itertools
import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import msgspec
import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from sqlalchemy import Connection

from desktop.cli import main
from dossiers.clock import to_ms
from dossiers.errors import KnownError, NotFound
from dossiers.note import note
from dossiers.store.desk import Desk
from dossiers.store.vault import seats, unlock
from dossiers.store.vault_file import Shut, read_keys
from sync import protocol, revocation
from sync.province import admin, devices
from sync.province.courier import open_courier
from sync.province.packs import set_reference_key
from sync.province.revocation import install
from sync.revocation import SEALED_FOLDER
from tests.store.homes import CHIEF, SECRET, HandClock
from tests.sync.provinces import Province, asking, join, running, synchronise, take_in

KEY = Ed25519PrivateKey.from_private_bytes(bytes(range(32)))
CONTACT = "Sở KH&CN, 0225 000 000"


@pytest.fixture
def province(tmp_path: Path, clock: HandClock) -> Iterator[Province]:
    with running(Province(f"sqlite:///{tmp_path / 'province.db'}", tmp_path / "province", clock)) as opened:
        set_reference_key(opened.database, KEY.public_key().public_bytes_raw())
        yield opened


def device_of(desk: Desk) -> bytes:
    return desk.journal.epochs()[-1].device


def everything(home: Path) -> dict[str, int]:
    """Every file of a home that holds data."""
    return {str(file.relative_to(home)): file.stat().st_size for file in home.rglob("*") if file.is_file()}


def notice(desk: Desk, clock: HandClock, key: Ed25519PrivateKey = KEY, device: bytes | None = None) -> bytes:
    return revocation.sign(key, device or device_of(desk), CONTACT, to_ms(clock()))


def test_a_desk_revoked_by_the_offline_key_stops_and_deletes_nothing(
    desk: Desk, province: Province, clock: HandClock
) -> None:
    take_in(desk, clock, 2)
    synchronise(desk, province.url, clock)
    (late,) = take_in(desk, clock, 1, first=5)
    before = everything(desk.home)
    install(province.database, notice(desk, clock), clock)
    report = synchronise(desk, province.url, clock)
    assert (report.revoked, report.shut, report.ops_held, report.ops_left) == (True, True, 1, 0)
    assert before.keys() <= everything(desk.home).keys()
    with pytest.raises(Shut, match=r"thu hồi máy này ngày 23/11/2026\. Không có gì bị xóa\. Gọi Sở KH&CN"):
        desk.do(note, late.id, "sau khi khóa")
    with pytest.raises(Shut):
        unlock(desk.home, CHIEF.name, SECRET, clock)
    with pytest.raises(Shut):
        seats(desk.home)
    assert b'"slots": []' in (desk.home / "keys.json").read_bytes()


def test_a_revoked_desk_pulls_nothing(desk: Desk, province: Province, clock: HandClock) -> None:
    (dossier,) = take_in(desk, clock, 1)
    synchronise(desk, province.url, clock)
    admin.add_result(province.database, "H99.001", dossier.code, "Cán bộ tỉnh", clock=clock)
    admin.revoke(province.database, device_of(desk), clock)
    report = synchronise(desk, province.url, clock)
    assert (report.revoked, report.shut, report.changes) == (True, False, 0)
    assert desk.wire.snapshot(dossier.id) is None


def test_the_harness_catches_a_province_that_forgets_who_is_revoked(
    desk: Desk, province: Province, clock: HandClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The control: asked by a program that overlooks it, the stolen desk would get the result."""
    find = devices.find_desk

    def forgetful(connection: Connection, identity: bytes) -> devices.Desk | None:
        found = find(connection, identity)
        return replace(found, revoked=False) if found else None

    monkeypatch.setattr(devices, "find_desk", forgetful)
    with pytest.raises(AssertionError):
        test_a_revoked_desk_pulls_nothing(desk, province, clock)


def test_what_was_not_sent_is_sealed_to_the_province_first(
    desk: Desk, province: Province, clock: HandClock
) -> None:
    """The bundle left behind is the courier's, and the province takes it in for review."""
    take_in(desk, clock, 3)
    assert revocation.obey(asking(desk), notice(desk, clock), clock)
    (bundle,) = (desk.home / SEALED_FOLDER).glob("*.mcb")
    assert "Người Thử".encode() not in bundle.read_bytes()
    with pytest.raises(Shut, match="chỉ tỉnh mở được"):
        seats(desk.home)
    install(province.database, notice(desk, clock), clock)
    open_courier(province.database, province.folder, clock).take(bundle)
    assert province.count("SELECT count(*) FROM journal WHERE state = 'held'") == 3


def test_without_a_way_to_seal_the_desk_keeps_its_key(desk: Desk, province: Province, clock: HandClock) -> None:
    take_in(desk, clock, 1)
    (desk.home / SEALED_FOLDER).write_bytes(b"in the way")
    with pytest.raises((KnownError, OSError)):
        revocation.obey(asking(desk), notice(desk, clock), clock)
    assert seats(desk.home)
    take_in(desk, clock, 1, first=5)


def liars(desk: Desk, clock: HandClock, server: Ed25519PrivateKey) -> dict[str, bytes]:
    """Notices that prove nothing to this desk."""
    good = notice(desk, clock)
    payload = good[64:]
    return {
        "nothing": b"",
        "noise": bytes(200),
        "the server's own key": notice(desk, clock, server),
        "another desk's": notice(desk, clock, device=bytes(16)),
        "no signature": bytes(64) + payload,
        "a letter changed": good[:-2] + bytes([good[-2] ^ 1]) + good[-1:],
        "signed for another purpose": protocol.seal_message(
            KEY, protocol.RECEIPT, protocol.Revocation(device=device_of(desk), contact="x", at=1)
        ),
    }


def test_no_other_word_stops_a_desk(desk: Desk, province: Province, clock: HandClock) -> None:
    (dossier,) = take_in(desk, clock, 1)
    for sealed in liars(desk, clock, province.key).values():
        assert not revocation.obey(asking(desk), sealed, clock)
    desk.do(note, dossier.id, "quầy vẫn làm việc")
    assert seats(desk.home)
    stranger = Ed25519PrivateKey.generate()
    with pytest.raises(KnownError, match="không đúng chữ ký"):
        install(province.database, notice(desk, clock, stranger), clock)
    with pytest.raises(NotFound):
        install(province.database, notice(desk, clock, device=bytes(16)), clock)


HOSTILE: dict[str, Any] = {
    "notice": ["revoked", "delete", "wipe", "upgrade"],
    "revocation": [b"", bytes(300), protocol.seal_message(
        Ed25519PrivateKey.generate(), revocation.PURPOSE, protocol.Revocation(device=bytes(16), contact="x", at=1)
    )],
    "history": ["0" * 16],
    "held": [tuple(protocol.Held(seq, "xóa") for seq in range(1, 9))],
    "blobs_have": [(bytes(100),)],
    "cursor": ["9.9"],
    "ref": [(protocol.Ref("catalogue", 99),)],
    "twins": [(protocol.Twin(bytes(16), "x", bytes(16), "y"),)],
    "backed_up": [(protocol.Place(b"nowhere!", 99),)],
    "files_before": [1 << 61],
    "fork": [protocol.Place(b"nowhere!", 1)],
    "need": [protocol.Place(b"nowhere!", 1)],
    "settled": [
        tuple(protocol.Settled(bytes([n]) * 32, taken, "xóa" * 200) for n in range(9)) for taken in (True, False)
    ],
}  # fmt: skip
"""What a server that holds the true province key may put into each field of its reply."""


@pytest.mark.parametrize(
    ("field", "value"), [(field, value) for field, values in HOSTILE.items() for value in values]
)
def test_no_field_of_a_reply_makes_a_desk_delete(
    field: str, value: Any, desk: Desk, province: Province, clock: HandClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The server lies with the right key in one field of every reply; files, journal and register stay whole."""
    taken = take_in(desk, clock, 2)
    synchronise(desk, province.url, clock)
    taken += take_in(desk, clock, 1, first=5)
    files, lines = everything(desk.home).keys(), desk.journal.count()
    honest = protocol.seal_message

    def lying(key: Ed25519PrivateKey, purpose: bytes, message: protocol.Message) -> bytes:
        lie = {field: value} if isinstance(message, protocol.Reply) else {}
        return honest(key, purpose, msgspec.structs.replace(message, **lie))

    monkeypatch.setattr(protocol, "seal_message", lying)
    report = synchronise(desk, province.url, clock)
    assert not report.shut
    assert files <= everything(desk.home).keys()
    assert desk.journal.count() >= lines
    assert {each.code for each in taken} == {desk.register.get(each.id).code for each in taken}
    desk.do(note, taken[0].id, "quầy vẫn làm việc")
    assert read_keys(desk.home).slots


def test_every_field_a_server_can_fill_was_tried() -> None:
    tried = set(HOSTILE) | {"request", "ack", "at", "changes", "more", "roots"}
    assert tried == set(protocol.Reply.__struct_fields__), "tests/faults/test_wire_lies.py tries the receipts"


def test_enrolling_again_forgets_the_notice(desk: Desk, province: Province, clock: HandClock) -> None:
    take_in(desk, clock, 1)
    install(province.database, notice(desk, clock), clock)
    join(desk, province, clock)
    report = synchronise(desk, province.url, clock)
    assert (report.complete, report.shut) == (True, False)


def test_two_machines_sign_and_install(
    desk: Desk, province: Province, clock: HandClock, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    key, out = tmp_path / "reference.key", tmp_path / "notice"
    key.write_bytes(KEY.private_bytes_raw())
    device = device_of(desk).hex()
    words = ["--sign-revocation", device, "--reference-key", str(key), "--contact", CONTACT, "--out", str(out)]
    assert main(["province", *words, "--json"]) == 0
    folder = ["--folder", str(province.folder), "--database", str(province.database.engine.url)]
    assert main(["province", *folder, "--install-revocation", str(out), "--json"]) == 0
    assert [json.loads(line)["device"] for line in capsys.readouterr().out.splitlines()] == [device, device]
    assert synchronise(desk, province.url, clock).shut
    for wrong in ("xyz", "00"):
        assert main(["province", "--sign-revocation", wrong, *words[2:]]) == 1
    for missing in itertools.combinations(range(2, 8, 2), 2):
        kept = [word for at, word in enumerate(words) if at < 2 or any(at - at % 2 == each for each in missing)]
        assert main(["province", *kept]) == 1
