"""The window's modules are imported without PySide6 reading their source."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
RESTORED = "from desktop.plain_import import restore_import; restore_import(); "
LOAD = "import linecache, desktop.app; print(*linecache.cache)"


def kept_sources(code: str) -> str:
    """The files whose text a fresh interpreter keeps."""
    command = [sys.executable, "-c", code]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=60, check=True).stdout


def test_the_windows_modules_leave_no_source_in_memory() -> None:
    assert str(ROOT / "desktop") not in kept_sources(RESTORED + LOAD)


def test_pyside_would_keep_their_source() -> None:
    """The day it no longer does, `plain_import` can go."""
    assert str(ROOT / "desktop" / "window.py") in kept_sources(LOAD)
