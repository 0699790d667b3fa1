"""The start of the installed program: hands over to the newer version in use, and comes back from one that fails."""

import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from dossiers.errors import KnownError

if TYPE_CHECKING:
    from collections.abc import Callable

    from sync.updates.installation import Installation


def hand_over(words: Sequence[str]) -> int | None:
    """Run the version in use in place of this one; None where this is it. Returns its exit code on Windows."""
    if not _packaged():
        return None
    from sync.updates.installation import begin, running, versions_folder

    base = running()
    if base is None or base.folder.parent == versions_folder():
        return None
    version = begin(base, versions_folder())
    return None if version is base else _run(version, words)


def note_works() -> None:
    """This version has got as far as its window, or to the end of a command."""
    if not _packaged():
        return
    from sync.updates.installation import confirm

    _say(confirm)


def step_back() -> None:
    """This version cannot bring the data to its shape: from the next start on, the one before opens them again."""
    from sync.updates.installation import leave

    _say(leave)


def _say(word: "Callable[[Path], None]") -> None:
    """Only where this is a version that came after the set-up's."""
    from sync.updates.installation import running, versions_folder

    here = running()
    if here is not None and here.folder.parent == versions_folder():
        with suppress(KnownError):  # a disk too full for this says so elsewhere
            word(versions_folder())


def _packaged() -> bool:
    """A working copy of the source pays for one look at the disk and no more."""
    return Path(sys.executable).with_name("release.json").exists()


def _run(version: "Installation", words: Sequence[str]) -> int:
    command = [str(version.program), *words]
    environment = os.environ | {"PYINSTALLER_RESET_ENVIRONMENT": "1"}
    if sys.platform == "win32":  # there exec starts a child and lets the shell go on without waiting for it
        import subprocess

        return subprocess.run(command, env=environment).returncode
    return os.execve(command[0], command, environment)
