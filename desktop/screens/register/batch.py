"""One act on many dossiers: each its own op, done one after another, to be stopped between any two."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from uuid import UUID

from desktop.jobs import Failure, Jobs
from desktop.register_asks import Item
from desktop.screens.register.progress import Progress
from dossiers.acting import Act
from dossiers.dossier import Dossier
from dossiers.errors import Impossible, InvalidInput

Verb = Callable[[Act, UUID], Dossier]


@dataclass(frozen=True, slots=True)
class Refused:
    """A dossier the act does not fit now, and why."""

    code: str
    sentence: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """How a batch ended: the dossiers as they are after it, those refused, and how many nobody came to.

    `fault` says why it broke off, where it was not stopped by hand.
    """

    done: tuple[Dossier, ...]
    refused: tuple[Refused, ...]
    left: int
    fault: str = ""


class Batch:
    """Asks for the next dossier when the last has come home; what is done stays done, whatever comes after."""

    def __init__(self, jobs: Jobs, items: Sequence[Item], verb: Verb, on_end: Callable[[Account], None]) -> None:
        self._jobs, self._items, self._verb, self._on_end = jobs, items, verb, on_end
        self._done: list[Dossier] = []
        self._refused: list[Refused] = []
        self.progress = Progress(total=len(items))

    def step(self) -> None:
        """Begin, or go on with the next."""
        progress = self.progress
        if progress.done == progress.total or progress.stop:
            self._end()
            return
        item = self._items[progress.done]
        self._jobs.do(self._verb, item.id, on_done=self._on_done, on_failed=lambda why: self._on_failed(item, why))

    def _on_done(self, dossier: Dossier) -> None:
        self._done.append(dossier)
        self.progress.done += 1
        self.step()

    def _on_failed(self, item: Item, why: Failure) -> None:
        """What does not fit one dossier may fit the next; a full disk fits none."""
        if isinstance(why.error, Impossible | InvalidInput):
            self._refused.append(Refused(item.code, why.sentence))
            self.progress.done += 1
            self.step()
        else:
            self._end(why.sentence)

    def _end(self, fault: str = "") -> None:
        self.progress.ended = True
        left = self.progress.total - self.progress.done
        self._on_end(Account(done=tuple(self._done), refused=tuple(self._refused), left=left, fault=fault))
