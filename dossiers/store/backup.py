"""Backups: stepped beside the day's work, sealed under a key of their own, and proven by reading them back."""

import os
import shutil
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from hashlib import file_digest
from pathlib import Path

import msgspec
import sqlcipher3.dbapi2 as sqlcipher

from dossiers.clock import local
from dossiers.errors import KnownError
from dossiers.store.aside import OneAside, aside
from dossiers.store.backup_files import files_folder, let_go_of_files
from dossiers.store.compare import Figures, figures_of, unlike
from dossiers.store.database import Database, plainly, set_key
from dossiers.store.desk import DATABASE_FILE, Desk
from dossiers.store.durable import DiskFull, sync_folder, write_whole
from dossiers.store.files import Files
from dossiers.store.gone_back import heed_backup, newest_backup
from dossiers.store.inventory import named_files
from dossiers.store.ledger import Ledger
from dossiers.store.manifest import Manifest, finished_in, write_manifest
from dossiers.store.manifest import read_manifest as read_manifest
from dossiers.store.migrate import forget_copies
from dossiers.store.vault import KEYS_FILE

STEP_PAGES = 100
"""400 KB: some milliseconds under the cipher."""

PIECE_BYTES = 4 * 1024 * 1024
"""Written before the disk is waited for: a commit's own flush stands behind no more of a copy than this."""

PROVEN = "proven_backup"
KEEP_LATEST = 24
KEEP_DAYS = 30

Between = Callable[[], object]


@dataclass(frozen=True, slots=True, kw_only=True)
class BackupReport:
    """A proven backup: where it lies and what it holds; `faults` are files that were already lost before it.

    `outdone_by`: when an earlier backup there was made that knew more than the desk, which began a new epoch then.
    """

    folder: Path
    dossiers: int
    journal_lines: int
    files: int
    faults: tuple[str, ...] = ()
    outdone_by: datetime | None = None


class Proven(msgspec.Struct, frozen=True, kw_only=True):
    """The newest backup that was read back: when it was begun, and the journal line up to which it goes."""

    made_at: datetime
    epoch: bytes
    seq: int


def back_up(desk: Desk, folder: Path, *, between: Between = lambda: None) -> BackupReport:
    """Write a backup below `folder` and prove it by restoring it to a scratch place.

    Runs on the database thread; `between` is called after every few milliseconds of work, and may commit. All
    that waits for the stick is done beside it. Files are copied sealed as they are,
    each only once for all backups of the folder. Raises KnownError, leaving earlier backups as they were.
    """
    made_at = desk.clock()
    place = folder / f"{local(made_at):%Y%m%d-%H%M%S}"
    with aside(between) as beside, _partial(place, beside) as partial, _scratch(desk.home, beside) as scratch:
        outdone_by = heed_backup(desk, beside.do(lambda: newest_backup(folder, desk.vault)))
        copy_database(desk, scratch, between)
        beside.do(lambda: _carry(scratch, desk.home / KEYS_FILE, partial))
        figures, named = _prove(desk, scratch, between)
        files = beside.do(lambda: files_folder(place, desk.vault))
        faults = beside.do(lambda: copy_files(named, desk.files, files))
        manifest = Manifest(
            format="motcua/backup/1", made_at=made_at, figures=figures, files=len(named) - len(faults),
            files_in=files.name,
        )  # fmt: skip
        beside.do(lambda: write_manifest(partial, manifest, desk.vault))
        between()
    between()
    desk.set_setting(PROVEN, Proven(made_at=made_at, epoch=figures.epoch, seq=figures.seq))
    forget_copies(desk.database.path)
    return BackupReport(
        folder=place, dossiers=figures.dossiers, journal_lines=figures.lines, files=manifest.files, faults=faults,
        outdone_by=outdone_by,
    )  # fmt: skip


def proven_backup(desk: Desk) -> Proven | None:
    """The newest proven backup of this desk; None before the first."""
    kept = desk.setting(PROVEN, None)
    return msgspec.convert(kept, Proven) if kept else None


