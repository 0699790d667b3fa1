"""A write that is killed leaves the old file whole, and what it left beside it goes with a later one."""

import os
import subprocess
import sys
from pathlib import Path
from uuid import uuid4

import pytest

from dossiers.receive import receive
from dossiers.store.desk import Desk
from dossiers.store.durable import write_whole
from tests.store.homes import HandClock, intake, open_desk

ROOT = Path(__file__).parents[2]
KILLED = """
import sys
from pathlib import Path
from dossiers.store.durable import write_whole

def parts():
    yield b"half of"
    print("half", flush=True)
    sys.stdin.read()

write_whole(Path(sys.argv[1]), parts())
"""


def kill_while_writing(path: Path) -> Path:
    """Kill another process half way through a file; returns what it left."""
    before = set(path.parent.iterdir())
    with subprocess.Popen(
        [sys.executable, "-c", KILLED, path], cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as running:
        assert running.stdout is not None
        assert running.stdout.readline().strip() == b"half"
        running.kill()
    (left,) = set(path.parent.iterdir()) - before
    return left


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A list somebody wrote before."""
    path = tmp_path / "danh sách [1].xlsx"
    write_whole(path, [b"old"])
    return path


def age(path: Path, hours: float) -> None:
    """Let a file have been written some hours ago."""
    then = path.stat().st_mtime - hours * 3600
    os.utime(path, (then, then))


def test_a_killed_write_leaves_the_old_file_and_goes_with_the_next(file: Path) -> None:
    left, beside = kill_while_writing(file), file.with_name(".another.xlsx.0a1b2c3d.tmp")
    beside.write_bytes(b"of another file")
    assert file.read_bytes() == b"old"
    for each in (left, beside):
        age(each, hours=2)
    write_whole(file, [b"new"])
    assert file.read_bytes() == b"new"
    assert set(file.parent.iterdir()) == {file, beside}


def test_what_another_process_may_be_writing_now_is_left_to_it(file: Path) -> None:
    """The window and a command both write the key file: neither may take the other's half away."""
    left = kill_while_writing(file)
    write_whole(file, [b"new"])
    assert left.exists()


def test_a_quiet_desk_takes_torn_scans_away_and_nothing_else(desk: Desk, home: Path, clock: HandClock) -> None:
    """A scan's file is never written twice, so no next write takes its half away."""
    kept = desk.files.put(b"a scan of this morning")
    left = kill_while_writing(desk.files.path(kept))
    desk.do(receive, intake(), uuid4())
    desk.close()
    again = open_desk(home, clock)
    again.idle()
    assert not left.exists()
    assert again.files.get(kept) == b"a scan of this morning"
    again.close()
