"""Phiếu từ chối tiếp nhận giải quyết hồ sơ: why not, said to the citizen's face (domain 1.3, Mẫu 03)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from dossiers.clock import local_date
from dossiers.dossier import Dossier, Ending, EndKind
from dossiers.errors import Impossible
from dossiers.office import Office
from dossiers.people import Person
from printing.blocks import Signature, fact, line, refuse_voided, said, wanted, ways_to_ask
from printing.forms.supplement import opening
from printing.leaves import bind
from printing.overrides import AS_SHIPPED, Overrides
from printing.sheet_sizes import SheetSize, sheet_of
from printing.slip import Foot, signed_by, slip
from printing.texts import FormTexts
from printing.typography import strong
from printing.words import long_time

if TYPE_CHECKING:
    from reportlab.platypus import Flowable

SLUG = "refusal"


@dataclass(frozen=True, slots=True, kw_only=True)
class Refusal:
    """Somebody whose papers were not taken in, and why not; nothing of it has a code."""

    person: Person
    procedure_name: str
    reason: str
    clerk: str
    at: datetime


def render(
    subject: Dossier | Refusal,
    office: Office,
    *,
    paper: str = "A4",
    reprint: int = 0,
    overrides: Overrides = AS_SHIPPED,
) -> bytes:
    """The PDF of the refusal of a dossier, or of papers never taken in.

    Raises Impossible for a dossier that was not refused or is void.
    """
    if isinstance(subject, Refusal):
        return _of_papers(subject, office, sheet_of(paper), overrides)
    refuse_voided(subject)
    ending = refused(subject)
    sheet, on = sheet_of(paper), local_date(ending.at)
    texts = overrides.of(SLUG, office, on, subject)
    body = [
        *opening("Tiếp nhận hồ sơ của Ông/Bà", subject.owner, wanted(subject), office, sheet),
        fact("Thời gian nộp", long_time(subject.received_at), sheet),
        *_verdict(texts, ending.reason, ending.by, office, sheet),
    ]
    foot = _signed(texts, subject.applicant.name, ending.signer or ending.by, sheet)
    copy = slip(texts, on, sheet, body, foot, dossier=subject, qr_words="Mã hồ sơ", reprint=reprint)
    return bind([copy], sheet, f"{texts.form.title} {subject.code}", training=office.training)


def refused(dossier: Dossier) -> Ending:
    """How the dossier was refused; raises Impossible where it was not."""
    if dossier.ending is None or dossier.ending.kind is not EndKind.REFUSED:
        raise Impossible("Hồ sơ này không bị từ chối nên không có phiếu từ chối.")
    return dossier.ending


def _of_papers(refusal: Refusal, office: Office, sheet: SheetSize, overrides: Overrides) -> bytes:
    on = local_date(refusal.at)
    texts = overrides.of(SLUG, office, on)
    body = [
        *opening("Tiếp nhận yêu cầu của Ông/Bà", refusal.person, refusal.procedure_name, office, sheet),
        *_verdict(texts, refusal.reason, refusal.clerk, office, sheet),
    ]
    copy = slip(texts, on, sheet, body, _signed(texts, refusal.person.name, refusal.clerk, sheet))
    return bind([copy], sheet, texts.form.title, training=office.training)


def _verdict(texts: FormTexts, reason: str, clerk: str, office: Office, sheet: SheetSize) -> list[Flowable]:
    """That it is refused, why, and whom to ask."""
    return [
        *said(texts.say("verdict", reception=office.reception), sheet),
        line(strong(reason), sheet),
        *said(texts.say("closing"), sheet),
        *said(texts.say("questions", ways_to_ask=ways_to_ask(office), clerk=clerk), sheet),
    ]


def _signed(texts: FormTexts, applicant: str, clerk: str, sheet: SheetSize) -> Foot:
    return signed_by(sheet, Signature(texts.say("applicant"), applicant), Signature(texts.say("clerk"), clerk))
