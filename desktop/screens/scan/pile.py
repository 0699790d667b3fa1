"""The pages on the scan screen: their order, how each is kept, and to which paper it belongs."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

from dossiers.dossier import Scan
from scanning.events import PageRead
from scanning.tidy import Half


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One page; `quarters` are turns clockwise, `paper` the index of its component line.

    `half` is which part of a sheet that was cut in two, `below` a page laid under this one on the same sheet, `dusted`
    whether the scanner's specks are taken off.
    """

    read: PageRead
    quarters: int = 0
    half: Half | None = None
    below: "Page | None" = None
    dusted: bool = False
    paper: int | None = None

    @property
    def look(self) -> "Page":
        """The page as its picture knows it, whatever paper it belongs to."""
        return replace(self, paper=None)

    def reads(self) -> Iterator[PageRead]:
        """The scanned sides it is made of."""
        yield self.read
        if self.below:
            yield from self.below.reads()


@dataclass(frozen=True, slots=True)
class Pile:
    """Pages in the order they came; one of them is looked at. Blank ones lie aside, dropped ones can come back."""

    pages: tuple[Page, ...] = ()
    current: int = 0
    aside: tuple[Page, ...] = ()
    dropped: tuple[Page, ...] = ()

    @property
    def here(self) -> Page | None:
        """The page looked at."""
        return self.pages[self.current] if self.pages else None

    def reads(self) -> Iterator[PageRead]:
        """Every scanned side in hand, aside and dropped ones too."""
        for page in (*self.pages, *self.aside, *self.dropped):
            yield from page.reads()

    def add(self, reads: tuple[PageRead, ...]) -> "Pile":
        """New pages at the end, each file once; the page looked at stays."""
        known = {read.file for read in self.reads()}
        fresh = tuple(Page(read=read) for read in reads if read.file not in known)
        return replace(self, pages=(*self.pages, *fresh))

    def look_at(self, index: int) -> "Pile":
        """Look at another page; beyond the ends it stays at the end."""
        return replace(self, current=max(0, min(len(self.pages) - 1, index)))

    def turn(self) -> "Pile":
        """Turn the page a quarter clockwise."""
        return self._with_here(lambda page: (replace(page, quarters=(page.quarters + 1) % 4),))

    def dust(self) -> "Pile":
        """Take the scanner's specks off the page, or leave them again."""
        return self._with_here(lambda page: (replace(page, dusted=not page.dusted),))

    def cut(self) -> "Pile":
        """Cut the sheet in two pages; halves and pages laid together stay as they are."""
        return self._with_here(lambda page: (page,) if page.half is not None or page.below else _halves(page))

    def join(self) -> "Pile":
        """Lay the next page below this one on the same sheet."""
        if self.current + 1 >= len(self.pages):
            return self
        below = self.pages[self.current + 1].look
        without = replace(self, pages=(*self.pages[: self.current + 1], *self.pages[self.current + 2 :]))
        return without._with_here(lambda page: (_laid(page, below),))

    def move(self, index: int, to: int) -> "Pile":
        """Put a page at another place in the order and look at it."""
        rest = [*self.pages]
        page = rest.pop(index)
        to = max(0, min(len(rest), to))
        return replace(self, pages=(*rest[:to], page, *rest[to:]), current=to)

    def assign(self, paper: int) -> "Pile":
        """Give the page to a paper and go on to the next page."""
        assigned = self._with_here(lambda page: (replace(page, paper=None if page.paper == paper else paper),))
        return assigned.look_at(self.current + 1)

    def exchange(self, page: Page, fresh: Page) -> "Pile":
        """Another page in the place of this one, which is dropped; both stay as they are where it is not here."""
        if page not in self.pages:
            return self
        pages = tuple(fresh if other == page else other for other in self.pages)
        return replace(self, pages=pages, dropped=(*self.dropped, page))

    def drop(self) -> "Pile":
        """Take the page out of the pile."""
        here = self.here
        return replace(self._without(here), dropped=(*self.dropped, here)) if here else self

    def set_aside(self, page: Page) -> "Pile":
        """Lay a blank page aside."""
        return replace(self._without(page), aside=(*self.aside, page)) if page in self.pages else self

    def take_back(self, page: Page) -> "Pile":
        """A page from aside to where the scanner had read it, and look at it."""
        at = next((at for at, other in enumerate(self.pages) if other.read.number > page.read.number), len(self.pages))
        aside = tuple(other for other in self.aside if other != page)
        return replace(self, pages=(*self.pages[:at], page, *self.pages[at:]), aside=aside, current=at)

    def bundles(self) -> Iterator[tuple[int | None, tuple[Page, ...]]]:
        """Pages by paper in the order of the papers, those without one last."""
        papers = sorted({page.paper for page in self.pages if page.paper is not None})
        for paper in (*papers, None):
            pages = tuple(page for page in self.pages if page.paper == paper)
            if pages:
                yield paper, pages

    def put(self, page: Page, fresh: Page) -> "Pile":
        """The same side of paper, kept in another way."""
        return replace(self, pages=tuple(fresh if other == page else other for other in self.pages))

    def _without(self, page: Page) -> "Pile":
        """The pile without a page; what is looked at stays, or its neighbour where it goes."""
        at = self.pages.index(page)
        rest = (*self.pages[:at], *self.pages[at + 1 :])
        current = self.current - (at < self.current)
        return replace(self, pages=rest, current=max(0, min(current, len(rest) - 1)))

    def _with_here(self, change: Callable[[Page], Iterable[Page]]) -> "Pile":
        if not self.pages:
            return self
        changed = change(self.pages[self.current])
        return replace(self, pages=(*self.pages[: self.current], *changed, *self.pages[self.current + 1 :]))


def _halves(page: Page) -> tuple[Page, Page]:
    return replace(page, half=0), replace(page, half=1)


def _laid(page: Page, below: Page) -> Page:
    """The page with another under it, and under what lies there already."""
    return replace(page, below=_laid(page.below, below) if page.below else below)


def title_of(papers: tuple[str, ...], paper: int | None, other: str) -> str:
    """What a bundle is called in the dossier."""
    return papers[paper] if paper is not None and paper < len(papers) else other


def scan_of(sha256: str, title: str, size: int, pages: int, paper: int | None) -> Scan:
    """A bundle as the dossier names it."""
    return Scan(sha256=sha256, title=title, mime="application/pdf", size=size, pages=pages, paper=paper)
