"""The words of the window: written in Vietnamese where they are used, looked up when another language is chosen."""

from collections.abc import Callable
from typing import Final

from dossiers.errors import KnownError

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


def mark(text: str) -> str:
    """Name a sentence for translation where it cannot be looked up yet, such as in a table of constants."""
    return text


def said(error: KnownError) -> str:
    """The sentence of an expected fault in the language of the window."""
    return t(error.template).format(**error.facts)


def look_up_with(lookup: Callable[[str], str] | None) -> None:
    """Speak another language from now on; None returns to Vietnamese."""
    _lookup[:] = [lookup] if lookup else []
