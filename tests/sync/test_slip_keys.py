"""A slip is judged with no line at all, by keys that came under the offline signature; what was recovered merges."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path

import msgspec
import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from desktop.cli import main
from dossiers.clock import to_ms
from dossiers.dossier import Dossier
from dossiers.errors import InvalidInput, KnownError
from dossiers.receive import receive
from dossiers.recover import PileSlip, recover, undo_recovery
from dossiers.result_ready import make_result_ready
from dossiers.slip_header import NotASlip, open_slip, sign
from dossiers.store.desk import Desk
from dossiers.store.register import Query
from sync import revocation
from sync.membership import device_key
from sync.packs import sign_pack, take
from sync.province.desk_keys import list_keys
from sync.province.packs import publish, set_reference_key
from sync.province.revocation import install
from sync.slip_keys import LIST, SENTENCES, Verdict, check_slip, decode_list, prove_slip, read_list, require_usable
from tests.store.homes import HandClock, intake
from tests.sync.provinces import Province, join, lone_desk, running, synchronise

KEY = Ed25519PrivateKey.from_private_bytes(bytes(range(32)))
NAME = "Nguyễn Thị Hồng Nhung"


@pytest.fixture
def province(tmp_path: Path, clock: HandClock) -> Iterator[Province]:
    with running(Province(f"sqlite:///{tmp_path / 'province.db'}", tmp_path / "province", clock)) as opened:
        set_reference_key(opened.database, KEY.public_key().public_bytes_raw())
        yield opened


@contextmanager
def another_desk(folder: Path, province: Province, clock: HandClock, slot: int = 2) -> Iterator[Desk]:
    """Another desk of the same province."""
    with lone_desk(folder, clock) as opened:
        join(opened, province, clock, slot=slot)
        yield opened


def taken(desk: Desk) -> tuple[Dossier, str, str]:
    """A dossier with the codes of its office copy and of its citizen's."""
    dossier = desk.do(receive, intake(name=NAME))
    proofs = prove_slip(desk, dossier)
    return dossier, proofs.office_copy, proofs.citizen_copy


def spread_keys(province: Province, desk: Desk, clock: HandClock, number: int = 1) -> None:
    """The province's list, signed off line and brought to a desk by the sync."""
    publish(province.database, sign_pack(KEY, LIST, number, list_keys(province.database, clock)), clock)
    assert synchronise(desk, province.url, clock).fault is None


def verdict(desk: Desk, text: str, name: str = "") -> Verdict:
    return check_slip(desk, text, name).verdict


def test_a_slip_of_another_office_is_believed_once_its_key_is_listed(
    desk: Desk, province: Province, clock: HandClock, tmp_path: Path
) -> None:
    dossier, office_copy, citizen_copy = taken(desk)
    with another_desk(tmp_path / "far", province, clock) as far:
        assert verdict(far, citizen_copy) is Verdict.UNKNOWN_KEY
        spread_keys(province, far, clock)
        for text in (office_copy, citizen_copy):
            check = check_slip(far, text)
            assert check.verdict is Verdict.GENUINE
            assert dossier.code in check.sentence
            assert desk.office.name in check.sentence
        assert verdict(far, citizen_copy, "nguyen thi hong nhung") is Verdict.GENUINE
        assert verdict(far, citizen_copy, "Nguyễn Thị Hồng Nhạn") is Verdict.OTHER_NAME


def test_a_desk_knows_its_own_slips_without_any_list(stranger: Desk) -> None:
    _, office_copy, citizen_copy = taken(stranger)
    assert [verdict(stranger, text) for text in (office_copy, citizen_copy)] == [Verdict.GENUINE] * 2


def test_an_altered_slip_is_forged_whoever_signed_it(stranger: Desk) -> None:
    _, office_copy, _ = taken(stranger)
    head = open_slip(office_copy)
    altered = sign(msgspec.structs.replace(head, due=0), Ed25519PrivateKey.generate())
    check = check_slip(stranger, altered)
    assert (check.verdict, check.head) == (Verdict.FORGED, None)
    assert check.sentence == SENTENCES[Verdict.FORGED]
    with pytest.raises(KnownError):
        require_usable(check)
    with pytest.raises(NotASlip):
        check_slip(stranger, "H99.001-261123-0001")


