"""The suite's own rules hold: an unexpected Qt warning, Python warning or log fails a test."""

import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
MOST_LINES = 300
ROOMS = ("desktop", "dossiers", "installer", "printing", "resources", "scanning", "sync")

BREACHES = """
import logging, warnings
import pytest
from PySide6.QtCore import qWarning

def test_qt_warning():
    qWarning("a timer without a thread")

def test_python_warning():
    warnings.warn("old", DeprecationWarning)

def test_log():
    logging.getLogger("sync").warning("cut")

@pytest.fixture
def loud():
    logging.error("lost")

def test_log_of_a_fixture(loud):
    pass

@pytest.mark.xfail(reason="thought broken")
def test_unexpected_pass():
    pass
"""

KEPT = """
import logging
import pytest
from PySide6.QtCore import qWarning

def test_quiet_log():
    logging.getLogger("sync").info("sent")

@pytest.mark.expects_log
def test_log_asked_for(caplog):
    logging.warning("cut")
    assert caplog.messages == ["cut"]

@pytest.mark.expects_qt_warning
def test_qt_warning_asked_for(qt_messages):
    qWarning("late")
    assert "late" in qt_messages[0]
"""


def run_pytest(source: str, folder: Path) -> subprocess.CompletedProcess[str]:
    """Run pytest on one test file under this project's rules."""
    file = folder / "test_it.py"
    file.write_text(source, encoding="utf-8")
    rules = ["-c", str(ROOT / "pyproject.toml"), "-p", "tests.conftest"]
    command = [sys.executable, "-m", "pytest", *rules, "--quiet", str(file)]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=60)


def test_every_breach_fails(tmp_path: Path) -> None:
    blamed = re.findall(r"^(?:FAILED|ERROR) .*::(\w+)", run_pytest(BREACHES, tmp_path).stdout, re.MULTILINE)
    assert sorted(blamed) == sorted(re.findall(r"def (test_\w+)", BREACHES))


def test_what_keeps_the_rules_passes(tmp_path: Path) -> None:
    assert "3 passed" in run_pytest(KEPT, tmp_path).stdout


def test_an_unknown_marker_fails(tmp_path: Path) -> None:
    done = run_pytest("import pytest\n\n@pytest.mark.sloow\ndef test_it():\n    pass\n", tmp_path)
    assert "'sloow' not found in `markers`" in done.stdout


def test_a_long_file_is_one_of_the_lists_that_may_be_long() -> None:
    decision = (ROOT / "docs" / "decisions" / "0007-files-over-300-lines.md").read_text(encoding="utf-8")
    may_be_long = set(re.findall(r"^\| `(\S+\.py)` \|", decision, re.MULTILINE))
    files = [file for room in ROOMS for file in (ROOT / room).rglob("*.py")]
    too_long = {str(file.relative_to(ROOT)) for file in files if len(file.read_bytes().splitlines()) > MOST_LINES}
    assert too_long == may_be_long
