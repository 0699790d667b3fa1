"""Looks after the desk's memory while nobody looks: quiet moments, backups each hour, onto sticks, at the close."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.backup_sticks import marked
from desktop.bridges.jobs import QtJobs
from desktop.jobs import Failure
from desktop.key_asks import change_data_key
from desktop.stage import Here
from dossiers.clock import Clock
from dossiers.people import Clerk

if TYPE_CHECKING:
    from dossiers.store.desk import Desk

QUIET_MS = 3_000
LOOK_MS = 5 * 60 * 1000
STICKS_MS = 10_000
BACKUP_EVERY = timedelta(hours=1)


class Keeper(QObject):
    """`backed_up` tells that a backup was made and proven; `failed` carries why one was not.

    `outdone` carries when a backup was made that knows more than the desk: its disk was put back as it once was.
    """

    backed_up = Signal()
    outdone = Signal(object)
    failed = Signal(object)

    def __init__(self, jobs: QtJobs, here: Here, clock: Clock) -> None:
        super().__init__()
        self._jobs, self._here, self._clock = jobs, here, clock
        self.running = False
        self.new_key_for: Clerk | None = None
        """Whoever asked that everything be written under a new data key when the desk closes."""

        self._quiet, self._look = QTimer(self), QTimer(self)
        self._quiet.setSingleShot(True)
        self._quiet.setInterval(QUIET_MS)
        self._quiet.timeout.connect(self._on_quiet)
        self._look.setInterval(LOOK_MS)
        self._look.timeout.connect(self._on_look)
        self._look.start()
        self._sticks = QTimer(self)
        self._sticks.setInterval(STICKS_MS)
        self._sticks.timeout.connect(self.look_at_sticks)
        self._sticks.start()
        self._plugged: frozenset[Path] = frozenset()

    def touched(self) -> None:
        """Something was just committed: tidy up once nothing else follows."""
        self._quiet.start()

    def back_up(self) -> None:
        """Back up now, to the folder that is set and to each stick of this desk; other jobs go on between the steps."""
        folder = self._here.devices.backup_folder
        folders = [*([Path(folder)] if folder else []), *sorted(self._plugged)]
        if folders and not self.running:
            self._onto(folders)

    def look_back(self) -> None:
        """Before the first visitor: whether a backup in the folder, or on a stick, knows more than this desk."""
        self._jobs.pool(self._heed, self._on_heeded, self.failed.emit)

    def look_at_sticks(self) -> None:
        """A stick of this desk that was just plugged in gets a backup at once, and then each hour like the folder."""
        self._jobs.pool(lambda: marked(self._here.home), self._on_sticks, lambda _: None)

    def last(self, desk: "Desk") -> None:
        """The backup at the close, and after it the new key; runs on the database thread when all else has ended."""
        folder = self._here.devices.backup_folder
        if folder and not covered(desk):
            make_backup(desk, Path(folder), self._jobs)
        if self.new_key_for is not None:
            desk.clerk = self.new_key_for
            change_data_key(desk)

    def close(self) -> None:
        """Begin nothing more."""
        self._quiet.stop()
        self._look.stop()
        self._sticks.stop()

    def _on_sticks(self, plugged: tuple[Path, ...]) -> None:
        fresh = [folder for folder in plugged if folder not in self._plugged]
        self._plugged = frozenset(plugged)
        if fresh and not self.running:
            self._onto(fresh)

    def _onto(self, folders: Sequence[Path]) -> None:
        self.running = True

        def make(desk: "Desk") -> list[datetime | None]:
            return [make_backup(desk, folder, self._jobs) for folder in folders]

        self._jobs.ask(make, self._on_done, self._on_failed)

    def _heed(self) -> list[datetime | None]:
        """In the pool, for a folder elsewhere may take long to answer."""
        from dossiers.store.gone_back import heed_backup, newest_backup

        folder, vault = self._here.devices.backup_folder, self._jobs.wait(lambda desk: desk.vault)
        places = [*([Path(folder)] if folder else []), *marked(self._here.home)]
        told = [newest_backup(place, vault) for place in places]
        return self._jobs.wait(lambda desk: [heed_backup(desk, each) for each in told])

    def _on_heeded(self, outdone_by: list[datetime | None]) -> None:
        for made_at in filter(None, outdone_by):
            self.outdone.emit(made_at)

    def _on_quiet(self) -> None:
        self._jobs.ask(lambda desk: desk.idle(), lambda _: None, self._on_failed)

    def _on_look(self) -> None:
        def decide(last: datetime | None) -> None:
            if last is None or self._clock() - last >= BACKUP_EVERY:
                self.back_up()

        self._jobs.ask(last_backup, decide, self._on_failed)

    def _on_done(self, outdone_by: list[datetime | None]) -> None:
        self.running = False
        self.backed_up.emit()
        self._on_heeded(outdone_by)

    def _on_failed(self, failure: Failure) -> None:
        self.running = False
        self.failed.emit(failure)


def make_backup(desk: "Desk", folder: Path, jobs: QtJobs) -> datetime | None:
    """Write and prove a backup while other jobs go on; returns when one was made there that knew more, if any."""
    from dossiers.store.backup import back_up

    return back_up(desk, folder, between=jobs.serve).outdone_by


def last_backup(desk: "Desk") -> datetime | None:
    """When the last proven backup was made."""
    from dossiers.store.backup import proven_backup

    proven = proven_backup(desk)
    return proven.made_at if proven else None


def covered(desk: "Desk") -> bool:
    """Whether the newest proven backup holds everything there is."""
    from dossiers.store.backup import proven_backup

    proven, head = proven_backup(desk), desk.journal.head
    return proven is not None and (proven.epoch, proven.seq) == (head.epoch, head.seq)
