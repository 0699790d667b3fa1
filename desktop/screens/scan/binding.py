"""Pages into the PDFs a dossier keeps: drawn as they will be kept and bound, one page in memory at a time."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.i18n import t
from desktop.screens.scan.pile import Page
from dossiers.dossier import Scan
from scanning.events import PageRead

if TYPE_CHECKING:
    from scanning.pages import PageImage

ReadPage = Callable[[PageRead], bytes]
PREVIEW_SIDE_PX = 1100


@dataclass(frozen=True, slots=True)
class Bound:
    """One PDF ready to be kept."""

    pdf: bytes
    pages: int
    paper: int | None


def bind(pages: tuple[Page, ...], paper: int | None, read: ReadPage, ceiling_mb: int = 0) -> Bound:
    """The PDF of a bundle, pressed by a child and under the ceiling (10⁶ bytes; 0 for none) where it can be.

    Runs in the pool. Raises ScanError for a page that was altered.
    """
    from scanning.press import press

    pressed = press(_images(pages, read), ceiling_mb * 1_000_000 or None)
    return Bound(pressed.data, pressed.pages, paper)


def say_large(scans: tuple[Scan, ...], ceiling_mb: int) -> str:
    """What the clerk should know of files over the ceiling even at the coarsest; empty where there are none."""
    large = sum(scan.size > ceiling_mb * 1_000_000 for scan in scans) if ceiling_mb else 0
    if not large:
        return ""
    return t(
        "Đã giữ đủ bản quét. {count} tệp vẫn lớn hơn {most} MB dù đã nén thêm; nếu cổng không nhận, hãy quét lại "
        "và chia thành nhiều giấy tờ.",
        count=large, most=ceiling_mb,
    )  # fmt: skip


def _images(pages: tuple[Page, ...], read: ReadPage) -> "Iterator[PageImage]":
    from desktop.screens.scan.pages_drawing import pixels_of
    from scanning.pages import PageImage

    for page in pages:
        yield PageImage(pixels_of(page, read), page.read.dpi)
