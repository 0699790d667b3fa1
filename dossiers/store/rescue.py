"""A forgotten secret without a line: one-time codes that the province reads out by telephone (decision 0512)."""

import secrets
from dataclasses import dataclass, replace
from pathlib import Path

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from dossiers import recovery_words
from dossiers.clock import Clock, to_ms
from dossiers.errors import InvalidInput
from dossiers.ids import CROCKFORD
from dossiers.names import nfc
from dossiers.people import Clerk
from dossiers.store.spare_ways import RescueSet, RescueSlot
from dossiers.store.vault import Vault, unlock, unlock_with_recovery
from dossiers.store.vault_file import Keys, Slot, change_keys, find_slot, read_keys, replace_slot, with_slot
from dossiers.store.vault_slots import KEY_BYTES, reseal

CODES = 10
CODE_LETTERS = 16
"""80 bits from 32 letters: nobody guesses one, so it needs no stretching and no growing wait."""

GROUP = 4


def new_codes() -> tuple[str, ...]:
    """A set of fresh codes, as they are read out: four groups of four."""
    return tuple(
        "-".join("".join(secrets.choice(CROCKFORD) for _ in range(GROUP)) for _ in range(CODE_LETTERS // GROUP))
        for _ in range(CODES)
    )


def normal_code(text: str) -> str:
    """A code's letters alone, however they were typed or heard."""
    heard = nfc(text).upper().replace("I", "1").replace("L", "1").replace("O", "0")
    return "".join(letter for letter in heard if letter in CROCKFORD)


def wrap(home: str, label: str, number: int, code: str, data_key: bytes) -> RescueSlot:
    """The data key sealed under one code, bound to its place in the set."""
    nonce = secrets.token_bytes(12)
    sealed = AESGCM(_stretch(code, home)).encrypt(nonce, data_key, _bound_to(home, label, number))
    return RescueSlot(number=number, nonce=nonce, sealed=sealed)


def rescue_set(home: Path) -> RescueSet | None:
    """The codes that still open this home; None where the province never took any, or all are used."""
    found = read_keys(home).rescue
    return found if found and found.slots else None


@dataclass(frozen=True, slots=True)
class WaysIn:
    """What a home has beside secrets: the next code to ask for, as it is read out, and a recovery sheet."""

    code: str
    recovery: bool


def ways(home: Path) -> WaysIn:
    """The ways in that somebody who forgot may take; raises NotFound where there is no home."""
    found = rescue_set(home)
    code = f"{found.desk}-{found.label}-{found.slots[0].number}" if found else ""
    return WaysIn(code, recovery=read_keys(home).recovery is not None)


def regain(home: Path, name: str, typed: str, secret: str, clock: Clock) -> Vault:
    """A new secret for one person, by a code of the province or by the words of the recovery sheet.

    Raises InvalidInput for what opens nothing, NotFound, or Forged.
    """
    if len(normal_code(typed)) == CODE_LETTERS and len(typed.split()) < recovery_words.WORDS:
        return take_seat(home, name, typed, secret, clock)
    unlock_with_recovery(home, typed, clock).reset(name, secret)
    vault = unlock(home, name, secret, clock)
    vault.by = "khóa phục hồi"
    return vault


def take_seat(home: Path, name: str, code: str, secret: str, clock: Clock) -> Vault:
    """Open a home by a code and give one person a new secret; that code and those before it are used up.

    A code lost on the way is no loss: the next one opens as well. Raises InvalidInput, NotFound, or Forged.
    """
    keys = read_keys(home)
    slot = find_slot(keys, nfc(name))
    number, data_key = _open(home, keys, slot, code, clock)
    fresh = reseal(keys, slot, secret, data_key)
    assert keys.rescue is not None
    left = replace(keys.rescue, slots=tuple(each for each in keys.rescue.slots if each.number > number))
    change_keys(home, lambda now: replace(with_slot(now, fresh), rescue=left))
    vault = Vault(home, Clerk(name=slot.name, role=slot.role), data_key)
    vault.by = f"mã cứu {keys.rescue.label}-{number}"
    return vault


def _open(home: Path, keys: Keys, slot: Slot, code: str, clock: Clock) -> tuple[int, bytes]:
    """The number of the code and the data key; a wrong one goes on the record of the seat it was tried for."""
    letters = normal_code(code)
    for each in keys.rescue.slots if keys.rescue else ():
        assert keys.rescue is not None
        bound = _bound_to(keys.home, keys.rescue.label, each.number)
        try:
            return each.number, AESGCM(_stretch(letters, keys.home)).decrypt(each.nonce, each.sealed, bound)
        except InvalidTag:
            continue
    replace_slot(home, replace(slot, failures=slot.failures + 1, failed_at_ms=to_ms(clock())))
    raise InvalidInput("Mã cứu này không mở được máy. Xin cán bộ tỉnh đọc lại từng nhóm bốn chữ.", field="code")


def _stretch(code: str, home: str) -> bytes:
    letters = normal_code(code).encode()
    return HKDF(algorithm=SHA256(), length=KEY_BYTES, salt=home.encode(), info=b"motcua/rescue/1").derive(letters)


def _bound_to(home: str, label: str, number: int) -> bytes:
    return f"{home}/{label}/{number}".encode()
