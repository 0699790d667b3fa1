"""The component table of an intake: how it begins, grows and counts, and what the clerk has to do next."""

from dataclasses import replace
from typing import Any, Literal

from desktop.i18n import t
from desktop.screens.intake.form import Field, Form
from dossiers.dossier import Digital, PaperCheck, PaperLine
from dossiers.procedure import FeeBasis, PaperRule, Procedure
from dossiers.reuse_scan import EarlierPaper


def counts_pages(procedure: Procedure | None) -> bool:
    """Whether the work is counted in pages and copies, as for certified copies."""
    return procedure is not None and any(rule.basis is FeeBasis.PER_PAGE for rule in procedure.fees)


def first_papers(procedure: Procedure) -> tuple[PaperLine, ...]:
    """The papers the procedure asks for; where pages are counted, one line a document to be copied."""
    if counts_pages(procedure):
        return (_document(1),)
    return tuple(_line(rule) for rule in procedure.papers)


def one_more(papers: tuple[PaperLine, ...]) -> tuple[PaperLine, ...]:
    """One more document for the table, to be named by the clerk."""
    return (*papers, _document(len(papers) + 1))


def one_less(papers: tuple[PaperLine, ...], index: int) -> tuple[PaperLine, ...]:
    """Without one document; the last one stays."""
    return (*papers[:index], *papers[index + 1 :]) if len(papers) > 1 else papers


def seen(papers: tuple[PaperLine, ...]) -> tuple[PaperLine, ...]:
    """Every paper nobody looked at yet is here and in order."""
    return tuple(
        replace(paper, check=PaperCheck.OK) if paper.check is PaperCheck.NOT_CHECKED else paper for paper in papers
    )


Count = Literal["originals", "certified", "photocopies", "pages", "copies"]
"""The columns of the table that hold a number."""


def counted(paper: PaperLine, column: Count, text: str) -> PaperLine:
    """A line with one count retyped; a paper that was counted is in the clerk's hand, hence in order."""
    number = int(text) if text.isdecimal() and len(text) <= 4 else 0
    seen_now = number and paper.check is PaperCheck.NOT_CHECKED
    changes: dict[str, Any] = {column: number, "check": PaperCheck.OK if seen_now else paper.check}
    return replace(paper, **changes)


def used_again(paper: PaperLine, earlier: EarlierPaper) -> PaperLine:
    """A line that an earlier scan stands in for: in order, nothing handed in, and the slip says why."""
    return replace(
        paper, check=PaperCheck.OK, digital=Digital.REUSED, originals=0, certified=0, photocopies=0,
        note=f"dùng lại bản quét của hồ sơ {earlier.code}",
    )  # fmt: skip


def as_asked(paper: PaperLine, procedure: Procedure | None) -> PaperLine:
    """The line as the procedure asks for it, no longer marked as used again."""
    asked = first_papers(procedure) if procedure else ()
    return next((each for each in asked if each.name == paper.name), replace(paper, digital=Digital.NONE))


def uncounted(form: Form, procedure: Procedure | None) -> bool:
    """Whether pages or copies are still to be typed before a fee can be told."""
    return counts_pages(procedure) and any(not (paper.pages and paper.copies) for paper in form.papers)


def next_needed(form: Form, procedure: Procedure | None) -> Field:
    """The first place that still wants the clerk, in reading order; the telephone can wait where pages are counted."""
    wanted = [Field.PROCEDURE] if not form.procedure_code else []
    places = [Field.ID_NUMBER, Field.NAME]
    if not counts_pages(procedure):
        places.append(Field.PHONE)
    if form.for_other:
        places += [Field.OWNER_ID_NUMBER, Field.OWNER_NAME]
    wanted += [place for place in places if not form.text(place)]
    return wanted[0] if wanted else Field.PAPERS


def _line(rule: PaperRule) -> PaperLine:
    return PaperLine(
        name=rule.name, originals=rule.originals, photocopies=rule.copies, required=rule.required, note=rule.note
    )


def _document(number: int) -> PaperLine:
    return PaperLine(name=t("Giấy tờ {number}", number=number), originals=1, copies=1)
