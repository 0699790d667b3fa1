"""What the spool asks of any printer, and how a printer answers: a ticket, then an outcome."""

from dataclasses import dataclass
from typing import Protocol

from dossiers.errors import KnownError

KEPT_IN_QUEUE = "Bản in nằm trong hàng đợi; bấm F9 để in lại."
"""The second half of every bad news from a printer: what is safe, and what to press."""


class PrinterTrouble(KnownError):
    """The printer did not take the paper: switched off, out of reach, or it refused."""


class PaperRefused(PrinterTrouble):
    """The printer has no such paper; `offered` is a size it does have."""

    def __init__(self, template: str, *, offered: str, **facts: object) -> None:
        super().__init__(template, offered=offered, **facts)
        self.offered = offered


@dataclass(frozen=True, slots=True, kw_only=True)
class PrinterState:
    """A printer as it says it is: `troubles` are sentences of what stops it, `papers` the sizes it takes."""

    ready: bool
    troubles: tuple[str, ...] = ()
    papers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Ticket:
    """The printer's own number for a job, and the troubles it was already reporting when it took it."""

    job: int
    known_troubles: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintOutcome:
    """How a job ended as far as the printer knows; only the clerk knows whether paper came out."""

    printed: bool
    note: str = ""


class Printer(Protocol):
    """A machine paper comes out of. Every call may take seconds: never on the window's or the database's thread."""

    @property
    def name(self) -> str:
        """As the settings show it."""
        ...

    def state(self) -> PrinterState:
        """Ask the printer how it is; raises PrinterTrouble when it does not answer."""
        ...

    def send(self, document: bytes, title: str, copies: int, paper: str, /) -> Ticket:
        """Hand a job over: a PDF for sheets, a one-bit PNG for rolls ("80mm", "58mm").

        Raises PrinterTrouble, or PaperRefused before anything was sent.
        """
        ...

    def watch(self, ticket: Ticket) -> PrintOutcome:
        """Follow a job to its end; never raises for what a printer may do."""
        ...
