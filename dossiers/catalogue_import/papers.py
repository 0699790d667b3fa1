"""The papers of a procedure as other catalogues group them: to hand in, to show, or by case."""

from collections.abc import Iterable
from dataclasses import replace

from dossiers.catalogue_import.node import Node
from dossiers.names import fold
from dossiers.procedure import Case, PaperRule

Group = tuple[str, tuple[PaperRule, ...]]
"""A heading of the source and the papers under it."""

_COMMON = ("giay to phai nop", "thanh phan ho so", "truong hop chung", "bao gom", "ho so gom")
_SHOWN = "xuat trinh"


def paper(node: Node, name: str, originals: str, copies: str, note: str) -> PaperRule | None:
    """One paper by the names of its fields; nothing where it has no name. A paper for those who have it is optional."""
    title = node.text(name)
    if not title:
        return None
    here, there = node.count(originals), node.count(copies)
    unsaid = here is None and there is None
    return PaperRule(
        name=title, originals=1 if unsaid else here or 0, copies=there or 0, required="neu co" not in fold(title),
        note=note,
    )  # fmt: skip


def papers_and_cases(groups: Iterable[Group]) -> tuple[tuple[PaperRule, ...], tuple[Case, ...]]:
    """The papers of the first case, and all cases where there is more than one.

    National records put papers to show under a heading of their own; those, and plain headings, hold for all cases.
    """
    common: list[PaperRule] = []
    own: list[Group] = []
    for heading, papers in groups:
        words = fold(heading)
        if _SHOWN in words:
            common += (replace(each, shown_only=True) for each in papers)
        elif not words or words.startswith(_COMMON):
            common += papers
        elif papers:
            own.append((heading, papers))
    cases = tuple(Case(name=heading, papers=(*papers, *common)) for heading, papers in own)
    first = cases[0].papers if cases else tuple(common)
    return first, cases if len(cases) > 1 else ()
