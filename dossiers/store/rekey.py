"""Change the data key of a home without anybody typing anything again: all is written anew beside it, then swapped.

Cut at any moment, the home opens whole under the old key or under the new one (key_swap.py says how).
"""

from collections.abc import Callable
from pathlib import Path

import msgspec
from cryptography.exceptions import InvalidTag

from dossiers.errors import Impossible, KnownError
from dossiers.people import Role
from dossiers.store.anchor import Anchor
from dossiers.store.backup import keyed
from dossiers.store.compare import figures_of
from dossiers.store.database import Database, plainly
from dossiers.store.desk import ANCHOR_FILE, DATABASE_FILE, Desk
from dossiers.store.durable import DiskFull, free_bytes, write_whole
from dossiers.store.files import KEEP_FREE_BYTES, Files, unseal
from dossiers.store.key_swap import CHANGE_FOLDER, READY, discard_change, finish_change
from dossiers.store.ledger import Ledger
from dossiers.store.migrate import forget_copies
from dossiers.store.vault import Vault

STEP_PAGES = 500

Told = Callable[[int, int], object]
"""Called with how many files are done, of how many."""

Reseal = Callable[[Path, Path, bytes, bytes], object]
"""Writes what lies in one folder into another, opened with the first key and sealed with the second."""


def change_key(desk: Desk, machine: str, scans: Reseal, told: Told = lambda _done, _all: None) -> Vault:
    """Put a new data key in force and close the desk; returns the vault that opens it again.

    Runs on the database thread, and nothing else may be asked of the desk meanwhile. `scans` writes the scanner's
    waiting pages anew. Files that were damaged before are not taken along: verify and the backups tell of them.
    Raises DiskFull before anything is written, Forged, or KnownError, with the home as it was.
    """
    if desk.clerk.role is not Role.ADMINISTRATOR:
        raise Impossible("Chỉ người quản trị được đổi khóa dữ liệu.")
    require_room(desk)
    discard_change(desk.home)
    change = desk.home / CHANGE_FOLDER
    try:
        change.mkdir(mode=0o700)
        vault, keys = desk.vault.successor()
        copy_files(desk, Files(change / "files", vault, set, desk.clock), told)
        if (desk.home / "scanning").is_dir():
            scans(desk.home / "scanning", change / "scanning", desk.vault.key("scan-spool"), vault.key("scan-spool"))
        copy_database(desk, change / DATABASE_FILE, vault.key("database"))
        anchor = Anchor(change / ANCHOR_FILE, vault.key("anchor"))
        anchor.write(desk.journal.head, anchor.fingerprint(machine), durable=True)
        desk.database.checkpoint("TRUNCATE")
        write_whole(change / READY, [msgspec.json.format(msgspec.json.encode(keys), indent=1)])
    except BaseException:
        discard_change(desk.home)
        raise
    desk.close()
    finish_change(desk.home)
    forget_copies(desk.home / DATABASE_FILE)  # from before a migration: nobody has their key any more
    return vault


def require_room(desk: Desk) -> None:
    """Everything lies there twice for a moment."""
    names = ("files", "scanning")
    needed = desk.database.path.stat().st_size + sum(
        path.stat().st_size for name in names for path in (desk.home / name).rglob("*") if path.is_file()
    )
    if free_bytes(desk.home) < needed + KEEP_FREE_BYTES:
        raise DiskFull(
            "Đổi khóa cần thêm {size} MB trống trên ổ đĩa vì mọi dữ liệu được ghi lại một lượt. Dữ liệu vẫn nguyên. "
            "Dọn bớt ổ đĩa rồi làm lại.", size=(needed + KEEP_FREE_BYTES) // 1_000_000,
        )  # fmt: skip


def copy_files(desk: Desk, target: Files, told: Told) -> None:
    """Every scan and slip that reads back, whether a row names it yet or not."""
    paths = [path for path in desk.files.folder.glob("*/*") if not path.name.startswith(".")]
    target.folder.mkdir(mode=0o700)
    for done, path in enumerate(paths, 1):
        try:
            target.put(unseal(path.read_bytes(), desk.vault.key("files")))
        except InvalidTag:
            continue
        finally:
            told(done, len(paths))


def copy_database(desk: Desk, target: Path, key: bytes) -> None:
    """The database page by page under the new key, then read back whole and compared."""
    with plainly(), keyed(target, key) as connection:
        desk.database.driver.backup(connection, pages=STEP_PAGES)
    copy = Database(target, key)
    try:
        if figures_of(copy, Ledger(copy)) != figures_of(desk.database, Ledger(desk.database)):
            raise KnownError("Bản ghi lại dưới khóa mới không khớp nên chưa đổi khóa. Dữ liệu vẫn nguyên. Làm lại.")
    finally:
        copy.close()
