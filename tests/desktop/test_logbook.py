"""The log of a desk: what went wrong is found again, a crash too, and no word about a person gets in."""

import json
import logging
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop import logbook
from desktop.jobs import failure
from dossiers.errors import KnownError, NotFound
from dossiers.logs import log_to_file
from sync.faults import CaptivePortal

NAME, NUMBER = "Nguyễn Thị Bí Mật", "036186001234"
ROOT = Path(__file__).parents[2]

CRASHING = """
import ctypes, sys
from pathlib import Path
from desktop import logbook
logbook.begin(Path(sys.argv[1]))
citizen = sys.argv[2]
ctypes.string_at(0)
"""

STUMBLING = """
import logging, sys, threading
from pathlib import Path
from PySide6.QtCore import qWarning
from desktop import logbook
logbook.begin(Path(sys.argv[1]))
def stumble(citizen):
    raise ValueError(citizen)
thread = threading.Thread(target=stumble, args=(sys.argv[2],))
thread.start(); thread.join()
qWarning(f"QPainter::begin: cannot draw {sys.argv[2]}")
logging.getLogger("urllib3").warning("sending %s", sys.argv[2])
"""


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "office"


@pytest.fixture
def kept(home: Path) -> Iterator[Path]:
    """The log of a home, kept in this process while the test lasts."""
    root = logging.getLogger()
    before, level = list(root.handlers), root.level
    root.handlers.clear()
    log_to_file(logbook.folder_of(home))
    yield home
    for handler in root.handlers:
        handler.close()
    root.handlers[:] = before
    root.setLevel(level)


def said(home: Path) -> str:
    """Everything in the folder of the log."""
    return "".join(file.read_text(encoding="utf-8") for file in logbook.folder_of(home).iterdir())


def play(program: str, home: Path) -> int:
    words = [sys.executable, "-c", program, str(home), f"{NAME} {NUMBER}"]
    return subprocess.run(words, cwd=ROOT, capture_output=True, timeout=60).returncode


@pytest.mark.expects_log
def test_the_newest_error_is_told_by_its_class(kept: Path) -> None:
    assert logbook.last_error(kept) is None
    failure(CaptivePortal())
    newest = logbook.last_error(kept)
    assert newest is not None
    assert newest.name == "CaptivePortal"
    failure(ValueError(f"{NAME} {NUMBER}"))
    failure(KnownError("Không tìm thấy {name}.", name=NAME))
    log = said(kept)
    assert "unexpected ValueError" in log
    assert NAME not in log
    assert NUMBER not in log


def test_a_crash_in_native_code_leaves_its_place(home: Path) -> None:
    assert play(CRASHING, home) < 0
    newest = logbook.last_error(home)
    assert newest is not None
    assert newest.name == "Crash"
    assert "string_at" in said(home)
    assert NUMBER not in said(home)


def test_threads_qt_and_libraries_are_told_without_their_words(home: Path) -> None:
    assert play(STUMBLING, home) == 0
    log = said(home)
    assert "unexpected ValueError in a thread" in log
    assert "QPainter::begin" in log
    assert '"logger": "urllib3"' in log
    assert NAME not in log
    assert NUMBER not in log


def test_the_log_for_support_is_one_file_that_names_no_folder(home: Path, tmp_path: Path) -> None:
    with pytest.raises(NotFound):
        logbook.gather(home, (), tmp_path / "log.zip")
    play(CRASHING, home)
    file = logbook.gather(home, ({"topic": "disk", "ok": True},), tmp_path / "log.zip")
    with zipfile.ZipFile(file) as bundle:
        assert json.loads(bundle.read(logbook.FACTS_FILE)) == [{"topic": "disk", "ok": True}]
        crash = bundle.read(logbook.CRASH_FILE).decode()
    assert 'File "__init__.py"' in crash
    assert str(Path(sys.prefix).parent) not in crash


def test_the_log_stays_small(kept: Path) -> None:
    """A desk that fails all day keeps a megabyte, the newest of it."""
    for number in range(12_000):
        logging.getLogger("motcua.jobs").info("known Offline %s", number)
    files = list(logbook.folder_of(kept).iterdir())
    assert sum(file.stat().st_size for file in files) < 1.1 * (1 << 20)
    assert "11999" in (logbook.folder_of(kept) / "desk.log").read_text(encoding="utf-8")
