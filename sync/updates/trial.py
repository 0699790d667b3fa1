"""The first start of a new version is on a copy of the data, while the old one watches."""

import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from dossiers.reading import read_json
from dossiers.store.backup import read_manifest
from dossiers.store.compare import Figures, figures_of
from dossiers.store.database import Database
from dossiers.store.desk import DATABASE_FILE
from dossiers.store.durable import write_fault
from dossiers.store.ledger import Ledger
from dossiers.store.migrate import migrate
from sync.progress import Ask
from sync.updates.faults import TrialFailed

if TYPE_CHECKING:
    from dossiers.store.desk import Desk

TRIAL_S = 15 * 60
PURPOSE = "backup"


class Copy(msgspec.Struct, frozen=True):
    """A copy to be opened: where it lies, its key, and what the old version counted in it."""

    path: Path
    key: bytes
    figures: Figures


def prove_on_copy(ask: Ask, backup: Path, program: Path) -> None:
    """Let the new version's `program` open a copy of a backup; raises TrialFailed with nothing changed.

    The key goes through a pipe, never into the arguments, which others on this machine can read.
    """
    with _copy(ask, backup) as copy:
        try:
            done = subprocess.run(
                [str(program), "update", "--try", str(copy.path)], input=copy.key.hex().encode() + b"\n",
                stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, timeout=TRIAL_S, cwd=program.parent,
            )  # fmt: skip
        except (OSError, subprocess.TimeoutExpired) as error:
            raise TrialFailed from error
        if done.returncode != 0 or not _same(_answer(done.stdout), copy.figures):
            raise TrialFailed


def open_copy(path: Path, key: bytes) -> Figures:
    """In the new version: bring the copy to this version's shape and read all of it; raises KnownError."""
    database = Database(path, key)
    try:
        migrate(database)
        return figures_of(database, Ledger(database))
    finally:
        database.close()


def _answer(out: bytes) -> Figures | None:
    try:
        return read_json(out.splitlines()[-1], Figures)
    except (IndexError, msgspec.MsgspecError):
        return None


def _same(after: Figures | None, before: Figures) -> bool:
    """Whether nothing went missing; the sum of the states may change with their shape, the journal may not."""
    return after is not None and msgspec.structs.replace(after, states=before.states) == before


@contextmanager
def _copy(ask: Ask, backup: Path) -> Iterator[Copy]:
    def make(desk: "Desk") -> Copy:
        place = desk.home / "trial"
        shutil.rmtree(place, ignore_errors=True)
        place.mkdir(mode=0o700)
        figures = read_manifest(backup, desk.vault).figures
        return Copy(place / DATABASE_FILE, desk.vault.key(PURPOSE), figures)

    copy = ask(make)
    try:
        try:
            shutil.copyfile(backup / DATABASE_FILE, copy.path)
        except OSError as error:
            raise write_fault(error) from error
        yield copy
    finally:
        shutil.rmtree(copy.path.parent, ignore_errors=True)
