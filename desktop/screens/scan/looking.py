"""The pages of a pile on their way in: each file once, looked at in the pool a few at a time, in the feeder's order."""

from collections import deque
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import partial
from typing import Generic, TypeVar

from desktop.jobs import Failure, Jobs
from scanning.events import PageRead

Seen = TypeVar("Seen")
T = TypeVar("T")
_AT_ONCE = 2


def key_of(read: PageRead) -> str:
    """The name of a page in its pile: its file in the spool."""
    return read.path.name


@dataclass(slots=True)
class Looking(Generic[Seen]):
    """`look` runs in the pool; `seen` is called with what it found, `unopened` where a page was altered."""

    jobs: Jobs
    look: Callable[[PageRead], Seen]
    seen: Callable[[str, Seen], None]
    unopened: Callable[[str, Failure], None]
    reads: dict[str, PageRead] = field(default_factory=dict)
    _looked: set[str] = field(default_factory=set)
    _waiting: deque[PageRead] = field(default_factory=deque)
    _under_way: int = 0

    def add(self, reads: Iterable[PageRead]) -> None:
        """Take pages in and look at them."""
        fresh = [read for read in reads if key_of(read) not in self.reads]
        self.reads |= {key_of(read): read for read in fresh}
        self._waiting.extend(fresh)
        self._next()

    def drop(self, key: str) -> PageRead:
        """Let go of one page."""
        self._looked.discard(key)
        return self.reads.pop(key)

    def clear(self) -> None:
        """The pile is done with."""
        self.reads.clear()
        self._looked.clear()
        self._waiting.clear()

    @property
    def unseen(self) -> int:
        """How many are still to be looked at."""
        return len(self.reads) - len(self._looked)

    def _next(self) -> None:
        """A few at a time: a slip to be printed does not wait behind a whole pile."""
        while self._waiting and self._under_way < _AT_ONCE:
            read = self._waiting.popleft()
            self._under_way += 1
            self.jobs.pool(
                partial(self.look, read), partial(self._done, self.seen, key_of(read)),
                partial(self._done, self.unopened, key_of(read)),
            )  # fmt: skip

    def _done(self, tell: Callable[[str, T], None], key: str, found: T) -> None:
        """One more is done; what came of a pile that was cleared meanwhile is nobody's any more."""
        self._under_way -= 1
        if key in self.reads:
            self._looked.add(key)
            tell(key, found)
        self._next()
