"""Secrets tied to one machine's own key store: a stolen copy of the home opens with no secret, only with the sheet."""

import shutil
from pathlib import Path

import pytest

from dossiers import recovery_words
from dossiers.errors import Impossible, KnownError
from dossiers.store import machine_key
from dossiers.store.vault import OtherMachine, Vault, unlock
from tests.store.homes import CHIEF, SECRET, HandClock
from tests.store.machine_child import on_machine

WORDS = recovery_words.say(bytes(range(16)))


@pytest.fixture
def without_store(monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine whose system keeps no keys, whatever runs on the one the test runs on."""
    monkeypatch.setattr(machine_key, "system_store", lambda: None)


def test_a_copied_home_opens_nowhere_else_but_by_the_sheet(
    home: Path, vault: Vault, clock: HandClock, tmp_path: Path, without_store: None
) -> None:
    """The whole way with two real key stores: tied at the next sign-in, shut elsewhere, open by the words."""
    vault.keep_recovery(recovery_words.read(WORDS), clock)
    assert on_machine(tmp_path / "a", home, SECRET, WORDS, "bind", "open") == ["loose", "tied"]
    stolen = Path(shutil.copytree(home, tmp_path / "stolen"))
    with pytest.raises(OtherMachine):
        unlock(stolen, CHIEF.name, SECRET, clock)
    assert on_machine(tmp_path / "b", stolen, "mật khẩu mới", WORDS, "open", "recover") == ["other machine", "loose"]
    assert unlock(stolen, CHIEF.name, "mật khẩu mới", clock).key("files") == vault.key("files")
    assert on_machine(tmp_path / "a", home, SECRET, WORDS, "open") == ["tied"]


def test_nothing_is_tied_before_the_recovery_key_is_on_paper(vault: Vault) -> None:
    with pytest.raises(Impossible, match="In tờ khóa phục hồi trước"):
        vault.bind()


def test_a_machine_without_a_store_says_so_and_stays_as_it_was(
    home: Path, vault: Vault, clock: HandClock, without_store: None
) -> None:
    vault.keep_recovery(bytes(16), clock)
    with pytest.raises(KnownError, match="kho khóa"):
        vault.bind()
    assert unlock(home, CHIEF.name, SECRET, clock).clerk == CHIEF
