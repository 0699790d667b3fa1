"""Codes in files, page by page: what `motcua read` prints."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from scanning.codes import read_codes
from scanning.documents import read_pages
from scanning.reading import Accept, Reading


@dataclass(frozen=True, slots=True)
class PageReading:
    """One code on one page (1-based) of one file."""

    file: Path
    page: int
    reading: Reading

    def as_json(self) -> dict[str, object]:
        """Flat record for a JSON line; corners are four [x, y] pixels of the page picture."""
        return {
            "file": str(self.file),
            "page": self.page,
            "symbology": self.reading.symbology,
            "text": self.reading.text,
            "corners": [list(corner) for corner in self.reading.corners],
            "engine": self.reading.engine,
        }


def read_file(path: Path, accept: Accept, *, thorough: bool = False) -> Iterator[PageReading]:
    """Codes of every page in order (`thorough` as in `read_codes`); raises ScanError where the file cannot be read."""
    for page in read_pages(path):
        for reading in read_codes(page.pixels, accept, thorough=thorough):
            yield PageReading(path, page.number, reading)
