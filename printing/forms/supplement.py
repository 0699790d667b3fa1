"""Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ: what is missing, why, and whom to ask (domain 1.3, Mẫu 02)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from dossiers.clock import local_date
from dossiers.dossier import Dossier, PaperLine
from dossiers.errors import Impossible
from dossiers.office import Office
from dossiers.people import Person
from printing.barcodes import code128, qr, slip_payload
from printing.blocks import (
    Signature,
    contact_lines,
    fact,
    line,
    number_line,
    refuse_voided,
    reprint_mark,
    signatures,
    title,
    wanted,
    ways_to_ask,
)
from printing.form_titles import get_form_title
from printing.leaves import Copy, bind, foot_width
from printing.letterhead import letterhead
from printing.paper_tables import asked_for_table
from printing.sheet_sizes import SheetSize, sheet_of
from printing.typography import or_dots, plain, strong
from printing.words import long_time

if TYPE_CHECKING:
    from reportlab.platypus import Flowable

SLUG = "supplement"


def render(dossier: Dossier, office: Office, *, paper: str = "A4", reprint: int = 0) -> bytes:
    """The PDF of the last request for papers; raises Impossible where nothing was asked or the dossier is void."""
    refuse_voided(dossier)
    if not dossier.supplements:
        raise Impossible("Hồ sơ này chưa có yêu cầu bổ sung nào để in.")
    asked = dossier.supplements[-1]
    sheet = sheet_of(paper)
    form = get_form_title(SLUG, local_date(asked.requested_at))
    code = qr(slip_payload(dossier.code, dossier.id))
    guide = Signature("NGƯỜI HƯỚNG DẪN", asked.requested_by)
    copy = Copy(
        blocks=[
            *number_line(form.number_line, sheet),
            letterhead(office, local_date(asked.requested_at), sheet),
            code128(dossier.code, sheet.text_width),
            *title(form.title, sheet, f"Lần {len(dossier.supplements)}"),
            *reprint_mark(reprint, sheet),
            *request(
                "Tiếp nhận hồ sơ/yêu cầu của Ông/Bà",
                dossier.owner,
                wanted(dossier),
                asked.papers,
                asked.reason,
                office,
                sheet,
            ),
            fact("Thời điểm yêu cầu", long_time(asked.requested_at), sheet),
            line(plain("Khi nộp bổ sung, Ông/Bà mang theo phiếu này."), sheet),
            *questions(office, asked.requested_by, sheet),
        ],
        foot=signatures([guide], foot_width(sheet, code), sheet),
        running_head=f"Mã hồ sơ: {dossier.code}",
        qr=code,
        qr_words="Mã nộp bổ sung",
    )
    return bind([copy], sheet, f"{form.title} {dossier.code}", training=office.training)


def request(
    opening: str, person: Person, asked: str, papers: Sequence[PaperLine], reason: str, office: Office, sheet: SheetSize
) -> list[Flowable]:
    """Who is asked for which papers and why: the body this form shares with the guide slip."""
    return [
        line(f"{plain(office.reception)}:", sheet),
        line(f"{plain(opening)}: {strong(person.name)}", sheet),
        *contact_lines(person, sheet),
        fact("Nội dung yêu cầu giải quyết", asked, sheet),
        line("Yêu cầu Ông/Bà hoàn thiện hồ sơ gồm những nội dung như sau:", sheet),
        *asked_for_table(papers, sheet),
        line(f"{strong('Lý do')}: {or_dots(reason)}", sheet),
    ]


def questions(office: Office, clerk: str, sheet: SheetSize) -> list[Flowable]:
    """Whom to ask."""
    words = (
        "Trong quá trình hoàn thiện hồ sơ nếu có vướng mắc, Ông/Bà có thể "
        f"{ways_to_ask(office)}, hoặc gặp công chức {clerk} để được hướng dẫn./."
    )
    return [line(plain(words), sheet)]
