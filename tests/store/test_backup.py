"""Backups: made beside the day's work, sealed, proven, and restored into an epoch that repeats no number."""

import os
from collections.abc import Callable
from pathlib import Path
from uuid import uuid4

import pytest

from dossiers.dossier import Dossier, Scan
from dossiers.errors import Impossible, KnownError, NotFound
from dossiers.receive import receive
from dossiers.store.backup import back_up
from dossiers.store.desk import Desk
from dossiers.store.drafts import Draft
from dossiers.store.restore import restore
from dossiers.store.vault import Vault, WrongSecret, unlock
from dossiers.store.verify import verify
from tests.store.homes import CHIEF, SECRET, HandClock, intake, open_desk

SCAN = b"%PDF-1.7 " + bytes(range(256)) * 600


@pytest.fixture
def busy(desk: Desk, clock: HandClock) -> Desk:
    """A desk with a day behind it."""
    sha = desk.files.put(SCAN)
    scan = Scan(sha256=sha, title="Trang 1", mime="application/pdf", size=len(SCAN), pages=1)
    dossier = desk.do(receive, intake(scans=(scan,)), uuid4())
    for name in ("Đỗ Văn Thử", "Trần Thị Mẫu", "Lê Công Mẫu"):
        desk.do(receive, intake(name), uuid4())
    desk.prints.queue("receipt", dossier.id, "Giấy tiếp nhận", b"%PDF-1.7 slip")
    desk.drafts.save(Draft(id=uuid4(), kind="intake", saved_at=clock(), body={"name": "Ngô Thử"}))
    return desk


def test_a_restored_home_is_the_same_office(busy: Desk, tmp_path: Path, clock: HandClock) -> None:
    report = back_up(busy, tmp_path / "usb")
    assert (report.dossiers, report.files, report.faults) == (4, 2, ())
    before = [row.id for row in busy.register.rows([1, 2, 3, 4])]
    restored = restore(report.folder, tmp_path / "new", opener(clock), clock)
    assert (restored.dossiers, restored.files) == (4, 2)
    desk = open_desk(tmp_path / "new", clock)
    assert [row.id for row in desk.register.rows([1, 2, 3, 4])] == before
    assert desk.files.get(desk.register.get(before[0]).scans[0].sha256) == SCAN
    assert len(desk.drafts.all()) == 1
    assert verify(desk) == ()
    desk.close()


def test_a_restored_desk_repeats_no_number_of_the_lost_day(busy: Desk, tmp_path: Path, clock: HandClock) -> None:
    """A backup knows nothing of what was received after it, so that day goes on in another band and epoch."""
    report = back_up(busy, tmp_path / "usb")
    lost = busy.do(receive, intake("Phan Mất"), uuid4())
    head = busy.journal.head
    restore(report.folder, tmp_path / "new", opener(clock), clock)
    desk = open_desk(tmp_path / "new", clock)
    fresh = desk.do(receive, intake("Phan Mới"), uuid4())
    assert lost.code.endswith("-0005")
    assert fresh.code.endswith("-5400")
    assert desk.journal.head.epoch != head.epoch
    old, new = desk.journal.epochs()
    assert (new.parent, new.parent_seq) == (old.id, head.seq - 1)
    clock.forward(days=1)
    assert desk.do(receive, intake("Phan Mai"), uuid4()).code.endswith("-0001")
    desk.close()


def test_commits_go_on_between_the_steps(busy: Desk, tmp_path: Path, clock: HandClock) -> None:
    meanwhile: list[Dossier] = []

    def between() -> None:
        if len(meanwhile) < 30:
            meanwhile.append(busy.do(receive, intake(f"Người Thứ {len(meanwhile)}"), uuid4()))

    report = back_up(busy, tmp_path / "usb", between=between)
    assert meanwhile
    restore(report.folder, tmp_path / "new", opener(clock), clock)
    desk = open_desk(tmp_path / "new", clock)
    assert desk.register.counts().total == report.dossiers <= 4 + len(meanwhile)
    assert verify(desk) == ()
    desk.close()
    assert busy.register.counts().total == 4 + len(meanwhile)


