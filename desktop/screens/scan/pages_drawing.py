"""Pages drawn in the pool: at once as the scanner gave them, then as they will be kept."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.screens.scan.binding import PREVIEW_SIDE_PX, ReadPage
from desktop.screens.scan.pile import Page
from dossiers.codes import parse_slip
from scanning.events import PageRead

if TYPE_CHECKING:
    from scanning.picture import Picture


@dataclass(frozen=True, slots=True)
class LookedOver:
    """A small JPEG of a page set upright, the quarters clockwise that took, and whether it is blank."""

    jpeg: bytes
    quarters: int
    blank: bool


def first_look(page: PageRead, read: ReadPage) -> bytes:
    """A small JPEG of a page as it came. Raises ScanError for a page that was altered."""
    from scanning.pages import thumbnail
    from scanning.picture import decode_for_screen

    return thumbnail(decode_for_screen(read(page), PREVIEW_SIDE_PX), PREVIEW_SIDE_PX)


def look_over(page: PageRead, read: ReadPage) -> LookedOver:
    """What a page fresh from the scanner asks for, and its picture so. Raises ScanError as `first_look`."""
    from scanning import tidy
    from scanning.pages import thumbnail
    from scanning.picture import decode

    seen = tidy.look_over(decode(read(page)), page.dpi, lambda reading: parse_slip(reading.text) is not None)
    jpeg = thumbnail(tidy.turned(seen.pixels, seen.quarters), PREVIEW_SIDE_PX)
    return LookedOver(jpeg, seen.quarters, seen.blank)


def picture_of(page: Page, read: ReadPage) -> bytes:
    """A small JPEG of a page as it will be kept. Raises ScanError as `first_look`."""
    from scanning.pages import thumbnail

    return thumbnail(pixels_of(page, read), PREVIEW_SIDE_PX)


def pixels_of(page: Page, read: ReadPage) -> "Picture":
    """A page as it will be kept, at the resolution of its first side. Raises ScanError as `first_look`."""
    from scanning import tidy
    from scanning.despeckle import despeckle
    from scanning.picture import decode

    level = tidy.tidy(decode(read(page.read)), page.read.dpi)
    picture = tidy.turned(despeckle(level, page.read.dpi) if page.dusted else level, page.quarters)
    if page.half is not None:
        picture = tidy.half_of(picture, page.half)
    if page.below is None:
        return picture
    below = tidy.at_dpi(pixels_of(page.below, read), page.below.read.dpi, page.read.dpi)
    return tidy.lay_below(picture, below)
