"""Phiếu kiểm soát quá trình giải quyết hồ sơ: every hand the dossier passes through signs for it (domain 1.3)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from dossiers.clock import local_date
from dossiers.dossier import Dossier, Hop
from dossiers.office import Office
from printing.blocks import Cell, Column, Signature, fact, in_the_register, line, refuse_voided, ruled_table, said
from printing.custody import assisting_words, deciding_words, holder_words, step_outcome, steps
from printing.leaves import bind
from printing.overrides import AS_SHIPPED, Overrides
from printing.sheet_sizes import SheetSize, sheet_of
from printing.slip import signed_by, slip
from printing.texts import FormTexts
from printing.typography import or_dots, plain, slanted, strong
from printing.words import long_time

if TYPE_CHECKING:
    from reportlab.platypus import Flowable

SLUG = "control_slip"

LEAST_ROWS = 4
"""Rows printed before anybody signs: one for each hand-over of an ordinary dossier."""

COLUMNS = (
    Column("TÊN CƠ QUAN", 0.27), Column("THỜI GIAN GIAO, NHẬN HỒ SƠ", 0.43),
    Column("KẾT QUẢ GIẢI QUYẾT HỒ SƠ (Trước hạn/đúng hạn/quá hạn)", 0.16), Column("GHI CHÚ", 0.14),
)  # fmt: skip
SIGNING_ROOM = "<br/><br/>"
EMPTY_TIME = "…… giờ …… phút,<br/>ngày …… tháng …… năm ………"


def render(
    dossier: Dossier, office: Office, *, paper: str = "A4", reprint: int = 0, overrides: Overrides = AS_SHIPPED
) -> bytes:
    """The PDF of the slip, the hand-overs so far filled in; raises Impossible for a void dossier."""
    refuse_voided(dossier)
    sheet, on = sheet_of(paper), local_date(dossier.received_at)
    texts = overrides.of(SLUG, office, on, dossier)
    copy = slip(
        texts,
        on,
        sheet,
        [*_facts(dossier, office, sheet), *_hand_overs(dossier, office, texts, sheet), *said(texts.say("keep"), sheet)],
        signed_by(sheet, Signature(texts.say("clerk"), dossier.received_by)),
        dossier=dossier,
        qr_words="Mã hồ sơ",
        reprint=reprint,
    )
    return bind([copy], sheet, f"{texts.form.title} {dossier.code}", training=office.training)


def _facts(dossier: Dossier, office: Office, sheet: SheetSize) -> list[Flowable]:
    """Which dossier, its place in the register, its dates, and who works on it."""
    due = dossier.appointment.due_at
    return [
        line(in_the_register(dossier), sheet),
        line(f"Kèm theo hồ sơ của Ông/Bà: {strong(dossier.owner.name)}", sheet),
        fact("Thủ tục hành chính", f"{dossier.procedure_name} ({dossier.procedure_code})", sheet),
        fact("Ngày nhận", long_time(dossier.received_at), sheet),
        fact("Ngày, giờ hẹn trả kết quả", long_time(due) if due else "", sheet),
        fact("Cơ quan (bộ phận) giải quyết hồ sơ", deciding_words(dossier, office), sheet),
        fact("Cơ quan phối hợp giải quyết hồ sơ", assisting_words(dossier), sheet),
    ]


def _hand_overs(dossier: Dossier, office: Office, texts: FormTexts, sheet: SheetSize) -> list[Flowable]:
    """The hand-overs so far, and empty rows for those to come."""
    done = [_Row.of(hop, ended_at, office) for hop, ended_at in steps(dossier)]
    rows = [*done, *[_Row()] * (LEAST_ROWS - len(done))]
    return [ruled_table(COLUMNS, [row.cells(number, texts) for number, row in enumerate(rows, start=1)], sheet)]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Row:
    """One hand-over, as far as it is known; all of it by pen where it is not."""

    giver: str = ""
    taker: str = ""
    at: str = EMPTY_TIME
    outcome: str = ""
    note: str = ""
    given_by: str = ""
    taken_by: str = ""

    @staticmethod
    def of(hop: Hop, ended_at: datetime | None, office: Office) -> _Row:
        """The row of a hop whose receiver was done with it at an instant, or is not yet."""
        return _Row(
            giver=holder_words(hop.sender, office), taker=holder_words(hop.receiver, office),
            at=long_time(hop.given_at), outcome=step_outcome(hop, ended_at), note=hop.note, given_by=hop.given_by,
            taken_by=hop.taken_by,
        )  # fmt: skip

    def cells(self, number: int, texts: FormTexts) -> tuple[Cell, ...]:
        """The columns of the form; all of it text, which goes on over the page where a row is taller than one."""
        names = f"{number}. Giao: {or_dots(self.giver)}<br/>Nhận: {or_dots(self.taker)}"
        hands = ((texts.say("giver"), self.given_by), (texts.say("taker"), self.taken_by))
        signed = "".join(f"<br/>{slanted(title)}: {plain(name)}{SIGNING_ROOM}" for title, name in hands)
        return names, f"{self.at}{signed}", plain(self.outcome), plain(self.note)
