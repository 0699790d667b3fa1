"""The recovery key: who makes it, which one opens, and what it leaves behind."""

from dataclasses import replace
from pathlib import Path

import pytest

from dossiers.errors import Impossible, InvalidInput, NotFound
from dossiers.people import Clerk
from dossiers.recovery_words import say
from dossiers.store.vault import RECOVERER, Vault, create_home, unlock, unlock_with_recovery
from dossiers.store.vault_file import Shut, read_keys, write_keys
from dossiers.store.vault_slots import Forged
from tests.store.homes import CHIEF, SECRET, HandClock

FIRST, SECOND = bytes(range(16)), bytes(range(1, 17))


def test_the_newest_sheet_opens_and_says_when_it_was_used(home: Path, vault: Vault, clock: HandClock) -> None:
    with pytest.raises(NotFound, match="chưa lập khóa phục hồi"):
        unlock_with_recovery(home, say(FIRST), clock)
    vault.keep_recovery(FIRST, clock)
    vault.keep_recovery(SECOND, clock)
    with pytest.raises(InvalidInput, match="in gần nhất"):
        unlock_with_recovery(home, say(FIRST), clock)
    clock.forward(hours=1)
    opened = unlock_with_recovery(home, say(SECOND), clock)
    assert (opened.clerk, opened.key("database")) == (RECOVERER, vault.key("database"))
    way = read_keys(home).recovery
    assert way is not None
    assert way.used_at_ms - way.made_at_ms == 3_600_000


def test_it_gives_somebody_a_new_secret_and_frees_a_locked_seat(home: Path, vault: Vault, clock: HandClock) -> None:
    vault.keep_recovery(FIRST, clock)
    unlock_with_recovery(home, say(FIRST), clock).reset(CHIEF.name, "mật khẩu khác")
    assert unlock(home, CHIEF.name, "mật khẩu khác", clock).clerk == CHIEF


def test_only_administrators_make_one_and_tie_secrets(home: Path, vault: Vault, clock: HandClock) -> None:
    vault.add(Clerk(name="Lê Văn Thử"), "135790")
    clerk = unlock(home, "Lê Văn Thử", "135790", clock)
    with pytest.raises(Impossible):
        clerk.keep_recovery(FIRST, clock)
    with pytest.raises(Impossible):
        clerk.bind()
    assert read_keys(home).recovery is None


def test_the_sheet_of_another_home_opens_nothing_here(tmp_path: Path, vault: Vault, clock: HandClock) -> None:
    """Even where both offices drew the same words."""
    other = create_home(tmp_path / "khac", CHIEF, SECRET, clock)
    for each in (vault, other):
        each.keep_recovery(FIRST, clock)
    keys = read_keys(vault.home)
    write_keys(vault.home, replace(keys, recovery=read_keys(other.home).recovery))
    with pytest.raises(InvalidInput, match="hiện nay của quầy này"):
        unlock_with_recovery(vault.home, say(FIRST), clock)


def test_a_way_in_that_somebody_wrote_into_the_file_is_not_handed_a_new_key(
    home: Path, vault: Vault, tmp_path: Path, clock: HandClock
) -> None:
    vault.keep_recovery(FIRST, clock)
    stranger = create_home(tmp_path / "la", CHIEF, SECRET, clock)
    stranger.keep_recovery(SECOND, clock)
    write_keys(home, replace(read_keys(home), recovery=read_keys(stranger.home).recovery))
    with pytest.raises(Forged):
        vault.successor()


def test_a_home_the_province_has_shut_has_no_sheet_either(home: Path, vault: Vault, clock: HandClock) -> None:
    vault.keep_recovery(FIRST, clock)
    vault.shut("Tỉnh đã thu hồi máy này.")
    with pytest.raises(Shut):
        unlock_with_recovery(home, say(FIRST), clock)
    assert b'"recovery": null' in (home / "keys.json").read_bytes()
