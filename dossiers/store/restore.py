"""A home from a backup: built beside its place and proven there, so that a power cut leaves no half of one."""

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from dossiers.clock import Clock
from dossiers.errors import Impossible, NotFound
from dossiers.store.anchor import NOWHERE, Anchor
from dossiers.store.backup import keyed
from dossiers.store.compare import figures_of
from dossiers.store.database import Database, plainly
from dossiers.store.desk import ANCHOR_FILE, DATABASE_FILE
from dossiers.store.durable import refuse_remote, sync_folder, write_fault, write_whole
from dossiers.store.files import Files
from dossiers.store.inventory import named_files
from dossiers.store.ledger import Ledger
from dossiers.store.manifest import FILES_FOLDER, damaged_backup, read_manifest
from dossiers.store.vault import KEYS_FILE, Vault

Open = Callable[[Path], Vault]
"""Opens the key file in a folder: by a user's secret, or by the words of the recovery sheet."""

Tell = Callable[[int, int], object]
"""Called with how many files are back, of how many."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RestoreReport:
    """What came back."""

    dossiers: int
    journal_lines: int
    files: int


def restore(
    backup: Path, home: Path, unlocked: Open, clock: Clock, tell: Tell = lambda _done, _all: None
) -> RestoreReport:
    """Rebuild a home from a backup; refuses to overwrite anything.

    Its anchor says that no journal stood here, so opening the home begins a new epoch before any number is given, and
    the rest of that day draws from the second half of the solo band. Raises WrongSecret, NotFound or KnownError, and
    leaves nothing behind then.
    """
    refuse_remote(home)
    if home.exists() and any(home.iterdir()):
        raise Impossible("Thư mục này đã có dữ liệu nên không khôi phục đè lên. Chọn một thư mục trống.")
    if not (backup / KEYS_FILE).exists():
        raise NotFound("Không thấy bản sao lưu ở thư mục này. Chọn thư mục có tệp keys.json và desk.db.")
    building = home.with_name(f".{home.name}.restoring")
    shutil.rmtree(building, ignore_errors=True)  # of a restore that was cut short
    try:
        building.mkdir(mode=0o700, parents=True)
        shutil.copyfile(backup / KEYS_FILE, building / KEYS_FILE)
        report = _rebuild(backup, building, unlocked(building), clock, tell)
        if home.exists():
            home.rmdir()
        building.rename(home)
        sync_folder(home.parent)
    except OSError as error:
        raise write_fault(error) from error
    finally:
        shutil.rmtree(building, ignore_errors=True)
    return report


def rekey(source: Path, source_key: bytes, target: Path, target_key: bytes) -> None:
    """Copy a database from one key to another; the source is only read, for it may lie on a write-protected stick."""
    scratch = target.with_name(f".{target.name}.incoming")
    shutil.copyfile(source, scratch)
    try:
        with plainly(), keyed(scratch, source_key) as incoming, keyed(target, target_key) as outgoing:
            incoming.backup(outgoing)
    finally:
        scratch.unlink()


def _rebuild(backup: Path, home: Path, vault: Vault, clock: Clock, tell: Tell) -> RestoreReport:
    manifest = read_manifest(backup, vault)
    rekey(backup / DATABASE_FILE, vault.key("backup"), home / DATABASE_FILE, vault.key("database"))
    database = Database(home / DATABASE_FILE, vault.key("database"))
    try:
        if figures_of(database, Ledger(database)) != manifest.figures:
            raise damaged_backup()
        named = named_files(database)
    finally:
        database.close()
    files = Files(home / FILES_FOLDER, vault, set, clock)
    restored = 0
    for sha in named:
        restored += _bring_back(files, sha, backup.parent / manifest.files_in)
        tell(restored, manifest.files)
    if restored < manifest.files:
        raise damaged_backup()
    Anchor(home / ANCHOR_FILE, vault.key("anchor")).write(NOWHERE, bytes(32), durable=True)
    return RestoreReport(dossiers=manifest.figures.dossiers, journal_lines=manifest.figures.lines, files=restored)


def _bring_back(files: Files, sha: str, source: Path) -> bool:
    """Copy one sealed file into the home and prove it; False when the backup never had it."""
    target = files.path(sha)
    sealed = source / target.parent.name / target.name
    if not sealed.exists():
        return False
    target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    write_whole(target, [sealed.read_bytes()])
    files.prove(sha, target)
    return True
