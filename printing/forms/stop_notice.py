"""Thông báo dừng giải quyết hồ sơ: at what stage, on whose decision, and what becomes of the money (Mẫu 05 of 2025)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dossiers.clock import local_date
from dossiers.dossier import Dossier, Ending, EndKind
from dossiers.errors import Impossible
from dossiers.office import Office
from printing.blocks import fact, refuse_voided
from printing.leaves import bind
from printing.letters import addressed_to, letter_foot, prose
from printing.overrides import AS_SHIPPED, Overrides
from printing.sheet_sizes import SheetSize, letter_of
from printing.slip import slip
from printing.words import long_date, long_time

if TYPE_CHECKING:
    from reportlab.platypus import Flowable

SLUG = "stop_notice"


def render(
    dossier: Dossier, office: Office, *, paper: str = "A4", reprint: int = 0, overrides: Overrides = AS_SHIPPED
) -> bytes:
    """The PDF of the notice; raises Impossible for a dossier that was not stopped or is void."""
    refuse_voided(dossier)
    ending = dossier.ending
    if ending is None or ending.kind is not EndKind.STOPPED:
        raise Impossible("Hồ sơ này không bị dừng giải quyết nên không có thông báo dừng.")
    sheet, on = letter_of(paper), local_date(ending.at)
    texts = overrides.of(SLUG, office, on, dossier)
    received_on = long_date(local_date(dossier.received_at)).removeprefix("ngày ")
    copy = slip(
        texts,
        on,
        sheet,
        [
            *addressed_to(dossier, sheet),
            *prose(texts.say("received", received_on=received_on, reception=office.reception,
                             procedure=dossier.procedure_name), sheet),
            *_facts(dossier, ending, sheet),
            *prose(texts.say("stopped", reception=office.reception, stopped_at=long_time(ending.at)), sheet),
            *prose(texts.say("closing", reception=office.reception), sheet),
        ],
        letter_foot(texts.say("recipients", reception=office.reception), texts.say("signer"), ending.signer, sheet),
        dossier=dossier,
        qr_words="Mã hồ sơ",
        number=texts.say("number", dots=""),
        reprint=reprint,
    )  # fmt: skip
    return bind([copy], sheet, f"{texts.form.title} {dossier.code}", training=office.training)


def _facts(dossier: Dossier, ending: Ending, sheet: SheetSize) -> list[Flowable]:
    """Which dossier, and what the decision to stop it rests on."""
    return [
        fact("Mã hồ sơ", dossier.code, sheet),
        fact("Lý do đề nghị dừng", ending.reason, sheet),
        fact("Giai đoạn giải quyết", ending.stage, sheet),
        fact("Căn cứ quyết định", ending.decision, sheet),
        fact("Phí, lệ phí, nghĩa vụ tài chính", ending.finances, sheet),
    ]
