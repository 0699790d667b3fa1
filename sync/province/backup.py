"""A backup of the whole province, and the way back: keys, journal and scans; desks send again what came after it."""

import os
import shutil
import subprocess
from collections.abc import Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, timedelta
from pathlib import Path

from sqlalchemy import Connection, make_url, select, update

from dossiers.clock import Clock, to_ms
from dossiers.errors import Impossible, KnownError, NotFound
from dossiers.store.durable import sync_folder
from sync.province import admin, audit
from sync.province.audit import CONSOLE
from sync.province.blob_store import FolderShelf, open_shelf
from sync.province.database import Database
from sync.province.schema import backed_up, blob, epoch

SQLITE_NAME, DUMP_NAME = "province.db", "province.dump"
SCANS = "scans"
SETTLING = timedelta(minutes=1)
"""A scan that was being settled while the backup began may bear an earlier time: only older ones are counted on."""


@dataclass(frozen=True, slots=True)
class Backup:
    """A finished backup: its folder, how many epochs it covers, and how many scans were new to it."""

    folder: Path
    epochs: int
    scans: int


@dataclass(frozen=True, slots=True)
class Reached:
    """How far a device's epoch lies in a finished backup; scans verified before `files_before` (ms) lie there too."""

    seq: int
    files_before: int


@dataclass(frozen=True, slots=True)
class Restored:
    """A province put back: its open database, its new history, and how many scans the desks must send again."""

    database: Database
    history: str
    scans_awaited: int


def reached(connection: Connection, device: bytes, identity: bytes) -> Reached:
    """The backed-up watermark of an epoch; zero before the first backup."""
    query = select(backed_up).where(backed_up.c.device == device, backed_up.c.epoch == identity)
    row = connection.execute(query).one_or_none()
    return Reached(row.seq, row.files_before) if row else Reached(0, 0)


def back_up(
    database: Database, folder: Path, target: Path, clock: Clock, by: str = CONSOLE, scans: str = ""
) -> Backup:
    """Write one backup below `target`, which may be a share elsewhere; raises KnownError with nothing marked.

    Each backup is a folder named by its time; the scans of all of them lie once, side by side. Scans in an S3 store
    are not copied: its own versions and replication keep them.
    """
    now = clock()
    with database.reading() as connection:
        ends = connection.execute(select(epoch.c.device, epoch.c.id, epoch.c.seq)).all()
        names = connection.execute(select(blob.c.sha256).where(blob.c.verified_at.is_not(None))).scalars().all()
    name = now.astimezone(UTC).strftime("%Y%m%d-%H%M%S")
    unfinished = target / f".{name}"
    unfinished.mkdir(parents=True)
    _dump(database, unfinished)
    _copy_keys(folder, unfinished)
    copied = 0 if scans else _copy_scans(_own_shelf(folder), FolderShelf(target / SCANS), names)
    finished = unfinished.rename(target / name)
    sync_folder(target)
    files_before = to_ms(now - SETTLING)
    rows = [{"device": row.device, "epoch": row.id, "seq": row.seq, "files_before": files_before} for row in ends]
    with database.writing("") as connection:
        database.add(connection, backed_up, rows, HIGHER)
        audit.record(connection, now, by, "backed_up", name, after=f"{len(ends)} chuỗi, {copied} tệp mới")
    return Backup(finished, len(ends), copied)


HIGHER = (
    "ON CONFLICT (device, epoch) DO UPDATE SET seq = excluded.seq, files_before = excluded.files_before "
    "WHERE backed_up.seq <= excluded.seq"
)


def restore(
    database_url: str | None, folder: Path, source: Path, clock: Clock, by: str = CONSOLE, scans: str = ""
) -> Restored:
    """Put a backup into an empty folder and database, and begin a new history; the caller closes the database.

    Every desk then asks about all it has, and sends again what the backup lacks. A scan whose file did not come
    back counts as never arrived. Raises NotFound, or Impossible where something is already there.
    """
    url = database_url or f"sqlite:///{folder / SQLITE_NAME}"
    folder.mkdir(parents=True, exist_ok=True)
    _load(url, source)
    _copy_keys(source, folder)
    database = Database(url)
    with database.reading() as connection:
        names = connection.execute(select(blob.c.sha256).where(blob.c.verified_at.is_not(None))).scalars().all()
    if not scans:
        _copy_scans(FolderShelf(source.parent / SCANS), _own_shelf(folder), names)
    shelf = open_shelf(scans, _scans_of(folder))
    lost = [name for name in names if not shelf.holds(name)]
    with database.writing("") as connection:
        for name in lost:
            connection.execute(update(blob).where(blob.c.sha256 == name).values(verified_at=None))
    return Restored(database, admin.renew_history(database, clock, by), len(lost))


