"""The guide slip for papers not yet taken in: the body of the supplement request, with no code and no clock."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from dossiers.clock import local_date
from dossiers.dossier import PaperLine
from dossiers.office import Office
from dossiers.people import Person
from printing.blocks import Signature, line, signatures, title
from printing.form_titles import get_form_title
from printing.forms.supplement import questions, request
from printing.leaves import Copy, bind, foot_width
from printing.letterhead import letterhead
from printing.sheet_sizes import sheet_of
from printing.typography import plain

SLUG = "guidance"


@dataclass(frozen=True, slots=True, kw_only=True)
class Guidance:
    """What a citizen whose papers were not taken in is told: nothing of it enters the register."""

    person: Person
    procedure_name: str
    papers: tuple[PaperLine, ...]
    reason: str
    clerk: str
    at: datetime


def render(guidance: Guidance, office: Office, *, paper: str = "A4") -> bytes:
    """The PDF of the guide slip."""
    sheet = sheet_of(paper)
    form = get_form_title(SLUG, local_date(guidance.at))
    asked = guidance.procedure_name
    copy = Copy(
        blocks=[
            letterhead(office, local_date(guidance.at), sheet),
            *title(form.title, sheet, "(Hồ sơ chưa được tiếp nhận)"),
            *request("Hướng dẫn Ông/Bà", guidance.person, asked, guidance.papers, guidance.reason, office, sheet),
            line(plain("Phiếu này không phải giấy tiếp nhận và không có ngày hẹn trả kết quả."), sheet),
            *questions(office, guidance.clerk, sheet),
        ],
        foot=signatures([Signature(), Signature("NGƯỜI HƯỚNG DẪN", guidance.clerk)], foot_width(sheet, None), sheet),
        running_head=form.title,
    )
    return bind([copy], sheet, form.title, training=office.training)
