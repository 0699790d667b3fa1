"""A dossier's pages out of the pile into the dossier: bound in the pool, kept durably, and only then named."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.i18n import t
from desktop.screens.scan.binding import Bound, ReadPage, bind
from desktop.screens.scan.pile import Page, scan_of, title_of
from desktop.screens.scan.stack.memory import Memory, keep_memory
from dossiers.attach_scans import attach_scans
from dossiers.dossier import Dossier, Scan
from dossiers.filing import Plan

if TYPE_CHECKING:
    from desktop.jobs import Desk


@dataclass(frozen=True, slots=True)
class Parcel:
    """What goes into one dossier now: pages by component line, and the sheets they are."""

    dossier: Dossier
    bundles: tuple[tuple[int | None, tuple[Page, ...]], ...]
    keys: frozenset[str]


def parcel_of(dossier: Dossier, plan: Plan, saved: frozenset[str], pages: Mapping[str, Page]) -> Parcel | None:
    """The dossier's pages that are not saved yet; None where there are none."""
    fresh = [
        (line, tuple(page.key for page in pages if page.key not in saved)) for line, pages in plan.bundles(dossier.id)
    ]
    bundles = tuple((line, tuple(pages[key] for key in keys)) for line, keys in fresh if keys)
    return Parcel(dossier, bundles, frozenset(key for _, keys in fresh for key in keys)) if bundles else None


def bind_parcel(parcel: Parcel, read: ReadPage, ceiling_mb: int) -> tuple[Bound, ...]:
    """One PDF a line; runs in the pool. Raises ScanError for a page that was altered."""
    return tuple(bind(pages, line, read, ceiling_mb) for line, pages in parcel.bundles)


def file_parcel(desk: "Desk", parcel: Parcel, bound: tuple[Bound, ...], memory: Memory) -> tuple[Scan, ...]:
    """Keep the PDFs, name them in the dossier, remember it; done twice, the same files stand there once."""
    papers = tuple(paper.name for paper in parcel.dossier.papers)
    scans = tuple(
        scan_of(desk.files.put(each.pdf), title_of(papers, each.paper, t("Giấy tờ khác")), len(each.pdf), each.pages,
                each.paper)
        for each in bound
    )  # fmt: skip
    desk.do(attach_scans, parcel.dossier.id, scans)
    keep_memory(desk, memory.save(parcel.keys))
    return scans
