"""The vault: who gets in, how long the door stays shut after wrong tries, and what the key file gives away."""

import json
from pathlib import Path
from unicodedata import normalize

import pytest

from dossiers.errors import Impossible, InvalidInput, KnownError, NotFound
from dossiers.people import Clerk, Role
from dossiers.store.vault import (
    KEYS_FILE,
    LockedOut,
    Vault,
    WrongSecret,
    create_home,
    seats,
    unlock,
)
from dossiers.store.vault_slots import Forged, Stretching
from tests.store.homes import CHIEF, SECRET, HandClock

CLERK = Clerk(name="Lê Văn Thử")


def test_every_user_opens_the_same_data(home: Path, vault: Vault, clock: HandClock) -> None:
    vault.add(CLERK, "135790")
    mine, theirs = unlock(home, CHIEF.name, SECRET, clock), unlock(home, CLERK.name, "135790", clock)
    assert mine.key("database") == theirs.key("database") == vault.key("database")
    assert (mine.clerk, theirs.clerk) == (CHIEF, CLERK)


def test_each_purpose_has_its_own_key(vault: Vault) -> None:
    purposes = ("database", "files", "file-names", "backup", "spool", "anchor")
    assert len({vault.key(purpose) for purpose in purposes}) == len(purposes)


def test_a_secret_is_the_same_however_its_marks_were_typed(home: Path, vault: Vault, clock: HandClock) -> None:
    vault.change("mật khẩu của tôi")
    decomposed = normalize("NFD", "mật khẩu của tôi")
    assert unlock(home, CHIEF.name, decomposed, clock).clerk == CHIEF
    with pytest.raises(WrongSecret):
        unlock(home, CHIEF.name, SECRET, clock)


@pytest.mark.parametrize("again", [SECRET, normalize("NFD", SECRET)])
def test_the_same_secret_again_is_no_change(again: str, home: Path, vault: Vault, clock: HandClock) -> None:
    """Whoever was given a first secret typed it once more, and whoever had given it could go on acting as them."""
    with pytest.raises(InvalidInput) as refused:
        vault.change(again)
    assert "người khác có thể đã biết" in str(refused.value)
    vault.change("mật khẩu của tôi")
    with pytest.raises(WrongSecret):
        unlock(home, CHIEF.name, SECRET, clock)


class HandRunning:
    """How long an invented machine has run."""

    def __init__(self) -> None:
        self.seconds = 5_000.0

    def __call__(self) -> float:
        return self.seconds


@pytest.fixture
def running() -> HandRunning:
    return HandRunning()


def fail(home: Path, clock: HandClock, times: int, running: HandRunning | None = None) -> KnownError:
    """The last answer after some wrong tries."""
    for _ in range(times):
        with pytest.raises(KnownError) as refused:
            unlock(home, CHIEF.name, "không phải", clock, running or HandRunning())
    return refused.value


def test_five_wrong_tries_lock_for_a_minute_and_then_ever_longer(
    home: Path, vault: Vault, clock: HandClock, running: HandRunning
) -> None:
    assert [fail(home, clock, 1, running).facts["tries_left"] for _ in range(4)] == [4, 3, 2, 1]
    waits = []
    for _ in range(9):
        locked = fail(home, clock, 1, running)
        assert isinstance(locked, LockedOut)
        waits.append((locked.until - clock()).total_seconds())
        running.seconds += waits[-1]
    assert waits == [60, 120, 240, 480, 960, 1920, 3600, 3600, 3600]
    assert unlock(home, vault.clerk.name, SECRET, clock, running).clerk == CHIEF
    assert isinstance(fail(home, clock, 1, running), WrongSecret)
    assert seats(home)[0].failures == 14


def test_the_right_secret_does_not_open_a_locked_seat(
    home: Path, vault: Vault, clock: HandClock, running: HandRunning
) -> None:
    fail(home, clock, 5, running)
    with pytest.raises(LockedOut):
        unlock(home, vault.clerk.name, SECRET, clock, running)
    assert seats(home, clock, running)[0].locked_until is not None
    running.seconds += 60
    assert unlock(home, CHIEF.name, SECRET, clock, running).clerk == CHIEF
    assert seats(home, clock, running)[0].locked_until is None


@pytest.mark.parametrize("hours", [-3, 3, 24 * 400])
def test_setting_the_clock_changes_nothing_of_the_wait(
    home: Path, vault: Vault, clock: HandClock, running: HandRunning, hours: float
) -> None:
    fail(home, clock, 5, running)
    clock.forward(hours=hours)
    running.seconds += 59
    with pytest.raises(LockedOut) as refused:
        unlock(home, vault.clerk.name, SECRET, clock, running)
    assert (refused.value.until - clock()).total_seconds() == 1
    running.seconds += 1
    assert unlock(home, CHIEF.name, SECRET, clock, running).clerk == CHIEF


