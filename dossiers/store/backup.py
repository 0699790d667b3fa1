"""Backups: stepped beside the day's work, sealed under a key of their own, and proven by reading them back."""

import hmac
import re
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import msgspec
import sqlcipher3.dbapi2 as sqlcipher

from dossiers.clock import Clock, local
from dossiers.errors import Impossible, KnownError, NotFound
from dossiers.store.compare import Figures, figures_of
from dossiers.store.database import Database, plainly, set_key
from dossiers.store.desk import DATABASE_FILE, Desk
from dossiers.store.durable import DiskFull, refuse_remote, sync_folder, write_whole
from dossiers.store.files import Files
from dossiers.store.inventory import named_files
from dossiers.store.ledger import Ledger
from dossiers.store.vault import KEYS_FILE, Vault, unlock

MANIFEST_FILE = "manifest.json"
FILES_FOLDER = "files"
STEP_PAGES = 500
COPY_BYTES = 4 * 1024 * 1024
PROVEN = "proven_backup"
KEEP_LATEST = 24
KEEP_DAYS = 30

_STAMP = re.compile(r"\d{8}-\d{6}")

Between = Callable[[], object]


class Manifest(msgspec.Struct, frozen=True, kw_only=True):
    """What a backup says it holds; no name and no number of a person is in it."""

    format: str
    made_at: datetime
    figures: Figures
    files: int


@dataclass(frozen=True, slots=True, kw_only=True)
class BackupReport:
    """A proven backup: where it lies and what it holds; `faults` are files that were already lost before it."""

    folder: Path
    dossiers: int
    journal_lines: int
    files: int
    faults: tuple[str, ...] = ()


class Proven(msgspec.Struct, frozen=True, kw_only=True):
    """The newest backup that was read back: when it was begun, and the journal line up to which it goes."""

    made_at: datetime
    epoch: bytes
    seq: int


@dataclass(frozen=True, slots=True, kw_only=True)
class RestoreReport:
    """What came back."""

    dossiers: int
    journal_lines: int
    files: int


def back_up(desk: Desk, folder: Path, *, between: Between = lambda: None) -> BackupReport:
    """Write a backup below `folder` and prove it by restoring it to a scratch place.

    Runs on the database thread; `between` is called after every few milliseconds of work, and may commit. Files are
    copied sealed as they are, each only once for all backups of the folder. Raises KnownError, leaving earlier
    backups as they were.
    """
    made_at = desk.clock()
    place = folder / f"{local(made_at):%Y%m%d-%H%M%S}"
    with _partial(place) as partial:
        copy_database(desk, partial / DATABASE_FILE, between)
        shutil.copyfile(desk.home / KEYS_FILE, partial / KEYS_FILE)
        with _scratch(desk, partial, between) as scratch:
            figures = figures_of(scratch, Ledger(scratch), desk, between)
            named = named_files(scratch)
        faults = copy_files(named, desk.files, folder / FILES_FOLDER, between)
        manifest = Manifest(format="motcua/backup/1", made_at=made_at, figures=figures, files=len(named) - len(faults))
        write_manifest(partial, manifest, desk.vault)
    rotate(folder)
    desk.set_setting(PROVEN, Proven(made_at=made_at, epoch=figures.epoch, seq=figures.seq))
    return BackupReport(
        folder=place, dossiers=figures.dossiers, journal_lines=figures.lines, files=manifest.files, faults=faults
    )


def proven_backup(desk: Desk) -> Proven | None:
    """The newest proven backup of this desk; None before the first."""
    kept = desk.setting(PROVEN, None)
    return msgspec.convert(kept, Proven) if kept else None


def restore(backup: Path, home: Path, name: str, secret: str, clock: Clock) -> RestoreReport:
    """Rebuild a home from a backup; refuses to overwrite anything.

    No anchor is written, so opening the home begins a new epoch before any number is given, and the rest of that
    day draws from the second half of the solo band. Raises WrongSecret, NotFound or KnownError.
    """
    refuse_remote(home)
    if home.exists() and any(home.iterdir()):
        raise Impossible("Thư mục này đã có dữ liệu nên không khôi phục đè lên. Chọn một thư mục trống.")
    if not (backup / KEYS_FILE).exists():
        raise NotFound("Không thấy bản sao lưu ở thư mục này. Chọn thư mục có tệp keys.json và desk.db.")
    home.mkdir(mode=0o700, parents=True, exist_ok=True)
    try:
        shutil.copyfile(backup / KEYS_FILE, home / KEYS_FILE)
        return _restore(backup, home, unlock(home, name, secret, clock), clock)
    except BaseException:
        shutil.rmtree(home)
        raise


def _restore(backup: Path, home: Path, vault: Vault, clock: Clock) -> RestoreReport:
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
    restored = sum(_bring_back(files, sha, backup.parent / FILES_FOLDER) for sha in named)
    if restored < manifest.files:
        raise damaged_backup()
    return RestoreReport(dossiers=manifest.figures.dossiers, journal_lines=manifest.figures.lines, files=restored)


