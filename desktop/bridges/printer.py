"""Which printer a setting means; Qt is loaded only for a printer of the operating system."""

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from printing.printers.printer import Printer


def choose_printer(name: str) -> "Printer":
    """The printer that a setting names: an ipp:// or escpos: address, a folder for PDFs, or one of the system."""
    if name.startswith("ipp://"):
        from printing.printers.ipp import IppPrinter

        return IppPrinter(name)
    if name.startswith("escpos:"):
        from printing.printers.escpos import EscposPrinter

        return EscposPrinter(name)
    if folder := folder_of(name):
        from printing.printers.pdf_file import PdfFolder

        return PdfFolder(folder)
    from desktop.bridges.qt_printer import QtPrinter

    return QtPrinter(name)


def folder_of(name: str) -> Path | None:
    """The folder that a setting means, None when it is the name of a printer."""
    looks = Path(name)
    return looks if looks.is_absolute() else None


def system_printers() -> tuple[str, ...]:
    """The printers that the system offers by name."""
    from PySide6.QtPrintSupport import QPrinterInfo

    return tuple(QPrinterInfo.availablePrinterNames())
