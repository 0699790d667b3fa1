"""Quá trình xử lý hồ sơ: every act on one dossier in order, on A4 laid on its side (domain 1.3)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from dossiers.clock import local_date, say_time
from dossiers.dossier import Dossier
from dossiers.office import Office
from printing.blocks import Cell, Column, Signature, fact, line, ruled_table
from printing.leaves import bind
from printing.overrides import AS_SHIPPED, Overrides
from printing.sheet_sizes import A4_LANDSCAPE as SHEET
from printing.slip import signed_by, slip
from printing.typography import or_dots, plain, strong
from printing.words import long_time

SLUG = "process_history"

COLUMNS = (
    Column("STT", 0.05), Column("Ngày xử lý", 0.14), Column("Người xử lý", 0.19), Column("Thao tác", 0.27),
    Column("Người nhận", 0.21), Column("Thời hạn", 0.14),
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One act: when, by whom, what; and where it was a hand-over, to whom and until when."""

    at: datetime
    person: str
    action: str
    receiver: str = ""
    due_at: datetime | None = None


def render(
    dossier: Dossier,
    steps: tuple[Step, ...],
    office: Office,
    clerk: str,
    at: datetime,
    *,
    overrides: Overrides = AS_SHIPPED,
) -> bytes:
    """The PDF of a dossier's past as known at an instant, with how its date was counted, sentence by sentence.

    A void dossier has one too, for whoever asks why.
    """
    on = local_date(at)
    texts = overrides.of(SLUG, office, on, dossier)
    due = dossier.appointment.due_at
    body = [
        line(f"Chủ hồ sơ: {strong(dossier.owner.name)}", SHEET),
        fact("Thủ tục", f"{dossier.procedure_name} ({dossier.procedure_code})", SHEET),
        fact("Nội dung", dossier.summary, SHEET),
        line(f"Ngày tiếp nhận: {long_time(dossier.received_at)}. "
             f"Ngày hẹn trả: {or_dots(long_time(due) if due else '')}", SHEET),
        *(line(f"– {plain(reason)}", SHEET) for reason in dossier.appointment.reasons),
        ruled_table(COLUMNS, [_row(*numbered) for numbered in enumerate(steps, start=1)], SHEET),
    ]  # fmt: skip
    copy = slip(
        texts,
        on,
        SHEET,
        body,
        signed_by(SHEET, Signature(), Signature(texts.say("clerk"), clerk)),
        dossier=dossier,
        below=f"Tính đến {long_time(at)}",
    )
    return bind([copy], SHEET, f"{texts.form.title} {dossier.code}", training=office.training)


def _row(number: int, step: Step) -> tuple[Cell, ...]:
    return (
        str(number), say_time(step.at), plain(step.person), plain(step.action), plain(step.receiver),
        say_time(step.due_at) if step.due_at else "",
    )  # fmt: skip
