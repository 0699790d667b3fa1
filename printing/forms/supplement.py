"""Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ: what is missing, why, and whom to ask (domain 1.3, Mẫu 02)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from dossiers.clock import local_date
from dossiers.dossier import Dossier, PaperLine
from dossiers.errors import Impossible
from dossiers.office import Office
from dossiers.people import Person
from printing.blocks import Signature, contact_lines, fact, line, refuse_voided, said, wanted, ways_to_ask
from printing.leaves import bind
from printing.overrides import AS_SHIPPED, Overrides
from printing.paper_tables import asked_for_table
from printing.sheet_sizes import SheetSize, sheet_of
from printing.slip import signed_by, slip
from printing.texts import FormTexts
from printing.typography import or_dots, plain, strong
from printing.words import long_time

if TYPE_CHECKING:
    from reportlab.platypus import Flowable

SLUG = "supplement"


def render(
    dossier: Dossier, office: Office, *, paper: str = "A4", reprint: int = 0, overrides: Overrides = AS_SHIPPED
) -> bytes:
    """The PDF of the last request for papers; raises Impossible where nothing was asked or the dossier is void."""
    refuse_voided(dossier)
    if not dossier.supplements:
        raise Impossible("Hồ sơ này chưa có yêu cầu bổ sung nào để in.")
    asked = dossier.supplements[-1]
    sheet, on = sheet_of(paper), local_date(asked.requested_at)
    texts = overrides.of(SLUG, office, on, dossier)
    body = [
        *opening("Tiếp nhận hồ sơ/yêu cầu của Ông/Bà", dossier.owner, wanted(dossier), office, sheet),
        *request(texts, asked.papers, asked.reason, sheet),
        fact("Thời điểm yêu cầu", long_time(asked.requested_at), sheet),
        *said(texts.say("bring"), sheet),
        *said(texts.say("questions", ways_to_ask=ways_to_ask(office), clerk=asked.requested_by), sheet),
    ]
    copy = slip(
        texts,
        on,
        sheet,
        body,
        signed_by(sheet, Signature(texts.say("guide"), asked.requested_by)),
        dossier=dossier,
        qr_words="Mã nộp bổ sung",
        below=f"Lần {len(dossier.supplements)}",
        reprint=reprint,
    )
    return bind([copy], sheet, f"{texts.form.title} {dossier.code}", training=office.training)


def opening(words: str, person: Person, asked: str, office: Office, sheet: SheetSize) -> list[Flowable]:
    """Who speaks, to whom, about what: the first lines this form shares with guide slip and refusal."""
    return [
        line(f"{plain(office.reception)}:", sheet),
        line(f"{plain(words)}: {strong(person.name)}", sheet),
        *contact_lines(person, sheet),
        fact("Nội dung yêu cầu giải quyết", asked, sheet),
    ]


def request(texts: FormTexts, papers: Sequence[PaperLine], reason: str, sheet: SheetSize) -> list[Flowable]:
    """Which papers are asked for and why: the body this form shares with the guide slip."""
    return [
        *said(texts.say("request"), sheet),
        *asked_for_table(papers, sheet),
        line(f"{strong('Lý do')}: {or_dots(reason)}", sheet),
    ]
