"""What the scan screen shows, and how its presenter sees the scanner and the screen."""

from dataclasses import dataclass
from typing import Protocol
from uuid import UUID

from desktop.screens.scan.pile import Page, Pile
from desktop.theme.tokens import Tone
from scanning.drivers import ScanRequest
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

    def forget(self, page: PageRead) -> None:
        """Let go of a page."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """Where the pages go: a dossier, or the intake in hand when `dossier_id` is None; `result` pages are the result."""

    words: str
    papers: tuple[str, ...]
    dossier_id: UUID | None = None
    result: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ScanState:
    """Everything on the screen besides pictures."""

    device: str
    target: str
    papers: tuple[tuple[str, int], ...]
    pile: Pile
    said: str
    tone: Tone
    running: bool
    may_go_on: bool
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
