"""Vietnamese names and text: one spelling (NFC), a folded key for search, and the order of a class list."""

import re
import unicodedata

_INVISIBLE = re.compile(
    "[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u00ad\u034f\u061c\u180e"
    "\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ud800-\udfff]"
)
_LETTERS = "0123456789aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
"""The alphabet in dictionary order, digits first; f, j, w and z stand where Latin has them."""

_TONES = "\u0300\u0309\u0303\u0301\u0323"
"""Huyền, hỏi, ngã, sắc, nặng as combining marks, in dictionary order; a word without one comes first."""


def _folding() -> dict[int, str | None]:
    """Every Latin letter with marks → its bare lower-case letter; every combining mark → nothing."""
    latin = (*range(0x00C0, 0x0250), *range(0x1E00, 0x1F00))
    table: dict[int, str | None] = dict.fromkeys(range(0x0300, 0x0370))
    for point in latin:
        bare = unicodedata.normalize("NFD", chr(point).lower())
        table[point] = "".join(letter for letter in bare if not unicodedata.combining(letter))
    # Đ does not decompose; Eth (Ð, ð) looks the same and is what old fonts and card printers leave behind.
    return table | dict.fromkeys(map(ord, "đĐðÐ"), "d")


_FOLDED = _folding()
_RANKS = {ord(letter): chr(ord("0") + rank) for rank, letter in enumerate(_LETTERS)}
_RANKS |= {ord("ð"): _RANKS[ord("đ")]}
_TONE_RANKS = {ord(tone): str(rank) for rank, tone in enumerate(_TONES, start=1)}


def nfc(text: str) -> str:
    """The text as it is stored and printed: NFC, no invisible characters, single spaces, none at the ends."""
    return " ".join(unicodedata.normalize("NFC", _INVISIBLE.sub("", text)).split())


def fold(text: str) -> str:
    """The search key: lower case without marks, đ as d, so that hòa, hoà, HÒA and hoa all meet."""
    return text.lower().translate(_FOLDED)


def sort_key(name: str) -> tuple[str, ...]:
    """A name's place in a Vietnamese list: by given name (the last word), then family and middle names."""
    words = nfc(name).lower().split()
    return tuple(_word_key(word) for word in (*words[-1:], *words[:-1]))


def _word_key(word: str) -> str:
    """Letters decide first (a before ă before â), tones only between words of equal letters."""
    marks = unicodedata.normalize("NFD", word)
    letters = unicodedata.normalize("NFC", "".join(mark for mark in marks if mark not in _TONES))
    tones = "".join(mark for mark in marks if mark in _TONES)
    return f"{letters.translate(_RANKS)} {tones.translate(_TONE_RANKS)}"


def title_case(name: str) -> str:
    """A name in capitals as people write it (NGUYỄN VĂN AN → Nguyễn Văn An); any other name unchanged."""
    return name.title() if name.isupper() else name
