"""Every state of the pile since it was begun: each edit can be undone and done again."""

from desktop.screens.scan.pile import Pile
from scanning.events import PageRead


class History:
    """The pile as it is, as it was before each edit, and as it was before each undo."""

    def __init__(self, pile: Pile | None = None) -> None:
        self.pile = pile or Pile()
        self._past: list[Pile] = []
        self._future: list[Pile] = []

    @property
    def may_undo(self) -> bool:
        """Whether there was an edit."""
        return bool(self._past)

    @property
    def may_redo(self) -> bool:
        """Whether the last thing done was an undo."""
        return bool(self._future)

    def edit(self, pile: Pile) -> None:
        """Take a step; what changes nothing is no step."""
        if pile != self.pile:
            self._past.append(self.pile)
            self._future.clear()
            self.pile = pile

    def look(self, pile: Pile) -> None:
        """Look elsewhere: nothing to undo."""
        self.pile = pile

    def arrive(self, reads: tuple[PageRead, ...]) -> None:
        """Pages from the scanner belong to every state: no undo takes them away."""
        self.pile = self.pile.add(reads)
        self._past = [pile.add(reads) for pile in self._past]
        self._future = [pile.add(reads) for pile in self._future]

    def undo(self) -> None:
        """Back by one edit."""
        if self._past:
            self._future.append(self.pile)
            self.pile = self._past.pop()

    def redo(self) -> None:
        """Forward again by one."""
        if self._future:
            self._past.append(self.pile)
            self.pile = self._future.pop()