def test_starting_the_machine_anew_begins_the_wait_anew(
    home: Path, vault: Vault, clock: HandClock, running: HandRunning
) -> None:
    fail(home, clock, 5, running)
    clock.forward(days=2)
    for seconds, left in ((20.0, 40), (59.0, 1)):
        running.seconds = seconds
        with pytest.raises(LockedOut) as refused:
            unlock(home, vault.clerk.name, SECRET, clock, running)
        assert (refused.value.until - clock()).total_seconds() == left
    running.seconds = 60
    assert unlock(home, CHIEF.name, SECRET, clock, running).clerk == CHIEF


def test_an_administrator_resets_a_forgotten_secret(home: Path, vault: Vault, clock: HandClock) -> None:
    vault.add(CLERK, "135790")
    with pytest.raises(Impossible):
        unlock(home, CLERK.name, "135790", clock).reset(CHIEF.name, "246802")
    vault.reset(CLERK.name, "246802")
    assert unlock(home, CLERK.name, "246802", clock).clerk == CLERK
    with pytest.raises(WrongSecret):
        unlock(home, CLERK.name, "135790", clock)


def test_a_role_edited_in_the_file_is_not_sealed_anew(home: Path, vault: Vault) -> None:
    """Whoever resets does not know the old secret, so nothing but the data key can tell what the role was."""
    vault.add(CLERK, "135790")
    path = home / KEYS_FILE
    keys = json.loads(path.read_text(encoding="utf-8"))
    keys["slots"][1]["role"] = "administrator"
    path.write_text(json.dumps(keys), encoding="utf-8")
    with pytest.raises(Forged):
        vault.reset(CLERK.name, "246802")


def test_a_try_counts_even_when_the_plug_is_pulled_in_the_middle(
    home: Path, vault: Vault, clock: HandClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    def pulled(*_: object) -> bytes:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr("dossiers.store.vault.stretch", pulled)
        for _ in range(5):
            with pytest.raises(KeyboardInterrupt):
                unlock(home, vault.clerk.name, "đoán thử", clock)
    with pytest.raises(LockedOut):
        unlock(home, CHIEF.name, SECRET, clock)


def test_wrong_tries_of_one_lock_nobody_else(home: Path, vault: Vault, clock: HandClock) -> None:
    vault.add(CLERK, "135790")
    fail(home, clock, 5)
    assert unlock(home, CLERK.name, "135790", clock).clerk == CLERK


def test_a_role_edited_in_the_file_opens_nothing(home: Path, vault: Vault, clock: HandClock) -> None:
    vault.add(CLERK, "135790")
    path = home / KEYS_FILE
    keys = json.loads(path.read_text(encoding="utf-8"))
    keys["slots"][1]["role"] = "administrator"
    path.write_text(json.dumps(keys), encoding="utf-8")
    with pytest.raises(WrongSecret):
        unlock(home, CLERK.name, "135790", clock)


def test_the_key_file_holds_no_key(home: Path, vault: Vault) -> None:
    text = (home / KEYS_FILE).read_bytes()
    for purpose in ("database", "files", "backup"):
        assert vault.key(purpose) not in text
        assert vault.key(purpose).hex().encode() not in text


@pytest.mark.parametrize("torn", [b"", b"{", b'{"format":"motcua/keys/1"}', b"\xff\xfe"])
def test_a_torn_key_file_is_said_and_left_alone(home: Path, vault: Vault, clock: HandClock, torn: bytes) -> None:
    (home / KEYS_FILE).write_bytes(torn)
    with pytest.raises(KnownError, match=r"keys\.json"):
        unlock(home, vault.clerk.name, SECRET, clock)
    assert (home / KEYS_FILE).read_bytes() == torn


def test_who_may_change_who_gets_in(home: Path, vault: Vault, clock: HandClock) -> None:
    vault.add(CLERK, "135790")
    with pytest.raises(InvalidInput, match="tên này"):
        vault.add(CLERK, "246802")
    with pytest.raises(Impossible):
        unlock(home, CLERK.name, "135790", clock).add(Clerk(name="Ai đó"), "135790")
    with pytest.raises(Impossible):
        vault.remove(CHIEF.name)
    vault.remove(CLERK.name)
    assert [seat.name for seat in seats(home)] == [CHIEF.name]
    with pytest.raises(NotFound):
        unlock(home, CLERK.name, "135790", clock)


def test_a_home_begins_with_an_administrator_in_an_empty_folder(tmp_path: Path, clock: HandClock) -> None:
    with pytest.raises(InvalidInput, match="quản trị"):
        create_home(tmp_path / "a", CLERK, SECRET, clock)
    with pytest.raises(InvalidInput, match="6 ký tự"):
        create_home(tmp_path / "a", CHIEF, "12345", clock)
    assert not (tmp_path / "a").exists()
    (tmp_path / "b").mkdir()
    (tmp_path / "b" / "thư.txt").write_text("có sẵn", encoding="utf-8")
    with pytest.raises(Impossible):
        create_home(tmp_path / "b", Clerk(name="Tên", role=Role.ADMINISTRATOR), SECRET, clock)
    with pytest.raises(NotFound):
        seats(tmp_path / "a")


def test_a_slot_made_for_real_costs_what_rfc_9106_recommends() -> None:
    """The other tests stretch cheaply; the product must not."""
    assert (Stretching().memory_kib, Stretching().passes, Stretching().lanes) == (64 * 1024, 3, 4)
