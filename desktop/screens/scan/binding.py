"""Pages into the PDFs a dossier keeps: decoded, straightened, turned and bound, one page in memory at a time."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.screens.scan.pile import Page
from scanning.events import PageRead

if TYPE_CHECKING:
    from scanning.pages import PageImage
    from scanning.picture import Picture

ReadPage = Callable[[PageRead], bytes]
PREVIEW_SIDE_PX = 1100


@dataclass(frozen=True, slots=True)
class Bound:
    """One PDF ready to be kept; it `fits` the office's ceiling."""

    pdf: bytes
    pages: int
    paper: int | None
    fits: bool = True


def bind(pages: tuple[Page, ...], paper: int | None, read: ReadPage, ceiling_mb: int = 0) -> Bound:
    """The PDF of a bundle, pressed by a child; runs in the pool. Raises ScanError for a page that was altered."""
    from scanning.press import press

    pressed = press(_images(pages, read), ceiling_mb * 1_000_000 or None)
    return Bound(pressed.data, pressed.pages, paper, pressed.fits)


def picture_of(page: Page, read: ReadPage, side_px: int = PREVIEW_SIDE_PX) -> bytes:
    """A small JPEG of a page as it will be kept; runs in the pool."""
    from scanning.pages import thumbnail
    from scanning.picture import decode

    return thumbnail(_turned(decode(read(page.read)), page.quarters), side_px)


def _images(pages: tuple[Page, ...], read: ReadPage) -> "Iterator[PageImage]":
    from scanning.cleanup import straighten
    from scanning.pages import PageImage
    from scanning.picture import decode

    for page in pages:
        level, _ = straighten(decode(read(page.read)))
        yield PageImage(_turned(level, page.quarters), page.read.dpi)


def _turned(picture: "Picture", quarters: int) -> "Picture":
    import numpy as np

    return np.ascontiguousarray(np.rot90(picture, -quarters)) if quarters else picture
