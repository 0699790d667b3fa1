"""Six words for any bytes: two people read them to one another and know that both hold the same file."""

import unicodedata
from hashlib import sha256

from dossiers.syllables import syllables

WORDS = 6
BITS_A_WORD = 10


def words(data: bytes) -> str:
    """The first 60 bits of the SHA-256 as six words."""
    number = int.from_bytes(sha256(data).digest()) >> (256 - WORDS * BITS_A_WORD)
    places = (number >> BITS_A_WORD * at & (1 << BITS_A_WORD) - 1 for at in reversed(range(WORDS)))
    return " ".join(syllables()[place] for place in places)


def agree(data: bytes, typed: str) -> bool:
    """Whether these are the words, however they were typed: marks, capitals and spaces do not matter."""
    return _plain(words(data)) == _plain(typed)


def _plain(text: str) -> list[str]:
    letters = unicodedata.normalize("NFD", text.casefold().replace("đ", "d"))
    return "".join(letter for letter in letters if not unicodedata.combining(letter)).split()
