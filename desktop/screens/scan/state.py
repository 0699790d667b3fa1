"""What the scan screen shows, and how its presenter sees the scanner and the screen."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol
from uuid import UUID

from desktop.screens.scan.pile import Page, Pile
from desktop.theme.tokens import Tone
from scanning.drivers import ScanRequest, Source
from scanning.events import PageRead


class Scanner(Protocol):
    """The scanner behind its bridge."""

    @property
    def running(self) -> bool:
        """Whether pages may still come."""
        ...

    def start(self, request: ScanRequest) -> None:
        """Begin to scan."""
        ...

    def stop(self) -> None:
        """Ask the session to end."""
        ...

    def kept(self) -> list[PageRead]:
        """Pages that lie in the spool."""
        ...

    def read_page(self, page: PageRead) -> bytes:
        """A page's encoded picture."""
        ...

    def put_by(self, pages: Iterable[PageRead], sha256: str) -> None:
        """Keep the scanned sides behind a kept file until its dossier is closed."""
        ...

    def forget(self, page: PageRead) -> None:
        """Let go of a page."""
        ...

    def find(self, address: str = "") -> None:
        """Look for scanners, or for the one at a typed address; what is found is told one by one."""
        ...

    def stop_finding(self) -> None:
        """End the search."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """Where the pages go: a dossier, or the intake in hand when `dossier_id` is None; `result` pages are the result."""

    words: str
    papers: tuple[str, ...]
    dossier_id: UUID | None = None
    result: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class MachineState:
    """The row of the machine: (name, label) of the scanners to choose from, the purposes, and the search.

    `said` is how the paper will be scanned, or what a search has come to; `finding` is whether one is under way.
    """

    scanners: tuple[tuple[str, str], ...]
    scanner: str
    profiles: tuple[str, ...]
    profile_index: int
    source: Source
    finding: bool
    said: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FeederState:
    """The machine, the sentence of what stopped it (`fault`), what is said of the pages, and whether more may come.

    `refused` are the sentences of files that did not come in whole.
    """

    machine: MachineState
    fault: str
    refused: str
    said: str
    tone: Tone
    running: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ScanState:
    """Everything on the screen besides pictures."""

    feeder: FeederState
    target: str
    papers: tuple[tuple[str, int], ...]
    pile: Pile
    may_save: bool
    saving: bool


class ScanView(Protocol):
    """The screen as its presenter sees it."""

    def present(self, state: ScanState) -> None:
        """Show everything anew."""
        ...

    def show_picture(self, page: Page, jpeg: bytes) -> None:
        """A page's picture is ready."""
        ...
