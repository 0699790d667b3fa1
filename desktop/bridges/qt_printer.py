"""A printer of the operating system through QPrinter: PDF pages drawn as images at the printer's own dots."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QMarginsF
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter

from printing.printers.printer import KEPT_IN_QUEUE, PaperRefused, PrinterState, PrinterTrouble, PrintOutcome, Ticket

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

MOST_DPI = 600
_SIZES = {"A4": QPageSize.PageSizeId.A4, "A5": QPageSize.PageSizeId.A5}


class QtPrinter:
    """A printer by its system name; may be used from a worker thread. It cannot tell whether paper came out."""

    def __init__(self, name: str) -> None:
        self._name = name

    @property
    def name(self) -> str:
        """As the system calls it."""
        return self._name

    def state(self) -> PrinterState:
        """What the system knows: whether there is such a printer, and its papers."""
        from PySide6.QtPrintSupport import QPrinterInfo

        info = QPrinterInfo.printerInfo(self._name)
        if info.isNull():
            raise PrinterTrouble(f"Máy tính không có máy in “{{name}}”. {KEPT_IN_QUEUE}", name=self._name)
        sizes = {size.id() for size in info.supportedPageSizes()}
        return PrinterState(ready=True, papers=tuple(paper for paper, size in _SIZES.items() if size in sizes))

    def send(self, pdf: bytes, title: str, copies: int, paper: str) -> Ticket:
        """Draw the pages; raises PrinterTrouble where the system refuses the job."""
        from PySide6.QtPrintSupport import QPrinter

        papers = self.state().papers
        if papers and paper not in papers:
            raise PaperRefused("Máy in không có khổ {paper}.", offered=papers[0], paper=paper)
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setPrinterName(self._name)
        draw(pdf, printer, title, copies, paper)
        return Ticket(0)

    def watch(self, ticket: Ticket) -> PrintOutcome:
        """The system took it; more is not known here."""
        del ticket
        return PrintOutcome(printed=True)


def draw(pdf: bytes, printer: "QPrinter", title: str, copies: int, paper: str) -> None:
    """Draw every page of a PDF edge to edge; raises PrinterTrouble when the job cannot be begun."""
    from printing.raster import pages

    printer.setDocName(title)
    printer.setCopyCount(copies)
    layout = QPageLayout(QPageSize(_SIZES[paper]), QPageLayout.Orientation.Portrait, QMarginsF(0, 0, 0, 0))
    printer.setPageLayout(layout)
    printer.setFullPage(True)
    painter = QPainter()
    for page in pages(pdf, min(MOST_DPI, printer.resolution())):
        height, width, _ = page.shape
        lying = QPageLayout.Orientation.Landscape if width > height else QPageLayout.Orientation.Portrait
        printer.setPageOrientation(lying)
        if not (printer.newPage() if painter.isActive() else painter.begin(printer)):
            raise PrinterTrouble(f"Máy in không nhận việc. {KEPT_IN_QUEUE}")
        painter.drawImage(painter.viewport(), QImage(page.data, width, height, 3 * width, QImage.Format.Format_RGB888))
    painter.end()
