"""Search words: how a dossier is indexed, and how half-typed text becomes a question to the index."""

import re
from bisect import bisect_left, insort
from collections.abc import Iterable, Iterator
from itertools import pairwise

from dossiers.dossier import Dossier
from dossiers.names import fold
from dossiers.people import Person

FEW = 16
"""Up to so many endings of a word are asked for by name; more, and the index's own prefixes are quicker."""

_UNIT = re.compile(r"^\s*(?:[0-9]{1,3}\.)*[GH][0-9]{2,3}[0-9.]*-", re.IGNORECASE)
_WORD = re.compile("[0-9a-z]+")


def words_of(text: str) -> list[str]:
    """The folded words of a text, in order."""
    return _WORD.findall(fold(text))


def people_of(dossier: Dossier) -> Iterator[Person]:
    """Everybody a dossier can be looked up by."""
    yield dossier.owner
    if dossier.filer:
        yield dossier.filer
    if dossier.delegate:
        yield dossier.delegate


def indexed(dossier: Dossier) -> list[str]:
    """Every search word of a dossier: names word by word and in adjacent pairs, of codes the day and the number.

    The unit stands in every code and tells nothing apart. The number also stands without its noughts, so that
    typing 12 finds …-0012.
    """
    found: dict[str, None] = {}
    for person in people_of(dossier):
        words = words_of(person.name)
        found |= dict.fromkeys(words) | dict.fromkeys(f"{left}_{right}" for left, right in pairwise(words))
    for code in (dossier.code, *dossier.aliases):
        parts = words_of(without_unit(code))
        found |= dict.fromkeys((*parts, parts[-1].lstrip("0") or "0"))
    return list(found)


def without_unit(text: str) -> str:
    """A code, or the beginning of one, from its day on; any other text as it is."""
    return _UNIT.sub("", text)


def numbers_of(dossier: Dossier) -> list[str]:
    """The citizen and telephone numbers in a dossier, digits and letters only, each once."""
    numbers = (_bare(number) for person in people_of(dossier) for number in (person.id_number, person.phone))
    return list(dict.fromkeys(number for number in numbers if number))


def digits_of(text: str) -> str:
    """The number somebody types, its spaces, dots and dashes left out; empty when it is no number."""
    bare = re.sub(r"[\s.\-]", "", text)
    return bare if bare.isascii() and bare.isdigit() else ""


def _bare(number: str) -> str:
    return "".join(words_of(number))


class Vocabulary:
    """All single words of the index in order, in memory: it finishes the word being typed."""

    def __init__(self, words: Iterable[str]) -> None:
        self._words = sorted(words)
        self._known = set(self._words)

    def __contains__(self, word: str) -> bool:
        return word in self._known

    def add(self, words: Iterable[str]) -> None:
        """Learn words that were just written."""
        for word in words:
            if word not in self._known:
                self._known.add(word)
                insort(self._words, word)

    def endings(self, start: str) -> list[str]:
        """The words that begin so, at most FEW + 1 of them."""
        place = bisect_left(self._words, start)
        return [word for word in self._words[place : place + FEW + 1] if word.startswith(start)]


def question(text: str, vocabulary: Vocabulary, *, any_order: bool = False) -> str:
    """The FTS5 question for typed text: its words side by side, or in any order; empty when nothing can match.

    The last word is still being typed. A complete word nobody ever wrote is taken as the start of one.
    """
    words = words_of(text)
    if not words:
        return ""
    *complete, last = words
    endings = vocabulary.endings(last)
    if not endings:
        return ""
    parts = [_complete(word, vocabulary) for word in complete]
    if not any_order:
        parts = _side_by_side(complete, vocabulary) or parts
        if complete and _pairs(complete[-1], last, vocabulary) and len(endings) <= FEW:
            pairs = " OR ".join(f'"{complete[-1]}_{ending}"' for ending in endings)
            return " AND ".join((*parts, f"({pairs})"))
    return " AND ".join((*parts, _ending(last, endings)))


def _pairs(left: str, right: str, vocabulary: Vocabulary) -> bool:
    """Whether two words in a row were indexed as a pair: parts of names, both known; codes are not paired."""
    return left in vocabulary and not left[0].isdigit() and not right[0].isdigit()


def _side_by_side(words: list[str], vocabulary: Vocabulary) -> list[str]:
    """Pairs where there are pairs, single words between."""
    if len(words) == 1:
        return []
    paired = [(left, right) for left, right in pairwise(words)]
    parts = []
    for left, right in paired:
        if _pairs(left, right, vocabulary) and right in vocabulary:
            parts.append(f'"{left}_{right}"')
        else:
            parts += [_complete(left, vocabulary), _complete(right, vocabulary)]
    return parts


def _complete(word: str, vocabulary: Vocabulary) -> str:
    return f'"{word}"' if word in vocabulary else f'"{word}"*'


def _ending(start: str, endings: list[str]) -> str:
    if len(endings) > FEW:
        return f'"{start}"*'
    return "(" + " OR ".join(f'"{word}"' for word in endings) + ")"
