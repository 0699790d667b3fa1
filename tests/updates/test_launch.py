"""The start of the installed program, as processes: handed over to the newer version, and back from one that fails."""

import json
import os
import subprocess
from pathlib import Path
from typing import Any

import pytest

from dossiers.store import migrate as migrating
from dossiers.store import schema
from sync.updates import installation
from sync.updates.installation import Choice, Installation, read_choice, write_choice
from sync.updates.launch import note_works, step_back
from tests.store.homes import HandClock, open_desk
from tests.updates.publisher import BROKEN, Publisher, make_version


@pytest.fixture
def versions(tmp_path: Path) -> Path:
    place = tmp_path / "data" / "motcua-versions"
    place.mkdir(parents=True)
    return place


def start(program: Installation, versions: Path) -> subprocess.CompletedProcess[str]:
    """What the desktop entry does, with a command in place of the window."""
    environment = os.environ | {"XDG_DATA_HOME": str(versions.parent)}
    words = [str(program.program), "update", "--json"]
    return subprocess.run(words, env=environment, capture_output=True, text=True, timeout=120)


def in_use(number: int, left: int = 0) -> dict[str, object]:
    """What `motcua update` says of a publisher's own version."""
    return {"installed": True, "number": number, "version": f"0.{number}.0", "left": left, "trial": False}


def answer(done: subprocess.CompletedProcess[str]) -> Any:
    """What it said."""
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def test_the_installed_program_hands_over_and_the_new_one_says_that_it_works(
    installed: Installation, publisher: Publisher, versions: Path
) -> None:
    assert answer(start(installed, versions))["number"] == 1
    make_version(versions / "2", 2, publisher.public)
    write_choice(versions, Choice(number=2, works=False))
    assert answer(start(installed, versions)) == in_use(2)
    assert read_choice(versions) == Choice(number=2, works=True)


def test_a_version_that_ends_at_once_is_left_after_two_starts(
    installed: Installation, publisher: Publisher, versions: Path
) -> None:
    make_version(versions / "2", 2, publisher.public, program=BROKEN)
    write_choice(versions, Choice(number=2, works=False))
    assert [start(installed, versions).returncode for _ in range(2)] == [3, 3]
    assert answer(start(installed, versions)) == in_use(1, left=2)


def test_a_version_that_cannot_migrate_leaves_the_data_as_they_were_and_steps_back(
    home: Path, clock: HandClock, publisher: Publisher, versions: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def half(connection: Any, _found: str) -> None:
        connection.exec_driver_sql("DROP TABLE setting")
        raise ZeroDivisionError

    here = make_version(versions / "2", 2, publisher.public)
    write_choice(versions, Choice(number=2))
    monkeypatch.setattr(installation, "running", lambda: here)
    monkeypatch.setattr(installation, "versions_folder", lambda: versions)
    with monkeypatch.context() as newer:
        newer.setattr(schema, "REVISION", "9999")
        newer.setattr(migrating, "upgrade", half)
        with pytest.raises(migrating.NotMigrated):
            open_desk(home, clock)
    step_back()
    assert read_choice(versions) == Choice(number=0, left=2)
    desk = open_desk(home, clock)
    assert desk.office.unit == "H99.001"
    desk.close()


def test_a_working_copy_of_the_source_writes_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    note_works()
    step_back()
    assert list(tmp_path.iterdir()) == []
