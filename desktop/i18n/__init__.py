"""The words of the window: written in Vietnamese where they are used, looked up when another language is chosen.

What stays Vietnamese in every language, being the law's text or data: names of procedures and their papers, printed
forms, how an appointment was counted, reasons kept in the journal; and so does the console.
"""

import re
from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from dossiers.errors import KnownError

if TYPE_CHECKING:
    from dossiers.standing import Standing

CONTEXT: Final = "motcua"
"""The one context of the Linguist file; a word means the same on every screen."""

_lookup: list[Callable[[str], str]] = []
"""Empty while the desk speaks Vietnamese; the window puts Qt's lookup here when it installs a translation."""


def t(text: str, **facts: object) -> str:
    """The sentence in the language of the window, its `{names}` filled with `facts`.

    Call it where the sentence is shown, not at import: the language may change between.
    """
    template = _lookup[0](text) if _lookup else text
    return template.format(**facts) if facts else template


def said(error: KnownError) -> str:
    """The sentences of an expected fault in the language of the window."""
    return retold(error.template).format(**{name: _fact(fact) for name, fact in error.facts.items()})


def retold(text: str) -> str:
    """Sentences that another room put together (a fault, a print's note), each looked up by itself."""
    return " ".join(t(sentence) for sentence in sentences_in(text))


def sentences_in(text: str) -> list[str]:
    """The sentences of a text, each with its full stop; these are the keys of what other rooms say."""
    return re.split(r"(?<=\.) ", text.strip())


def added(stands: "Standing") -> str:
    """What is added to the word of a state, such as the days it is late; may be empty."""
    return t(stands.addition, days=stands.days) if stands.addition else ""


def look_up_with(lookup: Callable[[str], str] | None) -> None:
    """Speak another language from now on; None returns to Vietnamese."""
    _lookup[:] = [lookup] if lookup else []


def _fact(fact: object) -> object:
    """Facts that are words of ours, such as states, are looked up too, alone or in a row."""
    return ", ".join(t(word) for word in fact.split(", ")) if isinstance(fact, str) else fact
