"""The component tables of the forms: papers handed in, and papers asked for (domain 1.3)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from dossiers.dossier import PaperLine
from printing.blocks import Cell, Column, ruled_table
from printing.sheet_sizes import SheetSize
from printing.typography import plain, slanted, strong

if TYPE_CHECKING:
    from reportlab.platypus import Flowable

KINDS = (Column("Bản chính", 0.12), Column("Bản chứng thực", 0.15), Column("Bản photo", 0.12))
GENERAL = (Column("TT", 0.07), Column("Thành phần hồ sơ", 0.54), *KINDS)
ASKED_FOR = (Column("STT", 0.08), Column("Thành phần hồ sơ", 0.53), *KINDS)
CERTIFICATION = (
    Column("TT", 0.07), Column("Thành phần hồ sơ", 0.53), Column("Số trang", 0.12), Column("Số bản giấy", 0.14),
    Column("Ký bản điện tử", 0.14),
)  # fmt: skip


def handed_in_table(papers: Sequence[PaperLine], sheet: SheetSize, *, certification: bool = False) -> list[Flowable]:
    """What was handed in: counts of originals and copies, or pages and copies for certification.

    A missing paper has a line of dashes: the slip proves what was handed in, and this was not.
    """
    columns, count = (CERTIFICATION, _certification_counts) if certification else (GENERAL, _counts)
    rows = [
        (str(number), _with_lack(paper), *((0,) * len(KINDS) if paper.missing else count(paper)))
        for number, paper in enumerate(papers, start=1)
    ]
    return [ruled_table(columns, rows, sheet)] if rows else []


def asked_for_table(papers: Sequence[PaperLine], sheet: SheetSize) -> list[Flowable]:
    """What is still to be brought: how many originals and copies of each, and the clerk's note."""
    rows = [(str(number), _name(paper), *_wanted_counts(paper)) for number, paper in enumerate(papers, start=1)]
    return [ruled_table(ASKED_FOR, rows, sheet)] if rows else []


def _counts(paper: PaperLine) -> tuple[Cell, ...]:
    return (paper.originals, paper.certified, paper.photocopies)


def _wanted_counts(paper: PaperLine) -> tuple[Cell, ...]:
    """As many as the clerk wrote; where nothing is written, one original, which is what has to be seen."""
    return _counts(paper) if any(_counts(paper)) else (1, 0, 0)


def _certification_counts(paper: PaperLine) -> tuple[Cell, ...]:
    return (paper.pages, paper.copies, paper.electronic)


def _name(paper: PaperLine) -> str:
    """A paper's name with the clerk's note."""
    return plain(paper.name) + (f" – {slanted(paper.note)}" if paper.note else "")


def _with_lack(paper: PaperLine) -> str:
    """A paper's name, and the word for one that is still missing."""
    return _name(paper) + (" " + strong("(còn thiếu)") if paper.missing else "")
