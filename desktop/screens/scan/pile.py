"""The pages on the scan screen: their order, how each is turned, and to which paper it belongs."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from dossiers.dossier import Scan
from scanning.events import PageRead


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One page; `quarters` are turns clockwise, `paper` the index of its component line."""

    read: PageRead
    quarters: int = 0
    paper: int | None = None


@dataclass(frozen=True, slots=True)
class Pile:
    """Pages in the order they came; one of them is looked at."""

    pages: tuple[Page, ...] = ()
    current: int = 0

    @property
    def here(self) -> Page | None:
        """The page looked at."""
        return self.pages[self.current] if self.pages else None

    def add(self, reads: tuple[PageRead, ...]) -> "Pile":
        """New pages at the end, each file once; the page looked at stays."""
        known = {page.read.file for page in self.pages}
        fresh = tuple(Page(read=read) for read in reads if read.file not in known)
        return Pile((*self.pages, *fresh), self.current)

    def look_at(self, index: int) -> "Pile":
        """Look at another page; beyond the ends it stays at the end."""
        return replace(self, current=max(0, min(len(self.pages) - 1, index)))

    def turn(self) -> "Pile":
        """Turn the page a quarter clockwise."""
        return self._with_here(lambda page: replace(page, quarters=(page.quarters + 1) % 4))

    def assign(self, paper: int) -> "Pile":
        """Give the page to a paper and go on to the next page."""
        assigned = self._with_here(lambda page: replace(page, paper=None if page.paper == paper else paper))
        return assigned.look_at(self.current + 1)

    def drop(self) -> "Pile":
        """Take the page out of the pile."""
        rest = (*self.pages[: self.current], *self.pages[self.current + 1 :])
        return Pile(rest, max(0, min(self.current, len(rest) - 1)))

    def put_back(self, page: Page, index: int) -> "Pile":
        """Undo of `drop`."""
        return Pile((*self.pages[:index], page, *self.pages[index:]), index)

    def bundles(self) -> Iterator[tuple[int | None, tuple[Page, ...]]]:
        """Pages by paper in the order of the papers, those without one last."""
        papers = sorted({page.paper for page in self.pages if page.paper is not None})
        for paper in (*papers, None):
            pages = tuple(page for page in self.pages if page.paper == paper)
            if pages:
                yield paper, pages

    def _with_here(self, change: Callable[[Page], Page]) -> "Pile":
        if not self.pages:
            return self
        changed = change(self.pages[self.current])
        return replace(self, pages=(*self.pages[: self.current], changed, *self.pages[self.current + 1 :]))


def title_of(papers: tuple[str, ...], paper: int | None, other: str) -> str:
    """What a bundle is called in the dossier."""
    return papers[paper] if paper is not None and paper < len(papers) else other


def scan_of(sha256: str, title: str, size: int, pages: int, paper: int | None) -> Scan:
    """A bundle as the dossier names it."""
    return Scan(sha256=sha256, title=title, mime="application/pdf", size=size, pages=pages, paper=paper)
