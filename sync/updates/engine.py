"""An update from its bundle to the switch; until the very last step the version in use is the old one.

offered → checked → in two places → assembled → backed up → tried on a copy → in place → in use. Nothing is written but
beside what is there, so a cut at any moment leaves the old version, or the new one.
"""

import shutil
from collections.abc import Callable
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from dossiers.store.backup import back_up
from dossiers.store.durable import sync_folder, write_fault
from sync.progress import Ask
from sync.updates.alone import alone
from sync.updates.assembly import assemble, sweep
from sync.updates.bundle import Bundle, Head, Manifest, open_head
from sync.updates.faults import NotInstalled, OneCopyOnly
from sync.updates.installation import Choice, Installation, read_choice, running, versions_folder, write_choice
from sync.updates.trial import prove_on_copy

if TYPE_CHECKING:
    from dossiers.store.desk import Desk


class Stage(StrEnum):
    """What an update is doing."""

    LINE = "line"
    FILES = "files"
    BACKUP = "backup"
    TRIAL = "trial"
    IN_USE = "in_use"


Watch = Callable[[Stage, int, int], object]
"""The stage, and of its steps how many are done and how many there are; 0 of 0 where nobody can tell."""


class Updater:
    """Brings one installation to a newer version; `versions` is the folder of those that came after the set-up's."""

    def __init__(self, here: Installation | None = None, versions: Path | None = None) -> None:
        """Without arguments for what runs here; raises NotInstalled for a working copy of the source."""
        here = here or running()
        if here is None:
            raise NotInstalled
        self.here = here
        self.versions = versions or versions_folder()

    def offered(self, head: Head) -> Manifest:
        """What a bundle would bring here; raises UpdateFault where it may not."""
        return open_head(head, self.here.release, read_choice(self.versions))[0]

    def update(
        self, ask: Ask, bundle: Bundle, backups: Path, watch: Watch, between: Callable[[], object] = lambda: None
    ) -> Manifest:
        """Do it all; the next start is the new version's. Raises KnownError with the old one in use as before.

        `ask` reaches the open desk whose data have to come along; `between` lets its other work go on meanwhile.
        """
        choice = read_choice(self.versions)
        manifest, keys = open_head(bundle.head(), self.here.release, choice)
        ask(refuse_one_copy)
        sweep(self.versions, {choice.number, self.here.release.number})
        incoming = self.versions / f".incoming-{manifest.number}"
        try:
            assemble(manifest, bundle, self.here, incoming, lambda done, total: watch(Stage.FILES, done, total))
            watch(Stage.BACKUP, 0, 0)
            backup = ask(lambda desk: back_up(desk, backups, between=between))
            watch(Stage.TRIAL, 0, 0)
            prove_on_copy(ask, backup.folder, incoming / self.here.program.name)
            self._put_in_place(incoming, manifest)
            watch(Stage.IN_USE, 0, 0)
            before = self.here.release.number if self.here.folder.parent == self.versions else 0
            write_choice(self.versions, Choice(number=manifest.number, before=before, works=False, keys=keys.number))
        finally:
            shutil.rmtree(incoming, ignore_errors=True)
        return manifest

    def _put_in_place(self, incoming: Path, manifest: Manifest) -> None:
        final = self.versions / str(manifest.number)
        try:
            if final.exists():  # from an update that was cut before the switch: nobody uses it
                shutil.rmtree(final)
            incoming.rename(final)
            sync_folder(self.versions)
        except OSError as error:
            raise write_fault(error) from error


def refuse_one_copy(desk: "Desk") -> None:
    """Raises OneCopyOnly while there is work that would be lost with this disk."""
    left = alone(desk)
    if any(left):
        raise OneCopyOnly(*left)
