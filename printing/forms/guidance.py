"""The guide slip for papers not yet taken in: the body of the supplement request, with no code and no clock."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from dossiers.clock import local_date
from dossiers.dossier import PaperLine
from dossiers.office import Office
from dossiers.people import Person
from printing.blocks import Signature, said, ways_to_ask
from printing.forms.supplement import opening, request
from printing.leaves import bind
from printing.overrides import AS_SHIPPED, Overrides
from printing.sheet_sizes import sheet_of
from printing.slip import signed_by, slip

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


def render(guidance: Guidance, office: Office, *, paper: str = "A4", overrides: Overrides = AS_SHIPPED) -> bytes:
    """The PDF of the guide slip."""
    sheet, on = sheet_of(paper), local_date(guidance.at)
    texts = overrides.of(SLUG, office, on)
    body = [
        *opening("Hướng dẫn Ông/Bà", guidance.person, guidance.procedure_name, office, sheet),
        *request(texts, guidance.papers, guidance.reason, sheet),
        *said(texts.say("bring"), sheet),
        *said(texts.say("questions", ways_to_ask=ways_to_ask(office), clerk=guidance.clerk), sheet),
    ]
    foot = signed_by(sheet, Signature(), Signature(texts.say("guide"), guidance.clerk))
    copy = slip(texts, on, sheet, body, foot, below=texts.say("below"))
    return bind([copy], sheet, texts.form.title, training=office.training)
