"""One home in which every kind of stored byte exists, and hands that alter one of them."""

import shutil
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from uuid import uuid4

from dossiers.attach_scans import attach_scans
from dossiers.dossier import Scan
from dossiers.inspector.copied import connect
from dossiers.inspector.keys import Secret, open_keys
from dossiers.receive import receive
from dossiers.store.backup import back_up
from dossiers.store.desk import Desk
from dossiers.store.drafts import Draft
from printing.spool import confirm
from tests.store.homes import CHIEF, SECRET, HandClock, intake
from tests.sync.provinces import office, synchronise
from tests.sync.test_every_deed import live_through

SCAN = b"%PDF-1.7 " + bytes(range(256)) * 40
HEAD_FILE = "printed-head"


def live(folder: Path, clock: HandClock) -> None:
    """A closed home at `folder`/home with receipts of a real province, its backup, and a head as printed."""
    with office(folder, clock) as (desk, province):
        live_through(desk, clock, seed=5, deeds=40)
        dossier = desk.do(receive, intake())
        scan = Scan(sha256=desk.files.put(SCAN), title="Trang 1", mime="application/pdf", size=len(SCAN), pages=1)
        desk.do(attach_scans, dossier.id, (scan,))
        job = desk.prints.queue("receipt", dossier.id, "Giấy tiếp nhận", b"%PDF slip")
        confirm(desk, job.id)
        desk.drafts.save(Draft(id=uuid4(), kind="intake", saved_at=clock(), body={"name": "Ngô Thử"}))
        assert synchronise(desk, province.url, clock).complete
        head = desk.journal.head
        (folder / HEAD_FILE).write_text(f"{head.epoch.hex()} {head.seq} {head.hash.hex()}", encoding="utf-8")
        shutil.copytree(back_up(desk, folder / "usb").folder.parent, folder / "backups")
        for _ in range(3):
            desk.do(receive, intake())
        _leave_a_log(desk)
        desk.do(receive, intake())
        shutil.copytree(desk.home, folder / "killed")


def _leave_a_log(desk: Desk) -> None:
    desk.database.checkpoint("TRUNCATE")


def copy_of(home: Path, to: Path) -> Path:
    """A home of one's own to alter."""
    return Path(shutil.copytree(home, to))


def by_sql(*statements: str) -> Callable[[Path], None]:
    """Somebody with the key and a tool, the triggers out of the way."""

    def alter(home: Path) -> None:
        key = open_keys(home, Secret(SECRET, CHIEF.name))("database")
        with closing(connect(home / "desk.db", key)) as rows:
            for (name,) in rows.execute("SELECT name FROM sqlite_schema WHERE type = 'trigger'").fetchall():
                rows.execute(f"DROP TRIGGER {name}")
            for statement in statements:
                assert rows.execute(statement).rowcount, statement
            rows.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()

    return alter


def by_byte(pattern: str, where: float = 0.5) -> Callable[[Path], None]:
    """One bit of a file turned over, at a part of its length."""

    def alter(home: Path) -> None:
        path = max(home.glob(pattern), key=lambda each: each.stat().st_size)
        data = bytearray(path.read_bytes())
        data[int(len(data) * where)] ^= 4
        path.write_bytes(data)

    return alter


def page_of(table: str) -> Callable[[Path], None]:
    """One bit turned over in the root page of a table, as rot or a hand without the key would do it."""

    def alter(home: Path) -> None:
        path = home / "desk.db"
        with closing(connect(path, open_keys(home, Secret(SECRET, CHIEF.name))("database"))) as rows:
            rows.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
            (root,) = rows.execute("SELECT rootpage FROM sqlite_schema WHERE name = ?", (table,)).fetchone()
            (size,) = rows.execute("PRAGMA page_size").fetchone()
        data = bytearray(path.read_bytes())
        data[(root - 1) * int(size) + 200] ^= 4
        path.write_bytes(data)

    return alter
