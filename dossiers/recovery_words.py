"""The office's recovery key as fourteen words: easy to read out, to type without marks, hard to mistype."""

import re
import secrets
from hashlib import sha256

from dossiers.errors import InvalidInput
from dossiers.names import fold
from dossiers.syllables import syllables

KEY_BYTES = 16
"""128 bits, drawn by the machine: nobody guesses them, so they need no stretching and no growing wait."""

WORDS = 14
BITS_A_WORD = 10
CHECK_BITS = WORDS * BITS_A_WORD - KEY_BYTES * 8


def new_key() -> bytes:
    """A fresh key."""
    return secrets.token_bytes(KEY_BYTES)


def say(key: bytes) -> str:
    """The words of a 16-byte key; the last twelve bits are its SHA-256's first, so that a slip shows."""
    number = int.from_bytes(key) << CHECK_BITS | _check(key)
    places = (number >> BITS_A_WORD * at & (1 << BITS_A_WORD) - 1 for at in reversed(range(WORDS)))
    return " ".join(syllables()[place] for place in places)


def read(text: str) -> bytes:
    """The key behind words typed, read out or scanned: marks, capitals, numbers and signs between them do not matter.

    Raises InvalidInput, which names the place of a word that is not in the list and never the word.
    """
    words = re.findall("[a-z]+", fold(text))
    if len(words) != WORDS:
        raise InvalidInput(
            "Khóa phục hồi có {words} từ; ở đây có {count} từ. Xem lại tờ giấy rồi nhập đủ.",
            field="words", words=WORDS, count=len(words),
        )  # fmt: skip
    places = {fold(word): place for place, word in enumerate(syllables())}
    number = 0
    for at, word in enumerate(words, 1):
        if word not in places:
            raise InvalidInput("Từ thứ {at} không có trong bảng từ. Xem lại từ đó trên tờ giấy.", field="words", at=at)
        number = number << BITS_A_WORD | places[word]
    key = (number >> CHECK_BITS).to_bytes(KEY_BYTES)
    if number & (1 << CHECK_BITS) - 1 != _check(key):
        raise InvalidInput("Có từ nhập sai hoặc sai thứ tự. So lại từng từ với tờ giấy.", field="words")
    return key


def _check(key: bytes) -> int:
    return int.from_bytes(sha256(b"motcua/recovery/1" + key).digest()[:2]) >> 16 - CHECK_BITS
