"""What sheets of a pile have become under a person's hands: cut, laid on one another, scanned once more.

The scanned sides stay as they are: an edit says which pages stand for a sheet, and taking it away is the undo.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import TypeAlias

from desktop.screens.scan.looking import key_of
from desktop.screens.scan.pile import Page
from dossiers.filing import Answer, Goes, Known, Plan, Role, Sheet, plan
from scanning.events import PageRead

Edits: TypeAlias = Mapping[str, tuple[Page, ...]]
"""The pages of a sheet by its key; none where it was laid below another."""


def sheet_of(key: str) -> str:
    """The sheet that a page was cut from; a whole one is its own."""
    return key.partition("/")[0]


def key_at(sheet: str, number: int) -> str:
    """The key of a sheet's page (0-based); the first has the sheet's own, and with it the codes."""
    return f"{sheet}/{number}" if number else sheet


def by_key(sheet: str, pages: Iterable[Page]) -> dict[str, Page]:
    """The pages of a sheet, each by a key of its own."""
    return {key_at(sheet, number): page for number, page in enumerate(pages)}


def stand_ins(edits: Edits) -> frozenset[str]:
    """Sides scanned once more for a sheet; they are no sheets of the pile themselves."""
    sides = (read for pages in edits.values() for page in pages for read in page.reads())
    return frozenset(map(key_of, sides)) - edits.keys()


def found_again(edits: Edits, reads: Mapping[str, PageRead]) -> Edits:
    """The edits after a restart, with the sides as they lie in the spool now; one that lacks a side is no more."""

    def rebound(page: Page) -> Page:
        return replace(page, read=reads[key_of(page.read)], below=rebound(page.below) if page.below else None)

    return {
        sheet: tuple(map(rebound, pages))
        for sheet, pages in edits.items()
        if {sheet, *(key_of(read) for page in pages for read in page.reads())} <= reads.keys()
    }


def file(sheets: Sequence[Sheet], known: Mapping[str, Known], answers: Mapping[str, Answer]) -> Plan:
    """The plan of the pile; the office's copy that a person gives to a line of its own dossier goes on leading."""
    lines = {
        sheet.key: answer.paper
        for sheet in sheets
        if isinstance(answer := answers.get(sheet.key), Goes) and answer.dossier_id == _led(sheet, known)
    }
    found = plan(sheets, known, {key: answer for key, answer in answers.items() if key not in lines})
    return replace(
        found,
        placed=tuple(
            replace(each, paper=lines[each.key]) if each.role is Role.PAGE and each.key in lines else each
            for each in found.placed
        ),
    )


def lay_out(found: Plan, pages: Collection[str], order: Sequence[str]) -> Plan:
    """The plan without sheets that have no page any more, and each dossier's pages as a person has put them."""
    placed = [each for each in found.placed if each.role is not Role.PAGE or each.key in pages]
    rank = {key: number for number, key in enumerate(order)}
    for dossier_id in {each.dossier_id for each in placed}:
        slots = [at for at, each in enumerate(placed) if each.dossier_id == dossier_id and each.key in rank]
        moved = sorted((placed[at] for at in slots), key=lambda each: rank[each.key])
        for at, each in zip(slots, moved, strict=True):
            placed[at] = each
    return replace(found, placed=tuple(placed))


def _led(sheet: Sheet, known: Mapping[str, Known]) -> object:
    """The dossier that a sheet leads by its own codes and is a page of; an object equal to nothing where it is none."""
    (placed,) = plan((sheet,), known, {}).placed
    return placed.dossier_id if placed.leads and placed.role is Role.PAGE else object()
