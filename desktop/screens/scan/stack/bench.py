"""Pages of the pile on the bench: laid open in the page editor, and what becomes of their sheets when it is closed."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from uuid import UUID

from desktop.screens.scan.looking import key_of
from desktop.screens.scan.pile import Page, Pile
from desktop.screens.scan.stack.edits import key_at, sheet_of
from desktop.screens.scan.stack.memory import Memory
from dossiers.filing import Answer, Goes, Leads, Placed, Plain, Role

Again = Mapping[str, Page]
"""Pages that were scanned once more, by the side that came in their place."""


@dataclass(frozen=True, slots=True)
class Bench:
    """The pages of one group as they were laid on it, by key, and where each lies in the pile."""

    pages: Mapping[str, Page]
    placed: Mapping[str, Placed]

    @classmethod
    def lay(cls, placed: Iterable[Placed], pages: Mapping[str, Page]) -> "Bench":
        """Lay these of the pile's pages on it; a sheet that was cut and shared out stays where it is."""
        here = {each.key: each for each in placed if each.key in pages}
        elsewhere = {sheet_of(key) for key in pages.keys() - here.keys()}
        there = {key: each for key, each in here.items() if sheet_of(key) not in elsewhere}
        return cls({key: replace(pages[key], paper=each.paper) for key, each in there.items()}, there)

    def pile(self, key: str) -> Pile:
        """What the editor takes up; the page of this key is looked at."""
        return Pile(tuple(self.pages.values())).look_at([*self.pages].index(key))

    def fresh(self, pile: Pile) -> tuple[str, ...]:
        """The sides that came in while the editor was open; in the pile they would follow its last dossier."""
        own = {key_of(read) for page in self.pages.values() for read in page.reads()}
        return tuple(key for key in map(key_of, pile.reads()) if key not in own)

    def take_up(self, memory: Memory, pile: Pile, again: Again) -> Memory:
        """What is known of the pile with what the editor has made of these pages."""
        homes = self._homes(pile, again)
        now: dict[str, list[Page]] = {sheet_of(key): [] for key in self.pages}
        keys = []
        for page in pile.pages:
            sheet = homes.get(key_of(page.read), key_of(page.read))
            mine = now.setdefault(sheet, [])
            keys.append(key_at(sheet, len(mine)))
            mine.append(page)
        below = {homes.get(key_of(read)) for page in pile.pages for read in page.reads() if read is not page.read}
        for sheet, pages in now.items():
            kept = pages or sheet in below
            memory = self._kept(memory, sheet, pages) if kept else self._set_aside(memory, sheet)
        natural = [key_at(sheet, at) for sheet, pages in now.items() for at in range(len(pages))]
        return self._in_order(memory, keys, natural)

    def _homes(self, pile: Pile, again: Again) -> dict[str, str]:
        """The sheet of each side; a side that came in the place of another is of that one's sheet."""
        homes = {key_of(page.read): sheet_of(key) for key, page in self.pages.items()}
        for side, page in again.items():
            if page in pile.dropped and key_of(page.read) in homes:
                homes[side] = homes[key_of(page.read)]
        return homes

    def _kept(self, memory: Memory, sheet: str, pages: list[Page]) -> Memory:
        looks = tuple(page.look for page in pages)
        if looks != tuple(page.look for key, page in self.pages.items() if sheet_of(key) == sheet):
            memory = replace(memory, edits={**memory.edits, sheet: looks})
        said = {(key := key_at(sheet, at)): self._goes(sheet, key, page) for at, page in enumerate(pages)}
        return replace(memory, answers={**memory.answers, **{key: goes for key, goes in said.items() if goes}})

    def _goes(self, sheet: str, key: str, page: Page) -> Goes | None:
        """What has to be said of a page; None where it lies right without, or nobody knows where it belongs."""
        if self._asks(sheet):
            return None
        goes = Goes(self._dossier, page.paper if self._dossier else None)
        before = self.placed.get(key)
        return None if before and before.paper == goes.paper else goes

    def _set_aside(self, memory: Memory, sheet: str) -> Memory:
        """A leading sheet goes on leading."""
        said: dict[str, Answer] = {
            key: Leads(each.dossier_id, each.paper) if each.leads and each.dossier_id else Plain.ASIDE
            for key, each in self.placed.items()
            if sheet_of(key) == sheet
        }
        return replace(memory, answers={**memory.answers, **said})

    def _in_order(self, memory: Memory, keys: list[str], natural: list[str]) -> Memory:
        """The order is kept only where it is a person's."""
        if keys == natural and not set(keys) & set(memory.order):
            return memory
        return replace(memory, order=(*(key for key in memory.order if key not in keys), *keys))

    @property
    def _dossier(self) -> UUID | None:
        """Where these pages lie; None for the tray."""
        return next((each.dossier_id for each in self.placed.values()), None)

    def _asks(self, sheet: str) -> bool:
        """Whether the pile has stopped at this sheet."""
        return sheet in self.placed and self.placed[sheet].role is Role.WAITING
