"""Where the scans and slips of backups lie: one folder a data key, gone with the last backup under that key."""

import re
import shutil
from pathlib import Path

import msgspec

from dossiers.errors import KnownError
from dossiers.store.manifest import FILES_FOLDER, finished_in, read_manifest, told_of
from dossiers.store.vault import Vault

_OURS = re.compile(rf"{FILES_FOLDER}(-\d{{8}}-\d{{6}})?")


def files_folder(place: Path, vault: Vault) -> Path:
    """Where a backup about to be made puts its files: where those under the same key have theirs, else a new one.

    A file is sealed and named under the data key of its day, so that after a change of the key not one can be shared.
    """
    folder = place.parent
    places = finished_in(folder)
    for former in places:
        try:
            return folder / read_manifest(former, vault).files_in
        except KnownError:  # of another key, or damaged
            continue
    fresh = folder / FILES_FOLDER
    return folder / f"{FILES_FOLDER}-{place.name}" if places and fresh.exists() else fresh


def let_go_of_files(folder: Path) -> None:
    """Remove what only backups that are gone had; nothing while one is left that does not say where its files lie."""
    try:
        wanted = {told_of(place).files_in for place in finished_in(folder)}
    except (OSError, msgspec.MsgspecError):
        return
    for each in folder.glob(f"{FILES_FOLDER}*"):
        if _OURS.fullmatch(each.name) and each.name not in wanted:
            shutil.rmtree(each)
