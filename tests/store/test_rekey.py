"""The data key is changed without anybody typing anything again; a cut at any step leaves the old key or the new."""

import json
import shutil
import subprocess
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from uuid import uuid4

import pytest

from dossiers import recovery_words
from dossiers.dossier import Scan
from dossiers.errors import Impossible, KnownError
from dossiers.people import Clerk
from dossiers.receive import receive
from dossiers.store import backup, rekey
from dossiers.store.backup import back_up
from dossiers.store.desk import Desk
from dossiers.store.drafts import Draft
from dossiers.store.durable import DiskFull
from dossiers.store.manifest import MANIFEST_FILE
from dossiers.store.rekey import change_key
from dossiers.store.restore import restore
from dossiers.store.vault import Vault, unlock, unlock_with_recovery
from dossiers.store.vault_file import KEYS_FILE, read_keys
from dossiers.store.vault_slots import Forged, seal
from dossiers.store.verify import verify
from scanning.drivers import ScannedPage
from scanning.spool import open_page, seal_page
from scanning.spool_reseal import reseal_folder
from tests.store.homes import CHIEF, SECRET, HandClock, intake, open_desk

CLERK = Clerk(name="Lê Văn Thử")
SCAN = b"%PDF-1.7 mot trang" * 5000
PAGE = ScannedPage(data=b"anh mot trang", width_px=10, height_px=20, dpi=300)
ROOT = Path(__file__).parents[2]


@pytest.fixture
def full(desk: Desk, clock: HandClock) -> Desk:
    """A desk with a dossier, its scan, a draft, a slip that waits for the printer and a page that was just scanned."""
    sha = desk.files.put(SCAN)
    scan = Scan(sha256=sha, title="a.pdf", mime="application/pdf", size=len(SCAN), pages=1)
    desk.do(receive, intake(scans=(scan,)), uuid4())
    desk.drafts.save(Draft(id=uuid4(), kind="intake", saved_at=clock(), body={"name": "Nguyễn Thị Hồng Nhung"}))
    desk.prints.queue("receipt", None, "Biên nhận", b"%PDF-1.7 slip")
    (desk.home / "scanning").mkdir()
    seal_page(desk.home / "scanning", PAGE, desk.vault.key("scan-spool"))
    return desk


def changed(desk: Desk) -> Vault:
    return change_key(desk, "may-thu", partial(reseal_folder, files=frozenset()))


def test_everything_is_there_under_the_new_key_and_nothing_opens_with_the_old(
    full: Desk, vault: Vault, clock: HandClock
) -> None:
    home, head = full.home, full.journal.head
    (home / "desk.db.before-v0000").write_bytes(b"from before a migration")
    before = {path: path.read_bytes() for path in home.rglob("*") if path.is_file()}
    vault.add(CLERK, "135790")
    fresh = changed(full)
    assert fresh.key("database") != vault.key("database")
    assert unlock(home, CLERK.name, "135790", clock).key("database") == fresh.key("database")
    desk = open_desk(home, clock)
    assert verify(desk) == ()
    assert (desk.journal.head, len(desk.journal.epochs())) == (head, 1)
    assert desk.drafts.all()[0].body == {"name": "Nguyễn Thị Hồng Nhung"}
    assert desk.prints.pdf(desk.prints.waiting()[0].id) == b"%PDF-1.7 slip"
    (page,) = (home / "scanning").glob("*.page")
    assert open_page(page, fresh.key("scan-spool")) == PAGE.data
    desk.close()
    with pytest.raises(KnownError):
        open_desk(home, clock, vault)
    left = {path: path.read_bytes() for path in home.rglob("*") if path.is_file() and path.name != "ballast"}
    assert not set(left.values()) & set(before.values())


def test_the_recovery_sheet_stays_good_and_the_provinces_codes_do_not(
    full: Desk, vault: Vault, clock: HandClock
) -> None:
    key = bytes(range(16))
    vault.keep_recovery(key, clock)
    vault.keep_rescue("0a1b2c3d", "7F3K", ["0000-0000-0000-0000"])
    fresh = changed(full)
    assert unlock_with_recovery(full.home, recovery_words.say(key), clock).key("files") == fresh.key("files")
    assert read_keys(full.home).rescue is None


