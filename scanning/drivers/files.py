"""Files the clerk picks or drops (JPEG, PNG, TIFF, PDF) as pages."""

from collections.abc import Iterator
from itertools import count
from pathlib import Path

from scanning.documents import DocumentPage, read_bytes, read_document
from scanning.drivers import ScannedPage, ScanRequest, Watch
from scanning.errors import Fault, ScanError
from scanning.events import FileRefused, Opening
from scanning.picture import ARCHIVE_FLOOR_DPI, encode_pnm

MOST_FATAL_PAGES = 2
"""A file with so many pages that took too long or killed their reader was made so: nobody waits for its others."""


class FilesDriver:
    """Imports `request.paths` in order; a file that cannot be read is told and passed over."""

    def scan(self, request: ScanRequest, watch: Watch) -> Iterator[ScannedPage]:
        """Every page of every file; after a page over which a child was lost, what lies behind it."""
        first = request.paths.index(watch.fatal[-1].file) if watch.fatal else 0
        for path in request.paths[first:]:
            if watch.stopped.is_set():
                return
            try:
                for _, page in file_pages(path, read_bytes(Path(path)), watch):
                    yield page
            except ScanError as error:
                watch.tell(FileRefused(path, error.fault))


def file_pages(path: str, data: bytes, watch: Watch) -> Iterator[tuple[int, ScannedPage]]:
    """A file's pages by their numbers, lossless, but for those up to one over which a child was lost.

    Raises ScanError where the file is broken, under 200 dpi or over the memory there is.
    """
    fatal = fatal_pages(path, watch)
    if len(fatal) >= MOST_FATAL_PAGES:
        return
    behind, changed_ns = max(fatal, default=0), _changed_ns(path)
    pages = read_document(data, behind)
    for number in count(behind + 1):
        with watch.opening(Opening(path, number, changed_ns)):
            page = _next(pages)
        if page is None:
            return
        yield number, page


def fatal_pages(path: str, watch: Watch) -> list[int]:
    """Pages of this very file over which a child was lost."""
    changed_ns = _changed_ns(path)
    return [each.page for each in watch.fatal if (each.file, each.changed_ns) == (path, changed_ns)]


def _changed_ns(path: str) -> int:
    try:
        return Path(path).stat().st_mtime_ns
    except OSError as error:
        raise ScanError(Fault.FILE_MISSING) from error


def _next(pages: Iterator[DocumentPage]) -> ScannedPage | None:
    """The next page, whole; None behind the last."""
    try:
        page = next(pages, None)
        if page is None:
            return None
        if page.dpi < ARCHIVE_FLOOR_DPI:
            raise ScanError(Fault.LOW_RESOLUTION)
        height_px, width_px = page.pixels.shape[:2]
        return ScannedPage(encode_pnm(page.pixels), width_px, height_px, page.dpi)
    except MemoryError as error:
        raise ScanError(Fault.FILE_TOO_BIG) from error
