"""An invented office with a past, made once and copied for each test; a console in this process."""

import shutil
from pathlib import Path

import pytest

from desktop.cli import main
from desktop.demo.past import live_a_past
from dossiers.store import vault_slots as vaults
from tests.console.consoles import SECRET, Console, Said

QUICK = vaults.Stretching(memory_kib=64, passes=1, lanes=1)
"""A seat keeps its own cost, so processes open these homes as quickly as this one."""


@pytest.fixture(autouse=True)
def _quick_to_open(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(vaults, "STRETCHING", QUICK)


@pytest.fixture(scope="session")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An office that took a dozen dossiers on days before today."""
    home = tmp_path_factory.mktemp("template") / "office"
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(vaults, "STRETCHING", QUICK)
        live_a_past(home, SECRET, 12, 1)
    return home


@pytest.fixture
def home(template: Path, tmp_path: Path) -> Path:
    """The office, for one test."""
    return Path(shutil.copytree(template, tmp_path / "office"))


@pytest.fixture
def console(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Console:
    """A command run in this process, where no border between processes matters."""
    monkeypatch.setenv("MOTCUA_PASSPHRASE", SECRET)

    def run(*words: object) -> Said:
        capsys.readouterr()
        try:
            code = main([str(word) for word in words])
        except SystemExit as left:  # argparse leaves for --help and for words it does not know
            code = int(left.code or 0)
        streams = capsys.readouterr()
        return Said(code, streams.out, streams.err)

    return run