def test_the_scans_of_a_draft_come_back_with_it(busy: Desk, tmp_path: Path, clock: HandClock) -> None:
    sha = busy.files.put(b"%PDF-1.7 scanned before the reception")
    busy.drafts.save(Draft(id=uuid4(), kind="intake", saved_at=clock(), body={"scans": [{"sha256": sha}]}))
    report = back_up(busy, tmp_path / "usb")
    restore(report.folder, tmp_path / "new", opener(clock), clock)
    desk = open_desk(tmp_path / "new", clock)
    assert desk.files.get(sha) == b"%PDF-1.7 scanned before the reception"
    assert verify(desk) == ()
    desk.files.path(sha).unlink()
    assert [fault.split(":")[0] for fault in verify(desk)] == ["Bản quét của một bản nháp"]
    desk.close()


def test_a_backup_shows_nothing_of_what_is_in_it(busy: Desk, tmp_path: Path) -> None:
    back_up(busy, tmp_path / "usb")
    for path in (tmp_path / "usb").rglob("*"):
        data = path.read_bytes() if path.is_file() else b""
        assert not any(part in data for part in ("Nguyễn".encode(), b"nguyen", b"036199001234", b"%PDF"))


def test_files_are_kept_once_for_all_backups(busy: Desk, tmp_path: Path, clock: HandClock) -> None:
    back_up(busy, tmp_path / "usb")
    clock.forward(hours=1)
    back_up(busy, tmp_path / "usb")
    assert len(list((tmp_path / "usb" / "files").glob("*/*"))) == 2
    assert len([p for p in (tmp_path / "usb").iterdir() if p.name != "files"]) == 2


def test_old_backups_make_room_but_a_day_keeps_its_last(busy: Desk, tmp_path: Path, clock: HandClock) -> None:
    usb = tmp_path / "usb"
    for day in range(1, 41):
        (usb / f"202610{day:02d}-080000").mkdir(parents=True)
        (usb / f"202610{day:02d}-170000").mkdir()
    back_up(busy, usb)
    names = sorted(p.name for p in usb.iterdir() if p.name != "files")
    assert "20261040-080000" in names
    assert "20261020-170000" in names
    assert "20261020-080000" not in names
    assert "20261001-170000" not in names


def test_restore_never_writes_over_a_home(busy: Desk, tmp_path: Path, home: Path, clock: HandClock) -> None:
    report = back_up(busy, tmp_path / "usb")
    with pytest.raises(Impossible):
        restore(report.folder, home, opener(clock), clock)
    assert busy.register.counts().total == 4


def test_a_refused_restore_leaves_no_half_home(busy: Desk, tmp_path: Path, clock: HandClock) -> None:
    report = back_up(busy, tmp_path / "usb")
    with pytest.raises(WrongSecret):
        restore(report.folder, tmp_path / "new", opener(clock, "không phải"), clock)
    assert not (tmp_path / "new").exists()
    with pytest.raises(NotFound):
        restore(tmp_path / "nowhere", tmp_path / "new", opener(clock), clock)


@pytest.mark.parametrize("victim", ["desk.db", "manifest.json", "files"])
def test_a_damaged_backup_is_never_restored(busy: Desk, tmp_path: Path, clock: HandClock, victim: str) -> None:
    report = back_up(busy, tmp_path / "usb")
    path = report.folder / victim
    if victim == "files":
        path = max((tmp_path / "usb" / "files").glob("*/*"), key=lambda p: p.stat().st_size)
    flip(path)
    with pytest.raises(KnownError):
        restore(report.folder, tmp_path / "new", opener(clock), clock)
    assert not (tmp_path / "new").exists()


def test_a_full_stick_leaves_the_earlier_backup(busy: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    usb = tmp_path / "usb"
    first = back_up(busy, usb)

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(KnownError, match="nơi sao lưu đã đầy"):
        back_up(busy, usb)
    monkeypatch.undo()
    assert sorted(p.name for p in usb.iterdir()) == sorted([first.folder.name, "files"])


def test_a_scan_lost_before_the_backup_is_named(busy: Desk, tmp_path: Path) -> None:
    flip(max((busy.home / "files").glob("*/*"), key=lambda p: p.stat().st_size))
    report = back_up(busy, tmp_path / "usb")
    assert [fault.split(":")[0] for fault in report.faults] == ["Bản quét của hồ sơ H99.001-261123-0001"]
    assert report.dossiers == 4


def opener(clock: HandClock, secret: str = SECRET) -> Callable[[Path], Vault]:
    """A way in by the chief's secret."""
    return lambda place: unlock(place, CHIEF.name, secret, clock)


def flip(path: Path) -> None:
    """Turn one bit over in the middle of a file."""
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 4
    path.write_bytes(data)
