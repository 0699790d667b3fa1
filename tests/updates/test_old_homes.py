"""The data of every released version open in this one, with nothing missing and the chain whole."""

import zipfile
from pathlib import Path
from uuid import UUID

import pytest

from dossiers.errors import KnownError
from dossiers.status import Status
from dossiers.store.desk import Desk
from dossiers.store.verify import verify
from tests.store.homes import HandClock, open_desk
from tests.updates.freeze_home import DOSSIERS, HOMES, PAGE

ANEW = "where its schema was never released: python -m tests.updates.freeze_home next"
FROZEN = sorted(HOMES.glob("*.zip"), key=lambda file: file.name)


def thawed(file: Path, home: Path, clock: HandClock) -> Desk:
    """The home as that version left it, opened by this one."""
    with zipfile.ZipFile(file) as archive:
        archive.extractall(home)
    try:
        return open_desk(home, clock)
    except KnownError as error:
        raise AssertionError(f"{file.name}: {error} ({ANEW})") from error


def test_a_home_of_the_coming_version_is_frozen() -> None:
    assert {file.stem.split("-")[0] for file in FROZEN} <= {"next", "release"}
    assert HOMES / "next.zip" in FROZEN, ANEW


@pytest.mark.parametrize("file", FROZEN, ids=lambda file: file.stem)
def test_an_old_home_opens_with_all_that_was_in_it(file: Path, tmp_path: Path, clock: HandClock) -> None:
    desk = thawed(file, tmp_path / "old", clock)
    try:
        assert verify(desk) == ()
        dossiers = [desk.register.get(UUID(int=number)) for number in range(1, DOSSIERS + 1)]
        assert [dossier.status is Status.VOIDED for dossier in dossiers] == [False, True, False, False, False]
        assert desk.files.get(dossiers[0].scans[0].sha256) == PAGE
        assert desk.journal.unsent_count() == DOSSIERS + 2
    finally:
        desk.close()
