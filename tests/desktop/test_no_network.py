"""The desk opens and takes a dossier in on a machine without any network, not even its own."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
AS_ROOT = os.geteuid() == 0
UNSHARE = ["unshare", "--net"] if AS_ROOT else ["unshare", "--map-root-user", "--net"]


def desk_of(home: Path, *around: str) -> subprocess.CompletedProcess[str]:
    """A whole desk in a process of its own."""
    command = [*around, sys.executable, "-m", "tests.desktop.offline_child", str(home)]
    return subprocess.run(command, capture_output=True, text=True, timeout=120, cwd=ROOT)


def test_the_desk_starts_and_works_with_no_network_at_all(home: Path) -> None:
    """In a network namespace of its own with nothing in it, where this machine allows one."""
    done = desk_of(home, *UNSHARE)
    if done.returncode:
        assert "ermi" in done.stderr, done.stderr  # "Operation not permitted", "must be superuser … permission"
        return
    told = json.loads(done.stdout.splitlines()[-1])
    assert told["reachable"] is False
    assert re.fullmatch(r"H99\.001-261123-\d{4}", told["code"])
