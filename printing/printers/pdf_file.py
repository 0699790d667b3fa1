"""A "printer" that leaves each job as a file in a folder, PDF or picture of a slip, for offices without a printer."""

import re
from pathlib import Path

from printing.printers.printer import KEPT_IN_QUEUE, PrinterState, PrinterTrouble, PrintOutcome, Ticket
from printing.sheet_sizes import SHEETS
from printing.thermal.rolls import ROLLS

PNG = b"\x89PNG"


class PdfFolder:
    """Files are named by a running number and the job's title; a file that exists is whole."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    @property
    def name(self) -> str:
        """As the settings show it."""
        return f"PDF → {self._folder.name}"

    def state(self) -> PrinterState:
        """Ready while the folder can be reached; raises PrinterTrouble otherwise."""
        self._reach()
        return PrinterState(ready=True, papers=(*SHEETS, *ROLLS))

    def send(self, document: bytes, title: str, copies: int, paper: str) -> Ticket:
        """Write one file; copies and paper are in the document's own hands."""
        del copies, paper
        number = self._reach() + 1
        words = re.sub(r"[^\w.-]+", "_", title)[:80]
        target = self._folder / f"{number:04}_{words}.{'png' if document.startswith(PNG) else 'pdf'}"
        part = target.with_suffix(".part")
        try:
            part.write_bytes(document)
            part.replace(target)
        except OSError as error:
            raise PrinterTrouble(f"Không ghi được vào thư mục in. {KEPT_IN_QUEUE}") from error
        return Ticket(number)

    def watch(self, ticket: Ticket) -> PrintOutcome:
        """Done as soon as written."""
        del ticket
        return PrintOutcome(printed=True)

    def _reach(self) -> int:
        """Make sure of the folder and return the highest number in it."""
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            numbers = (re.match(r"\d{4,}", file.name) for file in self._folder.glob("*.p??"))
            return max((int(number[0]) for number in numbers if number), default=0)
        except OSError as error:
            raise PrinterTrouble(f"Không mở được thư mục in. {KEPT_IN_QUEUE}") from error
