"""The pages in hand while they are looked over and edited; the scanned originals are never touched."""

from collections.abc import Callable
from dataclasses import replace

from desktop.i18n import t
from desktop.jobs import Jobs
from desktop.screens.scan.binding import ReadPage
from desktop.screens.scan.looking import key_of
from desktop.screens.scan.pages_drawing import LookedOver, first_look, look_over, picture_of
from desktop.screens.scan.pages_history import History
from desktop.screens.scan.pile import Page, Pile
from desktop.stage import Stage
from scanning.events import PageRead

ShowPicture = Callable[[Page, bytes], None]


class PageEditing:
    """One pile and its history; `changed` is called after every change, `show` with each picture.

    `again` are the pages that were scanned once more, by the side that came in their place.
    """

    def __init__(
        self, jobs: Jobs, stage: Stage, read_page: ReadPage, show: ShowPicture, changed: Callable[[], None]
    ) -> None:
        self._jobs, self._stage, self._read_page = jobs, stage, read_page
        self._show, self._changed = show, changed
        self._history = History()
        self._retaken: Page | None = None
        self.again: dict[str, Page] = {}

    @property
    def pile(self) -> Pile:
        """The pages as they lie."""
        return self._history.pile

    @property
    def may_undo(self) -> bool:
        """Whether Ctrl+Z has something to undo."""
        return self._history.may_undo

    @property
    def may_redo(self) -> bool:
        """Whether an undone edit can be done again."""
        return self._history.may_redo

    def clear(self) -> None:
        """Begin a new pile."""
        self.begin(Pile())

    def begin(self, pile: Pile) -> None:
        """Take up pages that were looked over before; there is nothing to undo."""
        self._history, self._retaken, self.again = History(pile), None, {}
        for page in sorted(pile.pages, key=lambda page: page != pile.here):
            self._draw(page)

    # Pages come.

    def take(self, reads: tuple[PageRead, ...]) -> None:
        """New pages: shown at once as they are, then looked over."""
        known = {read.file for read in self.pile.reads()}
        self._history.arrive(reads)
        fresh = [page for page in self.pile.pages if page.read.file not in known]
        if self._retaken and fresh:
            self._put_in_place(fresh[0])
        for page in fresh:
            self._first_look(page)
        for page in fresh:
            self._look_over(page)

    def retake(self) -> None:
        """The next page the scanner reads comes in the place of the one looked at."""
        self._retaken = self.pile.here

    def _put_in_place(self, fresh: Page) -> None:
        retaken, self._retaken = self._retaken, None
        if retaken:
            self.again[key_of(fresh.read)] = retaken
        if retaken and retaken in self.pile.pages:
            without = replace(self.pile, pages=tuple(page for page in self.pile.pages if page != fresh))
            self._history.edit(without.exchange(retaken, fresh))

    def _look_over(self, page: Page) -> None:
        read = self._read_page

        def done(seen: LookedOver) -> None:
            upright = replace(page, quarters=seen.quarters)
            self._show(upright, seen.jpeg)
            now = next((other for other in self.pile.pages if other.look == page), None)
            if now and seen.blank and now.paper is None:
                self._edit(self.pile.set_aside(now))
            elif now:
                self._edit(self.pile.put(now, replace(now, quarters=seen.quarters)))

        self._jobs.pool(lambda: look_over(page.read, read), done, self._stage.complain)

    def _first_look(self, page: Page) -> None:
        read = self._read_page
        self._jobs.pool(lambda: first_look(page.read, read), lambda jpeg: self._show(page, jpeg), self._stage.complain)

    # Edits.

    def look_at(self, index: int) -> None:
        """Look at another page."""
        self._history.look(self.pile.look_at(index))
        self._changed()

    def turn(self) -> None:
        """R: a quarter clockwise."""
        self._edit(self.pile.turn())
        self._draw(self.pile.here)

    def dust(self) -> None:
        """K: the scanner's specks off the page."""
        self._edit(self.pile.dust())
        self._draw(self.pile.here)

    def cut(self) -> None:
        """X: one sheet into two pages."""
        self._edit(self.pile.cut())
        for page in self.pile.pages[self.pile.current : self.pile.current + 2]:
            self._draw(page)

    def join(self) -> None:
        """G: this page and the next one onto one sheet."""
        self._edit(self.pile.join())
        self._draw(self.pile.here)

    def move(self, index: int, to: int) -> None:
        """Ctrl+↑, Ctrl+↓ or the mouse: the page at another place."""
        if self.pile.pages:
            self._edit(self.pile.move(index, to))

    def assign(self, paper: int) -> None:
        """1…9: the page belongs to this paper; again takes it away."""
        self._edit(self.pile.assign(paper))

    def drop(self) -> None:
        """Del: out of the pile; the page itself goes only with the next save."""
        if self.pile.here:
            self._edit(self.pile.drop())
            self._stage.toast(t("Đã bỏ một trang"), action=t("Hoàn tác"), run=self.undo, seconds=15)

    def set_aside(self) -> None:
        """B: the page to the blank ones."""
        if self.pile.here:
            self._edit(self.pile.set_aside(self.pile.here))

    def take_back(self, index: int) -> None:
        """A page of the blank ones back to its place."""
        self._edit(self.pile.take_back(self.pile.aside[index]))

    def undo(self) -> None:
        """Ctrl+Z."""
        self._history.undo()
        self._changed()

    def redo(self) -> None:
        """Ctrl+Y."""
        self._history.redo()
        self._changed()

    def _edit(self, pile: Pile) -> None:
        self._history.edit(pile)
        self._changed()

    def _draw(self, page: Page | None) -> None:
        if page is not None:
            read, look = self._read_page, page.look
            self._jobs.pool(lambda: picture_of(look, read), lambda jpeg: self._show(look, jpeg), self._stage.complain)
