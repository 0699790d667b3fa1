"""How far long work on a list is, and the word to stop it."""

from dataclasses import dataclass

from desktop.book_files import Progress as Drawn


@dataclass(slots=True)
class Progress(Drawn):
    """As for books; `ended` lets whoever looks at it go."""

    ended: bool = False
