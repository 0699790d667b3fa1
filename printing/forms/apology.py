"""The apology for a late result and the new date, in the words of the circular in force (domain 1.3, Mẫu 04)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dossiers.clock import local_date
from dossiers.dossier import Apology, Dossier
from dossiers.errors import Impossible
from dossiers.office import Office
from printing.blocks import fact, refuse_voided
from printing.leaves import bind
from printing.letters import addressed_to, letter_foot, prose
from printing.overrides import AS_SHIPPED, Overrides
from printing.sheet_sizes import SheetSize, letter_of
from printing.slip import slip
from printing.texts import FormTexts
from printing.words import long_date, long_time, unstopped

if TYPE_CHECKING:
    from reportlab.platypus import Flowable

SLUG = "apology"


def render(
    dossier: Dossier, office: Office, *, paper: str = "A4", reprint: int = 0, overrides: Overrides = AS_SHIPPED
) -> bytes:
    """The PDF of the letter; raises Impossible where nobody apologised or the dossier is void."""
    refuse_voided(dossier)
    apology = dossier.apology
    if apology is None:
        raise Impossible("Hồ sơ này chưa có lần xin lỗi và hẹn lại nào để in.")
    sheet, on = letter_of(paper), local_date(apology.at)
    texts = overrides.of(SLUG, office, on, dossier)
    copy = slip(
        texts,
        on,
        sheet,
        [
            *addressed_to(dossier, sheet),
            *_facts(dossier, apology, sheet),
            *_letter(dossier, apology, texts, office, sheet),
        ],
        letter_foot(texts.say("recipients", reception=office.reception), texts.say("signer"), apology.signer, sheet),
        dossier=dossier,
        qr_words="Mã nhận kết quả",
        number=texts.say("number", dots=""),
        reprint=reprint,
    )
    return bind([copy], sheet, f"{texts.form.title} {dossier.code}", training=office.training)


def _facts(dossier: Dossier, apology: Apology, sheet: SheetSize) -> list[Flowable]:
    """What the letter speaks of: the dossier, and the date it was promised for at first."""
    return [
        fact("Mã hồ sơ", dossier.code, sheet),
        fact("Lĩnh vực", dossier.sector, sheet),
        fact("Hẹn trả lúc đầu", long_time(dossier.original_due_at or apology.due_at), sheet),
    ]


def _letter(dossier: Dossier, apology: Apology, texts: FormTexts, office: Office, sheet: SheetSize) -> list[Flowable]:
    """When it came, when it was due, why it is late, and what is promised now."""
    facts = {
        "received_on": long_date(local_date(dossier.received_at)).removeprefix("ngày "),
        "reception": office.reception,
        "procedure": dossier.procedure_name,
        "due": long_time(apology.due_at),
        "reason": unstopped(apology.reason),
        "promised": long_time(apology.promised_at),
    }
    sentences = ("received", "promised", "late", "apology", "limit", "closing")
    return [block for name in sentences for block in prose(texts.say(name, **facts), sheet)]
