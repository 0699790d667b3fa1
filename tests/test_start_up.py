"""What a command loads before it does its work: no Qt where none is needed, nothing heavy anywhere."""

import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
WITHOUT_QT = "import sys; sys.modules['PySide6'] = None; "
PRESENTERS = sorted(ROOT.glob("desktop/screens/*/*presenter.py"))


def run_python(code: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run `code` in a fresh interpreter at the root."""
    return subprocess.run(
        [sys.executable, "-c", code, *arguments], cwd=ROOT, capture_output=True, text=True, timeout=60
    )


def test_the_ban_on_qt_works() -> None:
    assert run_python(WITHOUT_QT + "import PySide6.QtCore").returncode != 0


@pytest.mark.parametrize("command", ["province", "portal", "read", "verify", "due", "card", "sync"])
def test_a_command_runs_without_qt(command: str) -> None:
    """A province server or a headless check needs no window system."""
    done = run_python(WITHOUT_QT + "from desktop.cli import main; sys.exit(main())", command, "--help")
    assert (done.returncode, done.stderr) == (0, "")
    assert command in done.stdout


@pytest.mark.parametrize("presenter", PRESENTERS, ids=lambda file: f"{file.parent.name}/{file.stem}")
def test_a_presenter_loads_without_qt(presenter: Path) -> None:
    """What a presenter imports is free of Qt as well."""
    name = ".".join(presenter.relative_to(ROOT).with_suffix("").parts)
    done = run_python(WITHOUT_QT + f"import {name}")
    assert (done.returncode, done.stderr) == (0, "")


def heavy_libraries() -> set[str]:
    """The libraries no module may import at its top, as told to ruff."""
    with (ROOT / "pyproject.toml").open("rb") as file:
        settings = tomllib.load(file)
    return set(settings["tool"]["ruff"]["lint"]["flake8-tidy-imports"]["banned-module-level-imports"])


@pytest.mark.parametrize(
    ("module", "light_of"), [("desktop.cli", {"PySide6", "sqlalchemy"}), ("desktop.app", {"sqlalchemy"})]
)
def test_start_up_loads_nothing_heavy(module: str, light_of: set[str]) -> None:
    done = run_python(f"import sys, {module}; print(*sys.modules)")
    assert done.returncode == 0, done.stderr
    assert set(done.stdout.split()) & (heavy_libraries() | light_of) == set()


def test_ruff_catches_a_heavy_import() -> None:
    ruff = [sys.executable, "-m", "ruff", "check", "--select=TID253", "--stdin-filename=scanning/codes.py"]
    code = "import cv2\n\n\ndef read() -> None:\n    import numpy\n"
    done = subprocess.run([*ruff, "-"], input=code, cwd=ROOT, capture_output=True, text=True, timeout=60)
    assert "`cv2` is banned" in done.stdout
    assert "numpy" not in done.stdout
