"""Pieces of text in the few styles the desk has."""

from PySide6.QtWidgets import QLabel


def text(words: str = "", style: str = "", *, wrap: bool = False) -> QLabel:
    """A label; `style` is an object name that the style sheet knows."""
    label = QLabel(words)
    label.setObjectName(style)
    label.setWordWrap(wrap)
    return label


def page_title(words: str = "") -> QLabel:
    """The name of the page."""
    return text(words, "page-title")


def strong(words: str = "") -> QLabel:
    """Words that carry weight."""
    return text(words, "strong")


def muted(words: str = "", *, wrap: bool = False) -> QLabel:
    """Words that explain."""
    return text(words, "muted", wrap=wrap)


def caption(words: str = "", *, wrap: bool = False) -> QLabel:
    """Small words."""
    return text(words, "caption", wrap=wrap)
