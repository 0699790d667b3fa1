"""Rescue codes: each opens the home once, for one person, and an edited key file gains nobody anything."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from dossiers import recovery_words
from dossiers.errors import InvalidInput, KnownError
from dossiers.people import Clerk, Role
from dossiers.store import vault as vaults
from dossiers.store.rescue import CODE_LETTERS, CODES, new_codes, normal_code, regain, rescue_set, take_seat, ways
from dossiers.store.vault import KEYS_FILE, Vault, WrongSecret, seats, unlock
from dossiers.store.vault_file import Shut, read_keys, write_keys
from dossiers.store.vault_slots import Forged, stretch
from tests.store.homes import HandClock

CLERK = Clerk(name="Lê Văn Thử")


@pytest.fixture
def codes(vault: Vault) -> tuple[str, ...]:
    """A set the province holds, and a clerk who forgot."""
    vault.add(CLERK, "135790")
    made = new_codes()
    vault.keep_rescue("0a1b2c3d", "7F3K", made)
    return made


def test_codes_are_many_different_and_long(codes: tuple[str, ...]) -> None:
    assert len(set(codes)) == CODES
    assert {len(normal_code(code)) for code in codes} == {CODE_LETTERS}


def test_a_code_gives_one_person_a_new_secret_and_is_used_up(
    home: Path, vault: Vault, clock: HandClock, codes: tuple[str, ...]
) -> None:
    opened = take_seat(home, CLERK.name, codes[0].lower().replace("-", " ").replace("0", "o"), "246802", clock)
    assert (opened.clerk, opened.key("database")) == (CLERK, vault.key("database"))
    assert unlock(home, CLERK.name, "246802", clock).clerk == CLERK
    with pytest.raises(WrongSecret):
        unlock(home, CLERK.name, "135790", clock)
    with pytest.raises(InvalidInput):
        take_seat(home, CLERK.name, codes[0], "357913", clock)


def test_a_code_lost_on_the_way_dies_with_the_next(home: Path, clock: HandClock, codes: tuple[str, ...]) -> None:
    take_seat(home, CLERK.name, codes[2], "246802", clock)
    left = rescue_set(home)
    assert left is not None
    assert [slot.number for slot in left.slots] == list(range(4, CODES + 1))
    with pytest.raises(InvalidInput):
        take_seat(home, CLERK.name, codes[1], "357913", clock)


def test_a_wrong_code_is_counted_for_the_record(home: Path, clock: HandClock, codes: tuple[str, ...]) -> None:
    before = next(seat.failures for seat in seats(home) if seat.name == CLERK.name)
    with pytest.raises(InvalidInput) as refused:
        take_seat(home, CLERK.name, "0000-0000-0000-0000", "246802", clock)
    assert refused.value.field == "code"
    assert codes[0] not in str(refused.value)
    assert next(seat.failures for seat in seats(home) if seat.name == CLERK.name) == before + 1


def test_a_short_secret_uses_no_code_up(home: Path, clock: HandClock, codes: tuple[str, ...]) -> None:
    with pytest.raises(InvalidInput, match="6 ký tự"):
        take_seat(home, CLERK.name, codes[0], "123", clock)
    assert take_seat(home, CLERK.name, codes[0], "246802", clock).clerk == CLERK


def test_new_codes_end_the_old_ones(home: Path, vault: Vault, clock: HandClock, codes: tuple[str, ...]) -> None:
    vault.keep_rescue("0a1b2c3d", "8G4M", new_codes())
    with pytest.raises(InvalidInput):
        take_seat(home, CLERK.name, codes[0], "246802", clock)


def test_nobody_rises_by_the_key_file(home: Path, clock: HandClock, codes: tuple[str, ...]) -> None:
    path = home / KEYS_FILE
    keys = json.loads(path.read_text(encoding="utf-8"))
    keys["slots"][1]["role"] = Role.ADMINISTRATOR
    path.write_text(json.dumps(keys), encoding="utf-8")
    with pytest.raises(Forged):
        take_seat(home, CLERK.name, codes[0], "246802", clock)


def test_codes_swapped_in_the_file_open_nothing(home: Path, clock: HandClock, codes: tuple[str, ...]) -> None:
    """A used code stays used although its sealed key is put under another number."""
    before = read_keys(home)
    assert before.rescue is not None
    moved = replace(before.rescue.slots[0], number=CODES)
    write_keys(home, replace(before, rescue=replace(before.rescue, slots=(moved,))))
    with pytest.raises(InvalidInput):
        take_seat(home, CLERK.name, codes[0], "246802", clock)


def test_a_stopped_desk_has_no_rescue(home: Path, vault: Vault, clock: HandClock, codes: tuple[str, ...]) -> None:
    vault.shut("Tỉnh đã thu hồi máy này.")
    with pytest.raises(KnownError, match="thu hồi"):
        take_seat(home, CLERK.name, codes[0], "246802", clock)
    assert b"sealed" not in (home / KEYS_FILE).read_bytes()


def test_the_recovery_words_give_one_person_a_new_secret_too(
    home: Path, vault: Vault, clock: HandClock, codes: tuple[str, ...]
) -> None:
    key = bytes(range(16))
    vault.keep_recovery(key, clock)
    assert ways(home).recovery
    opened = regain(home, CLERK.name, recovery_words.say(key).upper(), "246802", clock)
    assert (opened.clerk, opened.by) == (CLERK, "khóa phục hồi")
    assert regain(home, CLERK.name, codes[0], "357913", clock).by == "mã cứu 7F3K-1"
    assert ways(home).code == "0a1b2c3d-7F3K-2"
    with pytest.raises(InvalidInput):
        regain(home, CLERK.name, "mười bốn từ không đúng", "246802", clock)


def test_a_desk_stopped_while_a_secret_is_tried_stays_stopped(
    home: Path, vault: Vault, clock: HandClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A try takes a second; what was read before it is not written over what the province decided meanwhile."""
    vault.add(CLERK, "135790")

    def stopped_meanwhile(*stretched: object) -> bytes:
        vault.shut("Tỉnh đã thu hồi máy này.")
        return stretch(*stretched)  # type: ignore[arg-type]

    with monkeypatch.context() as patch:
        patch.setattr(vaults, "stretch", stopped_meanwhile)
        with pytest.raises(Shut):
            unlock(home, CLERK.name, "135790", clock)
    with pytest.raises(Shut):
        seats(home)