def _scans_of(folder: Path) -> Path:
    return folder / "blobs" / "verified"


def _own_shelf(folder: Path) -> FolderShelf:
    return FolderShelf(_scans_of(folder))


def _dump(database: Database, folder: Path) -> None:
    url = database.engine.url
    if url.get_backend_name() == "postgresql":
        _run("pg_dump", database_url=url.render_as_string(hide_password=False),
             arguments=("--format=custom", f"--file={folder / DUMP_NAME}"))  # fmt: skip
    else:
        # Past SQLAlchemy, which would begin a transaction first.
        with closing(database.engine.raw_connection()) as connection:
            connection.cursor().execute("VACUUM INTO ?", (str(folder / SQLITE_NAME),))
    for file in folder.iterdir():
        with file.open("rb") as written:
            os.fsync(written.fileno())


def _load(url: str, source: Path) -> None:
    """Raises NotFound where there is no backup, Impossible where its place is taken."""
    parsed = make_url(url)
    if parsed.get_backend_name() == "postgresql":
        if not (source / DUMP_NAME).exists():
            raise _no_backup()
        _run("pg_restore", url, ("--no-owner", "--exit-on-error", "--single-transaction", str(source / DUMP_NAME)))
        return
    place = Path(str(parsed.database))
    if not (source / SQLITE_NAME).exists():
        raise _no_backup()
    if place.exists():
        raise Impossible("Ở {place} đã có cơ sở dữ liệu. Chọn thư mục trống để phục hồi.", place=place)
    shutil.copyfile(source / SQLITE_NAME, place)


def _copy_keys(folder: Path, target: Path) -> None:
    for file in _keys(folder):
        shutil.copy2(file, target / file.name)


def _keys(folder: Path) -> Sequence[Path]:
    return [file for file in folder.iterdir() if file.suffix in {".key", ".pub"}]


def _copy_scans(source: FolderShelf, target: FolderShelf, names: Sequence[bytes]) -> int:
    """Copy what the target lacks and the source has; a file's name is its hash, so one name is one content."""
    copied = 0
    for name in names:
        if target.holds(name) or not source.holds(name):
            continue
        draft = target.path(name).parent.parent / f".{name.hex()}"
        shutil.copyfile(source.path(name), draft)
        with draft.open("rb") as written:
            os.fsync(written.fileno())
        target.put(name, draft)
        copied += 1
    return copied


def _run(program: str, database_url: str, arguments: Sequence[str]) -> None:
    """PostgreSQL's own program; the password goes by the environment, which no list of processes shows."""
    parsed = make_url(database_url)
    parts: Mapping[str, str] = {
        "PGHOST": parsed.host or "", "PGPORT": str(parsed.port or ""), "PGUSER": parsed.username or "",
        "PGPASSWORD": str(parsed.password or ""), "PGDATABASE": parsed.database or "",
    }  # fmt: skip
    environment = os.environ | {name: value for name, value in parts.items() if value}
    extra = [f"--dbname={parsed.database}"] if program == "pg_restore" else []
    try:
        done = subprocess.run([program, *extra, *arguments], env=environment, capture_output=True, check=False)
    except FileNotFoundError as error:
        raise KnownError("Cần {program} của PostgreSQL trên máy này.", program=program) from error
    if done.returncode:
        raise KnownError(
            "{program} không làm xong. Cơ sở dữ liệu không bị thay đổi; xem lại địa chỉ, quyền và chỗ trống.",
            program=program,
        )


def _no_backup() -> NotFound:
    return NotFound("Không thấy bản sao lưu của tỉnh ở thư mục này.")