def copy_database(desk: Desk, target: Path, between: Between) -> None:
    """Copy page by page on the desk's own connection: its commits flow into the running copy, so it never restarts.

    The copy promises nothing of its own, so it waits for no disk; whoever carries it on makes it durable.
    """

    def progress(_status: int, remaining: int, _total: int) -> None:
        if remaining:
            between()

    with plainly(), keyed(target, desk.vault.key("backup")) as connection:
        connection.execute("PRAGMA synchronous=OFF").fetchall()
        connection.execute("PRAGMA journal_mode=OFF").fetchall()
        connection.execute(f"PRAGMA cache_size={STEP_PAGES}").fetchall()  # else the last step writes all it held back
        between()
        desk.database.driver.backup(connection, pages=STEP_PAGES, progress=progress)


def copy_files(named: dict[str, str], files: Files, folder: Path) -> tuple[str, ...]:
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
    return tuple(faults)


def rotate(folder: Path) -> None:
    """Keep the latest backups and the last one of each of the latest days; their files stay as long as one of them."""
    places = finished_in(folder)
    last_of_day = {place.name[:8]: place for place in reversed(places)}
    days = sorted(last_of_day, reverse=True)[:KEEP_DAYS]
    keep = {*places[:KEEP_LATEST], *(last_of_day[day] for day in days)}
    for place in places:
        if place not in keep:
            shutil.rmtree(place)
    let_go_of_files(folder)


@contextmanager
def keyed(path: Path, key: bytes) -> Iterator[sqlcipher.Connection]:
    """A bare connection to a database under a key of its own; closed at the end."""
    connection = sqlcipher.connect(path)
    try:
        set_key(connection, key)
        yield connection
    finally:
        connection.close()


def _carry(scratch: Path, keys: Path, partial: Path) -> None:
    """The finished copy onto the stick, and from the stick itself back over the copy it came from, byte for byte."""
    target, written, ways_in = partial / DATABASE_FILE, _digest(scratch), keys.read_bytes()
    _copy(scratch, target)
    write_whole(partial / KEYS_FILE, [ways_in])
    if sys.platform != "win32":  # let the next read come from the stick, not from memory
        for each in (target, partial / KEYS_FILE):
            with each.open("rb") as file:
                os.posix_fadvise(file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)
    _copy(target, scratch)
    if _digest(scratch) != written or (partial / KEYS_FILE).read_bytes() != ways_in:
        raise unlike()


def _copy(source: Path, target: Path) -> None:
    with source.open("rb") as given, target.open("wb") as taken:
        while piece := given.read(PIECE_BYTES):
            taken.write(piece)
            taken.flush()
            os.fsync(taken.fileno())


def _digest(path: Path) -> bytes:
    with path.open("rb") as file:
        return file_digest(file, "sha256").digest()


def _prove(desk: Desk, scratch: Path, between: Between) -> tuple[Figures, dict[str, str]]:
    """The restored copy read whole: every link, every state against the desk's own; and the files it names.

    On the database thread: Python beside it would take the interpreter from a commit at each of its statements.
    """
    copy = Database(scratch, desk.vault.key("backup"))
    try:
        between()
        return figures_of(copy, Ledger(copy), desk, between), named_files(copy, between)
    finally:
        copy.abandon()


@contextmanager
def _partial(place: Path, beside: OneAside) -> Iterator[Path]:
    """A folder that takes its name only when everything in it is proven."""
    partial = place.with_name(f".{place.name}.partial")

    def begin() -> None:
        for left in place.parent.glob(".*.partial"):  # of a desk that was killed
            shutil.rmtree(left, ignore_errors=True)
        partial.mkdir(parents=True)

    def finish() -> None:
        if place.exists():  # made within the same second
            shutil.rmtree(place)
        partial.rename(place)
        sync_folder(place.parent)
        rotate(place.parent)

    try:
        beside.do(begin)
        yield partial
        beside.do(finish)
    except (DiskFull, OSError) as error:
        raise KnownError(
            "Chưa sao lưu được: nơi sao lưu đã đầy hoặc không ghi được. Dữ liệu trên máy vẫn nguyên."
        ) from error
    finally:
        beside.do(lambda: shutil.rmtree(partial, ignore_errors=True))


@contextmanager
def _scratch(home: Path, beside: OneAside) -> Iterator[Path]:
    """A place in the home for one copy of the database, gone afterwards.

    Taken away beside: a disk that wipes what it lets go of takes a tenth of a second for a hundred megabytes.
    """
    place = home / "scratch"

    def remove() -> None:
        shutil.rmtree(place, ignore_errors=True)

    beside.do(remove)
    place.mkdir(mode=0o700)
    try:
        yield place / DATABASE_FILE
    finally:
        beside.do(remove)