def test_a_backup_from_before_is_restored_with_its_own_key_file(full: Desk, clock: HandClock, tmp_path: Path) -> None:
    report = back_up(full, tmp_path / "usb")
    changed(full)
    restored = restore(report.folder, tmp_path / "khac", opener(clock), clock)
    assert (restored.dossiers, restored.files) == (1, 2)


def test_backups_under_the_old_key_are_left_whole_and_go_with_their_files(
    full: Desk, clock: HandClock, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Scans under a key that may have leaked lay on the stick for good, long after the last backup that had them."""
    usb = tmp_path / "usb"
    old, home = back_up(full, usb).folder, full.home
    changed(full)
    clock.forward(hours=1)
    desk = open_desk(home, clock)
    new = back_up(desk, usb).folder
    for place in (old, new):
        assert restore(place, tmp_path / place.name, opener(clock), clock).files == 2
    assert {path.name for path in usb.glob("files*")} == {"files", f"files-{new.name}"}
    clock.forward(hours=1)
    assert back_up(desk, usb).files == 2
    assert len(list(usb.glob("files*/*/*"))) == 4, "backups under one key share their files"
    monkeypatch.setattr(backup, "KEEP_LATEST", 1)
    monkeypatch.setattr(backup, "KEEP_DAYS", 1)
    clock.forward(hours=1)
    last = back_up(desk, usb).folder
    assert {path.name for path in usb.iterdir()} == {last.name, f"files-{new.name}"}
    assert restore(last, tmp_path / "khac", opener(clock), clock).files == 2
    desk.close()


def test_files_stay_while_a_backup_does_not_say_where_its_own_lie(
    full: Desk, clock: HandClock, tmp_path: Path
) -> None:
    usb = tmp_path / "usb"
    old, home = back_up(full, usb).folder, full.home
    (old / MANIFEST_FILE).write_bytes(b"{")
    changed(full)
    clock.forward(hours=1)
    desk = open_desk(home, clock)
    assert back_up(desk, usb).files == 2
    assert len(list((usb / "files").glob("*/*"))) == 2
    desk.close()


def opener(clock: HandClock) -> Callable[[Path], Vault]:
    """Opens a key file by the chief's secret, which a change of the data key leaves as it was."""
    return lambda at: unlock(at, CHIEF.name, SECRET, clock)


def test_a_slot_that_somebody_wrote_into_the_file_stops_the_change(full: Desk, vault: Vault) -> None:
    """A stranger who could write to the disk once would otherwise be handed the new key."""
    keys = read_keys(full.home)
    strange = seal(keys, Clerk(name="Người lạ"), "135790", bytes(32))
    text = json.loads((full.home / KEYS_FILE).read_text(encoding="utf-8"))
    text["slots"].append({**text["slots"][0], "name": strange.name})
    (full.home / KEYS_FILE).write_text(json.dumps(text), encoding="utf-8")
    with pytest.raises(Forged):
        changed(full)
    assert verify(full) == ()
    assert not (full.home / "change").exists()


def test_who_may_change_it_and_what_it_needs(full: Desk, clock: HandClock, monkeypatch: pytest.MonkeyPatch) -> None:
    full.clerk = CLERK
    with pytest.raises(Impossible):
        changed(full)
    full.clerk = CHIEF
    monkeypatch.setattr(rekey, "free_bytes", lambda _: 1000)
    with pytest.raises(DiskFull, match="MB trống"):
        changed(full)
    assert full.register.counts().total == 1


def test_a_kill_at_any_step_leaves_the_old_key_or_the_new(full: Desk, tmp_path: Path) -> None:
    home, scratch = tmp_path / "home", tmp_path / "kills"
    full.close()
    scratch.mkdir()
    done = subprocess.run(
        [sys.executable, "-m", "tests.store.change_child", home, scratch], cwd=ROOT, capture_output=True, text=True,
        timeout=300,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    deaths = [json.loads(line) for line in done.stdout.splitlines()]
    whole = {"faults": [], "dossiers": 1, "pages": 1, "epochs": 1, "left": False, "keys": True}
    assert [death for death in deaths if {name: death[name] for name in whole} != whole] == []
    keys = [death["key"] for death in deaths]
    assert keys == sorted(keys, reverse=True)
    assert {"old", "new"} == set(keys)
    assert all(death["key"] == "new" for death in deaths if death["ready"])
    shutil.rmtree(scratch)
