"""Files the clerk picks or drops (JPEG, PNG, TIFF, PDF) as pages."""

from collections.abc import Iterator
from pathlib import Path

from scanning.documents import DocumentPage, read_bytes, read_document
from scanning.drivers import ScannedPage, ScanRequest, Watch
from scanning.errors import Fault, ScanError
from scanning.events import FileRefused
from scanning.picture import ARCHIVE_FLOOR_DPI, encode_pnm


class FilesDriver:
    """Imports `request.paths` in order; a file that cannot be read is told and passed over."""

    def scan(self, request: ScanRequest, watch: Watch) -> Iterator[ScannedPage]:
        """Every page of every file."""
        for path in request.paths:
            if watch.stopped.is_set():
                return
            try:
                yield from document_pages(read_bytes(Path(path)))
            except ScanError as error:
                watch.tell(FileRefused(path, error.fault))


def document_pages(data: bytes) -> Iterator[ScannedPage]:
    """A document's pages, lossless; raises ScanError where it is broken, under 200 dpi or over the memory there is."""
    try:
        for page in read_document(data):
            if page.dpi < ARCHIVE_FLOOR_DPI:
                raise ScanError(Fault.LOW_RESOLUTION)
            yield _scanned(page)
    except MemoryError as error:
        raise ScanError(Fault.FILE_TOO_BIG) from error


def _scanned(page: DocumentPage) -> ScannedPage:
    height_px, width_px = page.pixels.shape[:2]
    return ScannedPage(encode_pnm(page.pixels), width_px, height_px, page.dpi)