def test_a_revoked_key_is_believed_for_no_day_after(
    desk: Desk, province: Province, clock: HandClock, tmp_path: Path
) -> None:
    _, before, _ = taken(desk)
    clock.forward(days=2)
    device = desk.journal.epochs()[-1].device
    install(province.database, revocation.sign(KEY, device, "0256", to_ms(clock() - timedelta(days=1))), clock)
    _, _, after = taken(desk)
    with another_desk(tmp_path / "far", province, clock) as far:
        spread_keys(province, far, clock)
        early, late = check_slip(far, before), check_slip(far, after)
    assert (early.verdict, late.verdict) == (Verdict.BEFORE_REVOCATION, Verdict.REVOKED)
    assert all("24/11/2026" in check.sentence for check in (early, late))
    require_usable(early)
    with pytest.raises(KnownError):
        require_usable(late)


def test_a_key_once_listed_stays_when_its_desk_has_another(
    desk: Desk, province: Province, clock: HandClock, tmp_path: Path
) -> None:
    _, old, _ = taken(desk)
    with another_desk(tmp_path / "far", province, clock) as far:
        spread_keys(province, far, clock)
        desk.wire.set("device_key", Ed25519PrivateKey.generate().private_bytes_raw())
        join(desk, province, clock)
        _, new, _ = taken(desk)
        spread_keys(province, far, clock, number=2)
        assert len(read_list(far)) == 3
        assert [verdict(far, text) for text in (old, new)] == [Verdict.GENUINE] * 2


def test_only_the_offline_key_brings_a_list(desk: Desk, province: Province, clock: HandClock) -> None:
    content = list_keys(province.database, clock)
    with pytest.raises(KnownError):
        take(desk, sign_pack(Ed25519PrivateKey.generate(), LIST, 1, content))
    for bad in (b"{}", b'[{"key": "xyz", "unit": "", "office": "", "slot": 1}]', b"\xff"):
        with pytest.raises(InvalidInput):
            sign_pack(KEY, LIST, 1, bad)
    assert read_list(desk) == ()


def test_the_console_lists_the_keys_to_be_signed(desk: Desk, province: Province, tmp_path: Path) -> None:
    listed = tmp_path / "keys.json"
    server = ["--database", f"sqlite:///{tmp_path / 'province.db'}", "--folder", str(province.folder)]
    assert main(["pack", "--list-keys", str(listed), *server]) == 0
    (only,) = decode_list(listed.read_bytes())
    assert only.key == device_key(desk).public_key().public_bytes_raw().hex()


# What was recovered, and the reception that reached the province before or reaches it after.


def test_what_the_province_holds_already_merges_without_a_second_dossier(
    desk: Desk, province: Province, clock: HandClock, tmp_path: Path
) -> None:
    dossier, office_copy, _ = taken(desk)
    synchronise(desk, province.url, clock)
    with another_desk(tmp_path / "new", province, clock) as fresh:
        fresh.do(recover, [PileSlip(text=office_copy)])
        assert [row.recovered for row in fresh.register.search(Query()).rows] == [True]
        report = synchronise(fresh, province.url, clock)
        assert (report.fault, report.ops_held, report.complete) == (None, 0, True)
        told = fresh.wire.snapshot(dossier.id)
        assert told is not None
        assert [row.recovered for row in fresh.register.search(Query()).rows] == [False]
    assert province.count("SELECT count(*) FROM dossier") == 1
    assert province.faults() == ()


def test_the_reception_that_comes_late_takes_its_place_at_the_province(
    desk: Desk, province: Province, clock: HandClock, tmp_path: Path
) -> None:
    dossier, office_copy, _ = taken(desk)
    other, wrong, _ = taken(desk)
    with another_desk(tmp_path / "new", province, clock) as fresh:
        found = fresh.do(recover, [PileSlip(text=office_copy), PileSlip(text=wrong)])
        fresh.do(make_result_ready, dossier.id)
        fresh.do(undo_recovery, found[1:])
        assert synchronise(fresh, province.url, clock).ops_held == 0
        assert synchronise(desk, province.url, clock).ops_held == 0
        assert synchronise(fresh, province.url, clock).complete
        snapshots = {dossier.id: fresh.wire.find(dossier.code), other.id: fresh.wire.find(other.code)}
    merged = snapshots[dossier.id]
    assert merged is not None
    assert (merged.recovered, merged.papers, merged.entries) == (None, dossier.papers, dossier.entries)
    assert merged.result is not None
    assert snapshots[other.id] == other
    assert province.count("SELECT count(*) FROM dossier") == 2
    assert province.faults() == ()