def copy_database(desk: Desk, target: Path, between: Between) -> None:
    """Copy page by page on the desk's own connection: its commits flow into the running copy, so it never restarts."""

    def progress(_status: int, remaining: int, _total: int) -> None:
        if remaining:
            between()

    with plainly(), keyed(target, desk.vault.key("backup")) as connection:
        desk.database.driver.backup(connection, pages=STEP_PAGES, progress=progress)


def rekey(source: Path, source_key: bytes, target: Path, target_key: bytes) -> None:
    """Copy a database from one key to another; the source is only read, for it may lie on a write-protected stick."""
    scratch = target.with_name(f".{target.name}.incoming")
    shutil.copyfile(source, scratch)
    try:
        with plainly(), keyed(scratch, source_key) as incoming, keyed(target, target_key) as outgoing:
            incoming.backup(outgoing)
    finally:
        scratch.unlink()


def copy_files(named: dict[str, str], files: Files, folder: Path, between: Between) -> tuple[str, ...]:
    """Copy what the folder lacks and prove each copy; returns a sentence for each file that is already lost here."""
    faults = []
    for sha, what in named.items():
        source = files.path(sha)
        target = folder / source.parent.name / source.name
        if not target.exists():
            try:
                files.get(sha)
            except KnownError as error:
                faults.append(f"{what}: {error}")
                continue
            target.parent.mkdir(parents=True, exist_ok=True)
            write_whole(target, [source.read_bytes()])
            files.prove(sha, target)
        between()
    return tuple(faults)


def rotate(folder: Path) -> None:
    """Keep the latest backups and the last one of each of the latest days; files are shared and stay."""
    places = sorted((p for p in folder.iterdir() if _STAMP.fullmatch(p.name)), reverse=True)
    last_of_day = {place.name[:8]: place for place in reversed(places)}
    days = sorted(last_of_day, reverse=True)[:KEEP_DAYS]
    keep = {*places[:KEEP_LATEST], *(last_of_day[day] for day in days)}
    for place in places:
        if place not in keep:
            shutil.rmtree(place)


def write_manifest(place: Path, manifest: Manifest, vault: Vault) -> None:
    """The manifest with its HMAC on a second line."""
    body = msgspec.json.encode(manifest)
    write_whole(place / MANIFEST_FILE, [body, b"\n", _seal(body, vault).encode(), b"\n"])


def read_manifest(place: Path, vault: Vault) -> Manifest:
    """A manifest that this office wrote; raises KnownError for any other."""
    try:
        body, seal, _ = (place / MANIFEST_FILE).read_bytes().split(b"\n")
        if hmac.compare_digest(seal.decode("ascii"), _seal(body, vault)):
            return msgspec.json.decode(body, type=Manifest)
    except (OSError, ValueError):
        pass
    raise damaged_backup()


def damaged_backup() -> KnownError:
    """The sentence for a backup that does not hold what it says."""
    return KnownError("Bản sao lưu này bị hỏng hoặc thiếu. Không có gì bị ghi đè. Chọn bản sao lưu trước đó.")


def _seal(body: bytes, vault: Vault) -> str:
    return hmac.digest(vault.key("backup-manifest"), body, "sha256").hex()


@contextmanager
def _partial(place: Path) -> Iterator[Path]:
    """A folder that takes its name only when everything in it is proven."""
    partial = place.with_name(f".{place.name}.partial")
    try:
        shutil.rmtree(partial, ignore_errors=True)
        partial.mkdir(parents=True)
        yield partial
        if place.exists():  # made within the same second
            shutil.rmtree(place)
        partial.rename(place)
        sync_folder(place.parent)
    except (DiskFull, OSError) as error:
        raise KnownError(
            "Chưa sao lưu được: nơi sao lưu đã đầy hoặc không ghi được. Dữ liệu trên máy vẫn nguyên."
        ) from error
    finally:
        shutil.rmtree(partial, ignore_errors=True)


@contextmanager
def _scratch(desk: Desk, backup: Path, between: Between) -> Iterator[Database]:
    """The backup read back whole into a scratch place of the home, and opened."""
    place = desk.home / "scratch"
    shutil.rmtree(place, ignore_errors=True)
    place.mkdir(mode=0o700)
    try:
        with (backup / DATABASE_FILE).open("rb") as source, (place / DATABASE_FILE).open("wb") as target:
            while chunk := source.read(COPY_BYTES):
                target.write(chunk)
                between()
        database = Database(place / DATABASE_FILE, desk.vault.key("backup"))
        try:
            yield database
        finally:
            database.abandon()
    finally:
        shutil.rmtree(place)


@contextmanager
def keyed(path: Path, key: bytes) -> Iterator[sqlcipher.Connection]:
    """A bare connection to a database under a key of its own; closed at the end."""
    connection = sqlcipher.connect(path)
    try:
        set_key(connection, key)
        yield connection
    finally:
        connection.close()


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
